import { exactly, plus, times } from '../band.ts'
import { type Document, locate } from '../document.ts'
import type { CallSite, Expr, Scope } from '../module.ts'
import type { Context } from '../resolve/context.ts'
import { pathsOf } from '../resolve/cross.ts'
import { functionHints } from '../resolve/hints.ts'
import { loopRepeats } from '../resolve/repeats.ts'
import type { Band, CellCost, CostedSite, EnvironmentHint, FunctionCost, Repeat } from '../types.ts'

/** The model calls of a module, wherever they were found. */
export type SitesOf = (context: Context) => readonly CostedSite[]

/** Functions calling functions: deeper than this is not added up. */
const deepest = 12

interface Sum {
  readonly usd: Band | undefined
  readonly calls: ReadonlyMap<string, { readonly file: string; readonly key: string }>
  readonly unknown: ReadonlySet<string>
  /** Of these, what one pass of the loops costs that nobody can count. */
  readonly pass?: Band | undefined
}

/**
 * Sums that are the same wherever they are asked for, by module and function: what one file's functions lead to, those of others lead to as
 * well. They hold as long as the module's context does, and what its calls cost.
 */
export type Sums = WeakMap<Context, Map<number, KeptSum>>

interface KeptSum {
  readonly sum: Sum
  /** So many functions one in another it leads to. */
  readonly height: number
}

const nothing: Sum = { usd: undefined, calls: new Map(), unknown: new Set() }

/**
 * What one call of each function costs: the sum over the model calls it makes, each as often as the loops around it are known to turn.
 * A call in a loop nobody can count is listed, and not in the sum.
 */
export function functionCosts(
  document: Document,
  context: Context,
  sitesOf: SitesOf,
  kept?: Sums,
): readonly FunctionCost[] {
  const adding = addingFor(sitesOf, kept)
  return context.module.scopes.flatMap((scope): FunctionCost[] => {
    if (scope.kind !== 'function' || scope.name === undefined) return []
    const sum = sumOf(adding, context, document, scope, 0)
    if (sum.calls.size === 0) return []
    const entry = functionHints(context, document, scope.id).find(isEntry)
    return [
      {
        name: fullName(context, scope),
        location: locate(document, headOf(document, scope)),
        entry,
        usd: sum.usd,
        calls: [...sum.calls.values()],
        unknownCalls: sum.unknown.size,
      },
    ]
  })
}

/** What a run of each cell of a notebook costs: what it does by itself, and not what it only defines. */
export function cellCosts(document: Document, context: Context, sitesOf: SitesOf, kept?: Sums): readonly CellCost[] {
  const adding = addingFor(sitesOf, kept)
  const cells = new Map<number, Sum>()
  for (const held of adding.callsOf(context, nobody)) {
    const { cell } = locate(document, held.site.expr.span)
    const sum = sumOfHeld(adding, context, document, held, 0)
    if (cell !== undefined && sum.calls.size > 0) cells.set(cell, together(cells.get(cell) ?? nothing, sum))
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([cell, { usd, pass, calls, unknown }]) => ({
      cell,
      usd,
      pass,
      calls: calls.size,
      unknownCalls: unknown.size,
    }))
}

function addingFor(sitesOf: SitesOf, kept: Sums = new WeakMap()): Adding {
  const seen = new Map<Context, readonly CostedSite[]>()
  const once: SitesOf = (of) => {
    const there = seen.get(of) ?? sitesOf(of)
    seen.set(of, there)
    return there
  }
  const held = new Map<Context, ReadonlyMap<number, readonly Held[]>>()
  const callsOf = (of: Context, scope: number): readonly Held[] => {
    const there = held.get(of) ?? callsByOwner(of, once(of))
    held.set(of, there)
    return there.get(scope) ?? []
  }
  return { callsOf, kept, sums: new Map(), open: new Map(), cut: false, reached: 0 }
}

const isEntry = (hint: EnvironmentHint): hint is NonNullable<FunctionCost['entry']> => hint !== 'notebook'

function fullName({ module }: Context, scope: Scope): string {
  const names: string[] = []
  for (let at: Scope | undefined = scope; at; at = module.scopes[at.parent])
    if (at.name !== undefined) names.unshift(at.name)
  return names.join('.')
}

/** The line with its name: decorators stand before it. */
function headOf({ text }: Document, { span, decorators }: Scope): readonly [number, number] {
  const after = Math.max(span[0], ...decorators.map((decorator) => decorator.span[1]))
  const start = after + (/^[\s)]*/.exec(text.slice(after, span[1]))?.[0].length ?? 0)
  const end = text.indexOf('\n', start)
  return [start, Math.min(span[1], end < 0 ? span[1] : end)]
}

/** A call, and what it costs where it is a model call. */
interface Held {
  readonly site: CallSite
  readonly costed: CostedSite | undefined
}

/** By the named function each call is in; those of no function are nobody's. */
function callsByOwner(context: Context, sites: readonly CostedSite[]): ReadonlyMap<number, readonly Held[]> {
  const costed = new Map(
    sites.flatMap((each) => (each.site.kind === 'model-call' ? [[each.site.source.call, each] as const] : [])),
  )
  const found = new Map<number, Held[]>()
  for (const [at, site] of context.module.calls.entries()) {
    const owner = ownerOf(context, site.scope)
    const held = { site, costed: costed.get(at) }
    const there = found.get(owner)
    if (there) there.push(held)
    else found.set(owner, [held])
  }
  return found
}

interface Adding {
  callsOf(context: Context, scope: number): readonly Held[]
  readonly kept: Sums
  readonly sums: Map<Scope, KeptSum & { readonly by: Context | undefined }>
  /** Functions that are being added up, by how deep they stand. */
  readonly open: Map<Scope, number>
  /** Of what is being added up, something was left to a function around it, or was added up for another call. */
  cut: boolean
  /** How deep the functions stand that it leads to. */
  reached: number
}

function sumOf(adding: Adding, context: Context, document: Document, scope: Scope, depth: number): Sum {
  const there = adding.sums.get(scope)
  const before = there ?? adding.kept.get(context)?.get(scope.id)
  // From here it may lead deeper than is added up.
  if (before && (there || depth + before.height <= deepest)) {
    if (there && there.by !== context) adding.cut = true
    adding.reached = Math.max(adding.reached, depth + before.height)
    return before.sum
  }
  // A function that calls itself is counted once: how often it does is only known when it runs.
  const around = adding.open.get(scope)
  if (around !== undefined || depth > deepest) {
    const itself = around === depth - 1
    if (!itself) adding.cut = true
    return nothing
  }
  const { cut, reached } = adding
  adding.cut = false
  adding.reached = depth
  adding.open.set(scope, depth)
  let sum = nothing
  for (const held of adding.callsOf(context, scope.id))
    sum = together(sum, sumOfHeld(adding, context, document, held, depth))
  adding.open.delete(scope)
  const height = adding.reached - depth
  adding.sums.set(scope, { sum, height, by: adding.cut ? undefined : context })
  if (!adding.cut) keep(adding.kept, context, scope, { sum, height })
  adding.cut ||= cut
  adding.reached = Math.max(reached, adding.reached)
  return sum
}

function keep(kept: Sums, context: Context, { id }: Scope, sum: KeptSum): void {
  const there = kept.get(context)
  if (there) there.set(id, sum)
  else kept.set(context, new Map([[id, sum]]))
}

function sumOfHeld(adding: Adding, context: Context, document: Document, { site, costed }: Held, depth: number): Sum {
  if (costed) return sumOfSite(document, costed)
  let sum = nothing
  for (const inner of calledBy(adding, context, document, site, depth)) sum = together(sum, inner)
  return sum
}

/** Owner of what stands in no named function. */
const nobody = -1

/** The named function a statement is in: a callback written there runs as part of it. */
function ownerOf({ module }: Context, scope: number): number {
  let at = module.scopes[scope]
  while (at && !(at.kind === 'function' && at.name !== undefined)) at = module.scopes[at.parent]
  return at?.id ?? nobody
}

function sumOfSite({ file }: Document, { site, estimate }: CostedSite): Sum {
  const id = `${file}\n${site.key}`
  const calls = new Map([[id, { file, key: site.key }]])
  const often = site.kind === 'model-call' ? turnsOf(site.repeats.filter(({ where }) => where === 'here')) : exactly(1)
  const whole = estimate.usd !== undefined && estimate.unknown.length === 0 && often !== undefined
  const usd = estimate.usd && often ? times(estimate.usd, often) : undefined
  return { usd, pass: often ? undefined : estimate.usd, calls, unknown: whole ? new Set() : new Set([id]) }
}

/** What is imported from where nothing is billed leads to no call. */
function mayLead(context: Context, callee: Expr): boolean {
  let root = callee
  while (root.is === 'member') root = root.of
  if (root.is !== 'name') return true
  const { name } = root
  const found = context.module.imports.filter(({ local }) => local === name)
  return (
    found.length === 0 ||
    found.some((each) => pathsOf(context.module, each).some((path) => context.link?.mayBill(path)))
  )
}

function* calledBy(adding: Adding, context: Context, document: Document, site: CallSite, depth: number): Iterable<Sum> {
  if (!mayLead(context, site.expr.callee)) return
  for (const value of context.evaluate(site.expr.callee)) {
    if (value.is !== 'function') continue
    // One that is worked out for a call of what it stands in is the same function.
    const isHere = !value.home || value.home.module === context.module
    const home = isHere ? context : value.home!
    const scope = home.module.scopes[value.scope]
    const text = !isHere ? home.link?.document : document
    if (!scope || scope.name === undefined || !text) continue
    const inner = sumOf(adding, home, text, scope, depth + 1)
    if (inner.calls.size === 0) continue
    const often = turnsOf(loopRepeats(context, document, site))
    yield {
      ...inner,
      usd: inner.usd && often ? times(inner.usd, often) : undefined,
      pass: often ? inner.pass : added(inner.usd, inner.pass),
      unknown: often ? inner.unknown : new Set(inner.calls.keys()),
    }
  }
}

/** How often something is done; undefined where a loop has no known bound. What is done again after a failure is done once if none comes. */
function turnsOf(repeats: readonly Repeat[]): Band | undefined {
  let often = exactly(1)
  for (const { kind, bound } of repeats) {
    if (kind === 'retry') often = times(often, { low: 1, likely: 1, high: Math.max(1, bound ?? 1) })
    else if (bound === undefined) return undefined
    else often = times(often, kind === 'agent' ? { low: 1, likely: (1 + bound) / 2, high: bound } : exactly(bound))
  }
  return often
}

const added = (a: Band | undefined, b: Band | undefined) => (a && b ? plus(a, b) : (a ?? b))

function together(a: Sum, b: Sum): Sum {
  // Most calls lead to none that is billed.
  if (a.calls.size === 0 || b.calls.size === 0) return a.calls.size === 0 ? b : a
  return {
    usd: added(a.usd, b.usd),
    pass: added(a.pass, b.pass),
    calls: new Map([...a.calls, ...b.calls]),
    unknown: new Set([...a.unknown, ...b.unknown]),
  }
}
