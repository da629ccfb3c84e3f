import { isOfTools } from '../definitions.ts'
import type { Entry, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { answerOf } from './definitions/answer.ts'
import { gathered, type Json, namedIn, type Open, onlyOf, onlyValue, write } from './definitions/json.ts'
import { schemaOf } from './definitions/schema.ts'
import { toolOf } from './definitions/tool.ts'
import type { ListExpr, RecordExpr, Value } from './value.ts'

const deepest = 24
/** More values than this are left as holes. */
const most = 5000

type Piece = string | Expr | Open

/**
 * A structure as the JSON text it is sent as, with what only a run can fill between its pieces.
 * @param text of the module it stands in
 * @param from the parameter that carries it
 */
export function jsonPieces(context: Context, text: string, expr: Expr, from: string): readonly Piece[] {
  const { pieces, put } = gathered<Expr | Open>()
  const place: Place = { context, text, put, depth: 0, budget: { left: most }, ofTools: isOfTools(from) }
  const answer = place.ofTools ? undefined : answerOf(place, expr, from)
  if (answer !== undefined) write(answer, put)
  else if (!writeTools(place, expr)) writeJson(place, expr)
  return pieces
}

interface Place {
  readonly context: Context
  readonly text: string
  readonly put: (piece: Piece) => void
  readonly depth: number
  readonly budget: { left: number }
  /** What stands here is a tool. */
  readonly ofTools: boolean
}

/** Tools that have their names as keys: `{ weather: tool({ … }) }`. */
function writeTools(place: Place, expr: Expr): boolean {
  const only = place.ofTools ? onlyValue(place, expr) : undefined
  if (only?.is !== 'data' || only.expr.is !== 'record') return false
  const all = only.expr.entries.map((entry) => ({
    entry,
    tool: entry.spread ? undefined : toolOf(place, place.context.evaluate(entry.value), entry.name),
  }))
  if (!all.some(({ tool }) => tool)) return false
  group(place.put, '[]', all, ({ entry, tool }) => (tool ? write(tool, place.put) : place.put(entry.value)))
  return true
}

function writeJson(place: Place, expr: Expr): void {
  const { context, put, depth, budget } = place
  const values = depth > deepest || budget.left-- <= 0 ? [] : context.evaluate(expr)
  const only = onlyOf(values)
  if (only?.is === 'scalar') put(JSON.stringify(only.value))
  else if (only?.is === 'data') writeData(place, only.expr)
  else {
    const made = values.length === 0 ? undefined : definitionOf(place, expr, values)
    if (made !== undefined) write(made, put)
    else if (!only || !writeNamed(place, only)) put(expr)
  }
}

const definitionOf = (place: Place, expr: Expr, values: readonly Value[]): Json | undefined =>
  place.ofTools ? toolOf(place, values) : schemaOf(place, expr)

/** `types.Tool(function_declarations=[…])` */
function writeNamed(place: Place, value: Value): boolean {
  const named = value.is === 'symbol' ? namedIn(value) : undefined
  if (named === undefined) return false
  if (typeof named === 'string') place.put(JSON.stringify(named))
  else group(place.put, '{}', named, (argument) => writeField(place, argument.name ?? '', argument.value))
  return true
}

function writeData(place: Place, data: ListExpr | RecordExpr): void {
  const inside = { ...place, depth: place.depth + 1 }
  if (data.is === 'list')
    group(place.put, '[]', data.items, (item) => writeJson(inside, item.is === 'spread' ? item.of : item))
  else group(place.put, '{}', data.entries, (entry) => writeEntry(place, entry))
}

function writeEntry(place: Place, entry: Entry): void {
  if (entry.spread) place.put(entry.value)
  else writeField(place, entry.name ?? '', entry.value)
}

function writeField(place: Place, name: string, value: Expr): void {
  place.put(`${JSON.stringify(name)}: `)
  writeJson({ ...place, depth: place.depth + 1, ofTools: isOfTools(name) }, value)
}

function group<T>(put: Place['put'], [open, close]: string, items: readonly T[], each: (item: T) => void): void {
  put(open!)
  for (const [at, item] of items.entries()) {
    if (at > 0) put(', ')
    each(item)
  }
  put(close!)
}
