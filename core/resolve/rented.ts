// Calls that rent machines or put data away: `Sdk.rents` of core/sdk.ts, found as model calls are.
import { type Document, locate } from '../document.ts'
import type { Block } from '../format.ts'
import { known } from '../known.ts'
import type { CallExpr, CallSite, Module } from '../module.ts'
import type { RentShape, Sdk } from '../sdk.ts'
import { type Arguments, argumentsOf } from './arguments.ts'
import { worthAsking } from './candidates.ts'
import type { Context } from './context.ts'
import { decoratedValues } from './decorated.ts'
import { rentedInData } from './documents.ts'
import { contextOf } from './evaluate.ts'
import { handedRent } from './handed.ts'
import { fileHints } from './hints.ts'
import { keyOf, numbered } from './keys.ts'
import { commandOf, type Matcher, matcherFor, type Rent } from './match.ts'
import { openArguments } from './open-arguments.ts'
import { asks, isLike } from './rent-asks.ts'
import { blockOf, callsAt, type Reading } from './rented-block.ts'
import { standIns } from './stands.ts'
import { isBelow, startedBelow } from './started.ts'

/** What a document rents by calling for it, in source order, each as a block whose type is the call's and whose facts are its arguments. */
export function findRented(
  document: Document,
  module: Module,
  sdks: readonly Sdk[],
  context: Context = contextOf(module),
): readonly Block[] {
  if (module.documents) return rentedInData(document, sdks, context)
  const matcher = matcherFor(module.language, sdks)
  // What has the name of a method of a model is looked at only where something that rents is imported.
  const rentals = matcher.leases(module) ? matcher.rentals : matcher.rentalsAlone
  const named = module.calls.some(({ expr: { callee } }) =>
    callee.is === 'name' || callee.is === 'member' ? rentals.has(callee.name) : false,
  )
  const renamed = module.imports.some(({ name, local }) => name !== local && rentals.has(name))
  if (!named && !renamed) return []
  const worth = worthAsking(module, rentals)
  const concerned = matcher.concerns(module) || context.link?.leadsToClient() === true
  const test = fileHints(context, document).includes('test')
  const found = module.calls.flatMap((site) => {
    if (!worth(site.expr.callee)) return []
    const rents = concerned ? rentsOf(context, matcher, site.expr) : []
    const given = rents.length > 0 || test ? undefined : handedRent(context, sdks, site.expr)
    const all = (given ? [given] : rents).filter(({ sdk }) => !isFaked(module, sdk))
    const made = all.length > 0 ? toBlock(context, document, site, all) : undefined
    return made ? [{ ...made, rent: all[0]!.rent, site }] : []
  })
  const isToldWhere = found.some(({ rent }) => rent.runs)
  const used = isToldWhere ? found.filter(({ rent }) => rent.uses) : []
  const blocks = found.flatMap(({ block, reading, rent, site }) => {
    if (rent.uses && isToldWhere) return []
    const loads = rent.runs ? used.filter((each) => isBelow(module, site, each.site)).map((each) => each.block) : []
    const starts = rent.runs ? startedBelow(document, context, site) : []
    const below = { ...(loads.length > 0 ? { loads } : {}), ...(starts.length > 0 ? { starts } : {}) }
    const target: Block['target'] = (path, type) => {
      const from = callsAt(reading, path)
      const other = found.find((each) => from.includes(each.site.expr) && (type ?? each.block.type) === each.block.type)
      return other?.block
    }
    return [{ ...block, ...below, target }]
  })
  const inOrder = numbered(blocks.sort((a, b) => startOf(a) - startOf(b))).map(
    (block): Block => ({
      ...block,
      address: block.key,
      ofType: (type) => inOrder.filter((other) => other.type === type),
    }),
  )
  return inOrder
}

/** Is there something in the file that answers in the provider's place? */
const isFaked = ({ imports }: Module, { fakes = [] }: Sdk): boolean =>
  fakes.some((fake) => imports.some(({ module }) => module === fake || module.startsWith(`${fake}.`)))

const startOf = ({ location }: Block) => (location.cell ?? 0) * 1e9 + location.span[0]

/** The ways to what is called; none where two of them rent differently. */
function rentsOf(context: Context, matcher: Matcher, call: CallExpr): readonly Rent[] {
  const values = [...context.evaluate(call.callee), ...decoratedValues(context, call.callee)]
  const all = values.flatMap((value) => (value.is === 'symbol' ? (matcher.rented(context, value, call) ?? []) : []))
  const own = all.filter(({ symbol }) => !symbol.dressed)
  const found = own.length > 0 ? own : all
  return found.some(({ rent }) => rent.type !== found[0]!.rent.type) ? [] : found
}

interface Made {
  readonly block: Block
  readonly reading: Reading
}

function toBlock(context: Context, document: Document, site: CallSite, rents: readonly Rent[]): Made | undefined {
  const { rent, sdk } = rents[0]!
  const { module } = context
  if (rent.decorates && !isApplied(module, site.expr)) return undefined
  const command = rent.made === undefined ? undefined : commandOf(context, rent, site.expr, 0)
  const own = argumentsOf(context, command ?? site.expr, 0, [])
  const stands = standIns(context, sdk)
  const { callee } = site.expr
  const receiver = callee.is === 'member' ? callee.of : undefined
  const ways = rents.map((each) => wayTo(context, each, site.expr))
  const reading = { context, document, stands, own, ways, receiver }
  const block = blockOf(reading, {
    type: rent.type,
    name: nameOf(context, site),
    key: keyFor(context, site, rent),
    location: locate(document, site.expr.span),
    open: openArguments(document, module.language, command ?? site.expr),
  })
  if (asks(block, rent)) return { block: rentedAlone(block, rent), reading }
  const { otherwise } = rent
  if (otherwise === undefined) return undefined
  return { block: { ...block, type: otherwise, key: keyFor(context, site, { type: otherwise }) }, reading }
}

const isApplied = ({ scopes, calls, bindings }: Module, made: CallExpr): boolean =>
  scopes.some(({ decorators }) => decorators.includes(made)) ||
  calls.some(({ expr }) => expr.callee === made) ||
  bindings.some(({ value }) => value === made)

/** Where a run takes one's own machine or a rented one, the rented one is what it rents: `"local" if testing else "ml.m5.large"`. */
function rentedAlone(block: Block, { unless = {} }: RentShape): Block {
  const own = Object.entries(unless).map(([path, like]) => [new Set(path.split('|')), like] as const)
  if (own.length === 0) return block
  return {
    ...block,
    fact(path) {
      const value = block.fact(path)
      const like = own.find(([names]) => path.split('|').some((name) => names.has(name)))?.[1]
      if (value.is !== 'oneOf' || like === undefined) return value
      const among = value.among.filter((one) => !isLike(like, String(one)))
      return among.length === 1 ? known(among[0]!, value.at) : { ...value, among }
    },
  }
}

/** The calls on the way to it, nearest first: what made the receiver, and what made that. */
function wayTo(context: Context, { symbol }: Rent, own: CallExpr): readonly Arguments[] {
  const calls = symbol.path.flatMap(({ call }) => (call && call !== own ? [call] : []))
  return calls.reverse().map((call) => argumentsOf(context, call, 0, []))
}

/** The function or class it decorates, else what it stands in. */
function nameOf({ module }: Context, { expr, scope }: CallSite): string {
  const decorated = module.scopes.find(({ decorators }) => decorators.includes(expr))
  return decorated?.name ?? module.scopes[scope]?.name ?? ''
}

function keyFor(context: Context, { expr, scope }: CallSite, { type }: Pick<RentShape, 'type'>): string {
  const decorated = context.module.scopes.find(({ decorators }) => decorators.includes(expr))
  return keyOf(context.module, decorated?.id ?? scope, type)
}
