// Examples of what is asked and answered, in a prompt.
import type { PromptPart } from '../types.ts'
import { isDefinition } from './cacheable.ts'

export interface PromptExamples {
  /** Each example, whole. */
  readonly texts: readonly string[]
  /** The parts with the first `keep` of them. */
  kept(keep: number): readonly PromptPart[]
}

const tagged = /<example\b[^>]*>[\s\S]*?<\/example>\s*/gi
/** `Example 3:`, `### Example #3`; and a question with its answer below it. */
const headings = [
  /^[ \t]*(?:#+ *)?(?:\*\*)?example *#?\d+\b/gim,
  /^[ \t]*(?:\*\*)?(?:q|question|input|user) *(?:\d+)?(?:\*\*)? *:/gim,
]

/** The longest row of them in one text; else the turns of a conversation that is written down. Undefined where there are none. */
export function examplesIn(parts: readonly PromptPart[]): PromptExamples | undefined {
  const found = parts.flatMap((part) => {
    if (part.is !== 'text' || isDefinition(part) || part.role === 'assistant' || part.role === 'model') return []
    const spans = spansIn(part.text)
    return spans.length > 1 ? [{ part, spans }] : []
  })
  const [longest] = found.toSorted((a, b) => b.spans.length - a.spans.length)
  if (longest === undefined) return turnsIn(parts)
  const { part, spans } = longest
  return {
    texts: spans.map((span) => part.text.slice(...span)),
    kept: (keep) =>
      parts.map((each) =>
        each === part
          ? {
              ...part,
              text: spans.slice(keep).reduceRight((left, [a, b]) => left.slice(0, a) + left.slice(b), part.text),
            }
          : each,
      ),
  }
}

function spansIn(text: string): readonly (readonly [number, number])[] {
  const tags = [...text.matchAll(tagged)].map(({ 0: found, index }) => [index, index + found.length] as const)
  if (tags.length > 1) return tags
  for (const heading of headings) {
    const starts = [...text.matchAll(heading)].map(({ index }) => index)
    const spans = starts.map((start, i) => [start, starts[i + 1] ?? endOf(text, start)] as const)
    if (spans.length > 1 && spans.every(([a, b]) => isAnswered(text.slice(a, b)))) return spans
  }
  return []
}

/** The last one ends where a blank line is followed by something that is no answer. */
function endOf(text: string, start: number): number {
  const blank = /\n\s*\n(?![ \t]*(?:\*\*)?(?:a|answer|output|assistant|response)\b)/i.exec(text.slice(start))
  return blank ? start + blank.index : text.length
}

const isAnswered = (text: string) =>
  /^[ \t]*(?:\*\*)?(?:a|answer|output|assistant|response|label|sql|result) *(?:\d+)?(?:\*\*)? *:/im.test(text)

/** Answers that nobody gave: constant texts of the assistant, each with the message before it. */
function turnsIn(parts: readonly PromptPart[]): PromptExamples | undefined {
  const indexes = [...new Set(parts.map(({ message }) => message).filter((each) => each !== undefined))]
  const isWhole = (index: number) => parts.every((each) => each.message !== index || each.is === 'text')
  const roleOf = (index: number) => parts.find(({ message, role }) => message === index && role !== undefined)?.role
  const turns = indexes.filter(
    (index) => roleOf(index) === 'assistant' && roleOf(index - 1) === 'user' && isWhole(index) && isWhole(index - 1),
  )
  if (turns.length < 2) return undefined
  const textOf = (index: number) =>
    parts.flatMap((part) => (part.is === 'text' && part.message === index ? [part.text] : [])).join('')
  return {
    texts: turns.map((index) => `${textOf(index - 1)}\n${textOf(index)}`),
    kept(keep) {
      const dropped = new Set(turns.slice(keep).flatMap((index) => [index - 1, index]))
      return parts.filter(({ message }) => message === undefined || !dropped.has(message))
    },
  }
}
