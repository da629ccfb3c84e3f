import { open, readFile, rename, rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { StoreError } from '../../store-error.ts'
import { noRoom } from '../no-room.ts'

/** What the store does to its folder besides the engine's own reading and writing. Tests put faults in. */
export interface Disk {
  read(path: string): Promise<string | undefined>
  /** A new file with this text, on the disk itself when it resolves. */
  write(path: string, text: string): Promise<void>
  /** What another wrote into the file is on the disk itself when it resolves. */
  flush(path: string): Promise<void>
  /** One step: a reader finds the old file or the new one. */
  replace(from: string, to: string): Promise<void>
  /** False where another process still has it open, as Windows says. */
  remove(path: string): Promise<boolean>
}

export const disk: Disk = {
  read: (path) => patiently(() => readFile(path, 'utf8').catch(absent)),
  async write(path, text) {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  flush: (path) => synced(path, 'r+'),
  async replace(from, to) {
    await patiently(() => rename(from, to))
    // A folder cannot be opened on Windows; there the rename is written through with the file.
    if (process.platform !== 'win32') await synced(to.slice(0, Math.max(to.lastIndexOf('/'), 1)), 'r')
  },
  remove: (path) =>
    rm(path, { force: true, recursive: true }).then(
      () => true,
      () => false,
    ),
}

const absent = (error: unknown) => {
  if (codeOf(error) === 'ENOENT') return undefined
  throw error
}

async function synced(path: string, flags: string): Promise<void> {
  const file = await open(path, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

export const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : undefined)

// On Windows a file that somebody has open, a virus scanner for one, cannot be renamed over or opened for a moment.
export const busy = new Set(['EPERM', 'EACCES', 'EBUSY'])

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let wait = 5; ; wait *= 2) {
    try {
      return await work()
    } catch (error) {
      if (process.platform !== 'win32' || !busy.has(codeOf(error) ?? '') || wait > 1500) throw error
      await delay(wait)
    }
  }
}

/** Of an engine's error over the files of the store: what to do, where one of them is gone or damaged, or there is no room. */
export function unreadable(folder: string, error: unknown): unknown {
  const text = error instanceof Error ? error.message : ''
  if (noRoom(error)) {
    const message = `The question needs more room than there is, in the memory that Outlay allows itself and on the disk of the store of spend (${folder}). Free some of the disk, or ask for fewer days.`
    return new StoreError(message, { cause: error })
  }
  if (
    !/No files found|Cannot open file|No such file|magic bytes|too small to be|Failed to read|Snappy|ZSTD|TProtocol/i.test(
      text,
    )
  )
    return error
  const message = `A file of the store of spend in ${folder} is gone or damaged. Erase the store with \`outlay spend erase\`, then read the sources again.`
  return new StoreError(message, { cause: error })
}

/** Why a load changed nothing, in one sentence. */
export function unwritable(folder: string, error: unknown): string {
  if (error instanceof StoreError) return error.message
  const text = (error instanceof Error ? error.message : String(error)).split('\n')[0]!
  const kept = 'Nothing was loaded; what was there before stays.'
  const wanting = noRoom(error)
  if (wanting === 'disk') return `The disk of the store of spend (${folder}) is full. ${kept}`
  if (wanting === 'memory')
    return `The load needs more room than there is, in the memory that Outlay allows itself and on the disk of the store of spend (${folder}). ${kept}`
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only/i.test(text))
    return `The store of spend (${folder}) may not be written. ${kept}`
  return `The store of spend (${folder}) could not be changed: ${text}. ${kept}`
}
