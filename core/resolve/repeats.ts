import { type Document, locate } from '../document.ts'
import { valueOf } from '../known.ts'
import type { CallSite, Expr, Loop } from '../module.ts'
import type { RepeatOption } from '../sdk.ts'
import type { Repeat } from '../types.ts'
import type { Given } from './arguments.ts'
import { callersOf, isFunction, referencesOf } from './callers.ts'
import { usedElsewhere } from './callers-elsewhere.ts'
import type { Context } from './context.ts'
import { mostOf, mostOfCount } from './cut.ts'
import { elementsOf } from './data.ts'
import { growthOf } from './growth.ts'
import type { Chain, Layer } from './levers.ts'
import { lookup } from './lookup.ts'
import { lastName, within } from './module-index.ts'
import { isNumber, read, readGiven, spanOf } from './read.ts'
import { asks } from './reads.ts'
import { decoratorRetries } from './retries.ts'
import { dotted, last } from './value.ts'

/** How far up the callers of a call are followed. */
const deepest = 4
/** Functions that lead to one call: beyond so many the rest of the loops tell nothing new. */
const mostPlaces = 20

/** Every reason one call is made many times: loops around it and around its callers, retries, loops the SDK itself runs. */
export function repeatsOf(
  context: Context,
  document: Document,
  site: CallSite,
  chains: readonly Chain[],
): readonly Repeat[] {
  const layers = chains[0] ?? []
  const own = layers[0]
  const agent =
    layers.some(({ args }) => args.get('tools').state !== 'absent') || (own !== undefined && growsHistory(context, own))
  const here = turning(context, document, site, 'here', agent)
  const scopes = functionsAround(context, site.scope)
  const retries = scopes.flatMap((scope) => decoratorRetries(context, document, scope))
  return [
    ...here,
    ...retries,
    ...layers.flatMap((layer) => fromOptions(context, document, site, layer, layer === own ? undefined : own)),
    ...callerRepeats(context, document, scopes, agent),
  ]
}

/** What the call itself says of a bound goes before what it was made with: `agent.run(task, max_steps=3)`. */
function fromOptions(
  context: Context,
  document: Document,
  site: CallSite,
  { levers, args }: Layer,
  own: Layer | undefined,
): readonly Repeat[] {
  return Object.entries(levers.repeats ?? {}).flatMap(([names, option]): Repeat[] => {
    if (own?.levers.repeats?.[names] && own.args.first(names.split('|')).given.state === 'given') return []
    const { given } = args.first(names.split('|'))
    const first = given.among[0]
    const told: RepeatOption = typeof option === 'string' ? { kind: option } : option
    if (!first && told.default === undefined) return []
    // Items that are written stand in the prompt, all of them.
    if (first && told.items && elementsOf(context, first)) return []
    const bound = first ? givenBound(context, document, given, told) : told.default
    return [
      {
        kind: told.kind,
        bound,
        where: 'here',
        via: 'option',
        at: locate(document, spanOf(context, first ?? site.expr)),
      },
    ]
  })
}

/** A number, or the least of what the functions that count to one were given; of items, how many are taken at most. */
function givenBound(context: Context, document: Document, given: Given, { counted = [], items }: RepeatOption) {
  if (items) return mostOf(context, document, given.among[0]!)
  const number = valueOf(readGiven(context, document, given, isNumber))
  if (number !== undefined || counted.length === 0) return number
  const values = given.among.flatMap((expr) => elementsOf(context, expr) ?? [expr]).flatMap(context.evaluate)
  const bounds = values.flatMap((value) => {
    const end =
      value.is === 'symbol' && counted.includes(dotted(value.path).slice(0, -2)) ? last(value.path) : undefined
    const count = end?.call?.args[0]?.value
    return count ? (valueOf(read(context, document, count, isNumber)) ?? []) : []
  })
  return bounds.length > 0 ? Math.min(...bounds) : undefined
}

function* loopsAround(context: Context, from: number | undefined): Iterable<Loop> {
  const seen = new Set<number>()
  for (let loop = context.index.loop(from); loop && !seen.has(loop.id); loop = context.index.loop(loop.parent)) {
    seen.add(loop.id)
    yield loop
  }
}

/** Loops around any call, as `repeats` has them. */
export function loopRepeats(context: Context, document: Document, site: CallSite): readonly Repeat[] {
  return turning(context, document, site, 'here', false)
}

/** The loops around a call, innermost first. One that the call's own statement leaves turns again only where the call failed. */
function turning(
  context: Context,
  document: Document,
  site: CallSite,
  where: Repeat['where'],
  agent: boolean,
): readonly Repeat[] {
  const loops = [...loopsAround(context, site.loop)]
  const exit = exitAfter(document, site)
  const ended = loops.filter(
    ({ kind, span, scope }) =>
      (kind === 'for' || kind === 'while') &&
      exit !== undefined &&
      within(span, exit.at) &&
      context.index.frameOf(scope) === context.index.frameOf(site.scope),
  )
  const left = new Set(exit?.from === 'all' ? ended : ended.slice(0, 1))
  return loops.flatMap((loop): Repeat[] => {
    const repeat = repeatOf(context, document, loop, where, agent)
    if (!left.has(loop) || repeat.kind === 'retry') return [repeat]
    return handlesFailure.test(document.text.slice(...loop.span)) ? [{ ...repeat, kind: 'retry' }] : []
  })
}

const handlesFailure = /\b(try|catch|except)\b/

/** `return ask(x)`, or `break` as the next thing after the call: where the loops end, and which. */
function exitAfter({ text }: Document, { statement }: CallSite): { at: number; from: 'one' | 'all' } | undefined {
  if (/^return\b/.test(text.slice(statement[0], statement[0] + 7))) return { at: statement[0], from: 'all' }
  const rest = text.slice(statement[1], statement[1] + 400)
  const next = /^(?:[\s;]|(?:#|\/\/)[^\n]*\n)*(break|return)\b/.exec(rest)
  if (!next) return undefined
  return { at: statement[1] + next[0].length - 1, from: next[1] === 'break' ? 'one' : 'all' }
}

/** The functions a call stands in, innermost first. */
export function functionsAround(context: Context, scope: number): readonly number[] {
  const found: number[] = []
  for (let at = scope; at >= 0; at = context.module.scopes[at]?.parent ?? -1) {
    if (context.module.scopes[at]?.kind === 'function') found.push(at)
  }
  return found
}

interface Place {
  readonly context: Context
  readonly document: Document
  readonly scope: number
}

/** Loops around the places where a function is called or handed over, in any file, followed from caller to caller. */
function callerRepeats(
  context: Context,
  document: Document,
  scopes: readonly number[],
  agent: boolean,
): readonly Repeat[] {
  const found = new Map<string, Repeat>()
  const add = (repeat: Repeat) => found.set(placeKey(repeat), repeat)
  let wave: readonly Place[] = scopes.map((scope) => ({ context, document, scope }))
  const seen = new Set(wave.map(idOf))
  for (let depth = 0; depth < deepest && wave.length > 0; depth++) {
    const next: Place[] = []
    for (const place of wave) {
      for (const { site, ...from } of callSites(place)) {
        for (const repeat of turning(from.context, from.document, site, 'caller', agent)) add(repeat)
        for (const scope of functionsAround(from.context, site.scope)) {
          const outer = { ...from, scope }
          if (seen.size < mostPlaces && !seen.has(idOf(outer)) && seen.add(idOf(outer))) next.push(outer)
        }
      }
      for (const { loop, ...from } of handedTo(place)) add(repeatOf(from.context, from.document, loop, 'caller', false))
    }
    wave = next
  }
  return [...found.values()]
}

const idOf = ({ document, scope }: Place) => `${document.file} ${scope}`

/** The calls of a function and those it is handed to, in its own file first. */
function callSites({ context, document, scope }: Place) {
  const here = [...callersOf(context, scope).map((caller) => caller.site), ...referencesOf(context, scope)]
  const { calls, given } = usedElsewhere(context, scope)
  const far = [...calls, ...given].map(({ site, ...from }) => ({
    site,
    context: from.context,
    document: from.document,
  }))
  return [...here.map((site) => ({ site, context, document })), ...far]
}

const placeKey = ({ at }: Repeat) => `${at.file}:${at.cell ?? ''}:${at.span[0]}:${at.span[1]}`

/** `map(embed, texts)`: the loops that call the function for each element. */
function handedTo({ context, document, scope }: Place) {
  asks('loops')
  const here = context.module.loops.filter((loop) => {
    const name = loop.calls && lastName(loop.calls)
    if (!loop.calls || !name) return false
    return context.evaluate(loop.calls).some((value) => isFunction(context, value, scope))
  })
  return [...here.map((loop) => ({ loop, context, document })), ...usedElsewhere(context, scope).loops]
}

function repeatOf(context: Context, document: Document, loop: Loop, where: Repeat['where'], agent: boolean): Repeat {
  const via = loop.kind === 'comprehension' || loop.kind === 'callback' ? loop.kind : 'loop'
  const kind = kindOf(document, loop, agent)
  const bound = boundOf(context, document, loop)
  const most = bound === undefined && loop.over ? mostPasses(context, document, loop.over) : undefined
  return { kind, bound, ...(most === undefined ? {} : { most }), where, via, at: locate(document, loop.span) }
}

function mostPasses(context: Context, document: Document, over: Expr): number | undefined {
  if (!isCounting(over)) return mostOf(context, document, over)
  const numberOf = (expr: Expr | undefined) => expr && valueOf(read(context, document, expr, isNumber))
  const args = over.is === 'call' ? over.args.map(({ value }) => value) : over.is === 'operation' ? over.args : []
  const [from, stop, step] = args.length === 1 ? [undefined, args[0]] : args
  const most = stop && mostOfCount(context, document, stop)
  const by = numberOf(step) ?? 1
  const inclusive = over.is === 'operation' && over.op === '<=' ? 1 : 0
  // Whoever counts down says where it begins. A counter that begins later than at none makes fewer still.
  return by < 0 ? undefined : rangeLength([numberOf(from && startOf(context, from)) ?? 0, add(most, inclusive), by])
}

// As a word of its own, in any case style: `max_tries`, `maxTries`, but not `entries` or `retrieved`.
const retryWord = /(?<![A-Za-z])(retry|retries|attempts?|tries)(?![a-z])|(Retry|Retries|Attempts?|Tries)(?![a-z])/

function kindOf(document: Document, loop: Loop, agent: boolean): Repeat['kind'] {
  if (loop.kind === 'comprehension' || loop.kind === 'callback') return 'data'
  const header = headerOf(document, loop)
  if (retryWord.test(loop.variable ?? '') || retryWord.test(header)) return 'retry'
  if (loop.kind === 'for' && loop.over && !isCounting(loop.over)) return 'data'
  const endless = /^(while\s*\(?\s*(True|true|1)\b|for\s*\(\s*;\s*;)/.test(header)
  return endless || agent ? 'agent' : 'data'
}

/** `while …` up to its body: its condition is not part of a Module. */
function headerOf(document: Document, loop: Loop): string {
  if (loop.over) return document.text.slice(...loop.over.span)
  const text = document.text.slice(loop.span[0], Math.min(loop.span[1], loop.span[0] + 200))
  return text.split(/[:{\n]/, 1)[0] ?? ''
}

/** `range(5)`, or the condition `i < 5` of a `for (;;)`: passes are counted, not elements taken. */
const isCounting = (over: Expr) =>
  (over.is === 'call' && lastName(over.callee) === 'range') || (over.is === 'operation' && /^<=?$/.test(over.op))

/** How often a loop runs, where the source says so. */
function boundOf(context: Context, document: Document, loop: Loop): number | undefined {
  const { over } = loop
  const numberOf = (expr: Expr | undefined) => expr && valueOf(read(context, document, expr, isNumber))
  if (!over) return undefined
  const chooses = loop.kind === 'comprehension' && /\bif\b/.test(document.text.slice(over.span[1], loop.span[1]))
  if (chooses) return undefined
  if (over.is === 'call' && isCounting(over)) return rangeLength(over.args.map((argument) => numberOf(argument.value)))
  if (over.is !== 'operation' || !isCounting(over)) return elementsOf(context, over)?.length
  const [from, to] = over.args
  const list = to?.is === 'member' && to.name === 'length' ? elementsOf(context, to.of)?.length : undefined
  const inclusive = over.op === '<=' ? 1 : 0
  return rangeLength([numberOf(from && startOf(context, from)), add(list ?? numberOf(to), inclusive)])
}

const add = (a: number | undefined, b: number) => (a === undefined ? undefined : a + b)

/** What a counter begins with: its first binding, before the steps of the loop. */
function startOf(context: Context, counter: Expr): Expr | undefined {
  if (counter.is !== 'name') return counter
  const at = counter.span[0]
  return lookup(context.index, counter.name, context.index.scopeAt(at), at).bindings.find((b) => b.via === 'assign')
    ?.value
}

/** As Python's `range(stop)`, `range(start, stop)` and `range(start, stop, step)`. */
function rangeLength(values: readonly (number | undefined)[]): number | undefined {
  const [start, stop, step] =
    values.length === 1 ? [0, values[0], 1] : [values[0], values[1], values.length > 2 ? values[2] : 1]
  if (start === undefined || stop === undefined || !step) return undefined
  return Math.max(0, Math.ceil((stop - start) / step))
}

/** A list of messages that each pass of a loop adds to. */
function growsHistory(context: Context, { levers, args }: Layer): boolean {
  return (levers.input ?? []).some((name) =>
    args.get(name).among.some((expr) => expr.is === 'name' && growthOf(context, expr).some((growth) => !growth.once)),
  )
}
