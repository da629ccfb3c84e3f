import type { CallExpr, Expr } from '../module.ts'
import type { Params } from '../sdk.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import { either, type Fields, fieldsOf, fieldsOfCall } from './fields.ts'
import { asks } from './reads.ts'
import type { Value } from './value.ts'

/** One parameter as a call gives it. `state` is `open` where something that cannot be read may give it. */
export interface Given {
  readonly among: readonly Expr[]
  readonly state: 'given' | 'maybe' | 'absent' | 'open'
}

/** A parameter under the name it was found by; `name` is undefined where it is absent. */
export interface Named {
  readonly name: string | undefined
  readonly given: Given
}

/** The arguments of a call by dotted name: `model`, `reasoning.effort`. */
export interface Arguments {
  get(path: string): Given
  /** The first of several names that is given, or may be. */
  first(paths: Params | undefined): Named
  readonly fields: Fields
}

/** `given` are the calls of `partial` that gave arguments before; each has the method first. `skip` arguments are not the method's. */
export function argumentsOf(context: Context, call: CallExpr, skip: number, given: readonly CallExpr[]): Arguments {
  const before = given.map((earlier) => fieldsOfCall(context, earlier, 1))
  return argumentsFrom(context, [...before, fieldsOfCall(context, call, skip)].reduce(later))
}

/** What a record, or what is made like one, holds by name. */
export const argumentsIn = (context: Context, expr: Expr): Arguments => argumentsFrom(context, fieldsOf(context, expr))

function argumentsFrom(context: Context, fields: Fields): Arguments {
  const one = (path: string) => get(context, fields, path.split('.'))
  const at = (path: string) => (path.includes('&') ? eachOf(path.split('&').map(one)) : one(path))
  return {
    fields,
    get: at,
    first(paths = []) {
      const names = typeof paths === 'string' ? [paths] : paths
      const found = names.map((name) => ({ name, given: at(name) }))
      const sure = found.find(({ given }) => given.state === 'given' || given.state === 'maybe')
      return sure ?? found.find(({ given }) => given.state === 'open') ?? { name: undefined, given: absent }
    },
  }
}

/** All of several parameters, where a run picks one of them. */
function eachOf(all: readonly Given[]): Given {
  const state = all.every((given) => given.state === 'given') ? 'given' : 'open'
  return all.every((given) => given.state === 'absent') ? absent : { among: all.flatMap((given) => given.among), state }
}

const absent: Given = { among: [], state: 'absent' }

const later = (a: Fields, b: Fields): Fields => ({ named: new Map([...a.named, ...b.named]), open: a.open || b.open })

function get(context: Context, fields: Fields, path: readonly string[]): Given {
  const [name, ...rest] = path
  // `job.settings.default_compute = cluster`: what is set further inside on what nobody can see into.
  const whole = path.join('.')
  if (rest.length > 0 && fields.named.has(whole)) return get(context, fields, [whole])
  const field = fields.named.get(name ?? '')
  if (!field) return { among: [], state: fields.open && !name?.startsWith('[') ? 'open' : 'absent' }
  const among = field.among.filter((expr) => !isLeftOut(context.evaluate(expr)))
  if (among.length === 0) return { among: [], state: 'absent' }
  const state = field.maybe || among.length < field.among.length ? 'maybe' : 'given'
  if (rest.length === 0) return { among, state }
  const inside = among.map((expr) => get(context, inFront(context, expr, rest[0]!), rest))
  const found = inside.flatMap((given) => given.among)
  if (found.length === 0)
    return { among: [], state: inside.some((given) => given.state === 'open') ? 'open' : 'absent' }
  return { among: found, state: inside.every((given) => given.state === 'given') ? state : 'maybe' }
}

/** What the next step of a dotted name is looked up in: the items of a list for `[0]`, else the fields of a record. */
function inFront(context: Context, expr: Expr, step: string): Fields {
  if (!step.startsWith('[')) return fieldsOf(context, expr)
  const items = elementsOf(context, expr) ?? []
  return { named: new Map(items.map((item, at) => [`[${at}]`, { among: [item], maybe: false }])), open: false }
}

/** `NOT_GIVEN`, `omit`: the marks by which an SDK is told that an argument is not there. */
const leftOut: ReadonlySet<string> = new Set(['NOT_GIVEN', 'NotGiven', 'not_given', 'omit', 'Omit'])

function isLeftOut(values: readonly Value[]): boolean {
  return values.length > 0 && values.every((value) => value.is === 'symbol' && leftOut.has(value.path.at(-1)!.name))
}

/** The parameters of each request of a batch, `requests[].params`, as one: what all of them have in common is known. */
export function eachRequest(context: Context, whole: Arguments, each: string): Arguments {
  const [list, inner] = each.split('[].')
  const given = whole.get(list ?? '')
  const requests = given.among.flatMap((expr) => requestsOf(context, expr))
  if (requests.length === 0) return argumentsFrom(context, { named: new Map(), open: true })
  const fields = requests.flatMap((request) => {
    const found = argumentsFrom(context, fieldsOf(context, request)).get(inner ?? '')
    return found.among.length > 0
      ? found.among.map((expr) => fieldsOf(context, expr))
      : [{ named: new Map(), open: true }]
  })
  return argumentsFrom(context, fields.reduce(either))
}

/** What is added to a list, by its name. */
export function appendedTo(context: Context, expr: Expr): readonly Expr[] {
  if (expr.is !== 'name') return []
  return context.index
    .callsNamed(context.module.language === 'python' ? 'append' : 'push')
    .filter(
      ({ expr: call }) =>
        call.callee.is === 'member' && call.callee.of.is === 'name' && call.callee.of.name === expr.name,
    )
    .flatMap(({ expr: call }) => call.args.map((argument) => argument.value))
}

/** The requests a list is made of: its items, or what a comprehension, a `map` or an `append` in a loop makes each time. */
function requestsOf(context: Context, expr: Expr): readonly Expr[] {
  const appended = appendedTo(context, expr)
  if (appended.length > 0) return appended
  const elements = elementsOf(context, expr)
  if (elements && elements.length > 0) return elements
  const source = expr.is === 'name' ? sourceOf(context, expr) : expr
  if (source?.is === 'opaque') return source.children.slice(0, 1)
  if (source?.is !== 'call') return []
  return source.args.flatMap(({ value }) =>
    value.is === 'function' ? (context.module.scopes[value.scope]?.returns ?? []) : [],
  )
}

function sourceOf(context: Context, expr: Extract<Expr, { is: 'name' }>): Expr | undefined {
  asks('name', expr.name)
  const binding = context.module.bindings.find(
    (candidate) => candidate.target.is === 'name' && candidate.target.name === expr.name && candidate.via === 'assign',
  )
  return binding?.value
}
