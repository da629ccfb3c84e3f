import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from './folder/lock.ts'

const stem = 'outlay-spill-'
const oneDay = 86_400_000

/** Those of this process. */
const mine = new Set<string>()

let isBegun = false

export interface Spill {
  /** Empty: there is nowhere to write. */
  readonly folder: string
  remove(): void
}

/** A folder that nobody else may look into, for what does not fit into memory. It goes with this process, if not before. */
export function openSpill(): Spill {
  begin()
  const folder = made()
  mine.add(folder)
  return {
    folder,
    remove() {
      mine.delete(folder)
      removed(folder)
    },
  }
}

function made(): string {
  try {
    return mkdtempSync(join(tmpdir(), `${stem}${process.pid}-`))
  } catch {
    return ''
  }
}

function begin(): void {
  if (isBegun) return
  isBegun = true
  sweep()
  process.once('exit', removeSpills)
}

/** Before this process kills itself: of that it hears nothing. */
export const removeSpills = (): void => [...mine].forEach(removed)

/** What a process left that was killed. One of another container seems to be dead: its folder is left alone while it is young. */
function sweep(): void {
  for (const name of listed()) {
    const [, pid] = /^outlay-spill-(\d+)-/.exec(name) ?? []
    const path = join(tmpdir(), name)
    if (pid !== undefined && !isAlive(Number(pid)) && isOld(path)) removed(path)
  }
}

function listed(): string[] {
  try {
    return readdirSync(tmpdir())
  } catch {
    return []
  }
}

const isOld = (path: string) =>
  process.platform === 'win32' ||
  Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > oneDay

/** On Windows a file that the engine has open stays: a later process sweeps it. */
function removed(folder: string): void {
  if (folder === '') return
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    return
  }
}
