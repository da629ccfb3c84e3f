import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answersOf } from '../../answers.ts'
import { readCube } from '../../files/parquet.ts'
import type { Loaded, SpendStore, StorePlace } from '../../store.ts'
import { StoreError } from '../../store-error.ts'
import { isInCube } from '../cube.ts'
import { type CubeRow, cellsOf, columnsFor } from '../cube-answers.ts'
import { disk } from './disk.ts'
import { type Partition, readManifest } from './manifest.ts'
import { partitionsFor } from './partitions-for.ts'
import { firstMonth, keptOf } from './retention.ts'

type Place = Pick<Extract<StorePlace, { is: 'folder' }>, 'folder' | 'keepMonths'>

const needsDuckDb =
  'needs DuckDB, which is not in this build of Outlay: install the one for this platform, or ask on a machine that has it.'

/** Reads a store on a platform without DuckDB: what its daily sums answer, and nothing is changed. */
export function openCubeOnly({ folder, keepMonths }: Place, now = () => new Date()): SpendStore {
  // The files of what is too old stay until somebody writes.
  const kept = async () => keptOf(await readManifest(folder, disk), firstMonth(keepMonths, now()))
  const refused = async (): Promise<Loaded> => ({ is: 'refused', message: `Reading bills ${needsDuckDb}` })
  const unable = () => Promise.reject(new StoreError(`Changing the store of spend ${needsDuckDb}`))
  return {
    async ask(question, signal) {
      signal?.throwIfAborted()
      const chosen = partitionsFor(question, (await kept()).partitions)
      if (!isInCube(question, (key) => chosen.every(({ tags }) => tags.includes(key))))
        throw new StoreError(`This question is about single charges, which ${needsDuckDb}`)
      const columns = columnsFor(question)
      const parts: CubeRow[][] = []
      for (const partition of chosen) {
        signal?.throwIfAborted()
        parts.push(await cubeRows(folder, partition, columns))
      }
      return answersOf(question, cellsOf(question, parts.flat()))
    },
    load: refused,
    importFocus: refused,
    validate: async () => ({ is: 'refused', message: `Checking a file ${needsDuckDb}` }),
    exportTo: () => Promise.reject(new StoreError(`Exporting single charges ${needsDuckDb}`)),
    loads: async () => (await kept()).loads,
    forget: unable,
    erase: unable,
    close: () => Promise.resolve(),
  }
}

async function cubeRows(folder: string, { cube }: Partition, columns: string[]): Promise<CubeRow[]> {
  const bytes = await readFile(join(folder, cube))
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  return (await readCube(file, columns)) as CubeRow[]
}
