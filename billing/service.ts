import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Reply, Request } from './protocol.ts'
import { sources } from './registry.gen.ts'
import { collect, type Outside } from './runner.ts'
import type { SpendStore } from './stores/duckdb.ts'
import type { Loaded } from './stores/duckdb-load.ts'
import { demoAsOf, demoSource, summarise } from './summary.ts'

/** Answers requests over one store; `cancel` is heard at once. Every request gets exactly one reply. */
export function createService(store: SpendStore, outside: Outside) {
  const running = new Map<number, AbortController>()
  /** Paths by the name they are loaded under. */
  const files = new Map<string, string>()
  const problems = new Map<string, readonly string[]>() // by source, of its last load
  let queue: Promise<unknown> = Promise.resolve()

  function handle(request: Request): Promise<Reply | undefined> {
    if (request.do === 'cancel') {
      running.get(request.id)?.abort()
      return Promise.resolve(undefined)
    }
    const controller = new AbortController()
    running.set(request.id, controller)
    // Waiting for a provider holds nobody up: only the store's own work is done one after the other.
    const work = request.do === 'sync' ? sync(request, controller.signal) : inTurn(() => answer(request))
    return work.catch((error: unknown) => broken(request.id, error)).finally(() => running.delete(request.id))
  }

  /** Two files of one name in different folders are two sources: one would take the other's place, and a total be short. */
  function nameOf(file: string): string {
    const names = [basename(file), join(basename(dirname(file)), basename(file)), file].map((name) => `file:${name}`)
    const name = names.find((each) => (files.get(each) ?? file) === file) ?? names[2]!
    files.set(name, file)
    return name
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }

  async function answer(request: Exclude<Request, { do: 'cancel' | 'sync' }>): Promise<Reply> {
    const { id } = request
    switch (request.do) {
      case 'import': {
        const source = nameOf(request.file)
        return loaded(id, source, await store.importFocus(request.file, { source }, await modified(request.file)))
      }
      case 'demo':
        return loaded(id, demoSource, await store.importFocus(request.file, { source: demoSource }, demoAsOf))
      case 'summary':
        return { is: 'summary', id, summary: await summarise(store, [...problems.values()].flat()) }
      case 'validate': {
        const validated = await store.validate(request.file)
        if (validated.is === 'validated') return { is: 'validated', id, validated }
        return { is: 'failed', id, failure: { kind: 'file', message: validated.message } }
      }
      case 'ask':
        return { is: 'answer', id, rows: await store.ask(request.question) }
    }
  }

  async function sync(request: Extract<Request, { do: 'sync' }>, signal: AbortSignal): Promise<Reply> {
    const source = sources.find(({ id }) => id === request.source)
    if (!source) return unknownSource(request)
    const { connection, range } = request
    const collected = await collect(source, connection, range, outside, signal)
    if (collected.is === 'failed') return { is: 'failed', id: request.id, failure: collected.failure }
    return inTurn(async () => {
      const result = await store.load(collected.rows, { source: source.id, ...range })
      if (result.is === 'refused') return loaded(request.id, source.id, result)
      return loaded(request.id, source.id, { ...result, problems: [...collected.problems, ...result.problems] })
    })
  }

  async function loaded(id: number, source: string, result: Loaded): Promise<Reply> {
    if (result.is === 'refused') return { is: 'failed', id, failure: { kind: 'file', message: result.message } }
    await separate(source)
    problems.set(source, result.problems)
    return { is: 'loaded', id, source, rows: result.rows, problems: result.problems }
  }

  /** The demo company's money and the user's own never meet in one total. */
  async function separate(arrived: string): Promise<void> {
    for (const { source } of await store.ask({ ask: 'sources' })) {
      if ((source === demoSource) === (arrived === demoSource)) continue
      await store.forget(source)
      problems.delete(source)
    }
  }

  return { handle }
}

const unknownSource = ({ id, source }: Extract<Request, { do: 'sync' }>): Reply => ({
  is: 'failed',
  id,
  failure: {
    kind: 'process',
    message: `There is no source "${source}"; there are ${sources.map((each) => each.id).join(', ')}.`,
  },
})

/** When the file was last written; a file that is not there is reported by the import itself. */
async function modified(file: string): Promise<string> {
  const written = await stat(file)
    .then((stats) => stats.mtime)
    .catch(() => new Date(0))
  return written.toISOString()
}

function broken(id: number, error: unknown): Reply {
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error)
  return {
    is: 'failed',
    id,
    failure: { kind: 'process', message: `Reading the spend failed inside Outlay: ${message}` },
  }
}
