// Calls of one function that give it the same are answered once: what they give is compared as far as the function asks for it.
import type { Expr, Module } from '../module.ts'
import type { Context, Link, OnlyCall } from './context.ts'
import { sureOf } from './doubts.ts'
import { argumentFor } from './parameters.ts'
import { closed, opened, type Reads, readAgain } from './reads.ts'
import type { Value } from './value.ts'

/** What a function returns for one call, as values of the module in which it was worked out. */
export interface Answer {
  readonly inside: Context
  readonly values: readonly Value[]
}

interface Known {
  readonly answer: Answer
  /** No part of it is worked out later, by what the call gives. */
  readonly settled: boolean
  /** The parameters it was told by; others may be asked for later. */
  readonly order: readonly number[]
}

/** By what a call gives the parameter that is asked for next. */
interface Step {
  readonly at: number
  readonly next: Map<string, Step | Known[]>
}

/** By the function and how deep the call stands among others that are worked out by themselves. */
type Answers = Map<string, Step | Known[]>

const answers = new WeakMap<Link | Module, Answers>()
const reads = new WeakMap<Answer, Reads>()

/** The parameters that were asked for, in order; `all` where what a call gives as a whole was. */
const asked = new WeakMap<OnlyCall, number[] | 'all'>()

const askedOf = (only: OnlyCall): number[] | 'all' => {
  const there = asked.get(only) ?? []
  asked.set(only, there)
  return there
}

/** To be told of each parameter that is asked for what the one call gives it. */
export function asksFor(only: OnlyCall, at: number): void {
  const there = askedOf(only)
  if (there !== 'all' && !there.includes(at)) there.push(at)
}

/** To be told where it is asked for all that the call gives: `**options`. */
export const asksForAll = (only: OnlyCall): void => void asked.set(only, 'all')

/** What an equal call was answered. */
export function answeredAlike(home: Context, only: OnlyCall, deep: number): Answer | undefined {
  let step = answers.get(home.link ?? home.module)?.get(keyOf(only, deep))
  while (step && 'next' in step) step = step.next.get(givenKey(home, only, step.at))
  const known = step?.find((each) => each.settled || isAlike(home, only, each))
  if (known) readAgain(reads, known.answer)
  return known?.answer
}

/** Works an answer out, and keeps it for equal calls unless it hangs on what was being worked out just then. */
export function answeredFirst(inside: Context, deep: number, work: () => readonly Value[]): Answer {
  const around = opened()
  const { answer: values, sure } = sureOf(inside, work)
  const answer: Answer = { inside, values }
  closed(around, reads, answer)
  if (sure && inside.only) keep(inside, inside.only, deep, answer)
  return answer
}

function keep(inside: Context, only: OnlyCall, deep: number, answer: Answer): void {
  const order = askedOf(only)
  if (order === 'all') return
  const of = inside.link ?? inside.module
  const all: Answers = answers.get(of) ?? new Map()
  answers.set(of, all)
  let [into, key] = [all, keyOf(only, deep)]
  for (const at of order) {
    const step = into.get(key) ?? { at, next: new Map() }
    if (!('next' in step) || step.at !== at) return
    into.set(key, step)
    ;[into, key] = [step.next, givenKey(inside, only, at)]
  }
  const there = into.get(key) ?? []
  if ('next' in there) return
  into.set(key, there)
  there.push({ answer, settled: isSettled(inside, answer.values), order: [...order] })
}

const keyOf = ({ scope, offset }: OnlyCall, deep: number): string => `${scope} ${offset} ${deep}`

const ids = new WeakMap<object, number>()
let lastId = 0

function idOf(each: object): number {
  const id = ids.get(each) ?? ++lastId
  ids.set(each, id)
  return id
}

/** What a call gives a parameter, so that equal keys mean equal values in the function. */
function givenKey(home: Context, { call, scope, offset, from }: OnlyCall, at: number): string {
  const given = argumentFor(call, home.module.scopes[scope]!.parameters, at, offset)
  if (given === undefined || given === 'spread') return String(given)
  const isElsewhere = from.module !== home.module
  return from
    .evaluate(given.value)
    .map((value) => keyOfValue(from, value, isElsewhere))
    .join()
}

/** What comes in from another module comes in at the parameter, wherever it stood. */
function keyOfValue(from: Context, value: Value, isElsewhere: boolean): string {
  if (!isElsewhere) return keyOfPart(from, value)
  if (value.is === 'unknown') return keyOfPart(from, { ...value, at: undefined })
  if (value.is !== 'scalar') return keyOfPart(from, value)
  const isOpen = value.assumed && (value.via === 'environment' || value.via === 'parameter')
  return keyOfPart(from, { ...value, at: undefined, via: isOpen ? value.via : 'other-file' })
}

const isContext = (part: object): part is Context => 'evaluate' in part
const isExpr = (part: object): part is Expr => 'span' in part
/** What stands in a module and is of the one that holds it, where it does not say of which. */
const hasHome = (part: object): boolean => 'scope' in part

function keyOfPart(from: Context, part: unknown): string {
  if (typeof part !== 'object' || part === null) return typeof part === 'string' ? JSON.stringify(part) : String(part)
  if (Array.isArray(part)) return `[${part.map((each) => keyOfPart(from, each)).join()}]`
  if (isContext(part)) return `#${idOf(part)}`
  if (isExpr(part)) {
    const origin = from.foreign.get(part)
    return `${idOf(part)}@${idOf(origin?.home ?? from)}${origin?.assumed ? '?' : ''}`
  }
  const fields = Object.entries(part).map(([name, each]) => `${name}:${keyOfPart(from, each)}`)
  return `{${fields.join()}${hasHome(part) && !('home' in part) ? `#${idOf(from)}` : ''}}`
}

function isSettled(inside: Context, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return true
  if (Array.isArray(part)) return part.every((each) => isSettled(inside, each))
  if (isContext(part)) return !isWithin(part, inside)
  if (isExpr(part)) {
    const origin = inside.foreign.get(part)
    return origin !== undefined && !isWithin(origin.home, inside)
  }
  if (hasHome(part) && !('home' in part)) return false
  return Object.values(part).every((each) => isSettled(inside, each))
}

function isWithin(home: Context, outer: Context): boolean {
  for (let at: Context | undefined = home; at; at = at.only?.from) if (at === outer) return true
  return false
}

/** Do two calls also give the same where nobody has asked yet? Only what is written out is compared: asking for more may not end. */
function isAlike(home: Context, only: OnlyCall, { answer, order }: Known): boolean {
  const other = answer.inside.only!
  const { parameters } = home.module.scopes[only.scope]!
  const isElsewhere = only.from.module !== home.module
  return parameters.every(({ rest }, at) => {
    if (at < only.offset || order.includes(at)) return true
    if (rest) return false
    const [one, another] = [only, other].map(({ call, offset }) => argumentFor(call, parameters, at, offset))
    if (one === undefined || another === undefined) return one === another
    // In this very module it is also told where it stands.
    return isElsewhere && one !== 'spread' && another !== 'spread' && isSameLiteral(one.value, another.value)
  })
}

function isSameLiteral(one: Expr, other: Expr): boolean {
  if (one.is === 'null') return other.is === 'null'
  return (one.is === 'number' || one.is === 'boolean') && one.is === other.is && one.value === other.value
}
