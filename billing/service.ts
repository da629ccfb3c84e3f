import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Reply, Request } from './protocol.ts'
import { sources } from './registry.gen.ts'
import { collect, type Outside } from './runner.ts'
import type { Loaded, SpendStore } from './store.ts'
import { demoAsOf, demoSource, summarise } from './summary.ts'

/** The stores of one process. */
export interface Stores {
  /** The user's own. */
  readonly own: SpendStore
  /** An empty one in memory, for the demo company's money: the two never meet in one total, nor on the disk. */
  openDemo(): Promise<SpendStore>
}

type Kept = Exclude<Request, { do: 'cancel' | 'open' }>

/** Answers requests; `cancel` is heard at once. Every other request gets exactly one reply. */
export function createService({ own, openDemo }: Stores, outside: Outside) {
  const running = new Map<number, AbortController>()
  /** What is shown where it was loaded last. */
  let demo: SpendStore | undefined
  /** Paths by the name they are being loaded under. */
  const files = new Map<string, string>()

  function handle(request: Request): Promise<Reply | undefined> {
    if (request.do === 'cancel') running.get(request.id)?.abort()
    if (request.do === 'cancel' || request.do === 'open') return Promise.resolve(undefined)
    const controller = new AbortController()
    running.set(request.id, controller)
    return answer(request, controller.signal)
      .catch((error: unknown) => (controller.signal.aborted ? cancelled(request.id) : broken(request.id, error)))
      .finally(() => running.delete(request.id))
  }

  async function answer(request: Kept, signal: AbortSignal): Promise<Reply> {
    const { id } = request
    switch (request.do) {
      case 'sync':
        return sync(request, signal)
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
        return { is: 'summary', id, summary: await summarise(demo ?? own, signal) }
      case 'validate': {
        const validated = await own.validate(request.file)
        if (validated.is === 'validated') return { is: 'validated', id, validated }
        return { is: 'failed', id, failure: { kind: 'file', message: validated.message } }
      }
      case 'ask':
        return { is: 'answer', id, rows: await (demo ?? own).ask(request.question, signal) }
      case 'forget':
        await (request.source === undefined ? own.erase() : own.forget(request.source))
        return { is: 'forgotten', id }
    }
  }

  /** Two files of one name in different folders are two sources: one would take the other's place, and a total be short. */
  async function nameOf(file: string): Promise<string> {
    const origins = new Map((await own.loads()).map(({ source, origin }) => [source, origin]))
    const names = [basename(file), join(basename(dirname(file)), basename(file)), file].map((name) => `file:${name}`)
    const name = names.find((each) => (files.get(each) ?? origins.get(each) ?? file) === file) ?? names[2]!
    files.set(name, file)
    return name
  }

  async function sync(request: Extract<Request, { do: 'sync' }>, signal: AbortSignal): Promise<Reply> {
    const source = sources.find(({ id }) => id === request.source)
    if (!source) return unknownSource(request)
    const { connection, range } = request
    // Waiting for a provider holds nobody up: the store is only busy with what came.
    const collected = await collect(source, connection, range, outside, signal)
    if (collected.is === 'failed') return { is: 'failed', id: request.id, failure: collected.failure }
    const { rows, problems } = collected
    return loaded(request.id, source.id, await own.load(rows, { source: source.id, ...range }, { problems, signal }))
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

function reply(id: number, source: string, result: Loaded): Reply {
  if (result.is === 'refused') return { is: 'failed', id, failure: { kind: 'file', message: result.message } }
  return { is: 'loaded', id, source, rows: result.rows, problems: result.problems }
}

const cancelled = (id: number): Reply => ({
  is: 'failed',
  id,
  failure: { kind: 'cancelled', message: 'Cancelled: what was there before stays.' },
})

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
