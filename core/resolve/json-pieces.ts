import type { Entry, Expr } from '../module.ts'
import type { Context } from './context.ts'
import type { ListExpr, RecordExpr } from './value.ts'

const deepest = 24
/** More values than this are left as holes. */
const most = 5000

/** A structure as the JSON text it is sent as, with the expressions that only a run can fill between its pieces. */
export function jsonPieces(context: Context, expr: Expr): readonly (string | Expr)[] {
  const pieces: (string | Expr)[] = []
  const put = (piece: string | Expr) => {
    const last = pieces.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
    else pieces.push(piece)
  }
  writeJson(context, expr, put, { depth: 0, budget: { left: most } })
  return pieces
}

type Put = (piece: string | Expr) => void

interface Place {
  readonly depth: number
  readonly budget: { left: number }
}

function writeJson(context: Context, expr: Expr, put: Put, place: Place): void {
  const values = place.depth > deepest || place.budget.left-- <= 0 ? [] : context.evaluate(expr)
  const only = values.length === 1 ? values[0] : undefined
  if (only?.is === 'scalar') put(JSON.stringify(only.value))
  else if (only?.is === 'data') writeData(context, only.expr, put, place)
  else put(expr)
}

function writeData(context: Context, data: ListExpr | RecordExpr, put: Put, { depth, budget }: Place): void {
  const inside = (expr: Expr) => writeJson(context, expr, put, { depth: depth + 1, budget })
  if (data.is === 'list') group(put, '[]', data.items, (item) => inside(item.is === 'spread' ? item.of : item))
  else group(put, '{}', data.entries, (entry) => writeEntry(entry, put, inside))
}

function writeEntry(entry: Entry, put: Put, inside: (expr: Expr) => void): void {
  if (entry.spread) put(entry.value)
  else {
    put(`${JSON.stringify(entry.name ?? '')}: `)
    inside(entry.value)
  }
}

function group<T>(put: Put, [open, close]: string, items: readonly T[], each: (item: T) => void): void {
  put(open!)
  items.forEach((item, at) => {
    if (at > 0) put(', ')
    each(item)
  })
  put(close!)
}
