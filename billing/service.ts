import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { AnalysisMeans, AnalysisRequest } from './analysis/analyse.ts'
import { describe, describeWarehouse } from './describe.ts'
import { findFiles } from './files/find-files.ts'
import { notKept } from './kept-to.ts'
import { meteredSource } from './metered.ts'
import { probe } from './probe.ts'
import type { Reply, Request } from './protocol.ts'
import { isAtOnce, readInto, type Window } from './reading.ts'
import { signalSources, sources } from './registry.gen.ts'
import { collectFiles, isEmpty } from './remote-files.ts'
import { type Connection, ioOf, type Outside } from './runner.ts'
import { signedIn } from './sign-in/sign-in.ts'
import { collectSignals } from './signals/collect.ts'
import type { BillingSource, Provider, Range, RemoteFiles } from './source.ts'
import type { Loaded, SpendStore } from './store.ts'
import { StoreError } from './store-error.ts'
import { demoAsOf, demoSource, labelOf, summarise } from './summary.ts'
import { forgetUnfinished, sweepUnfinished, type Texts, textsInMemory, unfinishedOf } from './unfinished.ts'

/** The stores of one process. */
export interface Stores {
  /** The user's own. */
  readonly own: SpendStore
  /** An empty one in memory, for the demo company's money: the two never meet in one total, nor on the disk. */
  openDemo(): Promise<SpendStore>
  /** A folder for files of exports, which are fetched once; left out: they are fetched each time, and not kept. */
  readonly exports?: string
  /** For what providers answered in readings that broke off; left out: it is gone with the process. */
  readonly unfinished?: Texts
}

/** What some analyses need besides the store, loaded with the first that does. */
export type ServiceMeans = Pick<AnalysisMeans, 'book'> & Partial<Pick<AnalysisMeans, 'trained'>>

const bundled = { trained: async () => (await import('./forecast/mstl.ts')).loadMstl() }

type Kept = Exclude<Request, { do: 'cancel' | 'open' }>

/** Hears of a reading that goes on. */
type Tell = (reply: Extract<Reply, { is: 'reading' }>) => void

/** Answers requests; `cancel` is heard at once. Every other request gets exactly one reply, and a `sync` is told of until then. */
export function createService(
  { own, openDemo, exports, unfinished = textsInMemory() }: Stores,
  outside: Outside,
  given: ServiceMeans,
) {
  const means = { ...bundled, ...given }
  const running = new Map<number, AbortController>()
  /** What is shown where it was loaded last. */
  let demo: SpendStore | undefined
  /** Paths by the name they are being loaded under. */
  const files = new Map<string, string>()

  function handle(request: Request, tell: Tell = () => undefined): Promise<Reply | undefined> {
    if (request.do === 'cancel') running.get(request.id)?.abort()
    if (request.do === 'cancel' || request.do === 'open') return Promise.resolve(undefined)
    const controller = new AbortController()
    running.set(request.id, controller)
    return answer(request, controller.signal, tell)
      .catch((error: unknown) => (controller.signal.aborted ? cancelled(request.id) : broken(request.id, error)))
      .finally(() => running.delete(request.id))
  }

  async function answer(request: Kept, signal: AbortSignal, tell: Tell): Promise<Reply> {
    const { id } = request
    switch (request.do) {
      case 'sync':
        return sync(request, signal, (window) => tell({ is: 'reading', id, ...window }))
      case 'signals':
        return signals(request, outside, signal)
      case 'sources':
        return { is: 'sources', id, sources: readable.map(describe) }
      case 'warehouses':
        return {
          is: 'warehouses',
          id,
          warehouses: (await (await import('./stores/warehouse.ts')).allWarehouses()).map(describeWarehouse),
        }
      case 'try':
        return {
          is: 'probed',
          id,
          sentence: await (await import('./stores/try-warehouse.ts')).tryWarehouse(request.place, outside, signal),
        }
      case 'probe':
      case 'accounts':
        return tried(request, signal)
      case 'profiles':
        return { is: 'profiles', id, profiles: await (await import('./sign-in/aws.ts')).awsProfiles() }
      case 'import': {
        const { file } = request
        const source = await nameOf(file)
        return loaded(
          id,
          source,
          await own.importFocus(file, { source }, await modified(file), { origin: file, signal }),
        )
      }
      case 'demo': {
        const opened = await openDemo()
        const result = await opened.importFocus(request.file, { source: demoSource }, demoAsOf, { signal })
        if (result.is === 'loaded') await show(opened)
        return reply(id, demoSource, result)
      }
      case 'summary':
        return { is: 'summary', id, summary: await summarise(demo ?? own, label, signal) }
      case 'validate': {
        const validated = await own.validate(request.file)
        if (validated.is === 'validated') return { is: 'validated', id, validated }
        return { is: 'failed', id, failure: { kind: 'file', message: validated.message } }
      }
      case 'ask':
        return { is: 'answer', id, rows: await (demo ?? own).ask(request.question, signal) }
      case 'analyse':
        return { is: 'analysis', id, found: await analysed(request, signal) }
      case 'export': {
        if (!own.exportTo)
          throw new StoreError('This store of spend is only asked: single charges are not exported from it.')
        return { is: 'exported', id, rows: await own.exportTo(request.to, request.format, request.within, signal) }
      }
      case 'loads':
        return { is: 'loads', id, loads: await own.loads() }
      case 'forget':
        await (request.source === undefined ? own.erase() : own.forget(request.source))
        if (exports !== undefined)
          await rm(request.source === undefined ? exports : cacheOf(exports, request.source), {
            recursive: true,
            force: true,
          })
        await forgetUnfinished(unfinished, request.source)
        return { is: 'forgotten', id }
    }
  }

  async function analysed({ settings, ...request }: AnalysisRequest, signal: AbortSignal) {
    const [{ analyse }, loads] = await Promise.all([import('./analysis/analyse.ts'), (demo ?? own).loads()])
    const today = demo ? demoAsOf : outside.now().toISOString()
    return analyse(
      { ...request, settings: demo ? (await import('./demo-settings.ts')).demoSettings : settings },
      {
        ...{ ...means, loads, today: today.slice(0, 10) },
        ask: (question) => (demo ?? own).ask(question, signal),
        pause: async () => {
          await setImmediate()
          signal.throwIfAborted()
        },
      },
    )
  }

  async function sourceOf(id: string): Promise<BillingSource | undefined> {
    const counted = metered.find((each) => each.id === id)
    return counted ? meteredSource(counted, await means.book()) : sources.find((each) => each.id === id)
  }

  /** Two files of one name in different folders are two sources: one would take the other's place, and a total be short. */
  async function nameOf(file: string): Promise<string> {
    const origins = new Map((await own.loads()).map(({ source, origin }) => [source, origin]))
    const names = [basename(file), join(basename(dirname(file)), basename(file)), file].map((name) => `file:${name}`)
    const name = names.find((each) => (files.get(each) ?? origins.get(each) ?? file) === file) ?? names[2]!
    files.set(name, file)
    return name
  }

  async function sync(
    request: Extract<Request, { do: 'sync' }>,
    signal: AbortSignal,
    tell: (window: Window) => void,
  ): Promise<Reply> {
    const source = await sourceOf(request.source)
    if (!source) return unknownSource(request)
    const { id, range, as = source.id, whole = false } = request
    const connection = await signedIn(source, request.connection)
    if ('kind' in connection) return { is: 'failed', id, failure: connection }
    const { files } = source
    if (files) return syncFiles({ ...source, files }, connection, request, signal)
    await sweepUnfinished(unfinished, outside.now())
    // Not the connection that was signed in: what a sign-in makes is another each time.
    const same = [source.id, request.connection, range, whole]
    const before = isAtOnce(source) ? await unfinishedOf(unfinished, as, same, () => outside.now()) : undefined
    const wanted = { source, connection, range, as, whole, unfinished: before }
    // Waiting for a provider holds nobody up: the store is only busy with what came.
    const read = await readInto(own, wanted, outside, signal, tell)
    if (read.is === 'failed' && !read.kept) return { ...read, id }
    await show(undefined)
    return read.is === 'failed' ? { ...read, id } : { ...read, is: 'loaded', id, source: as }
  }

  /** The whole source is replaced: a month that is written anew may hold days of the one before. */
  async function syncFiles(
    source: BillingSource & { readonly files: RemoteFiles },
    connection: Connection,
    { id, range, as = source.id }: Extract<Request, { do: 'sync' }>,
    signal: AbortSignal,
  ): Promise<Reply> {
    const folder = exports === undefined ? await mkdtemp(join(tmpdir(), 'outlay-')) : cacheOf(exports, as)
    try {
      const cached = await collectFiles(
        source,
        connection,
        await wholeRange(range, as, folder),
        folder,
        outside,
        signal,
      )
      if ('kind' in cached) return { is: 'failed', id, failure: cached }
      const { modified } = cached
      const problems = [...notKept(source, connection.scope ?? {}), ...cached.problems]
      return loaded(id, as, await own.importFocus(folder, { source: as }, modified, { problems, signal }))
    } finally {
      if (exports === undefined) await rm(folder, { recursive: true, force: true })
    }
  }

  /** Where the files are gone whose days the store still has, they are fetched again: the load takes the place of all of them. */
  async function wholeRange(range: Range, as: string, folder: string): Promise<Range> {
    if (!(await isEmpty(folder))) return range
    const state = (await own.ask({ ask: 'sources' })).find(({ source }) => source === as)
    return state && state.since < range.since ? { ...range, since: state.since } : range
  }

  /** What is asked of a source before anything of it is kept. */
  async function tried(request: Extract<Request, { do: 'probe' | 'accounts' }>, signal: AbortSignal): Promise<Reply> {
    const { id } = request
    const source = await sourceOf(request.source)
    if (!source) return unknownSource(request)
    const connection = await signedIn(source, request.connection)
    if ('kind' in connection) return { is: 'failed', id, failure: connection }
    if (request.do === 'probe') {
      const answered = await probe(source, connection, outside, signal)
      return 'kind' in answered ? { is: 'failed', id, failure: answered } : { is: 'probed', id, ...answered }
    }
    const io = ioOf(source, connection, outside, signal)
    const accounts = 'kind' in io ? io : ((await source.accounts?.(io)) ?? [])
    return 'kind' in accounts ? { is: 'failed', id, failure: accounts } : { is: 'accounts', id, accounts }
  }

  async function loaded(id: number, source: string, result: Loaded): Promise<Reply> {
    if (result.is === 'loaded') await show(undefined)
    return reply(id, source, result)
  }

  async function show(opened: SpendStore | undefined): Promise<void> {
    const before = demo
    demo = opened
    await before?.close()
  }

  return { handle }
}

async function signals(
  request: Extract<Request, { do: 'signals' }>,
  outside: Outside,
  signal: AbortSignal,
): Promise<Reply> {
  const { id, range } = request
  const source = signalSources.find((each) => each.id === request.source)
  if (!source) return unknownSource(request, signalSources)
  const connection = await signedIn(source, request.connection)
  if ('kind' in connection) return { is: 'failed', id, failure: connection }
  const heard = await collectSignals(source, connection, range, outside, signal)
  return 'kind' in heard ? { is: 'failed', id, failure: heard } : { is: 'signals', id, ...heard }
}

/** `openai:work` is an account of `openai`. */
const label = (source: string) =>
  labelOf(source, [...sources, ...signalSources].find(({ id }) => id === source.split(':', 1)[0])?.reads)

/** What rows of spend come of: bills, and use that is counted and has a price. */
const metered = signalSources.filter(({ tells }) => tells === 'use')
const readable: readonly Provider[] = [...sources, ...metered]

const cacheOf = (exports: string, as: string) => join(exports, encodeURIComponent(as))

function reply(id: number, source: string, result: Loaded): Reply {
  if (result.is === 'refused') return { is: 'failed', id, failure: { kind: 'file', message: result.message } }
  const { rows, problems, unread } = result
  return { is: 'loaded', id, source, rows, problems, unread }
}

const cancelled = (id: number): Reply => ({
  is: 'failed',
  id,
  failure: { kind: 'cancelled', message: 'Cancelled: what was there before stays.' },
})

const unknownSource = (
  { id, source }: Extract<Request, { do: 'sync' | 'probe' | 'accounts' | 'signals' }>,
  known: readonly Provider[] = readable,
): Reply => ({
  is: 'failed',
  id,
  failure: {
    kind: 'process',
    message: `There is no source "${source}"; there are ${known.map((each) => each.id).join(', ')}.`,
  },
})

/** When the newest of the files was written; one that is not there is reported by the import itself. */
async function modified(path: string): Promise<string> {
  const found = await findFiles(path)
  return found.is === 'files' ? found.modified : new Date(0).toISOString()
}

export function broken(id: number, error: unknown): Reply {
  if (error instanceof StoreError) return { is: 'failed', id, failure: { kind: 'store', message: error.message } }
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error)
  return {
    is: 'failed',
    id,
    failure: { kind: 'process', message: `Reading the spend failed inside Outlay: ${message}` },
  }
}
