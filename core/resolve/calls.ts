import type { Document } from '../document.ts'
import type { CallExpr, CallSite, Expr, Module } from '../module.ts'
import type { CallShape, Params, Sdk } from '../sdk.ts'
import type { ModelCall } from '../types.ts'
import { carriedAt } from './callers.ts'
import { worthAsking } from './candidates.ts'
import type { Context } from './context.ts'
import { decoratedValues } from './decorated.ts'
import { contextOf } from './evaluate.ts'
import { handedMatch, wayTo } from './handed.ts'
import { givesMethod, handedOn } from './handed-on.ts'
import { fileHints } from './hints.ts'
import { numbered } from './keys.ts'
import { isChosen, type Match, type Matcher, matcherFor } from './match.ts'
import { type Matched, modelCallOf } from './model-call.ts'
import { mayTell, toldMatch } from './told.ts'

/** Gives what was found of a call before, where that holds, or finds it. `at` is its index in `Module.calls`. */
export type Keep = (site: CallSite, at: number, find: () => ModelCall | undefined) => ModelCall | undefined

/**
 * The calls of a document that send a request a provider bills, in source order. A call counts only where its receiver is proven,
 * from the import to the method, to be a client of an SDK, or where nothing else has the path it is called by; whatever else about it
 * cannot be read is `unknown` with the reason.
 */
export function findModelCalls(
  document: Document,
  module: Module,
  sdks: readonly Sdk[],
  context: Context = contextOf(module),
  keep: Keep = (_site, _at, find) => find(),
): readonly ModelCall[] {
  const matcher = matcherFor(module.language, sdks)
  const worth = worthAsking(module, matcher.methods)
  const asked = [...module.calls.entries()].filter(
    ([, { expr }]) => worth(expr.callee) || carriedAt(expr.callee) !== undefined || givesMethod(expr, matcher.methods),
  )
  if (asked.length === 0) return []
  const handed = asked.some(([, { expr }]) => wayTo(matcher.handed, expr.callee))
  const told = asked.some(([, { expr }]) => mayTell(matcher.told, expr)) && matcher.mayBeTold(document.text)
  if (!handed && !told && !concerned(matcher, context)) return []
  const reading = { context, document, matcher, fileHints: fileHints(context, document) }
  const find = (site: CallSite, call: number) => {
    const given = () => handedMatch(context, matcher.handed, site.expr, reading.fileHints)
    const named = () => toldMatch(context, matcher.told, site.expr, reading.fileHints)
    const matched =
      matchSite(context, matcher, site) ?? alone((handed ? given() : undefined) ?? (told ? named() : undefined))
    return matched && modelCallOf(reading, site, call, matched)
  }
  const found = asked.flatMap(([call, site]) => keep(site, call, () => find(site, call)) ?? [])
  return numbered(
    found.sort((a, b) => module.calls[a.source.call]!.expr.span[0] - module.calls[b.source.call]!.expr.span[0]),
  )
}

/** Could a client reach this module: by its own imports, or from a module it imports? */
const concerned = (matcher: Matcher, { module, link }: Context): boolean =>
  matcher.concerns(module) || link?.leadsToClient() === true

const alone = (match: Match | undefined): Matched | undefined => match && { matches: [match], skip: 0 }

function matchSite(context: Context, matcher: Matcher, { expr }: CallSite): Matched | undefined {
  const direct = matchesOf(context, matcher, expr, expr.callee, 0)
  if (direct) return { matches: direct, skip: 0 }
  const at = carriedAt(expr.callee)
  if (at === undefined) return matchHandedOn(context, matcher, expr)
  const argument = expr.args[at]
  const carried = argument && matchesOf(context, matcher, expr, argument.value, at + 1)
  return carried && { matches: carried, skip: at + 1 }
}

/** What stands between the method and its own arguments, which are named, is the function's. */
function matchHandedOn(context: Context, matcher: Matcher, expr: CallExpr): Matched | undefined {
  const method = handedOn(context, expr, matcher.methods)
  const skip = expr.args.filter(({ name, spread }) => name === undefined && spread !== 'record').length
  const matches = method && matchesOf(context, matcher, expr, method.value, skip)
  return matches && { matches, skip }
}

/** What retrieves or prepares for a pipeline stands before what answers: of its stages, those like the last. */
function answering(found: readonly Match[]): readonly Match[] {
  const end = found.at(-1)
  return end?.symbol.stages ? found.filter(({ shape, symbol }) => shape === end.shape || !symbol.stages) : found
}

function matchesOf(
  context: Context,
  matcher: Matcher,
  call: CallExpr,
  method: Expr,
  skip: number,
): Matched['matches'] | undefined {
  const all = [...context.evaluate(method), ...decoratedValues(context, method)].flatMap((value) => {
    const found = value.is === 'symbol' ? matcher.match(context, value, call, skip) : undefined
    return found ? [found, ...besides(context, matcher, found, call, skip)] : []
  })
  const known = all.filter((match) => !match.symbol.dressed)
  const [first, ...rest] = answering(known.length > 0 ? known : all)
  if (!first || rest.some((match) => !billsAlike(match.shape, first.shape))) return undefined
  return [first, ...rest]
}

/** `model.configurable_alternatives(…, other=other_model)`: the same is asked of what a run may choose instead. */
function besides(context: Context, matcher: Matcher, found: Match, call: CallExpr, skip: number): readonly Match[] {
  const { path } = found.symbol
  return path.flatMap((step, at) => {
    if (!step.call || !isChosen(found, step)) return []
    const others = step.call.args.filter(({ name, spread }) => name !== undefined && !spread)
    return others
      .flatMap(({ value }) => context.evaluate(value))
      .flatMap((value) => {
        const other = value.is === 'symbol' && { ...value, path: [...value.path, ...path.slice(at + 1)] }
        return (other && matcher.match(context, other, call, skip)) || []
      })
  })
}

/**
 * Two ways to the call that bill differently are not one call we can speak of. `create` and `stream` bill alike, as do a method and its
 * beta, or those of two clients of which a run picks one.
 */
function billsAlike(a: CallShape, b: CallShape): boolean {
  if (a === b) return true
  const one = (shape: CallShape) =>
    shape.batch === undefined && shape.each === undefined && shape.made === undefined && shape.url === undefined
  return one(a) && one(b) && a.api === b.api && shareName(a.model, b.model) && shareName(a.maxOutput, b.maxOutput)
}

function shareName(a: Params | undefined, b: Params | undefined): boolean {
  const [names, others] = [a, b].map((params) => (params === undefined ? [] : [params].flat()))
  return names!.length === 0 ? others!.length === 0 : names!.some((name) => others!.includes(name))
}
