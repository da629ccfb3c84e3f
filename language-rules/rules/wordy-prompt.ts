import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { textOf } from '../../core/document.ts'
import { replaceSpan } from '../../core/fixes/arguments.ts'
import { lineEnd, lineStart } from '../../core/fixes/text.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ModelCallContext, type Report } from '../../core/rule.ts'
import { asWritten, writtenIn } from '../../core/rules/as-written.ts'
import { costBy } from '../../core/rules/cacheable.ts'
import { type Dead, type DeadKind, deadIn, deadKinds, withoutDead } from '../../core/rules/dead-text.ts'
import { examplesIn } from '../../core/rules/prompt-examples.ts'
import { placeOf, type Repeated, repeatedIn, spanWithSpace, withoutRepeated } from '../../core/rules/repeated-text.ts'
import type { Band, Edit, ModelCall, PromptPart, Span } from '../../core/types.ts'
import { wordyPrompt } from './examples/wordy-prompt.ts'
import { wordyPromptDead } from './examples/wordy-prompt-dead.ts'

const options = z.object({
  tokens: z
    ._default(z.number().check(z.int(), z.positive()), 20)
    .check(z.describe('Fewer tokens than this, said again or for nothing, are fine.')),
  examples: z
    ._default(z.number().check(z.int(), z.positive()), 8)
    .check(z.describe('More examples than this are many, where they are also more than half of what is written.')),
})

/** "Include 3–5 examples for best results": https://platform.claude.com/docs/en/build-with-claude/prompt-engineering/multishot-prompting */
const enough = 5

export const rule = defineRule({
  id: 'wordy-prompt',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A prompt says the same sentence more than once, holds what says nothing to the model (comments, encoded bytes, blank lines, a placeholder that was never filled), or many examples.',
    why: 'All of it is billed as input, at every call.',
    fix: 'Say it once; what must not be overlooked is better said last than twice. Take out what nobody reads, and keep the few examples that differ most.',
    unless:
      'You measured that the model heeds it only where it is repeated, as after a very long document, or that it answers better by each of the examples.',
    source: 'https://developers.openai.com/api/docs/guides/latency-optimization',
    alters: ['answers'],
  },
  options,
  *check(call, context) {
    if (call.api !== 'chat') return
    const id = valueOf(call.model)
    const price = id === undefined ? undefined : context.prices.model(call.provider, id)
    if (!price) return
    const all = context.estimate.inputTokens
    const counted: Counted = {
      tokens: (text) => context.tokens.count(text, id),
      cost: (tokens) => costBy(price, 'input', tokens, all ?? tokens),
    }
    yield* ofRepeated(call, context, counted)
    yield* ofDead(call, context, counted)
    if (!call.cached) yield* ofExamples(call, context, counted)
  },
})

interface Counted {
  tokens(text: string): Band
  /** As input, uncached. */
  cost(tokens: Band): Band | undefined
}

type Context = ModelCallContext<{ readonly tokens: number; readonly examples: number }>

function* ofRepeated(call: ModelCall, context: Context, counted: Counted): Generator<Report> {
  const repeated = repeatedIn(call.input).filter(({ first, again }) => placeOf(first) === placeOf(again))
  const tokens = sum(repeated.map(({ text }) => counted.tokens(text)))
  const [first] = repeated
  if (!first || !tokens || tokens.low < context.options.tokens) return
  const cost = counted.cost(tokens)
  if (!cost) return
  const times = repeated.length === 1 ? 'One sentence is' : say`${repeated.length} sentences are`
  yield {
    at: first.again.at.file === context.document.file ? first.again.at : call.location,
    message: say`${times} said more than once: “${shortened(first.text)}”. Each call pays ${usd(cost)} for the ${Math.round(tokens.likely)} tokens of saying it again. Say it once.`,
    after: context.estimateWith({ input: withoutRepeated(call.input, repeated) }),
    fixes: fixOf(
      'Say it once',
      repeated.map((each, i) => removal(each, repeated.slice(0, i), repeated, context)),
    ),
  }
}

const deadWords: Readonly<Record<DeadKind, string>> = {
  comment: 'A comment is sent with the prompt',
  placeholder: 'A placeholder of the prompt was never filled',
  blob: 'Encoded bytes are sent as text, which a model does not read',
  blank: 'Blank lines and spaces at the ends of lines are sent',
}

function* ofDead(call: ModelCall, context: Context, counted: Counted): Generator<Report> {
  const found = deadIn(call.input)
  for (const kind of deadKinds) {
    const dead = found.filter((each) => each.kind === kind)
    const left = withoutDead(call.input, dead)
    const texts = (parts: readonly PromptPart[]) => parts.flatMap((part) => (part.is === 'text' ? [part.text] : []))
    // What is left is counted anew: of blanks a tokenizer makes one token with what stands beside them.
    const [before, after] = [texts(call.input), texts(left)].map((all) => sum(all.map(counted.tokens)))
    const tokens = before && minus(before, after)
    const cost = tokens && counted.cost(tokens)
    const [first] = dead
    if (!first || !tokens || !cost || tokens.likely <= 0) continue
    if (kind !== 'placeholder' && tokens.low < context.options.tokens) continue
    const { part, span } = first
    const shown = kind === 'blank' ? '' : say`: “${shortened(part.text.slice(...span).trim())}”`
    yield {
      at: part.at.file === context.document.file ? part.at : call.location,
      message: say`${deadWords[kind]}${shown}. Each call pays ${usd(cost)} for ${Math.round(tokens.likely)} tokens that say nothing. Take ${kind === 'blank' ? 'them' : 'it'} out.`,
      after: context.estimateWith({ input: left }),
      fixes:
        kind === 'placeholder'
          ? []
          : fixOf(
              'Take it out',
              dead.map((each) => cut(each, context)),
            ),
    }
  }
}

function* ofExamples(call: ModelCall, context: Context, { tokens, cost }: Counted): Generator<Report> {
  const examples = examplesIn(call.input)
  if (examples === undefined || examples.texts.length <= context.options.examples) return
  const [all, further] = [examples.texts, examples.texts.slice(enough)].map((texts) => sum(texts.map(tokens)))
  const written = sum(call.input.flatMap((part) => (part.is === 'text' ? [tokens(part.text)] : [])))
  const [whole, each] = [all && cost(all), further && cost(further)]
  if (!all || !further || !written || !whole || !each || all.likely < written.likely / 2) return
  const part = call.input.find((one) => one.is === 'text' && one.at.file === context.document.file)
  yield {
    at: part?.at ?? call.location,
    message: say`${examples.texts.length} examples are ${Math.round(all.likely)} of the ${Math.round(written.likely)} tokens that are written here: ${usd(whole)} a call, ${usd(each)} of it for those after the first ${enough}. Keep the few that differ most, or tune a model if they are all needed.`,
    after: context.estimateWith({ input: examples.kept(enough) }),
  }
}

const minus = (all: Band, left: Band | undefined): Band =>
  left ? { low: all.low - left.low, likely: all.likely - left.likely, high: all.high - left.high } : all

const fixOf = (title: string, edits: readonly (Edit | undefined)[]): NonNullable<Report['fixes']> =>
  edits.every((edit) => edit !== undefined) ? [{ title, safety: 'suggestion', edits, claim: 'saves' }] : []

/** Only where the part stands in the source as it is sent, and once. */
function cut({ part, span }: Dead, { document }: Context): Edit | undefined {
  if (part.at.file !== document.file) return undefined
  const code = textOf(document, part.at.cell).slice(...part.at.span)
  const [place, ...others] = writtenIn(code, part.text)
  if (!place || others.length > 0) return undefined
  const dead = asWritten(code.slice(...place), span)
  const from = (document.parts.find(({ cell }) => cell === part.at.cell)?.start ?? 0) + part.at.span[0] + place[0]
  return replaceSpan(document, [from + dead[0], from + dead[1]], '')
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text)

/** Only where the text stands in the source as it is sent, and as often: with escapes it would be another place. */
function removal(
  { text, again }: Repeated,
  before: readonly Repeated[],
  all: readonly Repeated[],
  { document }: ModelCallContext<unknown>,
): Edit | undefined {
  if (again.at.file !== document.file) return undefined
  const isSame = (other: Repeated) => other.text === text && other.again.at === again.at
  const places = writtenIn(textOf(document, again.at.cell).slice(...again.at.span), text)
  const place = places[before.filter(isSame).length + 1]
  if (!place || places.length !== all.filter(isSame).length + 1) return undefined
  const from = (document.parts.find(({ cell }) => cell === again.at.cell)?.start ?? 0) + again.at.span[0]
  const span: Span = [from + place[0], from + place[1]]
  const [gone, left] = wholePiece(document.text, span) ?? [spanWithSpace(document.text, span), '']
  return replaceSpan(document, gone, left)
}

/** Of a text in pieces, one to a line, the whole piece goes, and with the last one the space at the end of the one before. */
function wholePiece(text: string, span: Span): readonly [Span, string] | undefined {
  const [line, end] = [lineStart(text, span[0]), lineEnd(text, span[1])]
  const left = text.slice(line, span[0]) + text.slice(span[1], end)
  const piece = /^[ \t]*(["'`])([ \t]*)\1[ \t]*(\+?)[ \t]*\r?\n?$/.exec(left)
  const above = text.slice(lineStart(text, line - 1), line)
  const before = /([ \t]*)(["'`][ \t]*(\+?)[ \t]*\r?\n)$/.exec(above)
  if (!piece || !before) return undefined
  const [, , inner, sign] = piece
  // It says the same, and goes as well.
  if (inner === '' && above.includes(text.slice(...span))) return undefined
  // The last piece of a sum has no sign after it, and the one before it would be left with one.
  if (before[3] !== sign) return undefined
  return inner === '' && before[1] !== '' ? [[line - before[0].length, end], before[2]!] : [[line, end], '']
}

export const examples = [...wordyPrompt, ...wordyPromptDead]
