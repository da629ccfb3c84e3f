import { inputsOf } from '../../core/input.ts'
import { folderOf } from '../../core/path.ts'
import { gistOf } from '../../core/report/gist.ts'
import { totalOf } from '../../core/report/total.ts'
import type { Session } from '../../core/session.ts'
import type { Result } from '../../core/types.ts'
import type { FromWorker } from '../protocol.ts'
import { lineOf } from './edges.ts'
import type { Files } from './files.ts'

export interface ProjectScanTools {
  readonly session: Session
  readonly files: Files
  /** False for a text without any word that costs something. */
  mayCost(text: string): boolean
  /** What an editor shows is answered as it stands there. */
  isOpen(file: string): boolean
  /** A file of an infrastructure root stays with the others. */
  keeps(file: string): boolean
  loadRoot(file: string): Promise<void>
  settled(file: string): Promise<Result>
  exactTokens(): Promise<void>
  /** What a file costs that nobody has open. */
  found(file: string, result: Result): void
  post(message: FromWorker): void
  /** Runs the step after the messages that are already waiting. */
  later(step: () => void): void
  logFailure(what: string, error: unknown): void
}

export interface ProjectScan {
  /** False where it was stopped. */
  run(id: number, wanted: readonly string[]): Promise<boolean>
  /** What was posted stays; the rest is not looked at. */
  stop(id: number): void
  /** Something that files read is another: where it was told what one costs that nobody has open, that holds no more. */
  outdated(files: readonly string[]): void
}

/** Reads many files once, and posts what those cost that nobody has open. */
export function createProjectScan(tools: ProjectScanTools): ProjectScan {
  const { session, files, isOpen, post } = tools
  const running = new Set<number>()
  const told = new Set<string>()

  /** In turn with the edits that arrive meanwhile; a file that fails does not hide the next. */
  async function each(
    id: number,
    list: readonly string[],
    look: (file: string) => Promise<void> | void,
  ): Promise<void> {
    for (const file of list) {
      await new Promise<void>((go) => tools.later(go))
      if (!running.has(id)) return
      if (isOpen(file)) continue
      try {
        await look(file)
      } catch (error) {
        tools.logFailure(file, error)
      }
    }
  }

  async function run(id: number, wanted: readonly string[]): Promise<boolean> {
    running.add(id)
    const opened: string[] = []
    await each(id, wanted, async (file) => {
      await files.ready(file)
      const text = await files.read(file)
      if (text === undefined || !tools.mayCost(text) || isOpen(file) || !session.open(file, text)) return
      opened.push(file)
      await session.prepare(file)
      await tools.loadRoot(file)
    })
    // Files of one folder are worked out together.
    opened.sort((a, b) => folderOf(a).localeCompare(folderOf(b)))
    if (opened.length > 0 && running.has(id))
      await tools.exactTokens().catch((error: unknown) => tools.logFailure('the tokenizer', error))
    await each(id, opened, async (file) => {
      const result = await tools.settled(file)
      const lines = result.sites.map(({ site }) => lineOf(site.location, session))
      const functionLines = (result.functions ?? []).map(({ location }) => lineOf(location, session))
      const { approximate } = result
      const scanned = { lines, functionLines, approximate, inputs: inputsOf(result.sites), gist: gistOf(result) }
      if (result.sites.length > 0) told.add(file)
      else told.delete(file)
      if (told.has(file))
        post({ is: 'result', file, version: -1, result, total: totalOf([result]), elsewhere: [], scanned })
      tools.found(file, result)
      session.rest(file)
    })
    for (const file of opened) if (!isOpen(file) && !tools.keeps(file)) session.close(file)
    session.lighten()
    const isWhole = running.delete(id)
    post({ is: 'scanned', id, files: wanted.length })
    return isWhole
  }

  function outdated(files: readonly string[]): void {
    const again = files.filter((file) => told.has(file) && !isOpen(file))
    if (again.length > 0) post({ is: 'outdated', files: again })
  }

  return { run, stop: (id) => void running.delete(id), outdated }
}
