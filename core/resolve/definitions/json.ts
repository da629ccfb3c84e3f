import type { Argument, Expr } from '../../module.ts'
import type { Context } from '../context.ts'
import { dotted, last, type SymbolValue, type Value } from '../value.ts'

/** A part that only a run can fill, by the expression as written. */
export interface Open {
  readonly open: string
}

/** JSON of which parts may be open. An object is a map: it keeps the order of its keys. */
export type Json = string | number | boolean | null | Open | readonly Json[] | JsonObject
export type JsonObject = ReadonlyMap<string, Json>

export const object = (fields: Readonly<Record<string, Json | undefined>>): JsonObject =>
  new Map(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined))

export const isObject = (json: Json | undefined): json is JsonObject => json instanceof Map

const isOpen = (json: Json): json is Open => typeof json === 'object' && json !== null && 'open' in json

const longest = 40

/** The expression as written, shortened. @param text of the module it stands in */
export function openAt(text: string, { span }: Expr): Open {
  const code = text.slice(...span).replace(/\s+/g, ' ')
  return { open: code.length > longest ? `${code.slice(0, longest - 3)}…` : code }
}

/** Each piece of the text that is sent, a part that is open between them. */
export function write(json: Json, put: (piece: string | Open) => void): void {
  if (json === null || typeof json !== 'object') put(JSON.stringify(json))
  else if (isOpen(json)) put(json)
  else if (isObject(json)) {
    put('{')
    for (const [at, [key, value]] of [...json].entries()) {
      put(`${at > 0 ? ', ' : ''}${JSON.stringify(key)}: `)
      write(value, put)
    }
    put('}')
  } else {
    put('[')
    for (const [at, item] of (json as readonly Json[]).entries()) {
      if (at > 0) put(', ')
      write(item, put)
    }
    put(']')
  }
}

export interface Gathered<T> {
  readonly pieces: readonly (string | T)[]
  put(piece: string | T): void
}

/** Pieces of one text: strings that follow each other are one. */
export function gathered<T>(): Gathered<T> {
  const pieces: (string | T)[] = []
  return {
    pieces,
    put(piece) {
      const before = pieces.at(-1)
      if (typeof piece === 'string' && typeof before === 'string') pieces[pieces.length - 1] = before + piece
      else pieces.push(piece)
    },
  }
}

/** Where an expression is read: its module, and the text of that. */
export interface Source {
  readonly context: Context
  readonly text: string
}

/** The one value an expression has; what a library was given, and may have handed back, is not what it makes of that. */
export function onlyOf(values: readonly Value[]): Value | undefined {
  const [first, ...others] = values.filter((value) => !(value.is === 'symbol' && value.dressed))
  return first && others.every((other) => isGivenTo(first, other)) ? first : undefined
}

/** For all that is known of functions, `z.array(Item).min(1)` may be what `Item.min(1)` is: what makes both is the last call. */
const isGivenTo = (whole: Value, other: Value): boolean =>
  whole.is === 'symbol' &&
  other.is === 'symbol' &&
  last(whole.path)?.call !== undefined &&
  last(whole.path)?.call === last(other.path)?.call

export const onlyValue = ({ context }: Source, expr: Expr): Value | undefined => onlyOf(context.evaluate(expr))

/** Where a class or function of the program stands. */
export function homeOf(source: Source, { home }: { readonly home?: Context }): Source | undefined {
  if (!home) return source
  const text = home.link?.document.text ?? (home.module === source.context.module ? source.text : undefined)
  return text === undefined ? undefined : { context: home, text }
}

const deepest = 12

/** A value as it stands in the source; open where it does not. */
export function constant(source: Source, expr: Expr, depth = 0): Json {
  const value = depth > deepest ? undefined : onlyValue(source, expr)
  if (value?.is === 'scalar') return value.value
  const typed = value?.is === 'symbol' ? recordOf(source, value, depth) : undefined
  if (typed !== undefined) return typed
  if (value?.is !== 'data') return openAt(source.text, expr)
  if (value.expr.is === 'list')
    return value.expr.items.map((item) =>
      item.is === 'spread' ? openAt(source.text, item) : constant(source, item, depth + 1),
    )
  const { entries } = value.expr
  if (entries.some((entry) => entry.name === undefined)) return openAt(source.text, expr)
  return new Map(entries.map((entry) => [entry.name!, constant(source, entry.value, depth + 1)]))
}

/** The types of what an SDK sends, which are made of what they are sent as: `types.Schema(type=types.Type.OBJECT, …)`. */
const sentAs = /(?:^|\.)(?:types|protos|models|shared_params)(?:\.\w+)*\.[A-Z]\w*$|(?:Param|Definition|Declaration)$/

/** What such a type holds by name, or the name that a member of an enumeration is; undefined for anything else. */
export function namedIn(value: SymbolValue): readonly Argument[] | string | undefined {
  const { path } = value
  const { name, call, called } = last(path)!
  if (!called)
    return path.length > 1 && /^[A-Z][A-Z_]+$/.test(name) && sentAs.test(dotted(path.slice(0, -1))) ? name : undefined
  const type = path.map((step) => step.name).join('.')
  const isNamed = call?.args.every((argument) => argument.name !== undefined)
  return isNamed && sentAs.test(type) ? call?.args : undefined
}

function recordOf(source: Source, value: SymbolValue, depth: number): Json | undefined {
  const named = namedIn(value)
  if (named === undefined || typeof named === 'string') return named
  return new Map(named.map((argument) => [argument.name!, constant(source, argument.value, depth + 1)]))
}

export function textOf(source: Source, expr: Expr | undefined): string | undefined {
  const value = expr && onlyValue(source, expr)
  return value?.is === 'scalar' && typeof value.value === 'string' ? value.value : undefined
}
