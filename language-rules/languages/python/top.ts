import type { ModuleBuilder } from '../lowering/builder.ts'
import { type Piece, piece } from '../lowering/pieces.ts'
import { statements } from './statements.ts'
import type { Top } from './tree.ts'

/** Lowers a statement of the module itself. */
export function lowerTop(builder: ModuleBuilder, from: number, { kids, comments }: Top): Piece {
  return piece(builder, from, () => {
    builder.comments.push(...comments)
    builder.left = statements(builder, kids)
  })
}
