import { systemVariables } from '../core/system-variables.ts'
import type { Analysed, AnalysisName, AnalysisRequest, NothingToAnalyse } from './analysis/analyse.ts'
import { type Child, forkChild, type StartChild } from './child.ts'
import type { SourceInfo, WarehouseInfo } from './describe.ts'
import type { Reply, Request, Summary } from './protocol.ts'
import type { Answers, Question, Within } from './questions.ts'
import type { Window } from './reading.ts'
import type { Connection } from './runner.ts'
import type { Range, Readable } from './source.ts'
import type { ExportFormat, LoadState, StorePlace } from './store.ts'
import type { Validated } from './validate/validate.ts'
import type { WarehousePlace } from './warehouse.ts'

export type Failed = Extract<Reply, { is: 'failed' }>
type Exported = Extract<Reply, { is: 'exported' }>
export type Loaded = Extract<Reply, { is: 'loaded' }>
type Probed = Extract<Reply, { is: 'probed' }>
type Signals = Extract<Reply, { is: 'signals' }>
type Unsent<R> = R extends Request ? Omit<R, 'id'> : never

export interface SyncOptions {
  readonly signal?: AbortSignal
  /** The name it is kept under; left out: the source's id. */
  readonly as?: string
  /** All of the range or nothing of it; left out: what came stays where the rest does not come. */
  readonly whole?: boolean
  /** Before each part of the reading is asked for; those before it are loaded. */
  onWindow?(window: Window): void
}

/** The parent's side of the billing process. It starts with the first request, and again after a crash. */
export interface BillingClient {
  sync(source: string, connection: Connection, range: Range, more?: SyncOptions): Promise<Loaded | Failed>
  /** What a provider says besides spend; `source`: one of `signalSources`, asked with the connection of the source it goes with. */
  signals(source: string, connection: Connection, range: Range, signal?: AbortSignal): Promise<Signals | Failed>
  /** What can be connected. */
  sources(): Promise<readonly SourceInfo[] | Failed>
  warehouses(): Promise<readonly WarehouseInfo[] | Failed>
  /** Whether this warehouse answers, in a sentence. It need not be the store. */
  tryWarehouse(place: WarehousePlace, signal?: AbortSignal): Promise<Probed | Failed>
  /** Whether these credentials may read, in a sentence. Nothing is loaded. */
  probe(source: string, connection: Connection, signal?: AbortSignal): Promise<Probed | Failed>
  /** Accounts of a source that reads only those which are named. */
  accounts(source: string, connection: Connection): Promise<readonly Readable[] | Failed>
  /** Profiles of AWS's config files. */
  profiles(): Promise<readonly string[] | Failed>
  importFile(file: string, signal?: AbortSignal): Promise<Loaded | Failed>
  demo(file: string): Promise<Loaded | Failed>
  validate(file: string): Promise<Validated | Failed>
  summary(): Promise<Summary | Failed>
  ask<Q extends Question>(question: Q, signal?: AbortSignal): Promise<readonly Answers[Q['ask']][] | Failed>
  /** The numbers of `outlay spend <analysis>`, over what is shown. */
  analyse<A extends AnalysisName>(
    request: AnalysisRequest<A>,
    signal?: AbortSignal,
  ): Promise<Analysed<A> | NothingToAnalyse | Failed>
  /** Writes single charges to an absolute path. */
  exportTo(to: string, format: ExportFormat, within: Within): Promise<Exported | Failed>
  /** The last load of each source in the store. */
  loads(): Promise<readonly LoadState[] | Failed>
  /** Removes the rows of a source from the store, or all where none is named. */
  forget(source?: string): Promise<undefined | Failed>
  /** What is asked ends with it. */
  stop(): void
}

/** Only what Node and the system need: no key that stands in the editor's environment reaches the process. */
const passed = [
  ...systemVariables,
  // Where files of sign-ins lie, each as its owner documents it: paths, no secrets.
  'USERPROFILE',
  'APPDATA',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'CLOUDSDK_CONFIG',
]

/**
 * DuckDB's allocator, jemalloc on Linux, keeps freed pages for two seconds more, and an import then takes 400 MB over the
 * engine's limit. Read when its library is loaded, so from the process's environment only.
 * https://jemalloc.net/jemalloc.3.html#opt.dirty_decay_ms
 */
export const memoryReturned = { DUCKDB_JE_MALLOC_CONF: 'dirty_decay_ms:0,muzzy_decay_ms:0' }

/** `entry`: absolute path of dist/billing.mjs. `place`: where spend is kept, asked for when the process starts. */
export function createBillingClient(
  entry: string,
  execArgv: readonly string[] = [],
  place: StorePlace | (() => StorePlace) = { is: 'memory' },
  startChild: StartChild = forkChild,
): BillingClient {
  const waiting = new Map<number, (reply: Reply) => void>()
  const reading = new Map<number, (window: Window) => void>()
  let child: Child | undefined
  let next = 1

  function start(): Child {
    const environment = Object.fromEntries(passed.map((name) => [name, process.env[name]]))
    const started = startChild(
      { entry, execArgv, env: { ...environment, ...memoryReturned }, errors: 'ignore' },
      {
        heard(message) {
          const reply = message as Reply
          if (reply.is === 'reading') reading.get(reply.id)?.(reply)
          else if (reply.is !== 'ready') settle(reply.id, reply)
        },
        ended() {
          if (child === started) child = undefined
          for (const id of [...waiting.keys()]) settle(id, stopped(id))
        },
      },
    )
    started.send({ do: 'open', id: 0, place: typeof place === 'function' ? place() : place } satisfies Request)
    return started
  }

  function settle(id: number, reply: Reply): void {
    waiting.get(id)?.(reply)
    waiting.delete(id)
    reading.delete(id)
  }

  function request(
    message: Unsent<Request>,
    signal?: AbortSignal,
    onWindow?: (window: Window) => void,
  ): Promise<Reply> {
    const id = next++
    if (onWindow) reading.set(id, onWindow)
    child ??= start()
    const asked = child
    return new Promise((resolve) => {
      const cancel = () => asked.send({ do: 'cancel', id } satisfies Request)
      waiting.set(id, (reply) => {
        signal?.removeEventListener('abort', cancel)
        resolve(reply)
      })
      signal?.addEventListener('abort', cancel, { once: true })
      asked.send({ ...message, id } as Request)
      if (signal?.aborted) cancel()
    })
  }

  const load = async (message: Unsent<Request>, signal?: AbortSignal) =>
    (await request(message, signal)) as Loaded | Failed
  return {
    sync: async (source, connection, range, { signal, onWindow, ...more } = {}) =>
      (await request({ do: 'sync', source, connection, range, ...more }, signal, onWindow)) as Loaded | Failed,
    sources: async () => {
      const reply = (await request({ do: 'sources' })) as Extract<Reply, { is: 'sources' }> | Failed
      return reply.is === 'sources' ? reply.sources : reply
    },
    signals: async (source, connection, range, signal) =>
      (await request({ do: 'signals', source, connection, range }, signal)) as Signals | Failed,
    warehouses: async () => {
      const reply = (await request({ do: 'warehouses' })) as Extract<Reply, { is: 'warehouses' }> | Failed
      return reply.is === 'warehouses' ? reply.warehouses : reply
    },
    tryWarehouse: async (place, signal) => (await request({ do: 'try', place }, signal)) as Probed | Failed,
    probe: async (source, connection, signal) =>
      (await request({ do: 'probe', source, connection }, signal)) as Probed | Failed,
    accounts: async (source, connection) => {
      const message = { do: 'accounts', source, connection } as const
      const reply = (await request(message)) as Extract<Reply, { is: 'accounts' }> | Failed
      return reply.is === 'accounts' ? reply.accounts : reply
    },
    profiles: async () => {
      const reply = (await request({ do: 'profiles' })) as Extract<Reply, { is: 'profiles' }> | Failed
      return reply.is === 'profiles' ? reply.profiles : reply
    },
    importFile: (file, signal) => load({ do: 'import', file }, signal),
    demo: (file) => load({ do: 'demo', file }),
    validate: async (file) => {
      const reply = (await request({ do: 'validate', file })) as Extract<Reply, { is: 'validated' }> | Failed
      return reply.is === 'validated' ? reply.validated : reply
    },
    summary: async () => {
      const reply = (await request({ do: 'summary' })) as Extract<Reply, { is: 'summary' }> | Failed
      return reply.is === 'summary' ? reply.summary : reply
    },
    ask: async <Q extends Question>(question: Q, signal?: AbortSignal) => {
      const reply = (await request({ do: 'ask', question }, signal)) as Extract<Reply, { is: 'answer' }> | Failed
      return reply.is === 'answer' ? (reply.rows as readonly Answers[Q['ask']][]) : reply
    },
    analyse: async <A extends AnalysisName>(asked: AnalysisRequest<A>, signal?: AbortSignal) => {
      const reply = (await request({ do: 'analyse', ...asked }, signal)) as Extract<Reply, { is: 'analysis' }> | Failed
      return reply.is === 'analysis' ? (reply.found as Analysed<A> | NothingToAnalyse) : reply
    },
    exportTo: async (to, format, within) => (await request({ do: 'export', to, format, within })) as Exported | Failed,
    loads: async () => {
      const reply = (await request({ do: 'loads' })) as Extract<Reply, { is: 'loads' }> | Failed
      return reply.is === 'loads' ? reply.loads : reply
    },
    forget: async (source) => {
      const reply = (await request({ do: 'forget', source })) as Extract<Reply, { is: 'forgotten' }> | Failed
      return reply.is === 'forgotten' ? undefined : reply
    },
    // It ends by itself, once a query that was called off is ended at the provider too; nobody waits for that.
    stop: () => child?.leave(),
  }
}

const stopped = (id: number): Failed => ({
  is: 'failed',
  id,
  failure: {
    kind: 'process',
    message: 'The billing process stopped; it starts again with the next request. What it was loading is not there.',
  },
})
