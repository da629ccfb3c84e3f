import { z } from 'zod'
import { usdOf } from '../../core/estimate/lines.ts'
import { setArgument } from '../../core/fixes/arguments.ts'
import { known } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'

const options = z.object({
  suggest: z.number().int().positive().default(1024).describe('Output limit, in tokens, that the fix writes.'),
})

export const rule = defineRule({
  id: 'unbounded-output',
  on: 'model-call',
  severity: 'info',
  preset: 'recommended',
  docs: {
    what: 'The call sets no limit on the tokens the model may write.',
    why: 'Output is the dearest token there is, and one runaway answer costs as much as the model can write.',
    fix: 'Set the output limit of the call a little above the longest answer you need.',
    unless: 'The answers are meant to be as long as the model can write, or the stream is cut by hand.',
    source: 'https://docs.aws.amazon.com/codeguru/detector-library/javascript/unbounded-llm-output/',
  },
  options,
  *check(call, { options, estimate, estimateWith, ...tools }) {
    const parameter = call.source.parameters.maxOutput
    if (!parameter || call.api !== 'chat' || call.maxOutput.is !== 'unknown' || call.maxOutput.why !== 'absent') return
    const after = estimateWith({ maxOutput: known(options.suggest, call.location) })
    const worst = usdOf(estimate, 'output token')
    const capped = usdOf(after, 'output token')
    if (worst && capped && worst.high <= capped.high) return
    const edit = setArgument(call, parameter, String(options.suggest), tools)
    yield {
      at: methodName(call, tools.module, tools.document),
      message:
        worst && capped
          ? say`No output limit: one answer may cost up to ${usd(worst.high)}. A limit of ${options.suggest} tokens bounds it at ${usd(capped.high)}.`
          : say`No output limit: one answer may be as long as the model can write. Set ${parameter}.`,
      after,
      fixes: edit ? [{ title: `Limit the output to ${options.suggest} tokens`, safety: 'suggestion', edits: [edit], claim: 'bounds' }] : [],
    }
  },
})

export const examples: readonly RuleExample[] = []
