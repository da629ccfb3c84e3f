import type { Analysed, NothingToAnalyse } from '../billing/analysis/analyse.ts'
import { looksAtPeriod } from '../billing/analysis/asked-period.ts'
import type { BillingClient, Failed } from '../billing/client.ts'
import type { SpendSettings } from '../core/config/spend.ts'
import type { AnalysisName, AnalysisState, AnalysisStates, Look } from '../webview/analysis-protocol.ts'
import type { PanelState } from '../webview/protocol.ts'

/** The analyses of spend, each asked for when somebody looks at it, and again when what it is of has changed. */
export interface AnalysesShown {
  look(look: Look): Promise<void>
  /** Nothing is waited for any more; what was told stays. */
  stop(): void
  /** Nobody looks any more. */
  leave(): void
  /** Spend, or what outlay.json says of it, is another. */
  again(): Promise<void>
}

export interface AnalysesTools {
  client(): Promise<Pick<BillingClient, 'analyse'>>
  /** What outlay.json says of spend. */
  settings(): Promise<SpendSettings>
  show(state: PanelState): void
  log(message: string): void
}

export function createAnalyses({ client, settings, show, log }: AnalysesTools): AnalysesShown {
  let looked: Look | undefined
  let running: AbortController | undefined
  let states: AnalysisStates = {}

  function tell(told: AnalysisStates): void {
    states = { ...states, ...told }
    show({ analyses: states })
  }

  /** Those that were being asked for are so no more. */
  function abort(state: AnalysisState | undefined): void {
    running?.abort()
    running = undefined
    const asking = (Object.keys(states) as AnalysisName[]).filter((name) => states[name]?.is === 'asking')
    if (asking.length > 0) tell(Object.fromEntries(asking.map((name) => [name, state])))
  }

  async function ask({ views, period, by }: Look): Promise<void> {
    const wanted = views.filter((name) => states[name] === undefined)
    if (wanted.length === 0) return
    const mine = new AbortController()
    running = mine
    tell(Object.fromEntries(wanted.map((name) => [name, { is: 'asking' }])))
    const tools = (async () => ({ client: await client(), settings: await settings() }))()
    await Promise.all(
      wanted.map(async (analysis) => {
        const state = await tools
          .then(({ client, settings }) => client.analyse({ analysis, period, by, settings }, mine.signal))
          .then(stateOf, failure)
        if (running !== mine) return
        if (state.is === 'failed') log(`${analysis}: ${state.message}`)
        tell({ [analysis]: state })
      }),
    )
  }

  return {
    async look(look) {
      abort(undefined)
      const isSame = (name: AnalysisName) =>
        !looksAtPeriod(name) || (looked?.period === look.period && (name !== 'change' || looked.by === look.by))
      // What somebody looks at once more, and was not told, is asked for again.
      const kept = (Object.keys(states) as AnalysisName[]).filter((name) => isTold(states[name]) && isSame(name))
      states = Object.fromEntries(kept.map((name) => [name, states[name]]))
      looked = look
      await ask(look)
    },
    stop: () => abort({ is: 'cancelled' }),
    leave() {
      abort(undefined)
      looked = undefined
    },
    async again() {
      abort(undefined)
      states = {}
      if (looked) await ask(looked)
      else show({ analyses: {} })
    },
  }
}

const isTold = (state: AnalysisState | undefined) => state?.is === 'answer' || state?.is === 'nothing'

function stateOf(found: Analysed | NothingToAnalyse | Failed): AnalysisState {
  if (found.is === 'failed') return { is: 'failed', message: found.failure.message }
  return found.is === 'nothing' ? found : { ...found, is: 'answer' }
}

/** What stands in the way of asking at all: somebody waits for a state that would never come. */
const failure = (error: unknown): AnalysisState => ({
  is: 'failed',
  message: error instanceof Error ? error.message : String(error),
})
