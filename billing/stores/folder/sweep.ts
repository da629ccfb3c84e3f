import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { isAlive } from './lock.ts'
import { filesOf, type Manifest } from './manifest.ts'

/** A question that began before a change is over by then. */
const grace = 10 * 60_000 // ms

/** Those of them that somebody may still be reading. */
export const inGrace = (retired: Manifest['retired'], now: Date) =>
  retired.filter(({ at }) => Date.parse(at) > now.getTime() - grace)

/**
 * Removes files that the manifest does not name: what a killed load left, what was replaced long enough ago, what was
 * erased. Only while the lock is held. What cannot be removed yet is tried again after the next change.
 */
export async function sweep(folder: string, { partitions, retired }: Manifest, disk: Disk): Promise<void> {
  const kept = new Set([...partitions.flatMap(filesOf), ...retired.map(({ file }) => file)])
  for (const file of await readdir(folder)) {
    const work = /^(?:spill|incoming)-(\d+)/.exec(file)
    const isLeft = work ? !isAlive(Number(work[1])) : /\.(parquet|tmp)$/.test(file) && !kept.has(file)
    if (isLeft) await disk.remove(join(folder, file))
  }
}
