import type { Band, Location, Why } from './types.ts'

/** What one call of a function costs: an endpoint, a task, a turn of an agent. */
export interface FunctionCost {
  /** With the names around it: `Answers.ask`. */
  readonly name: string
  /** Its head. */
  readonly location: Location
  /** What calls it, where the source says so. */
  readonly entry: 'http' | 'job' | 'cli' | 'test' | undefined
  /** The sum over the model calls it makes, directly and through other functions; undefined where none has a known cost. */
  readonly usd: Band | undefined
  readonly calls: readonly { readonly file: string; readonly key: string }[]
  /** Of these, the ones that are not in `usd`: their cost or how often they are made is not known. */
  readonly unknownCalls: number
}

/** What one run of a notebook's cell costs. */
export interface CellCost {
  /** Index over all cells. */
  readonly cell: number
  /** What is known to be made so often. */
  readonly usd: Band | undefined
  /** What one pass costs of the loops that nobody can count. */
  readonly pass: Band | undefined
  /** Model calls it makes, itself and through functions; of these, the ones that are not in `usd` in full. */
  readonly calls: number
  readonly unknownCalls: number
}

/** What the resources come to that one call of a module makes, and all it calls in turn. */
export interface ModuleCost {
  /** Without indexes, from the root: `module.network.module.endpoints`. */
  readonly address: string
  readonly location: Location
  /** A month; the sum of the known parts, undefined where there is none. Of several callers a band from the least to the most. */
  readonly usd: Band | undefined
  /** Resources that are billed, each as often as its count says, where that is known; of several callers those of the most. */
  readonly resources: number
  /** How many of these leave something out of `usd`. */
  readonly open: number
  /** The dearest of them, dearest first; empty where there are several callers. */
  readonly largest: readonly { readonly address: string; readonly usd: Band }[]
  /** How many calls of the file's own module it stands in. */
  readonly callers: number
  /** Why the module was not read. */
  readonly missing?: Why
}
