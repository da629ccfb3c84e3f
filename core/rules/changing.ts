// What is another text from one call to the next: a question, a document, the time.

import type { Document } from '../document.ts'
import { textOf } from '../document.ts'
import { namesIn } from '../fixes/hoist.ts'
import type { Binding, Module } from '../module.ts'
import type { ModelCall, PromptPart, Span } from '../types.ts'

type Hole = Extract<PromptPart, { is: 'hole' }>

const clock =
  /\b(datetime|date|time|Date|uuid|crypto|random|moment|dayjs)\b[\w.]*\s*\(|\b(uuid[14]|nanoid|randomUUID|randint)\s*\(/
/** A day's date is the same for every call of that day, which is longer than a cache lives. */
const dayOnly =
  /\.today\(|\.date\(\)|strftime\((?![^)]*%[HIMSfcXT])|toDateString|toLocaleDateString|getFullYear|\.split\(\s*['"]T['"]|\.slice\(\s*0,\s*10\s*\)|\.year\b/

/** Parameters that are mostly given the same: what a program is set up with. */
const settled =
  /^(self|cls|this|args|kwargs|props|ctx|env)$|config|setting|option|model|lang|locale|schema|system|prompt|instruct|role|persona|tool|template|format|version|tone|style|rules|guideline|example|categor|label|criteria|definition|name$|_count$|^(n|num|max|min)_/i
/** Earlier turns are sent again as they were, and more after them. */
const history = /history|messages|conversation|chat|turns|thread/i

/** `time`, `each pass`, `a parameter`: why a hole is filled with another text at each call; undefined where that is not sure. */
export function changeOf(hole: Hole, call: ModelCall, module: Module, document: Document): string | undefined {
  if (hole.grows || hole.retrieved || hole.at.file !== document.file) return undefined
  const code = textOf(document, hole.at.cell).slice(...hole.at.span)
  if (code.length > 400 || history.test(code)) return undefined
  if (clock.test(code)) return dayOnly.test(code) ? undefined : 'the time or a random id'
  const start = (document.parts.find(({ cell }) => cell === hole.at.cell)?.start ?? 0) + hole.at.span[0]
  const names = (code.match(/(?<![.\w$])[A-Za-z_$][\w$]*/g) ?? []).filter((name) => !settled.test(name))
  const site = module.calls[call.source.call]
  const places = [start, site?.expr.span[0] ?? start]
  for (const name of names) {
    const why = changeOfName(name, module, places, 0)
    if (why !== undefined && !(why === 'a parameter' && settled.test(code))) return why
  }
  return undefined
}

const inside = (outer: Span, at: number) => outer[0] <= at && at < outer[1]

function changeOfName(name: string, module: Module, places: readonly number[], depth: number): string | undefined {
  if (depth > 3 || settled.test(name) || history.test(name)) return undefined
  const looped = module.loops.some(({ span, variable }) => variable === name && places.some((at) => inside(span, at)))
  if (looped) return 'each pass of a loop'
  const scopes = module.scopes.filter(({ id, span }) => id !== 0 && places.some((at) => inside(span, at)))
  const given = scopes.some(
    ({ kind, parameters }) =>
      kind === 'function' && parameters.some((each) => each.name === name && each.default === undefined),
  )
  if (given) return 'a parameter'
  const made = module.bindings.filter(
    ({ target, scope }) => target.is === 'name' && target.name === name && scopes.some(({ id }) => id === scope),
  )
  // A name that is given several values is followed only where all of them change.
  const whys = made.map((binding) => changeOfValue(binding, module, places, depth + 1))
  return whys.length > 0 && whys.every((why) => why !== undefined) ? whys[0] : undefined
}

function changeOfValue(
  { value, via }: Binding,
  module: Module,
  places: readonly number[],
  depth: number,
): string | undefined {
  if (!value || (via !== 'assign' && via !== 'for')) return undefined
  if (value.is === 'call' && value.callee.is === 'name' && value.callee.name === 'input') return 'what is typed in'
  for (const name of namesIn(value)) {
    const why = changeOfName(name, module, places, depth)
    if (why !== undefined) return why
  }
  return undefined
}
