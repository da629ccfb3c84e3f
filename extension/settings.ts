import * as vscode from 'vscode'

export type Inline = 'hints' | 'lenses' | 'off'
type Flag = 'enable' | 'diagnostics' | 'status.show' | 'status.compareWithHead'

const read = (scope?: vscode.Uri) => vscode.workspace.getConfiguration('outlay', scope)

export const flagOf = (name: Flag, scope?: vscode.Uri): boolean => read(scope).get<boolean>(name, true)

/** Reading the last commit runs git in the user's folder: only where they trust it. */
export const mayCompare = () => vscode.workspace.isTrusted && flagOf('status.compareWithHead')

export const inlineOf = (): Inline => read().get<Inline>('inline', 'hints')

/** Undefined: the provider's own. */
export const openaiBaseUrl = (): string | undefined => read().get<string>('spend.openaiBaseUrl')?.trim() || undefined

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
