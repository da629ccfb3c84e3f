import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { stateAfter, withState } from '../../load-state.ts'
import type { Loaded, LoadOptions, Replaces, SpendStore, StorePlace } from '../../store.ts'
import { validateFocus } from '../../validate/validate.ts'
import { ask } from '../duckdb-ask.ts'
import { openEngine } from '../duckdb-engine.ts'
import { exportRows } from '../duckdb-export.ts'
import { stageFile, stageRows } from '../duckdb-load.ts'
import { unstage } from '../duckdb-staging.ts'
import { commit } from './commit.ts'
import { type Disk, disk as realDisk, unreadable, unwritable } from './disk.ts'
import { filesOf, type Manifest, type Partition, readManifest } from './manifest.ts'
import { incomingMonths, touches, type Writing, writePartition } from './partition.ts'
import { dialectFor } from './plan.ts'
import { firstMonth, keptOf, notKept } from './retention.ts'

type Place = Extract<StorePlace, { is: 'folder' }>

export interface FolderTools {
  readonly disk: Disk
  now(): Date
  /** DuckDB's memory_limit, and what of its own it may write beside the files. */
  readonly memory?: string
  readonly room?: string
}

/**
 * Immutable Parquet files behind a manifest that is swapped in one step. Any number of processes read and write: writers
 * one after the other, readers whenever they like. A killed load leaves files that nothing names.
 */
export async function openFolder(
  { folder, keepMonths, tags = [] }: Place,
  { disk, now, memory, room }: FolderTools = { disk: realDisk, now: () => new Date() },
): Promise<SpendStore> {
  // What a company spends is nobody else's on the machine.
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const engine = await openEngine({ memory, room, spill: join(folder, `spill-${process.pid}`) })
  const place = { folder, disk, now }

  function load(
    replaces: Replaces,
    { problems = [], signal, origin, rest }: LoadOptions,
    stage: (db: DuckDBConnection, waiting: string) => Promise<Loaded>,
  ): Promise<Loaded> {
    const waiting = join(folder, `incoming-${process.pid}-${randomUUID().slice(0, 8)}`)
    const work = async (db: DuckDBConnection, decide: () => void): Promise<Loaded> => {
      const staged = await stage(db, waiting)
      if (staged.is === 'refused') return staged
      const first = firstMonth(keepMonths, now())
      const told = [...problems, ...staged.problems, ...(await tooOld(db, first))]
      const at = now().toISOString()
      try {
        await commit(place, { signal, decide }, async (before) => {
          const partitions = await partitionsAfter({ db, folder, disk, tags }, before, replaces)
          const last = before.loads.find(({ source }) => source === replaces.source)
          const state = stateAfter(last, replaces, { problems: told, origin, rest, at })
          const loads = withState(before.loads, state)
          return { ...keptOf({ partitions, loads }, first), readers: 'finish' }
        })
      } catch (error) {
        signal?.throwIfAborted()
        return { is: 'refused', message: unwritable(folder, error) }
      }
      await unstage(db)
      return { ...staged, problems: told }
    }
    return engine.write(signal, (db, decide) => work(db, decide).finally(() => disk.remove(waiting)))
  }

  /** Also where nothing is loaded any more: a month that is over, or a setting that has changed, is enough. */
  async function age(): Promise<void> {
    const first = firstMonth(keepMonths, now())
    const { partitions } = await readManifest(folder, disk)
    if (partitions.every(({ month }) => month >= first)) return
    await engine.write(undefined, (_, decide) =>
      commit(place, { decide }, async (before) => ({ ...keptOf(before, first), readers: 'finish' })),
    )
  }

  /** What is too old answers nothing, also before its files are gone. */
  async function current(): Promise<Manifest> {
    const manifest = await readManifest(folder, disk)
    return { ...manifest, ...keptOf(manifest, firstMonth(keepMonths, now())) }
  }

  const remove = (isKept: (source: string) => boolean, anyway = false) =>
    engine.write(undefined, (_, decide) =>
      commit({ ...place, anyway }, { decide }, async ({ partitions, loads }) => ({
        partitions: partitions.filter(({ source }) => isKept(source)),
        loads: loads.filter(({ source }) => isKept(source)),
        readers: 'begin-again',
      })),
    )

  // Whoever writes just now may take minutes, and what is broken is told to whoever asks.
  void age().catch(later)
  return {
    load: (rows, replaces, more = {}) => load(replaces, more, (db) => stageRows(db, rows, replaces)),
    importFocus: (path, replaces, asOf, more = {}) =>
      load(replaces, more, (db, waiting) => stageFile(db, path, { replaces, asOf, waiting, signal: more.signal })),
    validate: (path) => engine.write(undefined, (db) => validateFocus(db, path)),
    loads: async () => (await current()).loads,
    forget: (source) => remove((each) => each !== source),
    erase: () => remove(() => false, true),
    async ask(question, signal) {
      for (;;) {
        const manifest = await current()
        try {
          return await ask(engine, question, dialectFor(question, manifest, folder), signal)
        } catch (error) {
          // Its files may have been erased meanwhile.
          const { generation } = await readManifest(folder, disk)
          if (signal?.aborted) throw error
          if (generation === manifest.generation) throw unreadable(folder, error)
        }
      }
    },
    async exportTo(to, format, within, signal) {
      // A question by resource is one of the rows themselves.
      const asked = { ask: 'spend', by: ['resource'], ...within } as const
      const dialect = dialectFor(asked, await current(), folder)
      return engine.read(signal, (db) => exportRows(db, dialect, { to, format, within }))
    },
    close: () => engine.close(),
  }
}

/** The next opening, or load, tries it again. */
const later = () => undefined

async function partitionsAfter(writing: Writing, before: Manifest, replaces: Replaces): Promise<Partition[]> {
  const isTouched = ({ source, month }: Partition) => source === replaces.source && touches(replaces, month)
  const old = new Map(before.partitions.filter(isTouched).map((partition) => [partition.month, partition]))
  const months = new Set([...old.keys(), ...(await incomingMonths(writing.db))])
  const written: Partition[] = []
  for (const month of months) {
    const partition = await writePartition(writing, month, replaces, old.get(month))
    if (partition) written.push(partition)
  }
  const after = [...before.partitions.filter((partition) => !isTouched(partition)), ...written]
  return after.sort((a, b) => (filesOf(a).join() < filesOf(b).join() ? -1 : 1))
}

async function tooOld(db: DuckDBConnection, first: string): Promise<string[]> {
  const isOlder = (await incomingMonths(db)).some((month) => month < first)
  return isOlder ? [notKept(first)] : []
}
