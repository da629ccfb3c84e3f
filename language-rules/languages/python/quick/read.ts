// A reader of its own for Python as nearly all of it is written, several times as fast as the generated parser. What it does not read, be it
// wrong, half typed or rare, it leaves to that one: so it needs no way to go on after a mistake.
import type { Node } from '../tree.ts'
import { statement } from './compound.ts'
import { END, NotRead, readerOf } from './scan.ts'

/** A text without mistakes: its statements, and where its comments stand. */
export interface Quick {
  readonly statements: readonly Node[]
  readonly comments: readonly (readonly [number, number])[]
}

/** Undefined where the other parser must read it. Nodes are named as there. */
export function readQuick(text: string): Quick | undefined {
  if (text.includes('\r')) return undefined
  try {
    const reader = readerOf(text)
    const statements: Node[] = []
    while (reader.is !== END) statements.push(statement(reader))
    return { statements, comments: reader.comments }
  } catch (error) {
    // It recurses where the other one does not.
    if (error instanceof NotRead || error instanceof RangeError) return undefined
    throw error
  }
}
