import * as vscode from 'vscode'
import type { FromBills, ToBills } from './bills-protocol.ts'
import { type RunningScript, runScript } from './run-script.ts'

/** Largest file that is read. Bytes; it is copied twice on its way to the worker. */
export const mostBytes = 64 * 1024 * 1024

export type Imported =
  | Extract<FromBills, { readonly is: 'imported' }>
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly why: string }

/** The worker that reads bills: started with the first file, kept for those that come to stand beside it. */
export interface Bills {
  importFocus(file: vscode.Uri): Promise<Imported>
  /** Calls off what is read, and what is on its way to be. */
  cancel(): void
  dispose(): void
}

type Script = RunningScript<ToBills, FromBills>

export function createBills(dist: vscode.Uri, log: (message: string) => void): Bills {
  const waiting = new Map<number, (imported: Imported) => void>()
  /** Files that were read, by their address. */
  const files = new Map<string, vscode.Uri>()
  /** Those of them whose sums the worker that runs holds. */
  const held = new Set<string>()
  /** Names of files that were read once, and could not be read again. */
  const lost = new Map<string, string>()
  let worker: Promise<Script> | undefined
  let onTheWay = new AbortController()
  let asked = 0

  async function start(): Promise<Script> {
    const made = await runScript<ToBills, FromBills>(
      vscode.Uri.joinPath(dist, 'web', 'bills-worker.js'),
      'outlay bills',
    )
    made.onmessage = ({ data }) => settle(data.id, data)
    // Whatever it was, what it held is gone with it: the next one reads that again.
    made.onerror = ({ message = 'error' }) => {
      made.terminate()
      worker = undefined
      held.clear()
      for (const id of [...waiting.keys()]) settle(id, { is: 'failed', why: message })
    }
    return made
  }

  function settle(id: number, imported: Imported): void {
    waiting.get(id)?.(imported)
    waiting.delete(id)
  }

  /** One that did not start is tried again with the next file; one that runs is kept, whatever a file was like. */
  function started(): Promise<Script> {
    worker ??= start().catch((error: unknown) => {
      worker = undefined
      throw error
    })
    return worker
  }

  /** @returns what the worker says; rejects where the file cannot be fetched, or no worker starts */
  async function read(uri: vscode.Uri, signal: AbortSignal): Promise<Imported> {
    const { mtime } = await vscode.workspace.fs.stat(uri)
    const bytes = new Uint8Array(await vscode.workspace.fs.readFile(uri))
    const isParquet = /\.parquet$/i.test(uri.path)
    const part = isParquet
      ? await vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, 'parts', 'parquet.js'))
      : undefined
    const running = await started()
    if (signal.aborted) return { is: 'cancelled' }
    asked += 1
    const id = asked
    const file = { name: nameOf(uri), bytes, asOf: new Date(mtime).toISOString() }
    const done = new Promise<Imported>((imported) => waiting.set(id, imported))
    running.postMessage({ is: 'import', id, file, origin: uri.toString(), part }, [bytes.buffer])
    const imported = await done
    if (!isTaken(imported)) return imported
    const address = uri.toString()
    held.add(address)
    files.set(address, uri)
    lost.delete(address)
    return imported
  }

  /** What a worker that ended had read is read again before anything else: a total without it would be short. */
  async function readAgain(signal: AbortSignal, except: string): Promise<void> {
    for (;;) {
      const next = [...files].find(([address]) => address !== except && !held.has(address))
      if (!next || signal.aborted) return
      const [address, uri] = next
      const again = await read(uri, signal).catch((error: unknown) => ({ is: 'failed' as const, why: String(error) }))
      if (again.is === 'cancelled') return
      if (isTaken(again)) continue
      log(`${uri}: ${again.is === 'failed' ? again.why : 'refused'}`)
      files.delete(address)
      lost.set(address, nameOf(uri))
    }
  }

  async function importFocus(uri: vscode.Uri, signal: AbortSignal): Promise<Imported> {
    // What is not there is told before others are read for it.
    await vscode.workspace.fs.stat(uri)
    await readAgain(signal, uri.toString())
    const imported = signal.aborted ? ({ is: 'cancelled' } as const) : await read(uri, signal)
    if (imported.is !== 'imported' || lost.size === 0) return imported
    const missing = [...lost.values()].map((name) =>
      vscode.l10n.t(
        'What reads bills had ended, and {0} could not be read again: it is not in the totals. Import it again.',
        name,
      ),
    )
    return { ...imported, spend: { ...imported.spend, problems: [...imported.spend.problems, ...missing] } }
  }

  return {
    importFocus: (file) =>
      importFocus(file, onTheWay.signal).catch((error: unknown) => {
        log(`${file}: ${String(error)}`)
        return { is: 'failed', why: String(error) }
      }),
    cancel() {
      onTheWay.abort()
      onTheWay = new AbortController()
      void worker?.then((running) => running.postMessage({ is: 'cancel' }), log)
    },
    dispose: () => void worker?.then((running) => running.terminate(), log),
  }
}

const nameOf = (uri: vscode.Uri) => uri.path.split('/').at(-1) ?? ''
const isTaken = (imported: Imported) => imported.is === 'imported' && imported.loaded.is === 'loaded'
