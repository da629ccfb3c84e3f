import type { Binding, CallExpr, CallSite, Entry, Expr } from '../module.ts'
import { isThere } from './altered.ts'
import type { Context } from './context.ts'
import { atHome } from './cross.ts'
import { textsAt } from './data.ts'
import { lookup } from './lookup.ts'
import { lastName, pathKey, within } from './module-index.ts'
import { closed, opened, readAgain } from './reads.ts'
import { last, type RecordExpr, type SymbolValue, type Value } from './value.ts'

/** Named values that reach a call or make a record, each with every expression it may have. */
export interface Fields {
  readonly named: ReadonlyMap<string, Field>
  /** Something is spread in that cannot be read, so a name that is not here may still be given. */
  readonly open: boolean
}

export interface Field {
  readonly among: readonly Expr[]
  /** Given on some ways to the call only. */
  readonly maybe: boolean
}

const none: Fields = { named: new Map(), open: false }
const unread: Fields = { named: new Map(), open: true }

/** The named arguments of a call, with spreads resolved; in TypeScript those of its first object. `skip` arguments are not its own. */
export function fieldsOfCall(context: Context, call: CallExpr, skip = 0): Fields {
  const elsewhere = atHome(context, call, (home) => fieldsOfCall(home, call, skip), withParts)
  if (elsewhere) return elsewhere
  let fields = none
  if (context.module.language === 'typescript') {
    const first = call.args[skip]
    if (first) fields = first.spread ? unread : fieldsOf(context, first.value)
  }
  const positional = call.args
    .slice(skip)
    .filter((argument) => argument.name === undefined && argument.spread !== 'record')
  for (const [at, argument] of positional.entries()) {
    if (argument.spread) break
    fields = set(fields, `[${at}]`, argument.value)
  }
  for (const argument of call.args.slice(skip)) {
    // Python refuses an argument that is given twice: what stands in the call is not replaced.
    if (argument.spread === 'record') fields = over(fields, fieldsOf(context, argument.value))
    else if (argument.name !== undefined) fields = set(fields, argument.name, argument.value)
  }
  return fields
}

/** What a record expression holds when it is used, including what was set on its name before. */
export function fieldsOf(context: Context, expr: Expr): Fields {
  const seen = context.fields.get(expr)
  if (seen) {
    readAgain(context.fieldReads, expr)
    return seen
  }
  const elsewhere = atHome(context, expr, (home) => fieldsOf(home, expr), withParts)
  if (elsewhere) return elsewhere
  context.fields.set(expr, unread)
  const around = opened()
  const fields = mutated(context, expr, setInside(context, expr, heldBy(context, expr)))
  closed(around, context.fieldReads, expr)
  context.fields.set(expr, fields)
  return fields
}

const withParts = ({ named, open }: Fields, bring: (part: Expr) => Expr): Fields => ({
  named: new Map([...named].map(([name, field]) => [name, { ...field, among: field.among.map(bring) }])),
  open,
})

function heldBy(context: Context, expr: Expr): Fields {
  const values = context.evaluate(expr).filter((value) => !(value.is === 'scalar' && value.value === null))
  return values.map((value) => fieldsOfValue(context, value)).reduce<Fields | undefined>(either, undefined) ?? none
}

function fieldsOfValue(context: Context, value: Value): Fields {
  if (value.is === 'data') return value.expr.is === 'record' ? fieldsOfRecord(context, value.expr) : none
  if (value.is === 'scalar') return none
  const json = value.is === 'symbol' ? jsonOf(value) : undefined
  if (json) return fieldsOf(context, json)
  // A typed dictionary or a model object made of its named arguments.
  const made = value.is === 'symbol' ? last(value.path)?.call : value.is === 'instance' ? value.call : undefined
  if (made?.args.some(({ name, spread }) => name !== undefined || spread === 'record'))
    return fieldsOfCall(context, made)
  // An object of a class holds no options by name.
  return made?.creates ? none : unread
}

/** What a function that builds the record sets on it, on some ways, before it hands it out: `if limit: params["max_tokens"] = limit`. */
function setInside(context: Context, expr: Expr, fields: Fields): Fields {
  const built = buildersOf(context, expr).flatMap(({ home, returned }) => {
    const inside = fieldsOf(home, returned)
    const more = [...inside.named].filter(([name]) => !fields.named.has(name))
    if (home === context)
      return [{ named: new Map(more.map(([name, field]) => [name, { ...field, maybe: true }])), open: inside.open }]
    return more.length > 0 || inside.open ? [unread] : []
  })
  return built.reduce(
    (all, more) => ({ named: new Map([...all.named, ...more.named]), open: all.open || more.open }),
    fields,
  )
}

/** The names that functions of the program hand out, where one of them makes what the expression stands for. */
function buildersOf(context: Context, expr: Expr): readonly { readonly home: Context; readonly returned: Expr }[] {
  return callsFor(context, expr)
    .flatMap(({ callee }) => context.evaluate(callee))
    .flatMap((value) => {
      if (value.is !== 'function') return []
      const home = value.home ?? context
      const { returns = [] } = home.module.scopes[value.scope] ?? {}
      return returns.filter(({ is }) => is === 'name').map((returned) => ({ home, returned }))
    })
}

function callsFor(context: Context, expr: Expr): readonly CallExpr[] {
  if (expr.is === 'call') return [expr]
  if (expr.is !== 'name') return []
  const at = expr.span[0]
  return lookup(context.index, expr.name, context.index.scopeAt(at), at).bindings.flatMap(({ value, via }) =>
    via === 'assign' && value?.is === 'call' ? [value] : [],
  )
}

const asText: ReadonlySet<string> = new Set(['dumps', 'stringify', 'encode', 'from', 'ParseDict'])

/** What `json.dumps(…)`, `JSON.stringify(…)`, `new TextEncoder().encode(JSON.stringify(…))` and protobuf's `json_format.ParseDict(…)` were given. */
function jsonOf({ path }: SymbolValue): Expr | undefined {
  const step = path.find(({ name, call }) => call && asText.has(name) && call.args[0] && !call.args[0].spread)
  const first = step?.call?.args[0]
  return first?.name === undefined && first?.value.is !== 'text' ? first?.value : undefined
}

function fieldsOfRecord(context: Context, record: RecordExpr): Fields {
  const { entries } = record
  // A table of thousands of entries spreads nothing: its fields are put together at once, and not copied for each.
  if (entries.every(({ name }) => name !== undefined))
    return { named: new Map(entries.map(({ name, value }) => [name!, { among: [value], maybe: false }])), open: false }
  let fields = none
  for (const entry of entries) {
    if (entry.spread) fields = over(fields, fieldsOf(context, entry.value), entry.value)
    else if (entry.name === undefined) fields = keyed(context, fields, entry)
    else fields = set(fields, entry.name, entry.value)
  }
  return fields
}

/** `[isNew ? 'max_completion_tokens' : 'max_tokens']: 100` is one of the two; by a key that only a run knows it may be any. */
function keyed(context: Context, fields: Fields, { key, value }: Entry): Fields {
  const names = key && textsAt(context, key)
  if (!names) return over(fields, unread, value)
  return names.reduce((held, name) => set(held, name, value, names.length > 1), fields)
}

function set(fields: Fields, name: string, value: Expr, maybe = false): Fields {
  const named = new Map(fields.named)
  const before = fields.named.get(name)
  if (maybe) named.set(name, { among: [...(before?.among ?? []), value], maybe: !before || before.maybe })
  else named.set(name, { among: [value], maybe: false })
  return { named, open: fields.open }
}

/** Later fields win. Where they cannot be read, each earlier one may have been replaced by a member of what was spread. */
function over(fields: Fields, later: Fields, spread?: Expr): Fields {
  const named = new Map(fields.named)
  if (later.open && spread)
    for (const [name, field] of fields.named) {
      const { span } = spread
      const replaced: Expr = { is: 'member', of: spread, name, nameSpan: span, span }
      named.set(name, { ...field, among: [...field.among, replaced] })
    }
  for (const [name, field] of later.named) {
    const before = field.maybe ? named.get(name) : undefined
    named.set(name, before ? { among: [...before.among, ...field.among], maybe: before.maybe } : field)
  }
  return { named, open: fields.open || later.open }
}

export function either(a: Fields | undefined, b: Fields): Fields {
  if (!a) return b
  const named = new Map<string, Field>()
  for (const name of new Set([...a.named.keys(), ...b.named.keys()])) {
    const [x, y] = [a.named.get(name), b.named.get(name)]
    named.set(name, { among: [...(x?.among ?? []), ...(y?.among ?? [])], maybe: !x || !y || x.maybe || y.maybe })
  }
  return { named, open: a.open || b.open }
}

/** `params["model"] = …` and `params.update(…)` between what is no literal, as what a caller gives, and its use. */
function mutated(context: Context, expr: Expr, fields: Fields): Fields {
  const key = pathKey(expr)
  if (key === undefined || expr.is === 'index') return fields
  // What is written to a record is part of its value: ./altered.ts.
  if (context.evaluate(expr).every(isWritten)) return fields
  const { index } = context
  const frame = index.frameOf(index.scopeAt(expr.span[0]))
  const use = expr.span[0]
  const here = (scope: number, at: number) => at < use && (index.frameOf(scope) === frame || index.frameOf(scope) === 0)
  const changes = [
    ...index.pathsBelow(key).filter((binding) => here(binding.scope, binding.target.span[0])),
    ...['update', 'setdefault']
      .flatMap((name) => index.callsNamed(name))
      .filter((call) => here(call.scope, call.expr.span[0]) && isOn(call.expr, key)),
  ].sort((a, b) => startOf(a) - startOf(b))
  return changes.reduce(
    (held, change) =>
      'expr' in change ? called(context, held, change, expr) : assigned(context, held, change, key, use),
    fields,
  )
}

const isWritten = (value: Value) => value.is === 'scalar' || (value.is === 'data' && value.expr.is === 'record')

const startOf = (change: Binding | CallSite) => ('expr' in change ? change.expr.span[0] : change.target.span[0])

const isOn = (call: CallExpr, key: string) => call.callee.is === 'member' && pathKey(call.callee.of) === key

function assigned(context: Context, fields: Fields, binding: Binding, key: string, use: number): Fields {
  const name = pathKey(binding.target)?.slice(key.length + 1)
  if (name === undefined || !binding.value) return fields
  const maybe = (binding.branch && !within(binding.branch, use)) || false
  return set(fields, name, binding.value, maybe && !isThere(context, binding))
}

function called(context: Context, fields: Fields, site: CallSite, record: Expr): Fields {
  const [asked, given] = site.expr.args
  if (lastName(site.expr.callee) === 'update') return updated(context, fields, site)
  const [name, ...others] = (asked && textsAt(context, asked.value)) ?? []
  if (name === undefined || others.length > 0 || !given) return { ...fields, open: true }
  const { span } = site.expr
  const before = fields.named.get(name)
  if (before && !before.maybe) return fields
  // What a caller gave is kept: `kwargs.setdefault("model", "gpt-4o")`.
  const kept: readonly Expr[] = fields.open ? [{ is: 'member', of: record, name, nameSpan: span, span }] : []
  const field = { among: [...(before?.among ?? kept), given.value], maybe: false }
  return { named: new Map([...fields.named, [name, field]]), open: fields.open }
}

function updated(context: Context, fields: Fields, { expr }: CallSite): Fields {
  const first = expr.args[0]
  const given =
    first && first.name === undefined && !first.spread ? fieldsOf(context, first.value) : fieldsOfCall(context, expr)
  return first ? over(fields, given, first.value) : fields
}
