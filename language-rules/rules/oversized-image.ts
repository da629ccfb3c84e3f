import * as z from 'zod/mini'
import { exactly } from '../../core/band.ts'
import type { Document } from '../../core/document.ts'
import { addItem, entryOf, expressionOf, replaceSpan } from '../../core/fixes/arguments.ts'
import { valueOf } from '../../core/known.ts'
import type { Expr } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ModelCallContext } from '../../core/rule.ts'
import { costBy } from '../../core/rules/cacheable.ts'
import { narrowTaskOf } from '../../core/rules/narrow-task.ts'
import { imageTokens } from '../../core/tokens/images.ts'
import type { Edit, ModelCall, Picture, PromptPart } from '../../core/types.ts'
import { oversizedImage } from './examples/oversized-image.ts'

const options = z.object({
  shortOutput: z
    ._default(z.number().check(z.int(), z.positive()), 256)
    .check(z.describe('Longest output limit, in tokens, that still counts as a short answer.')),
})

export const rule = defineRule({
  id: 'oversized-image',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A picture is sent to be looked at closely, for a question that a coarse look answers.',
    why: 'A closely read picture is billed by its tiles, a coarse one by a small fixed number of tokens.',
    fix: 'Say `detail: "low"`, and go back if your evaluation set finds it worse.',
    unless: 'What is asked for is small in the picture: print, a number plate, a flaw.',
    source: 'https://developers.openai.com/api/docs/guides/images-vision',
    alters: ['answers'],
  },
  options,
  *check(call, context) {
    const hole = call.input.find(isPicture)
    const id = valueOf(call.model)
    if (call.api !== 'chat' || !hole || id === undefined || hole.image.detail === 'low') return
    const limit = valueOf(call.maxOutput)
    const task = narrowTaskOf(call)
    // What is to be picked out of a picture may be small in it.
    if (
      task === undefined ||
      task === 'extraction' ||
      call.input.some(asksOfSmall) ||
      !isShort(limit, hole.image, context.options.shortOutput)
    )
      return
    const price = context.prices.model(call.provider, id)
    const low: Picture = { ...hole.image, detail: 'low' }
    const [seen, least] = [imageTokens({ ...largest, ...hole.image }, id), imageTokens(low, id)]
    if (!price || !seen || !least || least.high >= seen.high) return
    const length = context.estimate.inputTokens ?? seen
    const [full, coarse] = [
      costBy(price, 'input', exactly(seen.high), length),
      costBy(price, 'input', exactly(least.likely), length),
    ]
    if (!full || !coarse) return
    const edit = writeDetail(call, hole, context)
    const sized = hole.image.size !== undefined
    yield {
      at: hole.at.file === context.document.file ? hole.at : call.location,
      message: say`A picture for a narrow task (${task}): ${sized ? '' : 'up to '}${seen.high} tokens, ${usd(full)}, where a coarse look takes ${least.likely}, ${usd(coarse)}. Ask for low detail and run your evaluation set.`,
      ...(sized
        ? {
            after: context.estimateWith({
              input: call.input.map((part) => (part === hole ? { ...hole, image: low } : part)),
            }),
          }
        : { unit: { per: 'picture', before: full.likely, after: coarse.likely } }),
      fixes: edit ? [{ title: 'Ask for low detail', safety: 'suggestion', edits: [edit], claim: 'saves' }] : [],
    }
  },
})

type RecordExpr = Extract<Expr, { is: 'record' }>
type PictureHole = Extract<PromptPart, { is: 'hole' }> & { readonly image: Picture }
const isPicture = (part: PromptPart): part is PictureHole => part.is === 'hole' && part.image !== undefined

/** Print, or a flaw: a coarse look may not see it. */
const small =
  /\b(receipts?|invoices?|screenshots?|handwrit\w+|written|writing|printed|legible|read(s|able|ing)?|texts?|captions?|signatures?|plates?|serial|digits?|bar ?codes?|qr|total|prices?|amounts?|charts?|graphs?|diagrams?|watermarks?|logos?|cracks?|scratch(ed|es)?|dents?|flaws?|defect(s|ive)?|blemish(es)?|hairline|tiny|subtle|count|how many|details?|closely)\b/i

const asksOfSmall = (part: PromptPart) => part.is === 'text' && part.role !== 'assistant' && small.test(part.text)

/** To the tiles a picture is cut into, none has more than one as large as this. */
const largest = { size: { width: 2048, height: 768 } }

const isShort = (limit: number | undefined, { detail }: Picture, short: number) =>
  detail === 'high' || (limit !== undefined && limit <= short)

/** `image_url: { url, detail }`, or beside an `image_url` that is a text. */
function writeDetail(
  call: ModelCall,
  { at }: PromptPart,
  { module, document, named }: ModelCallContext<unknown>,
): Edit | undefined {
  const start = (document.parts.find(({ cell }) => cell === at.cell)?.start ?? 0) + at.span[0]
  const values = [expressionOf(call, module), ...module.bindings.map(({ value }) => value)]
  const record = values.flatMap((value) => (value ? records(value) : [])).find(({ span }) => span[0] === start)
  if (!record || at.file !== document.file) return undefined
  const url = entryOf(record.entries, 'image_url')?.value
  const type = entryOf(record.entries, 'type')?.value
  const inner = url?.is === 'record' ? url : type?.is === 'text' && type.parts[0] === 'input_image' ? record : undefined
  const low = named === 'keyword' ? '"low"' : "'low'"
  if (!inner && call.call.startsWith('ai-sdk.')) return writeOption(call, record, low, document)
  if (!inner) return undefined
  const quote = /^\{\s*["']/.test(document.text.slice(...inner.span))
  const written = entryOf(inner.entries, 'detail')
  if (written) return replaceSpan(document, written.value.span, low)
  return addItem(inner.entries, inner.span[1] - 1, `${quote ? '"detail"' : 'detail'}: ${low}`, document)
}

/** The AI SDK hands on what is said to one provider: https://ai-sdk.dev/providers/ai-sdk-providers/openai */
function writeOption(call: ModelCall, record: RecordExpr, low: string, document: Document): Edit | undefined {
  if (call.provider !== 'openai') return undefined
  const inside = (of: Expr | undefined, name: string) =>
    of?.is === 'record' ? entryOf(of.entries, name)?.value : undefined
  const options = inside(record, 'providerOptions')
  const written = inside(inside(options, 'openai'), 'imageDetail')
  if (written) return replaceSpan(document, written.span, low)
  if (options) return undefined
  return addItem(record.entries, record.span[1] - 1, `providerOptions: { openai: { imageDetail: ${low} } }`, document)
}

function records(expr: Expr): readonly RecordExpr[] {
  switch (expr.is) {
    case 'record':
      return [expr, ...expr.entries.flatMap(({ value }) => records(value))]
    case 'list':
      return expr.items.flatMap(records)
    case 'call':
      return expr.args.flatMap(({ value }) => records(value))
    default:
      return []
  }
}

export const examples = oversizedImage
