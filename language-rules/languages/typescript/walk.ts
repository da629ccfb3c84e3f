import type ts from 'typescript'
import type { Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import type { ModuleBuilder } from '../lowering/builder.ts'

/** The module being written, and the parsed file it is written from. */
export interface Walk {
  readonly builder: ModuleBuilder
  readonly file: ts.SourceFile
  /** What the constant, property or export being written is called, and its value: nodes know nothing of what is around them. */
  held: { readonly node: ts.Node; readonly name: string } | undefined
}

/** A node's own text, without the comments before it. */
export const spanOf = ({ file }: Walk, node: ts.Node): Span => [node.getStart(file), node.end]

/** The loop that calls a function, and what it is given. */
export interface Callback {
  readonly loop: number | undefined
  readonly given?: Expr
  /** Which parameter that is given to: the first unless it is said. */
  readonly parameter?: number
}
