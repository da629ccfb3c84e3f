// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
import type { Span } from '../../../../core/types.ts'

interface Literal {
  readonly is: 'literal'
  readonly value: number | boolean | null
  readonly span: Span
}

/** A quoted string or a heredoc. A heredoc's indentation is already taken off where `<<-` asks for it. */
export interface Template {
  readonly is: 'template'
  readonly heredoc: boolean
  readonly parts: readonly TemplatePart[]
  readonly span: Span
}

export type TemplatePart =
  | { readonly is: 'text'; readonly text: string; readonly span: Span }
  | { readonly is: 'interpolation'; readonly value: Expression; readonly span: Span }
  | {
      readonly is: 'if'
      readonly condition: Expression
      readonly then: readonly TemplatePart[]
      readonly otherwise: readonly TemplatePart[]
      readonly span: Span
    }
  | {
      readonly is: 'for'
      readonly key: string | undefined
      readonly value: string
      readonly collection: Expression
      readonly parts: readonly TemplatePart[]
      readonly span: Span
    }

export interface ObjectItem {
  /** A bare name is a `variable` here; `{ (x) = 1 }` is a `parens`: only the second is evaluated. */
  readonly key: Expression
  readonly value: Expression
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%'

export type Expression =
  | Literal
  | Template
  | { readonly is: 'variable'; readonly name: string; readonly span: Span }
  | { readonly is: 'attribute'; readonly of: Expression; readonly name: string; readonly span: Span }
  | { readonly is: 'index'; readonly of: Expression; readonly key: Expression; readonly span: Span }
  /** `each` is what is done to every element; its innermost `of` is the `element`. `full` is `[*]`, otherwise `.*`. */
  | {
      readonly is: 'splat'
      readonly of: Expression
      readonly each: Expression
      readonly full: boolean
      readonly span: Span
    }
  | { readonly is: 'element'; readonly span: Span }
  | {
      readonly is: 'call'
      readonly name: string
      readonly args: readonly Expression[]
      /** The last argument is a list that fills the rest: `f(a, b...)`. */
      readonly expands: boolean
      readonly span: Span
    }
  | { readonly is: 'unary'; readonly operator: '!' | '-'; readonly operand: Expression; readonly span: Span }
  | {
      readonly is: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly is: 'conditional'
      readonly condition: Expression
      readonly then: Expression
      readonly otherwise: Expression
      readonly span: Span
    }
  | { readonly is: 'parens'; readonly value: Expression; readonly span: Span }
  | { readonly is: 'tuple'; readonly items: readonly Expression[]; readonly span: Span }
  | { readonly is: 'object'; readonly items: readonly ObjectItem[]; readonly span: Span }
  | ForExpression

export interface ForExpression {
  readonly is: 'for'
  readonly makes: 'tuple' | 'object'
  readonly key: string | undefined
  readonly value: string
  readonly collection: Expression
  /** Of an object's `key => result`. */
  readonly resultKey: Expression | undefined
  readonly result: Expression
  readonly condition: Expression | undefined
  /** `...` after the result: values of one key are gathered in a list. */
  readonly groups: boolean
  readonly span: Span
}

export interface Attribute {
  readonly is: 'attribute'
  readonly name: string
  readonly nameSpan: Span
  readonly value: Expression
  readonly span: Span
}

export interface BlockNode {
  readonly is: 'block'
  readonly type: string
  readonly typeSpan: Span
  readonly labels: readonly { readonly text: string; readonly span: Span }[]
  readonly items: readonly BodyItem[]
  /** Between the braces, exclusive. */
  readonly bodySpan: Span
  readonly span: Span
}

export type BodyItem = Attribute | BlockNode

export interface HclFile {
  readonly items: readonly BodyItem[]
  readonly problems: readonly HclProblem[]
}

export interface HclProblem {
  readonly message: string
  readonly span: Span
  /** Where the item begins that could not be read; it may have been noticed far behind. */
  readonly from?: number
}
