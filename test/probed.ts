import { fileDocument } from '../core/document.ts'
import { contextOf } from '../core/resolve/evaluate.ts'
import { isTextOrNumber, read } from '../core/resolve/read.ts'
import type { Known } from '../core/types.ts'
import type { lower as python } from '../language-rules/languages/python/lower.ts'

export type ProbedRow = readonly [name: string, code: string, ...sees: string[]]

/** What each `probe(…)` of a source is given, in its order: `known gpt-4o literal`, `oneOf a, b`, `unknown dynamic`. */
export function probed(lower: typeof python, code: string): string[] {
  const module = lower(code)
  const document = fileDocument('a', module.language, code)
  return module.calls
    .filter(({ expr }) => expr.callee.is === 'name' && expr.callee.name === 'probe')
    .toSorted((a, b) => a.expr.span[0] - b.expr.span[0])
    .map(({ expr }) => said(read(contextOf(module), document, expr.args[0]!.value, isTextOrNumber)))
}

function said(value: Known<string | number>): string {
  if (value.is === 'oneOf') return `oneOf ${value.among.join(', ')}`
  if (value.is === 'known' || value.is === 'assumed') return `${value.is} ${value.value} ${value.via}`
  return value.is === 'unknown' ? `unknown ${value.why}` : 'range'
}
