// What the panel and its host say to each other. The host is the extension, or `outlay dash`. No dependency, so that both may import it.
import { type AnalysisStates, type Look, readLook } from './analysis-protocol.ts'

/** Raised when a message changes its meaning. */
export const protocolVersion = 1

/** invoice: the provider bills this amount. metered: usage priced by Outlay. allocated: a shared amount split by Outlay. */
type Grade = 'invoice' | 'metered' | 'allocated'

interface Amounts {
  readonly currency: string
  readonly grade: Grade
  readonly billedCost: number
  readonly effectiveCost: number
}

/** What the billing process answers to `summary`. */
export interface SpendView {
  readonly demo: boolean
  readonly totals: readonly (Amounts & { readonly rows: number; readonly since: string; readonly until: string })[]
  readonly sources: readonly {
    readonly source: string
    readonly label: string
    readonly providers: readonly string[]
    readonly rows: number
    /** When it was read: an ISO instant. */
    readonly asOf: string
    /** When it was read last, where only a part of it was read anew; null where nobody noted it. */
    readonly readAt?: string | null
    /** First and last day, inclusive. */
    readonly since: string
    readonly until: string
    /** First day whose amounts may still change. */
    readonly estimatedSince: string | null
  }[]
  readonly days: readonly (Amounts & {
    readonly dimensions: Readonly<Record<string, string | null>>
    readonly estimated: boolean
  })[]
  readonly overlaps: readonly {
    readonly provider: string
    readonly sources: readonly string[]
    readonly days: number
  }[]
  readonly problems: readonly string[]
}

/** What the code will cost. Amounts are text, printed by the host, so that editor, command line and panel show the same figure. */
export interface EstimateView {
  /** The sum of what has a monthly figure; null where nothing has. */
  readonly month: string | null
  /** Date of the oldest price used. */
  readonly asOf: string | null
  readonly counts: {
    readonly priced: number
    readonly partial: number
    readonly unknown: number
    readonly free: number
    readonly unsupported: number
  }
  /** The dearest. */
  readonly sites: readonly EstimateSite[]
  /** How many there are besides. */
  readonly more: number
}

export interface EstimateSite {
  readonly file: string
  /** The site's key within its file. */
  readonly key: string
  /** 1-based. */
  readonly line: number
  readonly label: string
  /** `$0.018 per call`; null where it is unknown. */
  readonly amount: string | null
  /** `$2,190 a month`; null where the volume is unknown. */
  readonly month: string | null
  /** Why something is unknown, and what was assumed: whole phrases. */
  readonly notes: readonly string[]
  readonly prices: readonly { readonly source: string; readonly asOf: string }[]
}

type Status =
  | { readonly is: 'idle' }
  | { readonly is: 'busy'; readonly what: string }
  /** One sentence. `retry`: the message that Retry sends again. */
  | { readonly is: 'error'; readonly message: string; readonly retry?: ViewRequest }

/** A connected source: what is known of it now. Sentences are the host's. */
export interface AccountView {
  readonly id: string
  readonly name: string
  readonly reads: string
  readonly state: 'waiting' | 'reading' | 'read' | 'failed'
  /** Why it failed, and what to do; while it is read, which days. */
  readonly says?: string
  /** Whose spend it is. */
  readonly whose: string
  /** False where it is more than the project's. */
  readonly isScoped: boolean
  /** When it is read again, and what that costs. */
  readonly again: string
}

/** Where what is shown comes from: a folder of this machine, or the organisation's own warehouse. Sentences are the host's. */
export interface StoreView {
  readonly name: string
  /** Whose spend it holds. */
  readonly says: string
  readonly isWarehouse: boolean
  /** A warehouse that the project names and nobody has connected here. */
  readonly unconnected?: string
}

/** What a provider says itself. Lines and problems are the host's sentences. */
export interface ProviderSays {
  readonly account: string
  readonly reads: string
  readonly tells: 'budget' | 'forecast' | 'anomaly'
  /** When it was asked: an ISO instant. */
  readonly asOf: string
  readonly lines: readonly string[]
  readonly problems: readonly string[]
}

/** Absent parts stay as they are. */
export interface PanelState {
  readonly providers?: readonly ProviderSays[]
  readonly store?: StoreView
  readonly spend?: SpendView
  readonly estimate?: EstimateView
  readonly status?: Status
  /** False where live sources cannot be read, as on vscode.dev. */
  readonly live?: boolean
  readonly accounts?: readonly AccountView[]
  /** Of those that somebody looks at, or has looked at since spend changed last. */
  readonly analyses?: AnalysisStates
}

export type HostMessage = { readonly version: 1; readonly type: 'state'; readonly state: PanelState }

/** What the user asks for. */
export type ViewRequest =
  | { readonly type: 'demo' }
  | { readonly type: 'importFile' }
  | { readonly type: 'connect' }
  /** Of one account, by its id, or of all. */
  | { readonly type: 'refresh'; readonly account?: string }
  | { readonly type: 'cancel'; readonly account?: string }
  | { readonly type: 'manage'; readonly account: string }
  /** The warehouse that is shown, or that could be. */
  | { readonly type: 'connectStore' }
  | { readonly type: 'manageStore' }
  /** Which part of it is the project's. */
  | { readonly type: 'chooseScope'; readonly account: string }
  | { readonly type: 'openSite'; readonly file: string; readonly key: string }

export type ViewBody =
  | { readonly type: 'ready' }
  | ViewRequest
  | ({ readonly type: 'look' } & Look)
  /** The analyses that are asked for are not waited for any more. */
  | { readonly type: 'stopLooking' }
  /** The panel got a message it does not know. */
  | { readonly type: 'unknownMessage'; readonly what: string }

export type ViewMessage = { readonly version: 1 } & ViewBody

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A message from the host; a string names what was wrong with it. */
export function readHostMessage(data: unknown): HostMessage | string {
  if (!isRecord(data) || typeof data.type !== 'string') return 'a message without a type'
  if (data.version !== protocolVersion) return `${data.type}, version ${String(data.version)}`
  if (data.type !== 'state' || !isRecord(data.state)) return data.type
  return data as unknown as HostMessage
}

/** A message from the panel; a string names what was wrong with it. Every field is checked: the panel shows other people's text. */
export function readViewMessage(data: unknown): ViewMessage | string {
  if (!isRecord(data) || typeof data.type !== 'string') return 'a message without a type'
  if (data.version !== protocolVersion) return `${data.type}, version ${String(data.version)}`
  switch (data.type) {
    case 'ready':
    case 'demo':
    case 'importFile':
    case 'connect':
    case 'connectStore':
    case 'manageStore':
    case 'stopLooking':
      return { version: 1, type: data.type }
    case 'refresh':
    case 'cancel':
      return { version: 1, type: data.type, ...(typeof data.account === 'string' ? { account: data.account } : {}) }
    case 'manage':
    case 'chooseScope':
      if (typeof data.account !== 'string') return `${data.type} without an account`
      return { version: 1, type: data.type, account: data.account }
    case 'openSite':
      if (typeof data.file !== 'string' || typeof data.key !== 'string') return 'openSite without a file and a key'
      return { version: 1, type: 'openSite', file: data.file, key: data.key }
    case 'look': {
      const look = readLook(data)
      return typeof look === 'string' ? look : { version: 1, type: 'look', ...look }
    }
    case 'unknownMessage':
      return { version: 1, type: 'unknownMessage', what: String(data.what) }
    default:
      return data.type
  }
}
