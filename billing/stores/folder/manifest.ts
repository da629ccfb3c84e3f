import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Column } from '../../focus.ts'
import { type KeptState, stateFrom } from '../../load-state.ts'
import type { LoadState } from '../../store.ts'
import { StoreError } from '../../store-error.ts'
import type { Disk } from './disk.ts'

/** One source's rows whose charge period starts in one UTC month. Its files are never changed, only replaced by others. */
export interface Partition {
  readonly source: string
  /** `2026-11`. */
  readonly month: string
  /** File of the rows, sorted by ChargePeriodStart, and of their daily sums; names inside the folder. */
  readonly rows: string
  readonly cube: string
  readonly count: number
  /** Of both files. */
  readonly bytes: number
  /** Tags that have a column of their own in both. */
  readonly tags: readonly string[]
  /** Which columns there were when it was written. */
  readonly shape: string
  /** Those that the rows have; the others are null. Left out: all. */
  readonly columns?: readonly Column[]
}

/** What of the folder counts. Whatever it does not name is not there. */
export interface Manifest {
  readonly version: 1
  /** Goes up by one with each change. */
  readonly generation: number
  readonly partitions: readonly Partition[]
  readonly loads: readonly LoadState[]
  /** Files that another process may still be reading, since when (ISO). */
  readonly retired: readonly { readonly file: string; readonly at: string }[]
}

export const filesOf = ({ rows, cube }: Partition) => [rows, cube]

export const emptyManifest: Manifest = { version: 1, generation: 0, partitions: [], loads: [], retired: [] }

/** Throws a sentence where it is of a newer Outlay, or broken. */
export async function readManifest(folder: string, disk: Disk): Promise<Manifest> {
  const text = await disk.read(join(folder, 'manifest.json'))
  if (text === undefined) return emptyManifest
  const manifest = parsed(text)
  if (!Array.isArray(manifest?.partitions) || !Array.isArray(manifest.loads) || !Array.isArray(manifest.retired))
    throw new StoreError(
      `The store of spend in ${folder} cannot be read: its manifest.json is broken. Erase it with \`outlay spend erase\`, then read the sources again.`,
    )
  if (manifest.version !== 1)
    throw new StoreError(`The store of spend in ${folder} was written by a newer Outlay: update this one.`)
  return { ...manifest, loads: (manifest.loads as readonly KeptState[]).map(stateFrom) }
}

function parsed(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest
  } catch {
    return undefined
  }
}

/** On the disk itself when it resolves; a crash before leaves the one before. */
export async function writeManifest(folder: string, manifest: Manifest, disk: Disk): Promise<void> {
  const temporary = join(folder, `manifest.${randomUUID()}.tmp`)
  try {
    await disk.write(temporary, JSON.stringify(manifest))
    await disk.replace(temporary, join(folder, 'manifest.json'))
  } catch (error) {
    await disk.remove(temporary)
    throw error
  }
}
