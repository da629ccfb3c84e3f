import type { Expr, Module } from '../module.ts'
import type { Fields } from './fields.ts'
import type { ModuleIndex } from './module-index.ts'
import type { Value } from './value.ts'

/** One module under evaluation. Every expression is worked out once. */
export interface Context {
  readonly module: Module
  readonly index: ModuleIndex
  evaluate(expr: Expr): readonly Value[]
  /** What `fieldsOf` found, by expression. */
  readonly fields: WeakMap<Expr, Fields>
  /** Runs, unless it is already running for that key: a record that spreads itself has an answer all the same. */
  unlessOpen<T>(key: unknown, run: () => T, instead: T): T
}
