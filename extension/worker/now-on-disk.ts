import { folderOf } from '../../core/path.ts'
import type { Session } from '../../core/session.ts'
import type { CostedSite, Result } from '../../core/types.ts'
import { type Files, isUri } from './files.ts'

export interface NowOnDiskTools {
  readonly session: Session
  readonly files: Pick<Files, 'read'>
  isOpen(file: string): boolean
  isInRoot(file: string): boolean
  loadFolder(folder: string): Promise<void>
  loadRoot(file: string): Promise<void>
  settled(file: string): Promise<Result>
  /** Runs the step after the messages that are already waiting. */
  later(step: () => void): void
}

/** What files cost that nobody has open: code is worked out and let go, the roots of infrastructure are read, and stay. */
export function createNowOnDisk({ session, files, isOpen, isInRoot, ...tools }: NowOnDiskTools) {
  return async (
    list: readonly string[],
    goesOn: () => boolean,
  ): Promise<ReadonlyMap<string, readonly CostedSite[]>> => {
    const sites = new Map<string, readonly CostedSite[]>()
    const opened: string[] = []
    // All of them before the first is looked at: one may call what another defines.
    for (const file of list.filter((each) => !isInRoot(each) && !isUri(each))) {
      const text = await files.read(file)
      if (text === undefined) sites.set(file, [])
      else if (!isOpen(file) && session.open(file, text)) opened.push(file)
    }
    for (const file of list.filter(isInRoot)) {
      if (!goesOn()) break
      await tools.loadFolder(folderOf(file))
      await session.prepare(file)
      await tools.loadRoot(file)
    }
    for (const file of opened) {
      await new Promise<void>((go) => tools.later(go))
      if (!goesOn()) break
      if (!isOpen(file)) sites.set(file, (await tools.settled(file)).sites)
    }
    for (const file of opened) if (!isOpen(file)) session.close(file)
    return sites
  }
}
