import type { Analysed, AnalysisRequest, NothingToAnalyse } from './analysis/analyse.ts'
import type { SourceInfo, WarehouseInfo } from './describe.ts'
import type { Answers, Overlap, Question, SourceState, Spend, Total, Within } from './questions.ts'
import type { Kept, Window } from './reading.ts'
import type { Connection } from './runner.ts'
import type { Signal } from './signals/signal.ts'
import type { Failure, Range, Readable } from './source.ts'
import type { ExportFormat, LoadState, StorePlace } from './store.ts'
import type { Validated } from './validate/validate.ts'
import type { WarehousePlace } from './warehouse.ts'

// What the billing process hears and says over its IPC channel. `id` is chosen by the asker and comes back.

export type Request =
  /** The first of all where it comes: which store is asked. Without it: memory. Credentials of a warehouse travel here. No reply. */
  | { readonly do: 'open'; readonly id: number; readonly place: StorePlace }
  /** Reads a live source. Credentials travel here and only here: never in argv, in the environment or in a log. */
  | {
      readonly do: 'sync'
      readonly id: number
      /** The id of one of `sources`. */
      readonly source: string
      readonly connection: Connection
      readonly range: Range
      /** Under which name it is kept, where one source has several accounts: `openai:work`; left out: the source's id. */
      readonly as?: string
      /** All of the range or nothing of it; left out: what came stays where the rest does not come. */
      readonly whole?: boolean
    }
  /** What a provider says of money besides spend: its budgets, forecast or anomalies. Nothing of it is kept. */
  | {
      readonly do: 'signals'
      readonly id: number
      /** The id of one of `signalSources`. */
      readonly source: string
      /** That of the source of spend it goes with. */
      readonly connection: Connection
      readonly range: Range
    }
  /** What can be connected. */
  | { readonly do: 'sources'; readonly id: number }
  /** Warehouses that can be asked in place of the store on this machine. */
  | { readonly do: 'warehouses'; readonly id: number }
  /** One question to a warehouse that need not be the store. Its credentials travel here. */
  | { readonly do: 'try'; readonly id: number; readonly place: WarehousePlace }
  /** The smallest request that shows whether these credentials may read. Nothing is loaded. */
  | { readonly do: 'probe'; readonly id: number; readonly source: string; readonly connection: Connection }
  /** Accounts of a source that reads only those which are named. */
  | { readonly do: 'accounts'; readonly id: number; readonly source: string; readonly connection: Connection }
  /** Profiles of AWS's config files. */
  | { readonly do: 'profiles'; readonly id: number }
  /** An absolute path to a FOCUS file. */
  | { readonly do: 'import'; readonly id: number; readonly file: string }
  /** An absolute path to the demo's FOCUS file. Demo and real rows never stand together. */
  | { readonly do: 'demo'; readonly id: number; readonly file: string }
  /** Everything the panel shows. */
  | { readonly do: 'summary'; readonly id: number }
  /** An absolute path to a file that is only checked. */
  | { readonly do: 'validate'; readonly id: number; readonly file: string }
  | { readonly do: 'ask'; readonly id: number; readonly question: Question }
  /** Of what is shown; the demo has settings, and a today, of its own. */
  | ({ readonly do: 'analyse'; readonly id: number } & AnalysisRequest)
  /** Writes single charges to this file. */
  | {
      readonly do: 'export'
      readonly id: number
      readonly to: string
      readonly format: ExportFormat
      readonly within: Within
    }
  /** The last load of each source. */
  | { readonly do: 'loads'; readonly id: number }
  /** Removes the rows of a source, or of all where none is named. */
  | { readonly do: 'forget'; readonly id: number; readonly source?: string }
  /** Stops the request with this id. */
  | { readonly do: 'cancel'; readonly id: number }

export type Reply =
  | { readonly is: 'ready' }
  /** Before the reply to a `sync`: which days are being asked for now. What was asked for before them is loaded. */
  | ({ readonly is: 'reading'; readonly id: number } & Window)
  | {
      readonly is: 'loaded'
      readonly id: number
      readonly source: string
      readonly rows: number
      readonly problems: readonly string[]
      /** Those of the problems that say what could not be read: it is in no total. */
      readonly unread: readonly string[]
    }
  | { readonly is: 'summary'; readonly id: number; readonly summary: Summary }
  | { readonly is: 'validated'; readonly id: number; readonly validated: Validated }
  | { readonly is: 'answer'; readonly id: number; readonly rows: readonly Answers[Question['ask']][] }
  | { readonly is: 'analysis'; readonly id: number; readonly found: Analysed | NothingToAnalyse }
  | { readonly is: 'loads'; readonly id: number; readonly loads: readonly LoadState[] }
  | { readonly is: 'exported'; readonly id: number; readonly rows: number }
  | { readonly is: 'forgotten'; readonly id: number }
  | { readonly is: 'sources'; readonly id: number; readonly sources: readonly SourceInfo[] }
  | { readonly is: 'warehouses'; readonly id: number; readonly warehouses: readonly WarehouseInfo[] }
  /** `sentence`: what came of it, for the user. */
  | { readonly is: 'probed'; readonly id: number; readonly sentence: string }
  | {
      readonly is: 'signals'
      readonly id: number
      readonly signals: readonly Signal[]
      readonly problems: readonly string[]
    }
  | { readonly is: 'accounts'; readonly id: number; readonly accounts: readonly Readable[] }
  | { readonly is: 'profiles'; readonly id: number; readonly profiles: readonly string[] }
  | {
      readonly is: 'failed'
      readonly id: number
      readonly failure: Failure | Broken
      /** Of a `sync`: what had come before it failed, and stays. */
      readonly kept?: Kept
    }

/** file: it could not be used. store: the warehouse says no. process: the billing process itself failed, which is our bug. */
interface Broken {
  readonly kind: 'file' | 'store' | 'process'
  readonly message: string
}

/** What was spent, ready to show. Empty lists where nothing was loaded. */
export interface Summary {
  readonly demo: boolean
  readonly totals: readonly Total[]
  /** `readAt`: when it was read last; null where nobody noted it. `isBroken`: that reading broke off, and days of it have not come. */
  readonly sources: readonly (SourceState & {
    readonly label: string
    readonly readAt: string | null
    readonly isBroken: boolean
  })[]
  /** Per day, service, currency and grade; days without charges have no row. */
  readonly days: readonly Spend[]
  readonly overlaps: readonly Overlap[]
  readonly problems: readonly string[]
}
