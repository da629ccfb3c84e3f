import type { CallExpr, Expr, Module } from '../module.ts'
import type { ClientShape, RentShape, Sdk } from '../sdk.ts'
import type { EnvironmentHint } from '../types.ts'
import { argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import type { Match, Rent } from './match.ts'
import type { Segment, Value } from './value.ts'

/** What answers a path that only one SDK has, and nothing tells who made it: who bills is not known, unless all its clients are of one. */
const clients = new Map<ClientShape['provider'], ClientShape>()

export function clientOf({ clients: known }: Sdk): ClientShape {
  const [first, ...rest] = new Set(known.map((each) => (each.baseUrl ? undefined : each.provider)))
  const provider = rest.length === 0 && first ? first : 'unknown'
  const there = clients.get(provider)
  if (there) return there
  const made: ClientShape = { provider }
  clients.set(provider, made)
  return made
}

/** Is it matched by its path alone? */
export const isHanded = (match: Match): boolean =>
  match.client.provider !== undefined && clients.get(match.client.provider) === match.client

/** The paths below a receiver that are an SDK's whoever made the receiver, with the SDK. */
export type Handed = ReadonlyMap<string, Sdk>

export function handedBy(sdks: readonly Sdk[]): Handed {
  return new Map(sdks.flatMap((sdk) => Object.keys(sdk.handed ?? {}).map((path) => [path, sdk] as const)))
}

/**
 * What may stand between the names of a path. A comment goes to its end, so that a row of `#` or `/` is read in one way only: of fifty the
 * ways to read them apart are more than can be tried.
 */
export const between = String.raw`(?:[\s?!.\\]|(?:#|\/\/)[^\n]*(?:\n|$)|\/\*[^*]*\*+(?:[^*/][^*]*\*+)*\/)+`

/** May a text call one of these paths, or what rents on whatever it is called? True wherever its module would. */
export function mayBeHanded(language: Module['language'], sdks: readonly Sdk[]): (text: string) => boolean {
  const paths = [...handedBy(sdks).keys()].map((path) => path.split('.').join(between))
  const path = paths.length === 0 ? undefined : new RegExp(`\\b(?:${paths.join('|')})\\b`)
  // Scripts that rent so are not read.
  const rents = language === 'python' ? sdks.flatMap((sdk) => sdk.rents ?? []) : []
  const words = rents.flatMap((rent) => (rent.handed ? [[rent.path, ...rent.handed]] : []))
  return (text) => path?.test(text) === true || words.some((names) => names.every((name) => text.includes(name)))
}

interface Way {
  readonly path: string
  readonly receiver: Expr
  readonly steps: readonly Segment[]
}

/** The longest listed path a callee ends in, and what it is called on. */
export function wayTo(handed: Handed, callee: Expr): Way | undefined {
  if (handed.size === 0 || callee.is !== 'member') return undefined
  const names: string[] = []
  let found: Way | undefined
  for (let at: Expr = callee; at.is === 'member'; at = at.of) {
    names.unshift(at.name)
    const path = names.join('.')
    if (handed.has(path)) found = { path, receiver: at.of, steps: names.map((name) => ({ name })) }
  }
  return found
}

/** A call on something handed in, where the program does not show its making: `def ask(client): client.chat.completions.create(…)`. */
export function handedMatch(
  context: Context,
  handed: Handed,
  call: CallExpr,
  hints: readonly EnvironmentHint[],
): Match | undefined {
  // What a test is handed is seldom the client itself.
  if (context.module.language !== 'python' || hints.includes('test')) return undefined
  const way = wayTo(handed, call.callee)
  const sdk = way && handed.get(way.path)
  const shape = sdk?.calls.find((candidate) => candidate.path === way?.path)
  if (!way || !sdk || !shape || !gives(call, sdk.handed?.[way.path] ?? [])) return undefined
  if (isDouble(way.receiver) || !context.evaluate(way.receiver).every(mayBeClient)) return undefined
  const made: Segment = { name: '', called: true }
  return { sdk, client: clientOf(sdk), shape, rest: way.steps, symbol: { is: 'symbol', path: [made, ...way.steps] } }
}

/** Spread arguments may be any: what is spread into a path of two steps is not enough, `sms.messages.create(**message)`. */
function gives({ args, callee }: CallExpr, needed: readonly string[]): boolean {
  const has = (name: string) => args.some((argument) => argument.name === name)
  const deep = callee.is === 'member' && callee.of.is === 'member' && callee.of.of.is === 'member'
  return needed.every(has) || (deep && args.some((argument) => argument.spread === 'record'))
}

/** A call of something handed in that only one SDK has a method for: `def serve(model): model.deploy(instance_type=…, …)`. */
export function handedRent(context: Context, sdks: readonly Sdk[], call: CallExpr): Rent | undefined {
  const { callee } = call
  if (context.module.language !== 'python' || callee.is !== 'member') return undefined
  const tells = (rent: RentShape) =>
    rent.path === callee.name && rent.handed?.every((name) => isNamed(context, call, name))
  for (const sdk of sdks) {
    const rent = sdk.rents?.find((candidate) => candidate.handed && tells(candidate))
    if (!rent) continue
    const may = rent.handed?.length === 0 ? isNotOwn : (value: Value) => mayBeClient(value) || isDressed(context, value)
    if (isDouble(callee.of) || !context.evaluate(callee.of).every(may)) return undefined
    return {
      sdk,
      client: clientOf(sdk),
      rent,
      rest: [{ name: callee.name }],
      symbol: { is: 'symbol', path: [{ name: callee.name }] },
    }
  }
  return undefined
}

/** A name that tells alone: a decorator may make something with that method of a function that answers with a text. */
const isNotOwn = ({ is }: Value) => is !== 'instance' && is !== 'class' && is !== 'namespace'

/** Also by a record that is spread in, where that is seen to hold it. */
function isNamed(context: Context, call: CallExpr, name: string): boolean {
  const { args } = call
  if (args.some((argument) => argument.name === name)) return true
  return args.some(({ spread }) => spread === 'record') && argumentsOf(context, call, 0, []).get(name).state === 'given'
}

/** A class or function that a decorator makes something else of. */
function isDressed(context: Context, value: Value): boolean {
  if (value.is !== 'class' && value.is !== 'function') return false
  const { scopes } = (value.home ?? context).module
  return (scopes[value.scope]?.decorators ?? []).length > 0
}

const double = /mock|fake|stub|dummy/i

export function isDouble(receiver: Expr): boolean {
  for (let at: Expr = receiver; ; at = at.of) {
    if (at.is === 'name' || at.is === 'member') if (double.test(at.name)) return true
    if (at.is !== 'member') return false
  }
}

/** An object of a class of the program is not one: its own calls are counted where they are made. */
function mayBeClient(value: Value): boolean {
  if (value.is === 'unknown') return true
  if (value.is === 'scalar') return value.value === null
  // What a class of another package makes is that package's.
  return value.is === 'symbol' && !value.path.some(({ name, called }) => called && /^[A-Z]/.test(name))
}
