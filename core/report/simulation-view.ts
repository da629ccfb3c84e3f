import type { Field } from '../simulate/field.ts'

// Types alone: the form takes them from here.

export interface AmountView {
  /** `$57.23`; `unknown`. */
  readonly likely: string
  /** `a month`; empty beside `unknown`. */
  readonly per: string
  /** `$20–110`, where that is not one figure. */
  readonly band?: string
  /** What there is beside it: the cost of one call; that a part is not known. */
  readonly beside: readonly string[]
}

/** What the simulator shows. Every amount is text, printed where the editor's other figures are: the form computes nothing. */
export interface SimulationView {
  readonly title: string
  readonly fields: readonly Field[]
  /** `before` is taken to be used as was typed. */
  readonly isUseSaid: boolean
  readonly before: AmountView
  readonly after: AmountView
  readonly difference: { readonly is: 'less' | 'more' | 'same' | 'unknown'; readonly text: string }
  readonly lines: readonly {
    readonly label: string
    readonly quantity: string
    readonly price: string
    readonly usd: string
  }[]
  readonly unknown: readonly string[]
  readonly assumed: readonly string[]
  readonly prices: readonly string[]
  readonly notes: readonly string[]
  /** By the field's id. */
  readonly mistakes: Readonly<Record<string, string>>
  readonly write: {
    readonly code: readonly string[]
    readonly notes: readonly string[]
    readonly left: readonly string[]
  }
}
