import { isOfDefinitions } from '../definitions.ts'
import type { CallExpr, Expr } from '../module.ts'
import type { Params } from '../sdk.ts'
import type { PromptPart, Span } from '../types.ts'
import type { Arguments } from './arguments.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import { gathered, type Json, type Open, write } from './definitions/json.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { claim } from './foreign.ts'
import { type Growth, growthOf, isAddedToElsewhere, isAnswer, isOneOf } from './growth.ts'
import { jsonPieces } from './json-pieces.ts'
import type { Way } from './levers.ts'
import { isSound, pictureIn, pictureOf } from './picture.ts'
import { asOneText, filledTemplate, holeAt, type Place, textAt } from './prompt-parts.ts'
import { retrievedIn } from './retrieved.ts'
import { onlyValue } from './template.ts'
import type { RecordExpr } from './value.ts'

const deepest = 24
/** More pieces than this are summed up in one hole. */
const most = 400

type Parts = readonly PromptPart[]

/** What a call sends, piece by piece in the order the provider reads it; what only a run can tell is a hole. */
export function promptOf(way: Way, args: Arguments, input: readonly string[]): Parts {
  const { context } = way
  return input.flatMap((from): Parts => {
    const { among, state } = args.get(from)
    const only = among[0]
    if (!only || (from === '[0]' && isReadByName(context, only, input))) return []
    const place = placeOf(way, from)
    if (among.length > 1 || state === 'maybe') return [holeAt(place, only, from)]
    return atMost(place, only, isOfDefinitions(from) ? asJson(place, only) : walk(place, only))
  })
}

/** What one of these parameters holds, as definitions that are sent under a name of their own. */
export function definitionsIn(way: Way, args: Arguments, params: Params | undefined, from: 'tools' | 'schema'): Parts {
  const { given, name } = args.first(params)
  const [only, ...others] = given.among
  if (!only) return []
  const place = placeOf(way, from)
  if (others.length > 0 || given.state === 'maybe') return [holeAt(place, only, name)]
  return atMost(place, only, asJson(place, only))
}

/** Definitions that stand in no parameter. */
export function definedAt(way: Way, at: Expr, tools: readonly Json[]): Parts {
  const place = placeOf(way, 'tools')
  const { pieces, put } = gathered<Open>()
  if (tools.length > 0) write(tools, put)
  return pieces.flatMap((piece) =>
    typeof piece === 'string' ? textAt(place, piece, at.span) : [holeAt(place, at, piece.open)],
  )
}

/** A part of the prompt that stands in no parameter. */
export const partsAt = (way: Way, expr: Expr): Parts => {
  const place = placeOf(way, 'instructions')
  return atMost(place, expr, walk(place, expr))
}

function placeOf(way: Way, from: string): Place {
  const { context, document } = way
  return { context, document, way, from, depth: 0, budget: { left: most * 5 }, messages: { count: 0 } }
}

const atMost = (place: Place, expr: Expr, parts: Parts): Parts =>
  parts.length > most ? [...parts.slice(0, most), holeAt(place, expr, place.from)] : parts

/** TypeScript's first argument is what is sent, or an object of what is sent by name. */
function isReadByName(context: Context, first: Expr, input: readonly string[]): boolean {
  if (context.module.language !== 'typescript') return false
  const { named } = fieldsOf(context, first)
  return input.some((name) => named.has(name.split('.')[0]!))
}

/** An expression of another module is read there, and stands where it comes in. */
function homePlace(place: Place, expr: Expr): Place {
  const from = place.context.foreign.get(expr)
  return from ? homePlace({ ...place, context: from.home, entry: place.entry ?? from.at }, expr) : place
}

function asJson(at: Place, expr: Expr, span: Span = expr.span): Parts {
  const place = homePlace(at, expr)
  const text = place.context.link?.document.text ?? place.document.text
  return jsonPieces(place.context, text, expr, place.from).flatMap((piece) => {
    if (typeof piece === 'string') return textAt(place, piece, span)
    return ['open' in piece ? holeAt(place, { span }, piece.open) : holeAt(place, piece)]
  })
}

function walk(at: Place, expr: Expr): Parts {
  const parts = walkInto(at, expr)
  const [only] = parts
  if (parts.length !== 1 || only?.is !== 'hole' || only.retrieved || only.image || at.entry !== undefined) return parts
  const retrieved = at.context === at.way.context ? retrievedIn(at.way, expr) : undefined
  const image = retrieved ? undefined : pictureOf(at.context, expr)
  if (!retrieved && !image) return parts
  return [{ ...only, ...(retrieved && { retrieved }), ...(image && { image }) }]
}

function walkInto(at: Place, expr: Expr): Parts {
  const place = { ...homePlace(at, expr), depth: at.depth + 1 }
  if (place.depth > deepest || place.budget.left-- <= 0) return [holeAt(place, expr)]
  switch (expr.is) {
    case 'text':
      return asOneText(
        expr.parts.flatMap((part) => (typeof part === 'string' ? textAt(place, part, expr.span) : fill(place, part))),
      )
    case 'list':
      return (
        roleAndText(place, expr) ?? expr.items.flatMap((item) => walk(place, item.is === 'spread' ? item.of : item))
      )
    case 'record':
      return walkRecord(place, expr)
    case 'operation':
      return walkOperation(place, expr)
    case 'call':
      return walkCall(place, expr)
    case 'name':
      return walkName(place, expr)
    case 'opaque':
      return eachPart(place, expr)?.flat() ?? walkValue(place, expr)
    default:
      return walkValue(place, expr)
  }
}

const fill = (place: Place, value: Expr): Parts => walk({ ...place, filled: true }, value)

const roles: Readonly<Record<string, string>> = {
  system: 'system',
  developer: 'developer',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  // Where a list of messages is put in: `("placeholder", "{history}")`.
  placeholder: 'user',
}

/** A message written as `("system", "You are …")`. */
function roleAndText(place: Place, { items }: Extract<Expr, { is: 'list' }>): Parts | undefined {
  const [role, text, ...rest] = items
  const name = role?.is === 'text' && role.parts.length === 1 ? role.parts[0] : undefined
  if (!text || rest.length > 0 || typeof name !== 'string' || !Object.hasOwn(roles, name)) return undefined
  return walk({ ...newMessage(place), role: roles[name]! }, text)
}

/** A message written as `SystemMessage("You are …")`. */
const messageName = /^(System|Human|User|AI|Assistant)Message$/

/** A block that only marks where a cached prompt ends is none of it. */
const mark = /^(cachePoint|cache_point|cache_control)$/
const picture = /^(image|image_url|source|input_audio|file|file_id|inline_data|inlineData)$/

/** A message (`role`, `content`), a block (`text`), or data that is sent as it stands. */
function walkRecord(place: Place, expr: RecordExpr | Extract<Expr, { is: 'call' }>): Parts {
  const { named } = fieldsOf(place.context, expr)
  const one = (name: string) => (named.get(name)?.among.length === 1 ? named.get(name)!.among[0] : undefined)
  const inner = withRole(place, one('role'))
  const content = one('content') ?? one('text') ?? one('parts')
  const called = one('tool_calls')
  if (content) {
    const speaker = one('role') ? one('name') : undefined
    const parts = [...(speaker ? walk({ ...inner, speaker: true }, speaker) : []), ...walk(inner, content)]
    return called ? [...parts, ...asJson(inner, called)] : parts
  }
  if (named.size === 1 && mark.test([...named.keys()][0]!)) return []
  const seen = [...named.keys()].find((name) => picture.test(name))
  if (seen) return [pictureAt(inner, expr, seen, named)]
  if (called) return asJson(inner, called)
  return expr.is === 'record' && named.size > 0 ? asJson(inner, expr) : [holeAt(inner, expr)]
}

function withRole(at: Place, role: Expr | undefined): Place {
  if (!role) return at
  const place = newMessage(at)
  const values = place.context.evaluate(role)
  const only = values.length === 1 ? values[0] : undefined
  return only?.is === 'scalar' ? { ...place, role: String(only.value) } : place
}

const newMessage = (place: Place): Place => ({ ...place, message: place.messages.count++ })

function pictureAt(place: Place, expr: Expr, name: string, named: Fields['named']): PromptPart {
  const hole = holeAt(place, expr, name)
  const image = pictureIn(place.context, name, named)
  if (hole.is !== 'hole') return hole
  if (image) return { ...hole, image }
  return isSound(place.context, name, named) ? { ...hole, sound: true } : hole
}

function walkOperation(place: Place, expr: Extract<Expr, { is: 'operation' }>): Parts {
  const [template, ...values] = expr.args
  if (expr.op === '+') return added(place, expr.args)
  if (expr.op !== '%' || !template) return walkValue(place, expr)
  const given = values.flatMap((value) => (value.is === 'list' ? value.items : [value]))
  return (
    filledTemplate(
      place,
      template,
      /%(?:\((\w+)\))?[-+0-9.]*[sdrfi]/,
      given.map((value) => ({ value })),
      (value) => fill(place, value),
    ) ?? walk(place, template)
  )
}

/** Texts that are put together; lists are as well, and their items are texts of their own. */
function added(place: Place, args: readonly Expr[]): Parts {
  const isText = args.some((arg) => arg.is === 'text' || place.context.evaluate(arg).some(({ is }) => is === 'scalar'))
  const parts = args.flatMap((arg) => (isText ? fill : walk)(place, arg))
  return isText ? asOneText(parts) : parts
}

/** Methods and functions that leave a text as long as it was, nearly. */
const sameText: ReadonlySet<string> = new Set([
  'strip',
  'lstrip',
  'rstrip',
  'trim',
  'trimStart',
  'trimEnd',
  'dedent',
  'cleandoc',
  'str',
  'String',
])

function walkCall(place: Place, expr: Extract<Expr, { is: 'call' }>): Parts {
  const { callee, args } = expr
  const name = callee.is === 'member' || callee.is === 'name' ? callee.name : ''
  const receiver = callee.is === 'member' ? callee.of : undefined
  const inner = args[0]?.value ?? receiver
  if (sameText.has(name) && inner) return walk(place, inner)
  if (name === 'format' && receiver)
    return (
      filledTemplate(place, receiver, /(?<!\{)\{(\w*)[^{}]*\}(?!\})/, args, (value) => fill(place, value)) ??
      walk(place, receiver)
    )
  if ((name === 'dumps' || name === 'stringify') && inner) return asJson(place, inner)
  if (name === 'join') return joined(place, expr) ?? walkValue(place, expr)
  if (name === 'map' || name === 'flatMap') return eachPart(place, expr)?.flat() ?? walkValue(place, expr)
  const role = roles[messageName.exec(name)?.[1]?.toLowerCase() ?? '']
  const said = role === undefined ? place : { ...newMessage(place), role }
  if (args.some((argument) => argument.name === 'content')) return walkRecord(said, expr)
  if (role !== undefined && args[0]) return walk(said, args[0].value)
  const returned = returnOf(place.context, callee, expr)
  return returned ? walk(place, returned) : walkValue(place, expr)
}

/** What a function of this module builds, where it has one return. */
function returnOf(context: Context, callee: Expr, call: CallExpr): Expr | undefined {
  const values = context.evaluate(callee)
  const only = values.length === 1 ? values[0] : undefined
  if (only?.is !== 'function') return undefined
  const home = only.home ?? context
  const returns = home.module.scopes[only.scope]?.returns
  const returned = returns?.length === 1 ? returns[0] : undefined
  if (returned && only.home) claim(context, { home, at: call.span }, returned)
  return returned
}

function walkName(place: Place, expr: Extract<Expr, { is: 'name' }>): Parts {
  const source = onlyValue(place.context, expr)
  if (!source) return walkValue(place, expr)
  const parts = walk(place, source)
  // What a name holds is told apart by the name, unless more is known of it.
  const held = parts.length === 1 && parts[0]!.is === 'hole' ? [holeAt(place, expr, expr.name)] : parts
  return [...held, ...grownParts(place, expr)]
}

/** More passes of a loop than this are one hole. */
const mostPasses = 50

/** What a list is given after it was made: in a loop over known items once for each. */
function grownParts(place: Place, expr: Extract<Expr, { is: 'name' }>): Parts {
  const all = growthOf(place.context, expr)
  const turned = all.filter(({ turns }) => turns)
  const turning = turned.length > 0 ? growingAt(place, expr, turned) : undefined
  return all.flatMap((growth, i): Parts => {
    if (growth.once) return growth.items.flatMap((item) => walk(place, item))
    const { loop } = growth
    // What a turn says before it asks is sent from the first one on.
    const now = growth.at[1] <= expr.span[0] ? growth.items.flatMap((item) => walk(place, item)) : []
    if (growth.turns && turning) return growth === turned[0] ? [turning, ...now] : now
    if (loop === undefined) return [holeAt(place, { span: growth.at }, expr.name)]
    if (all[i - 1]?.loop === loop) return []
    const items = all.filter((other) => other.loop === loop).flatMap((other) => other.items)
    return passes(place, loop, items)?.flat() ?? [holeAt(place, { span: growth.at }, expr.name)]
  })
}

/** `"\n".join(f"- {x}" for x in NAMES)`, `names.map((x) => …).join('\n')` */
function joined(place: Place, { callee, args }: Extract<Expr, { is: 'call' }>): Parts | undefined {
  const [first] = args
  const receiver = callee.is === 'member' ? callee.of : undefined
  const isPython = place.context.module.language === 'python'
  const [items, between] = isPython ? [first?.value, receiver] : [receiver, first?.value]
  const each = items && eachPart(place, items)
  if (!each) return undefined
  const separator = between ? walk(place, between) : textAt(place, ',', receiver?.span ?? [0, 0])
  return asOneText(each.flatMap((parts, at) => (at === 0 ? parts : [...separator, ...parts])))
}

/** The parts of each item of a list, of what a comprehension makes, of what `map` makes; undefined where only a run can tell. */
function eachPart(place: Place, expr: Expr): readonly Parts[] | undefined {
  const { context } = place
  const isMap = expr.is === 'call' && expr.callee.is === 'member' && /^(map|flatMap)$/.test(expr.callee.name)
  if (expr.is === 'opaque' || isMap) {
    const around = context.module.loops.filter(({ span: [from, to] }) => from === expr.span[0] && to === expr.span[1])
    const made = expr.is === 'opaque' ? expr.children[0] : madeBy(context, expr.args[0]?.value)
    const [loop, ...inner] = around
    return loop && made && inner.length === 0 ? passes(place, loop.id, [made]) : undefined
  }
  const items = elementsOf(context, expr)
  return items && items.length <= mostPasses ? items.map((item) => walk(place, item)) : undefined
}

/** A history that every turn adds to. */
function growingAt(place: Place, use: Extract<Expr, { is: 'name' }>, added: readonly Growth[]): PromptPart | undefined {
  const hole = holeAt(place, { span: added[0]!.at }, use.name)
  const oneOf = added.filter(({ branch }) => branch !== undefined)
  const isOpen = isOneOf(oneOf)
  const items = added.flatMap((growth) => (isOpen && oneOf.includes(growth) ? [] : growth.items))
  const others = items.filter((item) => !isAnswer(place.context, item, use.span))
  const parts = others.flatMap((item) => walk(place, item))
  const texts = parts.flatMap((part) => (part.is === 'text' ? [part.text] : []))
  if (hole.is !== 'hole') return undefined
  const named = parts.flatMap((part) => (part.is === 'hole' ? [part.name] : []))
  const open = isOpen || isAddedToElsewhere(place.context, use, added) ? [...named, '…'] : named
  return { ...hole, grows: { answers: items.length - others.length, texts, ...(open.length > 0 ? { open } : {}) } }
}

function madeBy({ module }: Context, made: Expr | undefined): Expr | undefined {
  const returns = made?.is === 'function' ? module.scopes[made.scope]?.returns : undefined
  return returns?.length === 1 ? returns[0] : undefined
}

/** What each pass of a loop over known items adds. */
function passes(place: Place, loop: number, items: readonly Expr[]): readonly Parts[] | undefined {
  const of = passesOf(place, loop)
  if (of === undefined || of > mostPasses) return undefined
  return Array.from({ length: of }, (_, at) => items.flatMap((item) => walk({ ...place, pass: { of, at } }, item)))
}

/** What may keep a pass from adding what it adds. */
const choice = /\b(if|continue|break|try|switch|match)\b|\s\?\s/

function passesOf({ context, document, entry }: Place, id: number): number | undefined {
  const loop = context.index.loop(id)
  if (!loop?.over || entry !== undefined || choice.test(document.text.slice(...loop.span))) return undefined
  return elementsOf(context, loop.over)?.length
}

function walkValue(place: Place, expr: Expr): Parts {
  const values = place.context.evaluate(expr)
  const { pass } = place
  const only = pass && values.length === pass.of ? values[pass.at] : values.length === 1 ? values[0] : undefined
  // What one caller in another file passes is not the prompt.
  if (only?.is === 'scalar' && only.assumed && only.via === 'other-file') return [holeAt(place, expr)]
  // A field has a value, as a rule: what stands where it is empty says nothing of how long that is.
  if (only?.is === 'scalar' && only.instead && place.filled) return [holeAt(place, expr)]
  if (only?.is === 'scalar') return only.value === null ? [] : textAt(place, String(only.value), only.at)
  return only?.is === 'data' && only.expr !== expr ? walk(place, only.expr) : [holeAt(place, expr)]
}
