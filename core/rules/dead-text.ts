// What a prompt sends that says nothing to the model.
import type { PromptPart, Span } from '../types.ts'
import { isDefinition } from './cacheable.ts'

export type TextPart = Extract<PromptPart, { is: 'text' }>

export type DeadKind = 'comment' | 'placeholder' | 'blob' | 'blank'

export interface Dead {
  readonly kind: DeadKind
  readonly part: TextPart
  /** Of the part's text. */
  readonly span: Span
}

const patterns: Readonly<Record<DeadKind, RegExp>> = {
  comment: /<!--[\s\S]*?-->/g,
  placeholder:
    /\[(INSERT|PASTE|PUT|ADD|ENTER|YOUR)\b[^\]\n]{0,80}\bHERE\]|<(INSERT|PASTE|PUT|ADD|ENTER|YOUR)\b[^>\n]{0,80}\bHERE>|^[ \t]*(TODO|FIXME)[:(][^\n]*|\blorem ipsum\b[^\n]*/gm,
  blob: /(?:data:[\w/+.-]+;base64,)?[A-Za-z0-9+/]{200,}={0,2}/g,
  blank: /(?<=\n[ \t]*\n)(?:[ \t]*\n)+|(?<![ \t])[ \t]+(?=\n)/g,
}

export const deadKinds = Object.keys(patterns) as readonly DeadKind[]

/** A page, or a template of one: there a comment is part of what is talked about. */
const page = /<(!doctype|html|head|body|div|span|p|table|script|style|template|svg|ul|a)\b/i

/** Letters of both cases, and digits: bytes and no long word. */
const isBytes = (text: string) => /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)

/** Placeholders that the answer is to have: "where the name goes, write [INSERT NAME HERE]". */
const toldIn = (text: string): ReadonlySet<string> =>
  new Set(
    [
      ...text.matchAll(
        /\b(?:write|put|leave|print|output|return|placeholder)\b[^.\n[<]{0,40}([[<][^\]>\n]{1,90}[\]>])/gi,
      ),
    ].map(([, shown = '']) => shown),
  )

/** In the order of the parts. What the model answered, and definitions of tools, are left out. */
export function deadIn(parts: readonly PromptPart[]): readonly Dead[] {
  return parts.flatMap((part) => {
    if (part.is !== 'text' || part.role === 'assistant' || part.role === 'model' || isDefinition(part)) return []
    const { text } = part
    return deadKinds.flatMap((kind) => {
      if (kind === 'comment' && page.test(text)) return []
      const found = [...text.matchAll(patterns[kind])]
      const told = kind === 'placeholder' && found.length > 0 ? toldIn(text) : undefined
      return found.flatMap(({ 0: dead, index }) =>
        (kind === 'blob' && !isBytes(dead)) || told?.has(dead)
          ? []
          : [{ kind, part, span: [index, index + dead.length] as const }],
      )
    })
  })
}

/** The parts without these. */
export const withoutDead = (parts: readonly PromptPart[], dead: readonly Dead[]): readonly PromptPart[] =>
  parts.map((part) => {
    const mine = dead.filter((each) => each.part === part).toSorted((a, b) => b.span[0] - a.span[0])
    if (part.is !== 'text' || mine.length === 0) return part
    return { ...part, text: mine.reduce((left, { span }) => left.slice(0, span[0]) + left.slice(span[1]), part.text) }
  })
