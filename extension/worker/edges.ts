import type { Configs } from '../../core/config/configs.ts'
import { textOf } from '../../core/document.ts'
import { lineStarts, positionAt } from '../../core/lines.ts'
import { totalOf } from '../../core/report/total.ts'
import type { Session } from '../../core/session.ts'
import type { Location, Result, Span } from '../../core/types.ts'
import type { ConfigProblem, Elsewhere, FromWorker, LineRange } from '../protocol.ts'

/** 0-based lines and columns, as editors count. */
export function rangeIn(text: string, [start, end]: Span): LineRange {
  const starts = lineStarts(text)
  const from = positionAt(starts, start)
  const to = positionAt(starts, end)
  return [from.line - 1, from.column - 1, to.line - 1, to.column - 1]
}

/** Places outside the result's own file: the editor may not have that text, so its lines are counted here. */
export function elsewhereOf(result: Result, session: Session): Elsewhere[] {
  const places: Location[] = result.findings.flatMap((finding) => [
    ...finding.related.map(({ location }) => location),
    ...finding.fixes.flatMap((fix) => fix.edits),
  ])
  return places
    .filter((place) => place.file !== result.file)
    .flatMap(({ file, cell, span }) => {
      const document = session.document(file)
      return document
        ? [{ file, ...(cell === undefined ? {} : { cell }), span, range: rangeIn(textOf(document, cell), span) }]
        : []
    })
}

/** The 0-based line a place begins on, inside its cell. */
export function lineOf({ file, cell, span }: Location, session: Session): number {
  const document = session.document(file)
  return document ? rangeIn(textOf(document, cell), span)[0] : 0
}

export function configProblems(file: string, configs: Configs, text: string): ConfigProblem[] {
  return configs
    .resolve(file)
    .errors.filter((error) => error.location.file === file)
    .map((error) => ({ message: error.message, range: rangeIn(text, error.location.span) }))
}

export function failureOf(file: string, version: number): FromWorker {
  const problem = { file, message: 'Outlay could not read this file; the log says why.' }
  const result: Result = { file, version, sites: [], findings: [], problems: [problem], approximate: false }
  return { is: 'result', file, version, result, total: totalOf([]), elsewhere: [] }
}
