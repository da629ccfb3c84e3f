import type * as vscode from 'vscode'
import type { BillingClient } from '../../billing/client.ts'
import type { SignalInfo, SourceInfo } from '../../billing/describe.ts'
import { providerAnomalyText, providerBudgetText, providerForecastText } from '../../billing/report/providers.ts'
import type { Connection } from '../../billing/runner.ts'
import { askedDays } from '../../billing/signal-days.ts'
import type { Signal } from '../../billing/signals/signal.ts'
import type { ProviderSays } from '../../webview/protocol.ts'
import { spendAddresses } from '../settings.ts'
import type { Account } from './account.ts'
import type { Unconnected } from './connection.ts'
import { accountName } from './view.ts'

/** What providers say themselves of budgets, of what is to come and of what is unusual: nothing of it is spend, and none is added. */
export interface ProviderWords {
  /** All that was chosen of an account. */
  hear(account: Account, asked: boolean): Promise<void>
  forget(account: string): Promise<void>
  views(accounts: readonly Account[]): readonly ProviderSays[]
}

export interface ProviderWordsTools {
  client(): Promise<BillingClient>
  connection(account: Account, asked: boolean): Promise<Connection | Unconnected>
  infoOf(account: Account): SourceInfo | undefined
  /** Kept for the workspace, whose part of the accounts it is: a panel that opens again does not ask again. */
  readonly memento: vscode.Memento
  changed(): void
  log(message: string): void
}

type Kept = Pick<ProviderSays, 'asOf' | 'lines' | 'problems'>
const key = 'outlay.providerWords'

export function createProviderWords(tools: ProviderWordsTools): ProviderWords {
  const { client, connection, infoOf, memento, changed, log } = tools
  const all = () => memento.get<Readonly<Record<string, Readonly<Record<string, Kept>>>>>(key, {})
  const chosen = (account: Account) => infoOf(account)?.tells.filter(({ id }) => account.tells?.includes(id)) ?? []

  async function ask(signal: SignalInfo & { readonly tells: Told }, account: Account, asked: boolean): Promise<Kept> {
    const now = new Date().toISOString()
    // What was told before stays, as of when it was told.
    const notTold = (why: string): Kept => ({
      ...(all()[account.id]?.[signal.id] ?? { asOf: now, lines: [] }),
      problems: [why],
    })
    const connected = await connection(account, asked)
    if ('message' in connected) return notTold(connected.message)
    const base = spendAddresses()[signal.id] ?? (signal.isThere ? connected.base : undefined)
    const range = askedDays(signal.tells, now.slice(0, 10))
    const heard = await (await client()).signals(signal.id, { ...connected, base }, range)
    if (heard.is === 'failed') return notTold(heard.failure.message)
    return { asOf: now, lines: heard.signals.flatMap(lineOf), problems: heard.problems }
  }

  return {
    async hear(account, asked) {
      for (const signal of chosen(account)) {
        if (signal.tells === 'use') continue
        const kept = await ask({ ...signal, tells: signal.tells }, account, asked)
        for (const problem of kept.problems) log(`${account.id}: ${problem}`)
        await memento.update(key, { ...all(), [account.id]: { ...all()[account.id], [signal.id]: kept } })
        changed()
      }
    },
    async forget(account) {
      const { [account]: _, ...others } = all()
      await memento.update(key, others)
    },
    views: (accounts) =>
      accounts.flatMap((account) =>
        chosen(account).flatMap(({ id, reads, tells }) => {
          const kept = all()[account.id]?.[id]
          return kept && tells !== 'use'
            ? [{ ...kept, tells, reads, account: accountName(account, infoOf(account)) }]
            : []
        }),
      ),
  }
}

type Told = Exclude<Signal['is'], 'use'>

/** The same words as the command line's. */
function lineOf(signal: Signal): string[] {
  switch (signal.is) {
    case 'budget':
      return [providerBudgetText(signal).trim()]
    case 'forecast':
      return [providerForecastText(signal).trim()]
    case 'anomaly':
      return [providerAnomalyText(signal).trim()]
    case 'use':
      return []
  }
}
