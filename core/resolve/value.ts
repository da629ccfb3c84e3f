import type { CallExpr, Expr } from '../module.ts'
import type { Span, Via, Why } from '../types.ts'
import type { Context } from './context.ts'

export type Scalar = string | number | boolean | null

/** One step from an imported name: `chat`, or `with_options()` where it is called. `call` is the call, where it stands in this module. */
export interface Segment {
  readonly name: string
  readonly called?: true
  readonly call?: CallExpr
  /** A class of the program extends it. */
  readonly extended?: true
}

/** Of which enumeration a value is a member, and by which name: `Model.FAST`. */
export interface Member {
  readonly name: string
  readonly scope: number
  readonly home?: Context
}

/**
 * What an expression may stand for when it runs. An expression has one or more of these: every branch that may reach it. `home` is the
 * module a scope is of, where that is another one.
 */
export type Value =
  | {
      readonly is: 'scalar'
      readonly value: Scalar
      readonly at: Span
      readonly via: Via
      readonly assumed: boolean
      /** The file and line of data it was read from: `.env:3`. */
      readonly written?: string
      /** It stands where what a caller gives is empty: `title or "unknown"`. */
      readonly instead?: true
      readonly member?: Member
    }
  /** A list or record whose shape is in this module. */
  | { readonly is: 'data'; readonly expr: ListExpr | RecordExpr; readonly member?: Member }
  /** Something that comes from elsewhere, by the path to it. The first segment is the import: `openai`, `openai#default`. */
  | {
      readonly is: 'symbol'
      readonly path: readonly Segment[]
      readonly global?: true
      readonly given?: readonly CallExpr[]
      /** What a function from elsewhere was given and may have handed back: it counts only where nothing is known of that function. */
      readonly dressed?: true
      /** All stages of the pipeline it is one of: `prompt | model | parser`. */
      readonly stages?: readonly SymbolValue[]
      /** As such a stage, the name it stands under in a record of them: `{"context": retriever} | prompt`. */
      readonly under?: string
      /** What follows it as such a stage is nothing the program shows: `prompt | self.llm`. */
      readonly before?: 'unknown'
      /** By attribute, the type of what it holds there: `RunContext[Deps]` has `deps`. */
      readonly held?: Readonly<Record<string, Expr>>
    }
  | {
      readonly is: 'function'
      readonly scope: number
      readonly bound: boolean
      readonly home?: Context
      /** Calls that gave it arguments before, `partial(ask, "gpt-4o")`, `ask.bind(null, 'gpt-4o')`: those after the first. */
      readonly given?: readonly CallExpr[]
    }
  | { readonly is: 'class'; readonly scope: number; readonly home?: Context }
  | {
      readonly is: 'instance'
      readonly scope: number
      readonly call?: CallExpr
      readonly home?: Context
      /** A caller in another file passes it: what it holds is assumed. */
      readonly assumed?: true
    }
  /** Another module of the project, as a whole. */
  | { readonly is: 'namespace'; readonly home: Context }
  | {
      readonly is: 'unknown'
      readonly why: Why
      readonly at: Span
      /** Whoever runs or calls this decides it, so a default beside it is the code's own choice. */
      readonly outside?: 'parameter' | 'environment'
      /** The variable of the environment it is, where that need not be set. */
      readonly unset?: string
    }

export type ListExpr = Extract<Expr, { is: 'list' }>
export type RecordExpr = Extract<Expr, { is: 'record' }>
export type NameExpr = Extract<Expr, { is: 'name' }>
export type MemberExpr = Extract<Expr, { is: 'member' }>
export type SymbolValue = Extract<Value, { is: 'symbol' }>
export type ClassValue = Extract<Value, { is: 'class' }>
export type ScalarValue = Extract<Value, { is: 'scalar' }>

export const unknownValue = (why: Why, at: Span, outside?: 'parameter' | 'environment'): Value =>
  outside ? { is: 'unknown', why, at, outside } : { is: 'unknown', why, at }

/** Something else there may be, beside which no constant is a default: `ALIASES.get(model, model)`. */
export const undecided = (value: Value): Value =>
  value.is === 'unknown' && value.outside ? unknownValue(value.why, value.at) : value

export const scalar = (value: Scalar, at: Span, via: Via = 'literal', assumed = false): ScalarValue => ({
  is: 'scalar',
  value,
  at,
  via,
  assumed,
})

/** How far a value came matters more than the last hop: a parameter's default stays one under any number of names. */
const lasting: readonly Via[] = ['parameter', 'environment', 'other-file']

export function via(hop: Via, values: readonly Value[], assumed = false): readonly Value[] {
  return values.map((value) => {
    if (value.is !== 'scalar') return value
    const kept = lasting.includes(value.via) ? value.via : hop
    return { ...value, via: kept, assumed: value.assumed || assumed }
  })
}

/** What the first of them that is assumed is taken from: `environment`, `.env:3`. */
export function assumedFrom(values: readonly Value[]): string | undefined {
  const found = values.find((value) => value.is === 'scalar' && value.assumed)
  return found?.is === 'scalar' ? (found.written ?? found.via) : undefined
}

/** `openai.OpenAI().chat`, for comparing with the names an SDK lists. */
export const dotted = (path: readonly Segment[]): string =>
  path.map((segment) => (segment.called ? `${segment.name}()` : segment.name)).join('.')

export const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1]

/** Why a value that is no constant is none: what another file holds is `not-indexed`, what a call answers is `dynamic`. */
export function whyUnknown(value: Value): Why | undefined {
  if (value.is === 'scalar' || value.is === 'data') return undefined
  if (value.is === 'unknown') return value.why
  if (value.is !== 'symbol' || value.global || value.path.some((segment) => segment.called)) return 'dynamic'
  return runtime.has(value.path[0]!.name.split('#')[0]!) ? 'dynamic' : 'not-indexed'
}

const runtime: ReadonlySet<string> = new Set(['os', 'sys', 'process', 'node:process', 'platform', 'time', 'random'])

/** Something of a type that was named, and that nobody is seen to make: `config: RunnableConfig`. */
export const isDeclared = (value: Value): boolean =>
  value.is === 'symbol' &&
  !value.global &&
  value.path.some(({ called }) => called) &&
  !value.path.some(({ call }) => call)
