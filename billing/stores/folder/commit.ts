import type { Disk } from './disk.ts'
import { takeLock } from './lock.ts'
import { emptyManifest, filesOf, type Manifest, readManifest, writeManifest } from './manifest.ts'
import { inGrace, sweep } from './sweep.ts'

interface Place {
  readonly folder: string
  readonly disk: Disk
  now(): Date
  /** A manifest that cannot be read is taken for an empty one. */
  readonly anyway?: boolean
}

interface Turn {
  readonly signal?: AbortSignal
  /** Called when nothing is left but to swap the manifest; throws where the work was called off. */
  decide(): void
}

interface Change extends Pick<Manifest, 'partitions' | 'loads'> {
  /** finish: files that are not named any more stay for those who are reading them. begin-again: they go at once. */
  readonly readers: 'finish' | 'begin-again'
}

/** Swaps the manifest for what `change` makes of it, alone among all processes. Where it rejects, nothing has changed. */
export async function commit(
  { folder, disk, now, anyway = false }: Place,
  { signal, decide }: Turn,
  change: (before: Manifest) => Promise<Change>,
): Promise<void> {
  const lock = await takeLock(folder, signal)
  if (!lock) throw new Error('another Outlay has been writing it for two minutes: retry when it is done')
  try {
    const before = await readManifest(folder, disk).catch((error: unknown) => {
      if (anyway) return emptyManifest
      throw error
    })
    const { partitions, loads, readers } = await change(before)
    const at = now().toISOString()
    const named = new Set(partitions.flatMap(filesOf))
    const unnamed = before.partitions.flatMap(filesOf).filter((file) => !named.has(file))
    const waiting =
      readers === 'finish' ? [...inGrace(before.retired, now()), ...unnamed.map((file) => ({ file, at }))] : []
    decide()
    if (!(await lock.held())) throw new Error('another Outlay took it over, for this one stood still: retry')
    const generation = before.generation + 1
    await writeManifest(folder, { version: 1, generation, partitions, loads, retired: waiting }, disk)
  } finally {
    // By the manifest that is there now: after a failure, what was begun goes.
    if (await lock.held())
      await readManifest(folder, disk)
        .then((manifest) => sweep(folder, manifest, disk))
        .catch(later)
    await lock.release()
  }
}

/** What could not be swept stays unnamed, and is swept after the next change. */
const later = () => undefined
