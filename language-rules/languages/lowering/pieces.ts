import type { Edited } from '../../../core/edited.ts'
import type { Comment, Expr, Module } from '../../../core/module.ts'
import { type ModuleBuilder, report } from './builder.ts'
import { type Held, holdingToEnd } from './holding.ts'

// A module is the pieces its top-level statements made, one after the other. A piece that an edit left alone is taken over into the next
// module, its offsets and ids moved in place: the module it was part of must not be read any more.

type Lists = Pick<
  ModuleBuilder,
  'bindings' | 'calls' | 'comments' | 'exports' | 'guards' | 'imports' | 'loops' | 'reports' | 'scopes' | 'skips'
>

export interface Piece {
  readonly parts: Lists
  /** `return` and `yield` outside of any function. */
  readonly returns: readonly Expr[]
  /** What holds past it. */
  readonly left: readonly Held[]
  /** Where it stands: an offset in the text, and the ids its own begin with. */
  readonly at: Place
  moved: Moved | undefined
}

interface Place {
  offset: number
  scope: number
  call: number
  loop: number
}

/** Everything in a piece that says where it stands. */
interface Moved {
  readonly spans: readonly [number, number][]
  readonly functions: readonly { scope: number }[]
}

const placeOf = ({ scopes, calls, loops }: ModuleBuilder, offset: number): Place => ({
  offset,
  scope: scopes.length,
  call: calls.length,
  loop: loops.length,
})

const names = [
  'bindings',
  'calls',
  'comments',
  'exports',
  'guards',
  'imports',
  'loops',
  'reports',
  'scopes',
  'skips',
] as const

/** What a run adds to the module is one piece. */
export function piece(builder: ModuleBuilder, offset: number, run: () => void): Piece {
  const at = placeOf(builder, offset)
  const before = Object.fromEntries(names.map((name) => [name, builder[name].length])) as Record<keyof Lists, number>
  const { returns } = builder.scopes[0]!
  const answered = returns.length
  builder.left = []
  run()
  const { left } = builder
  const parts = Object.fromEntries(names.map((name) => [name, builder[name].slice(before[name])])) as unknown as Lists
  return { parts, returns: returns.slice(answered), left, at, moved: undefined }
}

/** A statement of the module itself, and where it ends. */
interface Top {
  readonly to?: number
  readonly end?: number
  readonly piece: Piece
}

/** What the statements of a module leave to hold does so to its end: past `if (!key) process.exit(1)`. */
export function holdingPast(builder: ModuleBuilder, tops: readonly Top[]): void {
  for (const { to, end = to, piece } of tops)
    if (piece.left.length > 0 && end !== undefined) holdingToEnd(builder, end, piece.left)
}

/** Adds a piece of the module before, moved to where it stands now. */
export function takeOver(builder: ModuleBuilder, taken: Piece, offset: number): void {
  move(taken, placeOf(builder, offset))
  for (const name of names) {
    if (name === 'reports') continue
    const list: unknown[] = builder[name]
    for (const item of taken.parts[name]) list.push(item)
  }
  for (const { span, message } of taken.parts.reports) report(builder, span, message)
  builder.scopes[0]!.returns.push(...taken.returns)
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

function move(taken: Piece, to: Place): void {
  const { at, parts } = taken
  const offset = to.offset - at.offset
  const scope = to.scope - at.scope
  const call = to.call - at.call
  const loop = to.loop - at.loop
  Object.assign(at, to)
  if (offset === 0 && scope === 0 && call === 0 && loop === 0) return
  taken.moved ??= placesIn(taken)
  if (offset !== 0)
    for (const span of taken.moved.spans) {
      span[0] += offset
      span[1] += offset
    }
  if (scope === 0 && call === 0 && loop === 0) return
  // 0 is the module's own scope, and -1 is what stands around it.
  const inner = (id: number) => (id > 0 ? id + scope : id)
  const turn = (id: number | undefined) => (id === undefined ? undefined : id + loop)
  for (const made of taken.moved.functions) made.scope = inner(made.scope)
  for (const each of parts.scopes as Writable<Module['scopes'][number]>[]) {
    each.id = inner(each.id)
    each.parent = inner(each.parent)
    if (each.method !== undefined) each.method = inner(each.method)
  }
  for (const each of parts.bindings as Writable<Module['bindings'][number]>[]) {
    each.scope = inner(each.scope)
    each.loop = turn(each.loop)
    if (each.refers !== undefined && each.via !== 'parameter') each.refers = inner(each.refers)
  }
  for (const each of parts.calls as Writable<Module['calls'][number]>[]) {
    ;(each.expr as Writable<typeof each.expr>).id += call
    each.scope = inner(each.scope)
    each.loop = turn(each.loop)
  }
  for (const each of parts.loops as Writable<Module['loops'][number]>[]) {
    each.id += loop
    each.parent = turn(each.parent)
    each.scope = inner(each.scope)
  }
  for (const each of parts.skips as Writable<NonNullable<Module['skips']>[number]>[]) each.loop += loop
  for (const each of parts.imports as Writable<Module['imports'][number]>[]) each.scope = inner(each.scope)
}

/** Spans are shared between the expressions that have them: each is found once. */
function placesIn(taken: Piece): Moved {
  const { parts, returns } = taken
  const seen = new Set<object>()
  const spans: [number, number][] = []
  const functions: { scope: number }[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    if (Array.isArray(value)) {
      if (typeof value[0] === 'number') spans.push(value as [number, number])
      else for (const each of value) look(each)
      return
    }
    if ((value as { is?: unknown }).is === 'function') functions.push(value as { scope: number })
    for (const name in value) look((value as Record<string, unknown>)[name])
  }
  look(parts)
  look(returns)
  look(taken.left)
  return { spans, functions }
}

/** Both edits as one. */
export function joined(a: Edited, b: Edited, before: number, after: number): Edited {
  const end = Math.min(before - a.before, before - b.before)
  return { from: Math.min(a.from, b.from), before: before - end, after: after - end }
}

export const inOrder = (comments: Comment[]): void => void comments.sort((a, b) => a.span[0] - b.span[0])
