import * as vscode from 'vscode'
import type { RefreshRequest } from '../cli/prices-refresh/protocol.ts'
import { untilDue } from './price-schedule.ts'
import type { AskPrices, PriceTools, SiteAtCursor } from './price-tools/tools.ts'
import type { FromWorker, PricesState, ToWorker } from './protocol.ts'
import { priceSchedule } from './settings.ts'

/** Looking prices up and keeping them fresh. What it takes is loaded when it is first used. */
export interface Prices extends vscode.Disposable {
  receive(message: FromWorker): void
  /** A new worker knows of no question. */
  restarted(): void
  /** Of the book the worker goes by; undefined until it has said so. */
  state(): PricesState | undefined
  readonly onDidChange: vscode.Event<void>
  update(): Promise<void>
  find(text?: string): Promise<void>
  /** @param node of the Costs view; without one, what stands at the cursor */
  alternatives(node?: unknown): Promise<void>
  /** Refreshes where the schedule says it is time. */
  check(): void
  /** Servers on this machine that stand in for the lists, by source; tests only. */
  standIn(bases: RefreshRequest['bases']): void
}

export interface PricesHost {
  readonly context: vscode.ExtensionContext
  readonly site: SiteAtCursor
  send(message: ToWorker): void
  log(message: string): void
  showLog(): void
}

const attemptedKey = 'outlay.prices.attempted'
/** A timer can be no longer than 24 days, and a laptop sleeps: it looks at the clock again after a day. */
const longest = 86_400_000

type Found = Extract<FromWorker, { is: 'found-prices' | 'found-alternatives' }>

export function createPrices({ context, site, send, log, showLog }: PricesHost): Prices {
  const changed = new vscode.EventEmitter<void>()
  const waiting = new Map<number, { readonly question: ToWorker; answered(found: Found['found']): void }>()
  let tools: Promise<PriceTools> | undefined
  let state: PricesState | undefined
  let bases: RefreshRequest['bases']
  let timer: NodeJS.Timeout | undefined
  let asked = 0

  const ask: AskPrices = (make, answered) => {
    asked += 1
    const id = asked
    const question = make(id)
    waiting.set(id, { question, answered: answered as (found: Found['found']) => void })
    send(question)
    return { dispose: () => waiting.delete(id) }
  }

  function load(): Promise<PriceTools> {
    tools ??= import('./price-tools/tools.ts').then(({ createPriceTools }) =>
      createPriceTools({
        ask,
        site,
        log,
        showLog,
        state: () => state,
        bases: () => bases,
        attempted: () => context.globalState.update(attemptedKey, Date.now()),
        refreshed: () => send({ is: 'look-at-prices' }),
      }),
    )
    return tools
  }

  function check(): void {
    clearTimeout(timer)
    const schedule = priceSchedule()
    // Before the worker has said of which day its prices are, nothing is known to be old.
    if (schedule === 'off' || !state) return
    const attempted = context.globalState.get<number>(attemptedKey)
    const wait = untilDue(schedule, Date.now(), { checked: state.checked, attempted })
    if (wait > 0) {
      timer = setTimeout(check, Math.min(wait, longest))
      return
    }
    load()
      .then((loaded) => loaded.update('quietly'))
      .then(check)
      .catch((error: unknown) => log(`prices: ${error instanceof Error ? error.stack : String(error)}`))
  }

  const focus = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (!focused || !state) return
    // Another window may have refreshed what was not there to be watched.
    send({ is: 'look-at-prices' })
    check()
  })

  return {
    receive(message) {
      if (message.is === 'prices') {
        state = message.state
        changed.fire()
        check()
      } else if (message.is === 'found-prices' || message.is === 'found-alternatives') {
        const one = waiting.get(message.id)
        waiting.delete(message.id)
        one?.answered(message.found)
      }
    },
    restarted() {
      for (const { question } of waiting.values()) send(question)
    },
    state: () => state,
    onDidChange: changed.event,
    update: async () => (await load()).update('aloud'),
    find: async (text) => (await load()).find(text),
    alternatives: async (node) => (await load()).alternatives(node),
    check,
    standIn(servers) {
      bases = servers
    },
    dispose() {
      clearTimeout(timer)
      vscode.Disposable.from(changed, focus).dispose()
      void tools?.then((loaded) => loaded.dispose())
    },
  }
}
