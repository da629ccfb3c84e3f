import { millionPrice, perMillion } from '../estimate/lines.ts'
import { expressionOf, setArgument } from '../fixes/arguments.ts'
import { asBatch } from '../fixes/batch.ts'
import { known, valueOf } from '../known.ts'
import { say, usd } from '../money.ts'
import { isVariantOf } from '../prices/model-id.ts'
import type { ModelCallContext, ProposedFix } from '../rule.ts'
import type { Estimate, ModelCall } from '../types.ts'

/** An agent works in turns, each asked with what came of the one before: a batch takes single requests. */
export function isAgent(call: ModelCall, { module, document }: ModelCallContext<unknown>): boolean {
  if (call.repeats.some(({ kind }) => kind === 'agent') || call.input.some(({ from }) => from === 'tools')) return true
  const expr = expressionOf(call, module)
  if (expr && /\btools\s*[=:]/.test(document.text.slice(...expr.span))) return true
  const callee = expr?.callee
  return callee?.is === 'member' && /agent|crew|runner|executor|graph/i.test(document.text.slice(...callee.of.span))
}

/** The SDKs of providers that have a batch: what a framework sends for its users cannot be put into one. */
export const isBatchable = ({ call }: ModelCall): boolean =>
  /^(openai\.(chat\.completions|responses|embeddings)\.create|anthropic\.messages\.create|google-genai\.models\.(generate_content|generateContent|embed_content|embedContent)|mistral\.(chat\.complete|embeddings\.create))(_async)?$/.test(
    call,
  )

export interface SlowerWay {
  readonly name: string
  readonly when: string
  readonly after: Estimate
}

/** The flex tier where the model has one, else the Batch API; undefined where neither is priced below the call. */
export function slowerWay(
  call: ModelCall,
  { estimate, estimateWith, prices }: ModelCallContext<unknown>,
): SlowerWay | undefined {
  const id = valueOf(call.model)
  const price = id === undefined ? undefined : prices.model(call.provider, id)
  if (id !== undefined && price && isVariantOf(id, price.id)) return undefined
  const ways: readonly SlowerWay[] = [
    // First, since it is what the fix asks for, at the same rate.
    {
      name: 'the flex service tier',
      when: 'when there is capacity',
      after: estimateWith({ tier: known('flex', call.location) }),
    },
    { name: 'the Batch API', when: 'within 24 hours', after: estimateWith({ batch: true }) },
  ]
  const now = perMillion(estimate, 'input token')
  return ways.find(({ after }) => {
    const then = perMillion(after, 'input token')
    return now !== undefined && then !== undefined && then < now
  })
}

/** Flex is the batch rate on an ordinary call, so it is one argument, and comes first; the other way is the Batch API. */
export function slowerFixes(call: ModelCall, context: ModelCallContext<unknown>): ProposedFix[] {
  return [...askFlex(call, context), ...askBatch(call, context)]
}

function askFlex(call: ModelCall, context: ModelCallContext<unknown>): ProposedFix[] {
  if (call.provider !== 'openai' || call.api !== 'chat') return []
  const after = context.estimateWith({ tier: known('flex', call.location) })
  if (!after.lines.every((line) => line.unitUsd)) return []
  const quote = context.named === 'keyword' ? '"' : "'"
  const edit = setArgument(call, 'service_tier', `${quote}flex${quote}`, context)
  const title = titled('Ask for the flex service tier', context.estimate, after)
  return edit ? [{ title, safety: 'suggestion', edits: [edit], after, claim: 'saves' }] : []
}

function askBatch(call: ModelCall, context: ModelCallContext<unknown>): ProposedFix[] {
  const edits = asBatch(call, context)
  if (!edits) return []
  const after = context.estimateWith({ batch: true })
  const title = titled('Send the requests as one batch', context.estimate, after)
  return [{ title, safety: 'suggestion', edits, after, claim: 'saves' }]
}

/** With what a million tokens cost before and after, where the call itself has no amount that could be told beside it. */
function titled(title: string, before: Estimate, after: Estimate): string {
  const [now, then] = [millionPrice(before, 'input token'), millionPrice(after, 'input token')]
  if ((before.usd && after.usd) || now === undefined || then === undefined) return title
  return say`${title} (${usd(now)} → ${usd(then)} per million input tokens)`
}
