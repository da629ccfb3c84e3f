import type { BillingClient } from '../../billing/client.ts'
import type { Window } from '../../billing/reading.ts'
import type { Connection } from '../../billing/runner.ts'
import type { Range } from '../../billing/source.ts'
import type { Account } from './account.ts'
import type { Unconnected } from './connection.ts'

/** What is known of an account since the window opened. `at`: ms. */
export type Reading =
  | { readonly is: 'waiting' }
  /** `window`: which part of the days that are read. */
  | { readonly is: 'reading'; readonly window?: Window }
  | { readonly is: 'read'; readonly at: number }
  | { readonly is: 'failed'; readonly at: number; readonly message: string }

export interface Readings {
  of(account: string): Reading
  /** Each account by itself: what fails of one hides nothing of another. An account is read once at a time. */
  read(account: Account, range: Range, asked: boolean): Promise<void>
  /** One, or all. */
  cancel(account?: string): void
  forget(account: string): void
}

export interface ReadingTools {
  client(): Promise<BillingClient>
  connection(account: Account, asked: boolean): Promise<Connection | Unconnected>
  /** A state is not what it was. */
  changed(): void
  /** There are other rows. @returns why they cannot be shown */
  loaded(): Promise<string | undefined>
  log(message: string): void
}

export function createReadings({ client, connection, changed, loaded, log }: ReadingTools): Readings {
  const states = new Map<string, Reading>()
  const running = new Map<string, AbortController>()
  let shown: Promise<string | undefined> = Promise.resolve(undefined)

  /** One after the other: what was asked for later is shown later. */
  const show = () => (shown = shown.then(loaded, loaded))

  function become(account: string, reading: Reading): void {
    states.set(account, reading)
    changed()
  }

  async function read(account: Account, range: Range, asked: boolean): Promise<void> {
    const { id } = account
    const controller = new AbortController()
    running.set(id, controller)
    become(id, { is: 'reading' })
    const refused = await load(account, range, asked, controller.signal)
    // It was disconnected, or is being read anew, meanwhile.
    if (running.get(id) !== controller) return
    running.delete(id)
    const failed = refused ?? (await show())
    if (failed !== undefined) log(failed)
    become(
      id,
      failed === undefined ? { is: 'read', at: Date.now() } : { is: 'failed', at: Date.now(), message: failed },
    )
  }

  /** @returns why it could not be read */
  async function load(
    account: Account,
    range: Range,
    asked: boolean,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const connected = await connection(account, asked)
    if ('message' in connected) return connected.message
    const onWindow = (window: Window) => {
      if (running.get(account.id)?.signal !== signal) return
      become(account.id, { is: 'reading', window })
      // This month came first: it is shown while the others are read.
      if (window.number > 1) void show().catch((error: unknown) => log(String(error)))
    }
    const result = await (await client()).sync(account.source, connected, range, { signal, as: account.id, onWindow })
    if (result.is === 'failed') {
      if (result.kept) await show()
      return result.failure.message
    }
    for (const problem of result.problems) log(`${account.id}: ${problem}`)
    return undefined
  }

  return {
    of: (account) => states.get(account) ?? { is: 'waiting' },
    read: async (account, range, asked) => {
      if (!running.has(account.id)) await read(account, range, asked)
    },
    cancel(account) {
      for (const [id, controller] of running) if (account === undefined || account === id) controller.abort()
    },
    forget(account) {
      running.get(account)?.abort()
      running.delete(account)
      states.delete(account)
    },
  }
}
