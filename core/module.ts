import type { Span } from './types.ts'

// What a language makes of a text: small, serialisable, language-independent. Spans are offsets into the document's
// joined text. A language only lowers; everything that needs to know what a name means lives in core/resolve/.

interface At {
  readonly span: Span
}

/**
 * An expression, with whatever a cost question never asks about folded into `opaque`. `await`, parentheses, casts and
 * non-null assertions are transparent: they lower to the expression they wrap.
 */
export type Expr =
  /** A string or template. Text pieces are cooked (escapes resolved); holes are expressions. */
  | (At & { readonly is: 'text'; readonly parts: readonly (string | Expr)[] })
  | (At & { readonly is: 'number'; readonly value: number })
  | (At & { readonly is: 'boolean'; readonly value: boolean })
  | (At & { readonly is: 'null' })
  | (At & { readonly is: 'name'; readonly name: string })
  | (At & { readonly is: 'member'; readonly of: Expr; readonly name: string; readonly nameSpan: Span })
  | (At & { readonly is: 'index'; readonly of: Expr; readonly key: Expr })
  | CallExpr
  | (At & { readonly is: 'list'; readonly items: readonly Expr[] })
  /** A dict or object literal. */
  | (At & { readonly is: 'record'; readonly entries: readonly Entry[] })
  /** `*xs`, `...xs` inside a list. */
  | (At & { readonly is: 'spread'; readonly of: Expr })
  /** One of several values: ternary, `or`, `||`, `??`. */
  | (At & {
      readonly is: 'choice'
      readonly via: 'ternary' | 'or'
      readonly among: readonly Expr[]
      /** What decides between the two of a ternary. */
      readonly on?: Expr
      /** One of the two is, or holds, the very thing that asks of: `{ limit } if limit else {}`. */
      readonly itself?: true
    })
  /** `a + b`, `a % b`, `a * b` …; `+` over texts concatenates. Arguments in source order. */
  | (At & { readonly is: 'operation'; readonly op: string; readonly args: readonly Expr[] })
  /** A lambda, arrow function or function expression: its body is that scope. */
  | (At & { readonly is: 'function'; readonly scope: number })
  /** One element of what is iterated: the value a `for` target or a comprehension variable is bound to. */
  | (At & { readonly is: 'each'; readonly of: Expr })
  /** Anything else. Children are kept so that calls inside are still seen. */
  | (At & {
      readonly is: 'opaque'
      readonly children: readonly Expr[]
      /** As many of the first child as a run makes: a comprehension. */
      readonly each?: true
    })

export interface CallExpr extends At {
  readonly is: 'call'
  /** Index of this call in `Module.calls`. */
  readonly id: number
  readonly callee: Expr
  readonly args: readonly Argument[]
  /** `new X()`; Python's constructor calls look like any call and have false. */
  readonly creates: boolean
}

export interface Argument extends At {
  /** Keyword of a named argument. */
  readonly name?: string
  readonly value: Expr
  /** `*args`, `**kwargs`, `...args`. `'record'` for `**`. */
  readonly spread?: 'list' | 'record'
}

export interface Entry extends At {
  /** Undefined for a spread entry and for a computed key that is no constant text. */
  readonly name?: string
  readonly key?: Expr
  readonly value: Expr
  readonly spread?: true
}

export interface Parameter extends At {
  readonly name: string
  readonly default?: Expr
  /** The type annotation, as an expression: a name, a member, an index for generics. */
  readonly annotation?: Expr
  readonly rest?: 'list' | 'record'
}

export interface Scope extends At {
  readonly id: number
  readonly kind: 'module' | 'function' | 'class' | 'comprehension'
  readonly name?: string
  /** Id of the scope around it; the module's own is -1. */
  readonly parent: number
  readonly parameters: readonly Parameter[]
  readonly decorators: readonly Expr[]
  /** Base classes, for a class. */
  readonly bases: readonly Expr[]
  /** Values of `return` (and the body of an expression lambda); for a generator the yielded values. */
  readonly returns: readonly Expr[]
  /** By their place in that list, of those that stand in arms: what holds there. */
  readonly returnsWhen?: readonly (When | undefined)[]
  /** The declared type of what it returns, as an annotation. */
  readonly result?: Expr
  /** The class a function is a method of. */
  readonly method?: number
  readonly async: boolean
  /** A call of it answers with what it yields, one after the other. */
  readonly yields?: true
  /** Read like a field: `get model() { … }`. */
  readonly reads?: true
  /** Its docstring, with the marks around it. */
  readonly doc?: Span
}

/** What an arm of an `if`, `match` or `switch` runs for, as far as it is a comparison: all of the tests hold there. */
export interface When {
  readonly tests: readonly Expr[]
  /** Nothing else decides whether it runs. */
  readonly alone: boolean
}

/** In `span` a test is true, or false: in an arm of an `if`, and past an arm that leaves. Spans that overlap stand one in the other. */
export interface Guard extends At {
  readonly test: Expr
  readonly holds: boolean
  /** To the end of the module, past a statement of it. */
  readonly past?: true
}

/** In a binding's target, the name of whatever attributes the value has: `Object.assign(this, options)`, with a `spread` for a value. */
export const anyAttribute = '*'

/**
 * A name (or attribute, or subscript) given a value, in source order. Destructuring is lowered to one binding per name, with `value` a
 * `member` or `index` of the whole; a `for` target has an `each`. Functions, classes and parameters are bindings too.
 */
/** `break` leaves the innermost loop, `return` all of the function. */
export type Leaving = 'loop' | 'function'

/** `continue`, and the `return` of a function that a loop calls: what follows in that loop does not run in that turn. */
export interface Skip extends At {
  readonly loop: number
}

export interface Binding extends At {
  readonly target: Expr
  readonly value?: Expr
  readonly annotation?: Expr
  readonly scope: number
  /** Innermost loop around it within the same function. */
  readonly loop: number | undefined
  /** The innermost arm of an `if`, `try`, `match` or `switch` around it within the same function: past it, an earlier binding may hold. */
  readonly branch?: Span
  /** An assignment to a name that is declared elsewhere, maybe in a function around this one: `client = new OpenAI()`. */
  readonly again?: true
  /** The block that declares the name, for what holds in there alone: `{ const model = "gpt-4o" }`. */
  readonly block?: Span
  /** What holds in that arm and those around it, outside of loops. */
  readonly when?: When
  /** That arm runs where the value itself is there: `if limit is not None: params["max_tokens"] = limit`. */
  readonly ifSet?: true
  /** What comes after it in that arm, or in one around it, leaves the innermost loop, or the function: no turn follows. */
  readonly leaves?: Leaving
  /** That arm runs in tests alone: `if (isTestEnvironment)`. */
  readonly inTests?: true
  readonly via: 'assign' | 'augment' | 'for' | 'with' | 'parameter' | 'function' | 'class' | 'field'
  /** For `function` and `class`: the scope made. For `parameter`: its index in the scope's parameters. */
  readonly refers?: number
}

export interface CallSite {
  readonly expr: CallExpr
  readonly scope: number
  /** Innermost loop around the call. Not set for the iterable of the loop itself, nor for a `with` or `for` header. */
  readonly loop: number | undefined
  /** The innermost statement around the call, without its line end: what a fix would move or wrap. */
  readonly statement: Span
  /** As of a binding: the innermost arm around it. */
  readonly branch?: Span
}

/** `span` is the whole loop statement or expression; for a `callback` the call that iterates. */
export interface Loop extends At {
  readonly id: number
  /** `callback`: the function passed to `map`, `forEach` and the like. */
  readonly kind: 'for' | 'while' | 'comprehension' | 'callback'
  /** The loop around it, within the same function (a callback's function counts as the same). */
  readonly parent: number | undefined
  readonly scope: number
  /** What is iterated, for `for`, `comprehension` and `callback`. */
  readonly over?: Expr
  /** The name bound to each element, where there is one. */
  readonly variable?: string
  /** For `callback`: the function called for each element, where it is not written inline: `map(embed, texts)`. */
  readonly calls?: Expr
}

export interface Import extends At {
  /** As written: `openai`, `./prompts`, `.config` (Python's relative dots kept). */
  readonly module: string
  /** `*` for the module itself, `default` for a default import, else the exported name. */
  readonly name: string
  readonly local: string
  readonly scope: number
}

export interface Export extends At {
  readonly name: string
  readonly value: Expr
}

export interface Comment extends At {
  /** Without its markers. */
  readonly text: string
}

export interface SyntaxProblem extends At {
  readonly message: string
}

export interface Module {
  readonly language: 'python' | 'typescript'
  readonly scopes: readonly Scope[]
  readonly bindings: readonly Binding[]
  readonly calls: readonly CallSite[]
  readonly loops: readonly Loop[]
  readonly guards: readonly Guard[]
  /** Left out where there are none. */
  readonly skips?: readonly Skip[]
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
  readonly comments: readonly Comment[]
  readonly problems: readonly SyntaxProblem[]
  /** It is a file of data. */
  readonly data?: true
  /** Of a file of data: what each document in it holds. */
  readonly documents?: readonly Expr[]
}
