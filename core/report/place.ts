import { type Document, textOf } from '../document.ts'
import { lineStarts, positionAt } from '../lines.ts'
import type { Location, Problem } from '../types.ts'
import type { At, ProblemJson } from './schema.ts'

/** Locations as lines and columns. */
export interface Places {
  at(location: Location): At
  problem(problem: Problem): ProblemJson
}

/** `document` gives the text a location was made from; in a file it does not know everything is on the first line. */
export function places(document: (file: string) => Document | undefined): Places {
  const known = new Map<string, readonly number[]>()

  function at({ file, cell, span }: Location): At {
    const text = document(file)
    const id = `${cell ?? ''}:${file}`
    const starts = known.get(id) ?? lineStarts(text ? textOf(text, cell) : '')
    known.set(id, starts)
    const [start, end] = text
      ? span.map((offset) => positionAt(starts, offset))
      : [positionAt(starts, 0), positionAt(starts, 0)]
    const where = { line: start!.line, column: start!.column, endLine: end!.line, endColumn: end!.column }
    return cell === undefined ? { file, ...where } : { file, cell, ...where }
  }

  return {
    at,
    problem: ({ file, location, message }) =>
      location ? { file, line: at(location).line, message } : { file, message },
  }
}
