import type { Expr, Module } from '../module.ts'
import type { ModuleIndex } from './module-index.ts'
import type { Value } from './value.ts'

/** One module under evaluation. Every expression is worked out once. */
export interface Context {
  readonly module: Module
  readonly index: ModuleIndex
  evaluate(expr: Expr): readonly Value[]
}
