import * as vscode from 'vscode'
import type { Total } from '../core/report/total.ts'
import type { Result } from '../core/types.ts'
import { eachInTurn } from './long-lists.ts'
import type { ConfigProblem, Elsewhere, FileChange, FromWorker, Scanned } from './protocol.ts'
import { createTold, type Told } from './told-in-turn.ts'
import type { Turns } from './turns.ts'

export interface Shown {
  readonly result: Result
  readonly total: Total
  readonly elsewhere: readonly Elsewhere[]
  /** Where nothing has the file open. Its result is made when it is looked at: not of thousands at once. */
  readonly scanned?: Scanned
}

/** The last answer for each file; every surface reads from here, so that all show the same. */
export interface Results extends vscode.Disposable {
  receive(message: FromWorker): void
  forget(file: string): void
  /** Of files nothing has open: all but these, or all of some but these. In turns, as there may be thousands. */
  forgetScanned(but: ReadonlySet<string>, some?: ReadonlySet<string>): Promise<void>
  /** Only where it fits the text on screen. */
  current(file: string): Shown | undefined
  /** Waits for the answer to the version on screen; undefined when cancelled. */
  next(file: string, token: vscode.CancellationToken): Promise<Shown | undefined>
  /** The same, but no longer than so many milliseconds. */
  within(file: string, ms: number): Promise<Shown | undefined>
  /** Against the base, of what `current` is; undefined where there is none, or it was not read yet. */
  change(file: string): FileChange | undefined
  all(): ReadonlyMap<string, Shown>
  /** Whoever listens has a turn of its own, and is not told of what came meanwhile but of what is there then. */
  readonly onDidChange: Told<string>['event']
  readonly onDidCompare: vscode.Event<string>
  readonly onDidCheckConfig: vscode.Event<{ readonly file: string; readonly problems: readonly ConfigProblem[] }>
}

interface ResultsTools {
  /** Of the text on screen. */
  version(file: string): number | undefined
  readonly turns: Turns
  failed(error: unknown): void
}

export function createResults({ version, turns: { soon, inTurn }, failed }: ResultsTools): Results {
  const shown = new Map<string, Shown>()
  const changes = new Map<string, FileChange | undefined>()
  const changed = createTold<string>(soon, failed)
  const compared = new vscode.EventEmitter<string>()
  const configs = new vscode.EventEmitter<{ file: string; problems: readonly ConfigProblem[] }>()

  function current(file: string): Shown | undefined {
    const last = shown.get(file)
    return last && !last.scanned && last.result.version === version(file) ? last : undefined
  }

  function next(file: string, token: vscode.CancellationToken): Promise<Shown | undefined> {
    const now = current(file)
    if (now || token.isCancellationRequested) return Promise.resolve(now)
    return new Promise((answered) => {
      const listeners = [
        // Not in the turn that shows it in all other ways: what is answered from it is as much work again.
        changed.event((other) => other === file && setTimeout(finish, 0)),
        token.onCancellationRequested(() => finish()),
      ]
      const finish = () => {
        vscode.Disposable.from(...listeners).dispose()
        answered(token.isCancellationRequested ? undefined : current(file))
      }
    })
  }

  return {
    receive(message) {
      if (message.is === 'compared') {
        // A keystroke may have come since: its result brings its own.
        if (current(message.file)?.result.version !== message.version) return
        changes.set(message.file, message.change)
        compared.fire(message.file)
      } else if (message.is === 'config') {
        configs.fire({ file: message.file, problems: message.problems })
      } else if (message.is === 'result') {
        // A scan may end after its file was opened; a keystroke may have come since.
        if (message.scanned ? version(message.file) !== undefined : message.version !== version(message.file)) return
        shown.set(message.file, message)
        changes.set(message.file, message.change)
        // What a scan found comes by the thousand, each in a turn already.
        if (message.scanned) changed.tellAtOnce(message.file)
        else void changed.tell(message.file)
      }
    },
    forget(file) {
      changes.delete(file)
      shown.delete(file)
      // Also where there was nothing yet: somebody may be waiting for it.
      changed.tellAtOnce(file)
    },
    async forgetScanned(but, some) {
      const old: [string, Shown][] = []
      for (const entry of shown) {
        const [file, { scanned }] = entry
        if (scanned && !but.has(file) && (some?.has(file) ?? true)) old.push(entry)
      }
      const forget = ([file, was]: [string, Shown]) => {
        // Meanwhile it may have been read again.
        if (shown.get(file) === was && shown.delete(file)) changed.tellAtOnce(file)
        return []
      }
      await eachInTurn(old, forget, inTurn)
    },
    current,
    next,
    async within(file, ms) {
      const patience = new vscode.CancellationTokenSource()
      const timer = setTimeout(() => patience.cancel(), ms)
      const answer = await next(file, patience.token)
      clearTimeout(timer)
      patience.dispose()
      return answer
    },
    change: (file) => (current(file) ? changes.get(file) : undefined),
    all: () => shown,
    onDidChange: changed.event,
    onDidCompare: compared.event,
    onDidCheckConfig: configs.event,
    dispose: () => vscode.Disposable.from(compared, configs).dispose(),
  }
}
