import type {
  Argument,
  Binding,
  CallExpr,
  CallSite,
  Comment,
  Export,
  Expr,
  Guard,
  Import,
  Leaving,
  Loop,
  Module,
  Scope,
  Skip,
  SyntaxProblem,
  When,
} from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import type { Held } from './holding.ts'
import { whenBoth } from './when.ts'

type Draft<T> = { -readonly [K in keyof T]: T[K] }

export interface ScopeDraft
  extends Omit<Draft<Scope>, 'parameters' | 'decorators' | 'bases' | 'returns' | 'returnsWhen'> {
  parameters: Scope['parameters'][number][]
  decorators: Expr[]
  bases: Expr[]
  returns: Expr[]
  returnsWhen?: (When | undefined)[]
}

/** A module being written, and where in it the lowering stands. Every language fills the same one. */
export interface ModuleBuilder {
  readonly language: Module['language']
  readonly text: string
  readonly scopes: ScopeDraft[]
  readonly bindings: Binding[]
  readonly calls: CallSite[]
  readonly loops: Draft<Loop>[]
  readonly guards: Guard[]
  readonly skips: Skip[]
  readonly imports: Import[]
  readonly exports: Export[]
  readonly comments: Comment[]
  readonly problems: SyntaxProblem[]
  /** All that was reported, with what is left out of the problems. */
  readonly reports: SyntaxProblem[]
  scope: number
  loop: number | undefined
  /** The innermost arm of an `if`, `try`, `match` or `switch` of the function being lowered. */
  branch: Span | undefined
  /** The innermost block that has names of its own, where that is not all of the function. */
  block: Span | undefined
  /** What that arm runs for, as it is written: it is there (set-arms.ts). */
  set: readonly string[]
  /** What holds in it, and in those around it (when.ts). */
  when: When | undefined
  /** What holds past the statement that was lowered last (holding.ts). */
  left: readonly Held[]
  /** It, or one around it in the same loop, ends by leaving that. */
  leaves: Leaving | undefined
  /** It runs in tests alone (test-arms.ts). */
  inTests: boolean
  /** By function: what it returns in tests alone. */
  readonly testReturns: Map<number, Expr[]>
  statement: Span
  /** How many expressions and statements are open around the one being lowered. */
  depth: number
}

/** Deeper than this, an expression is folded into an empty `opaque`: whoever walks the module recurses too. */
const deepest = 300

export function moduleBuilder(language: Module['language'], text: string): ModuleBuilder {
  const builder: ModuleBuilder = {
    language,
    text,
    scopes: [],
    bindings: [],
    calls: [],
    loops: [],
    guards: [],
    skips: [],
    imports: [],
    exports: [],
    comments: [],
    problems: [],
    reports: [],
    scope: -1,
    loop: undefined,
    branch: undefined,
    block: undefined,
    set: [],
    when: undefined,
    left: [],
    leaves: undefined,
    inTests: false,
    testReturns: new Map(),
    statement: [0, text.length],
    depth: 0,
  }
  builder.scope = addScope(builder, 'module', [0, text.length]).id
  return builder
}

export function finish(builder: ModuleBuilder): Module {
  const { language, scopes, bindings, calls, loops, guards, skips, imports, exports, comments, problems } = builder
  const module = { language, scopes, bindings, calls, loops, guards, imports, exports, comments, problems }
  return skips.length > 0 ? { ...module, skips } : module
}

export function addScope(builder: ModuleBuilder, kind: Scope['kind'], span: Span, name?: string): ScopeDraft {
  const scope: ScopeDraft = {
    id: builder.scopes.length,
    kind,
    ...(name === undefined ? {} : { name }),
    parent: builder.scope,
    span,
    parameters: [],
    decorators: [],
    bases: [],
    returns: [],
    async: false,
  }
  builder.scopes.push(scope)
  return scope
}

/** Runs inside a scope. A function begins outside every loop, unless it is the callback of one. */
export function within(builder: ModuleBuilder, scope: number, loop: number | undefined, run: () => void): void {
  const before = {
    scope: builder.scope,
    loop: builder.loop,
    branch: builder.branch,
    block: builder.block,
    set: builder.set,
    when: builder.when,
    leaves: builder.leaves,
    inTests: builder.inTests,
  }
  if (loop !== before.loop) builder.leaves = undefined
  const made = scope !== before.scope && builder.scopes[scope]?.kind === 'function' ? builder.scopes[scope] : undefined
  // A function's statements run in order from its own beginning, in whatever arm it is defined.
  if (made) {
    builder.branch = undefined
    builder.block = undefined
    builder.set = []
    builder.when = undefined
    builder.inTests = false
  }
  builder.scope = scope
  builder.loop = loop
  run()
  builder.scope = before.scope
  builder.loop = before.loop
  builder.branch = before.branch
  builder.block = before.block
  builder.set = before.set
  builder.when = before.when
  builder.leaves = before.leaves
  builder.inTests = before.inTests
  if (made?.returns.length === 0) made.returns.push(...(builder.testReturns.get(scope) ?? []))
}

/** What a function returns, told apart where it does so in tests alone: then it counts only where it returns nothing else. */
export function returns(builder: ModuleBuilder, made: ScopeDraft, value: Expr): void {
  const { id, kind, returns } = made
  if (kind === 'function' && !builder.inTests && builder.when) {
    made.returnsWhen ??= []
    made.returnsWhen[returns.length] = builder.when
  }
  if (!builder.inTests || kind !== 'function') returns.push(value)
  else builder.testReturns.set(id, [...(builder.testReturns.get(id) ?? []), value])
}

/** Lowers what may declare names of its own. */
export function inBlock(builder: ModuleBuilder, span: Span, run: () => void): void {
  const before = builder.block
  builder.block = span
  run()
  builder.block = before
}

/** Here a turn of a loop ends before what follows: of the innermost one, or of the one that calls the function. */
export function skips(builder: ModuleBuilder, span: Span, of: 'loop' | 'callback'): void {
  let at = builder.loop
  while (of === 'callback' && at !== undefined && builder.loops[at]!.kind !== 'callback') at = builder.loops[at]!.parent
  if (at !== undefined) builder.skips.push({ span, loop: at })
}

export interface Arm {
  /** What it runs for, as it is written: it is there. */
  readonly set?: readonly string[] | undefined
  readonly when?: When | undefined
  /** It ends by leaving the loop around it, or the function. */
  readonly leaves?: Leaving | undefined
}

/** Lowers one arm of a statement that has several, or that may run none. */
export function inBranch(
  builder: ModuleBuilder,
  span: Span,
  run: () => void,
  { leaves, set = [], when }: Arm = {},
): void {
  const before = { branch: builder.branch, set: builder.set, when: builder.when, leaves: builder.leaves }
  builder.leaves = leaves ?? before.leaves
  builder.branch = span
  builder.set = set
  builder.when = whenBoth(builder, when)
  run()
  builder.branch = before.branch
  builder.set = before.set
  builder.when = before.when
  builder.leaves = before.leaves
}

export function addLoop(
  builder: ModuleBuilder,
  kind: Loop['kind'],
  span: Span,
  over?: Expr,
  variable?: string,
): Draft<Loop> {
  const loop: Draft<Loop> = {
    id: builder.loops.length,
    kind,
    parent: builder.loop,
    scope: builder.scope,
    span,
    ...(over ? { over } : {}),
    ...(variable === undefined ? {} : { variable }),
  }
  builder.loops.push(loop)
  return loop
}

export function addCall(
  builder: ModuleBuilder,
  span: Span,
  callee: Expr,
  args: readonly Argument[],
  creates = false,
): CallExpr {
  // A list that was grown has room for more.
  const expr: CallExpr = { is: 'call', id: builder.calls.length, callee, args: args.slice(), creates, span }
  const { scope, loop, statement, branch } = builder
  builder.calls.push({ expr, scope, loop, statement, ...(branch && { branch }) })
  return expr
}

export function bind(builder: ModuleBuilder, binding: Omit<Binding, 'scope' | 'loop'> & { scope?: number }): void {
  const { branch, inTests, leaves, loop, set, text, when } = builder
  const where = {
    ...(branch ? { branch } : {}),
    ...(when ? { when } : {}),
    ...(leaves && loop !== undefined ? { leaves } : {}),
    ...(inTests ? { inTests: true as const } : {}),
  }
  const { value } = binding
  const isSet = value && set.length > 0 && set.includes(text.slice(...value.span))
  const own = functionScope(builder)
  // A name of another scope, `global model`, has it only where the function has run: that is the arm it stands in.
  const isOuter = binding.scope !== undefined && own.kind === 'function' && binding.scope < own.id
  builder.bindings.push({
    ...binding,
    scope: binding.scope ?? builder.scope,
    loop,
    ...(isOuter ? { again: true as const, branch: own.span } : {}),
    ...where,
    ...(isSet ? { ifSet: true as const } : {}),
  })
}

/** The innermost function (or the module) around where the lowering stands: where `return` and `:=` belong. */
export function functionScope(builder: ModuleBuilder): ScopeDraft {
  let scope = builder.scopes[builder.scope]!
  while (scope.kind === 'comprehension') scope = builder.scopes[scope.parent]!
  return scope
}

export function inStatement(builder: ModuleBuilder, span: Span, run: () => void): void {
  if (!deeper(builder, span[0], span[1])) return
  const before = builder.statement
  builder.statement = span
  run()
  builder.statement = before
  builder.depth--
}

/** Goes one level deeper, for the caller to come back from; or says that what stands here is not read, and is false. */
export function deeper(builder: ModuleBuilder, from: number, to: number): boolean {
  if (builder.depth >= deepest) {
    report(builder, [from, to], `Nested more than ${deepest} levels deep: what is inside is not read.`)
    return false
  }
  builder.depth++
  return true
}

const mostProblems = 50

/** One entry per place: a parser that lost its way complains of every token that follows. */
export function report(builder: ModuleBuilder, span: Span, message: string): void {
  builder.reports.push({ span, message })
  if (builder.problems.length >= mostProblems) return
  const last = builder.problems.at(-1)
  if (last && last.message === message && !builder.text.slice(last.span[1], span[0]).includes('\n')) return
  builder.problems.push({ span, message })
}
