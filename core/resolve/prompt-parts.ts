import { type Document, locate } from '../document.ts'
import type { Expr } from '../module.ts'
import type { PromptPart, Span } from '../types.ts'
import type { Context } from './context.ts'
import type { Way } from './levers.ts'

/** Where in a prompt a piece stands: the parameter that carries it, and the role of its message where that is fixed. */
export interface Place {
  readonly context: Context
  readonly document: Document
  /** The module of the call, where retrieved texts are looked for. */
  readonly way: Way
  readonly from: string
  readonly role?: string
  /** Which message it is part of, and how many there are so far. */
  readonly message?: number
  readonly messages: { count: number }
  /** It is the name of who says the message. */
  readonly speaker?: true
  /** It is put into a text. */
  readonly filled?: true
  /** In a loop over so many known items: which of them. */
  readonly pass?: { readonly of: number; readonly at: number }
  readonly depth: number
  /** Where in the document what another module holds comes in. */
  readonly entry?: Span
  /** How many more expressions are followed: functions that call each other twice would double them at every step. */
  readonly budget: { left: number }
}

export function textAt(place: Place, text: string, span: Span): readonly PromptPart[] {
  if (text === '') return []
  return [{ is: 'text', text, ...sourceOf(place, span), ...(place.speaker ? { speaker: true } : {}) }]
}

/** The pieces of one text, which a provider reads as a whole. */
export const asOneText = (parts: readonly PromptPart[]): readonly PromptPart[] =>
  parts.map((part, i) => (i > 0 && part.is === 'text' && !part.continues ? { ...part, continues: true } : part))

export function holeAt(place: Place, expr: { readonly span: Span }, name = written(place, expr.span)): PromptPart {
  return { is: 'hole', name, ...sourceOf(place, expr.span) }
}

function sourceOf({ document, from, role, message, entry }: Place, span: Span) {
  return {
    at: locate(document, entry ?? span),
    from,
    ...(role === undefined ? {} : { role }),
    ...(message === undefined ? {} : { message }),
  }
}

/** The expression as written, shortened: what a reader recognises. */
function written({ document, entry }: Place, span: Span): string {
  const code = document.text.slice(...(entry ?? span)).replace(/\s+/g, ' ')
  return code.length > 40 ? `${code.slice(0, 37)}…` : code
}

/** `"… {x} …".format(x=y)`: the constant pieces with what fills each slot between them; undefined where the template is no constant. */
export function filledTemplate(
  place: Place,
  template: Expr,
  slot: RegExp,
  given: readonly { readonly name?: string; readonly value: Expr }[],
  read: (value: Expr) => readonly PromptPart[],
): readonly PromptPart[] | undefined {
  const values = place.context.evaluate(template)
  const only = values.length === 1 ? values[0] : undefined
  if (only?.is !== 'scalar' || typeof only.value !== 'string') return undefined
  const { at } = only
  const positional = given.filter((argument) => argument.name === undefined)
  // Splitting by a pattern with one group gives text, slot, text, slot, …
  const pieces = only.value.split(slot).flatMap((piece, i): readonly PromptPart[] => {
    if (i % 2 === 0) return textAt(place, piece ?? '', at)
    const filled = given.find((argument) => piece && argument.name === piece) ?? positional[(i - 1) / 2]
    if (!filled) return [holeAt(place, template, piece || 'value')]
    const inside = read(filled.value)
    return inside.length === 1 && inside[0]!.is === 'hole' ? [holeAt(place, filled.value)] : inside
  })
  return asOneText(pieces)
}
