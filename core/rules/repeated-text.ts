// Sentences and lines that one request says more than once.
import { lineEnd, lineStart } from '../fixes/text.ts'
import type { PromptPart, Span } from '../types.ts'
import { isDefinition } from './cacheable.ts'

type TextPart = Extract<PromptPart, { is: 'text' }>

export interface Repeated {
  /** As it is written the second time. */
  readonly text: string
  readonly first: TextPart
  readonly again: TextPart
  /** Where it begins in the text of `again`. */
  readonly offset: number
}

/** Shorter ones are labels and headings, which a prompt may well have twice. */
const leastWords = 8
const leastCharacters = 40
/** Code, tables and data, where the same line is another thing in another place. */
const isSentence = (unit: string) => !/[{}<>=|;`\\]|["']\s*:/.test(unit) && /^[-*\d.)\s]*[\p{L}"'(]/u.test(unit)
/** What examples of what is asked and answered have in common is part of them. */
const example = /<example|\bexamples\b|\bexample\b[^\n.]{0,30}:|\bfor (example|instance)\b|few-shot/i

const isItem = /^([-*•]|\d+[.)])\s/
/** In another list, an item is said of something else: of the next tool, say. */
const isElsewhere = (first: { readonly part: TextPart; readonly offset: number }, part: TextPart, offset: number) =>
  placeOf(first.part) === placeOf(part) &&
  (first.part !== part || /\n\s*\n/.test(part.text.slice(first.offset, offset)))

/** Each sentence that was said before, once for each further time. Examples and what the model answered are left out. */
export function repeatedIn(parts: readonly PromptPart[]): readonly Repeated[] {
  const before = kept.get(parts)
  if (before) return before
  const found = allRepeated(parts)
  kept.set(parts, found)
  return found
}

/** A prompt that is not edited is the same one at the next keystroke. */
const kept = new WeakMap<readonly PromptPart[], readonly Repeated[]>()

function allRepeated(parts: readonly PromptPart[]): readonly Repeated[] {
  const seen = new Map<string, { readonly part: TextPart; readonly offset: number }>()
  const found: Repeated[] = []
  const inExamples = new Set<string>()
  for (const part of parts) {
    if (part.is !== 'text' || part.role === 'assistant' || part.role === 'model' || isDefinition(part)) continue
    const place = placeOf(part)
    for (const { unit, offset } of unitsOf(part.text)) {
      if (example.test(unit)) inExamples.add(place)
      const plain = unit.replace(/\s+/g, ' ').trim().toLowerCase()
      if (plain.length < leastCharacters || plain.split(' ').length < leastWords || !isSentence(unit)) continue
      const first = seen.get(plain)
      if (!first) seen.set(plain, { part, offset })
      else if (!inExamples.has(place) && !(isItem.test(unit) && isElsewhere(first, part, offset)))
        found.push({ text: unit, first: first.part, again: part, offset })
    }
  }
  return found
}

/** One message, or one parameter that is a text. */
export const placeOf = ({ from, role, message }: PromptPart): string => [from, role, message].join(' ')

function unitsOf(text: string): readonly { readonly unit: string; readonly offset: number }[] {
  return [...text.matchAll(/[^\n]+?(?:[.!?](?=\s|$)|(?=\n)|$)/g)].map((match) => {
    const lead = /^\s*/.exec(match[0])![0].length
    return { unit: match[0].slice(lead).trimEnd(), offset: match.index + lead }
  })
}

/** The parts without what is said again. */
export function withoutRepeated(parts: readonly PromptPart[], repeated: readonly Repeated[]): readonly PromptPart[] {
  return parts.map((part) => {
    const mine = repeated.filter(({ again }) => again === part).toSorted((a, b) => b.offset - a.offset)
    if (part.is !== 'text' || mine.length === 0) return part
    const text = mine.reduce((left, { offset, text }) => withoutSpan(left, [offset, offset + text.length]), part.text)
    return { ...part, text }
  })
}

function withoutSpan(text: string, [from, to]: Span): string {
  const [start, end] = spanWithSpace(text, [from, to])
  return text.slice(0, start) + text.slice(end)
}

/** What goes when a sentence goes: its line, where nothing else is on it; else the space before it. */
export function spanWithSpace(text: string, [from, to]: Span): Span {
  const [line, end] = [lineStart(text, from), lineEnd(text, to)]
  if (text.slice(line, from).trim() === '' && text.slice(to, end).trim() === '') return [line, end]
  return [from - /\s*$/.exec(text.slice(line, from))![0].length, to]
}
