import type {
  Argument,
  Binding,
  CallExpr,
  CallSite,
  Comment,
  Export,
  Expr,
  Import,
  Loop,
  Module,
  Scope,
  SyntaxProblem,
} from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'

type Draft<T> = { -readonly [K in keyof T]: T[K] }

export interface ScopeDraft extends Omit<Draft<Scope>, 'parameters' | 'decorators' | 'bases' | 'returns'> {
  parameters: Scope['parameters'][number][]
  decorators: Expr[]
  bases: Expr[]
  returns: Expr[]
}

/** A module being written, and where in it the lowering stands. Every language fills the same one. */
export interface ModuleBuilder {
  readonly language: Module['language']
  readonly text: string
  readonly scopes: ScopeDraft[]
  readonly bindings: Binding[]
  readonly calls: CallSite[]
  readonly loops: Draft<Loop>[]
  readonly imports: Import[]
  readonly exports: Export[]
  readonly comments: Comment[]
  readonly problems: SyntaxProblem[]
  scope: number
  loop: number | undefined
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
    imports: [],
    exports: [],
    comments: [],
    problems: [],
    scope: -1,
    loop: undefined,
    statement: [0, text.length],
    depth: 0,
  }
  builder.scope = addScope(builder, 'module', [0, text.length]).id
  return builder
}

export function finish(builder: ModuleBuilder): Module {
  const { language, scopes, bindings, calls, loops, imports, exports, comments, problems } = builder
  return { language, scopes, bindings, calls, loops, imports, exports, comments, problems }
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
  const before = { scope: builder.scope, loop: builder.loop }
  builder.scope = scope
  builder.loop = loop
  run()
  builder.scope = before.scope
  builder.loop = before.loop
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
  const expr: CallExpr = { is: 'call', id: builder.calls.length, callee, args, creates, span }
  builder.calls.push({ expr, scope: builder.scope, loop: builder.loop, statement: builder.statement })
  return expr
}

export function bind(builder: ModuleBuilder, binding: Omit<Binding, 'scope' | 'loop'> & { scope?: number }): void {
  builder.bindings.push({ ...binding, scope: binding.scope ?? builder.scope, loop: builder.loop })
}

/** The innermost function (or the module) around where the lowering stands: where `return` and `:=` belong. */
export function functionScope(builder: ModuleBuilder): ScopeDraft {
  let scope = builder.scopes[builder.scope]!
  while (scope.kind === 'comprehension') scope = builder.scopes[scope.parent]!
  return scope
}

export function inStatement(builder: ModuleBuilder, span: Span, run: () => void): void {
  const before = builder.statement
  builder.statement = span
  nested(builder, span, run, () => undefined)
  builder.statement = before
}

/** Runs one level deeper, or does `instead` and says so where the nesting is beyond what is read. */
export function nested<T>(builder: ModuleBuilder, span: Span, run: () => T, instead: () => T): T {
  if (builder.depth >= deepest) {
    report(builder, span, `Nested more than ${deepest} levels deep: what is inside is not read.`)
    return instead()
  }
  builder.depth++
  const result = run()
  builder.depth--
  return result
}

/** One entry per place: a parser that lost its way complains of every token that follows. */
export function report(builder: ModuleBuilder, span: Span, message: string): void {
  const last = builder.problems.at(-1)
  if (last && last.message === message && !builder.text.slice(last.span[1], span[0]).includes('\n')) return
  builder.problems.push({ span, message })
}
