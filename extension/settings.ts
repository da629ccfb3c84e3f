import * as vscode from 'vscode'

export type Inline = 'hints' | 'lenses' | 'off'
type Flag = 'enable' | 'diagnostics' | 'status.show' | 'status.compareWithHead'

const read = (scope?: vscode.Uri) => vscode.workspace.getConfiguration('outlay', scope)

export const flagOf = (name: Flag, scope?: vscode.Uri): boolean => read(scope).get<boolean>(name, true)

/** Reading the last commit runs git in the user's folder: only where they trust it. */
export const mayCompare = () => vscode.workspace.isTrusted && flagOf('status.compareWithHead')

export const inlineOf = (): Inline => read().get<Inline>('inline', 'hints')

/** USD a month; 0 where it is no amount. */
export function inlineAbove(): number {
  const chosen = read().get<unknown>('inlineAbove')
  return typeof chosen === 'number' && chosen > 0 ? chosen : 0
}

/** Other addresses that speak the API of a source, by its id or an account's. */
export const spendAddresses = (): Readonly<Record<string, string>> => texts(read().get<unknown>('spend.addresses'))

const texts = (found: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typeof found === 'object' && found !== null ? found : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
    ),
  )

/** Hours between readings of a source or an account, by its id; 0: only when somebody asks. Undefined: nothing is said of it. */
export function spendHours(...ids: readonly string[]): number | undefined {
  const chosen = read().get<Readonly<Record<string, unknown>>>('spend.refreshHours') ?? {}
  const found = ids.map((id) => chosen[id]).find((hours) => typeof hours === 'number')
  return typeof found === 'number' ? found : undefined
}

export type Schedule = 'off' | 'daily' | 'weekly' | 'monthly'

/** `off` for whatever it does not know: nothing is read from the network by mistake. */
export function priceSchedule(): Schedule {
  const chosen = read().get<string>('prices.update')
  return chosen === 'daily' || chosen === 'weekly' || chosen === 'monthly' ? chosen : 'off'
}

export const priceRegions = (): readonly string[] =>
  read()
    .get<readonly unknown[]>('prices.regions', [])
    .filter((region) => typeof region === 'string')
