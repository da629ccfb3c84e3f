// What holds where something stands: in an arm of an `if`, and past an arm that leaves. Each test by itself, so that one that cannot be told
// takes nothing from the others.
import type { Expr, Guard } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import type { ModuleBuilder } from './builder.ts'

/** A test that is true there, or false. */
export interface Held {
  readonly test: Expr
  readonly holds: boolean
}

/** Longer chains than this are told by the test of each arm alone. */
const longest = 24

/** In an arm with its own test: that one, and none of those before it. */
export const inArm = (before: readonly Expr[], own: Expr | undefined): readonly Held[] => [
  ...(before.length > longest ? [] : before).map((test) => ({ test, holds: false })),
  ...(own ? [{ test: own, holds: true }] : []),
]

export interface HeldArm {
  readonly held: readonly Held[]
  /** Nothing after it runs where it did. */
  readonly leaves: boolean
}

/** What holds past a chain of arms, the last of which is what runs where no other does: what does in all that do not leave. */
export function past(arms: readonly HeldArm[]): readonly Held[] {
  const [first, ...others] = arms.filter(({ leaves }) => !leaves)
  if (!first || others.length === arms.length - 1) return []
  return first.held.filter(({ test, holds }) =>
    others.every(({ held }) => held.some((other) => other.test === test && other.holds === holds)),
  )
}

export function holding(builder: ModuleBuilder, span: Span, held: readonly Held[]): void {
  builder.guards.push(...guardsOver(span, held))
}

/** In what follows a statement of the module, to its end. */
export function holdingToEnd(builder: ModuleBuilder, from: number, held: readonly Held[]): void {
  for (const guard of guardsOver([from, builder.text.length], held)) builder.guards.push({ ...guard, past: true })
}

const guardsOver = (span: Span, held: readonly Held[]): readonly Guard[] =>
  span[0] >= span[1]
    ? []
    : held.flatMap(parts).map(({ test, holds }) => ({ test, holds, span: [span[0], span[1]] as const }))

/** `a and b` holds where both do, `a or b` fails where both fail; the whole of it is what fails, or holds, in the other arm. */
function parts({ test, holds }: Held): readonly Held[] {
  const each = (among: readonly Expr[]) => among.flatMap((part) => parts({ test: part, holds }))
  if (test.is === 'choice')
    return test.via === 'or' && !holds ? [{ test, holds }, ...each(test.among)] : [{ test, holds }]
  if (test.is !== 'operation') return [{ test, holds }]
  const { op, args } = test
  if (op === '!' || op === 'not') return args.flatMap((part) => parts({ test: part, holds: !holds }))
  return holds && (op === '&&' || op === 'and') ? [{ test, holds }, ...each(args)] : [{ test, holds }]
}

/** Runs statements one after the other; what one of them leaves to hold does so for those after it. Answers what they leave to whatever follows. */
export function inTurn<T>(
  builder: ModuleBuilder,
  nodes: readonly T[],
  endOf: (node: T) => number,
  run: (node: T) => void,
): readonly Held[] {
  const last = nodes.at(-1)
  const all: Held[] = []
  for (const node of nodes) {
    builder.left = []
    run(node)
    if (builder.left.length > 0 && last) holding(builder, [endOf(node), endOf(last)], builder.left)
    all.push(...builder.left)
  }
  builder.left = []
  return all
}

/** The two of a ternary. */
export function inEach(builder: ModuleBuilder, test: Expr, [yes, no]: readonly [Expr, Expr]): void {
  holding(builder, yes.span, [{ test, holds: true }])
  holding(builder, no.span, [{ test, holds: false }])
}

/** `isNew && ask(model)`: what is called past a test. */
export function pastEach(builder: ModuleBuilder, among: readonly Expr[]): void {
  const last = among.at(-1)
  if (last?.is !== 'call') return
  holding(
    builder,
    last.span,
    among.slice(0, -1).map((test) => ({ test, holds: true })),
  )
}
