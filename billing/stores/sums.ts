import type { Dimension } from '../../core/spend-dimensions.ts'
import { answersOf } from '../answers.ts'
import { type BillFile, type ReadTools, readFocus } from '../files/read-focus.ts'
import { stateAfter, withState } from '../load-state.ts'
import type { Loaded, LoadState, SpendStore } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { dimensionsOf } from './cube.ts'
import { type CubeRow, cellsOf } from './cube-answers.ts'

/** What a browser keeps of the files somebody chose: sums by day, as long as the page is there. */
export interface SumStore extends Pick<SpendStore, 'ask' | 'loads'> {
  /** `origin`: the file's address. One that was read before is replaced; another one of the same name stands beside it. */
  importFocus(file: BillFile, origin: string, tools: ReadTools): Promise<Loaded>
}

export function openSums(): SumStore {
  const cubes = new Map<string, readonly CubeRow[]>()
  let loads: readonly LoadState[] = []
  let before: Promise<void> = Promise.resolve()

  /** Two files of one name in different folders are two sources: one would take the other's place, and a total be short. */
  function nameOf(origin: string): string {
    const parts = origin.split('/')
    const names = [parts.at(-1), parts.slice(-2).join('/'), origin].map((name) => `file:${name}`)
    const isFree = (name: string) => loads.every((load) => load.source !== name || load.origin === origin)
    return names.find(isFree) ?? names[2]!
  }

  async function load(file: BillFile, origin: string, tools: ReadTools): Promise<Loaded> {
    const source = nameOf(origin)
    const read = await readFocus(file, source, tools)
    if (read.is === 'refused') return read
    const { cube, ...loaded } = read
    cubes.set(source, cube)
    const at = new Date().toISOString()
    loads = withState(loads, stateAfter(undefined, { source }, { problems: loaded.problems, origin, at }))
    return loaded
  }

  return {
    importFocus(file, origin, tools) {
      // What a file is called depends on those before it.
      const loaded = before.then(() => load(file, origin, tools))
      before = loaded.then(
        () => undefined,
        () => undefined,
      )
      return loaded
    },
    async ask(question) {
      if (question.ask === 'usage' || !dimensionsOf(question).every(isKept))
        throw new StoreError('Only sums by day, service, provider and source are kept in a browser.')
      return answersOf(question, cellsOf(question, [...cubes.values()].flat()))
    },
    loads: async () => loads,
  }
}

const kept: readonly Dimension[] = ['day', 'week', 'month', 'provider', 'service', 'source']
const isKept = (dimension: Dimension) => kept.includes(dimension)
