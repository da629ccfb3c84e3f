import { z } from 'zod'
import { scale } from '../../core/band.ts'
import { hoist } from '../../core/fixes/hoist.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'repeated-call',
  on: 'model-call',
  severity: 'warning',
  preset: 'recommended',
  docs: {
    what: 'A call whose prompt is all constant stands in a loop, so every pass pays for the same question.',
    why: 'The first answer serves all passes; the others are paid for nothing.',
    fix: 'Make the call once before the loop, or memoise the function around it.',
    unless: 'You want several different answers to one question: then ask for them in one call (`n`) or say so in a suppression.',
    source: 'https://platform.openai.com/docs/guides/cost-optimization',
  },
  options,
  *check(call, { estimate, module, document }) {
    const loop = call.repeats.find((repeat) => repeat.kind === 'data' && repeat.where === 'here')
    const constant = call.input.length > 0 && call.input.every((part) => part.is === 'text')
    if (!loop || !constant || call.model.is !== 'known' || call.batch || !estimate.usd) return
    const bound = loop.bound
    const edits = hoist(call, module, document)
    yield {
      at: methodName(call, module, document),
      message:
        bound === undefined
          ? say`The prompt is the same on every pass of the loop, and each pass pays ${usd(estimate.usd)} for it again. Make the call once, before the loop.`
          : say`The prompt is the same on all ${bound} passes of the loop: ${usd(scale(estimate.usd, bound))} a run, where one call costs ${usd(estimate.usd)}. Make the call once, before the loop.`,
      related: [{ message: 'the loop', location: loop.at }],
      ...(bound === undefined || bound < 2 ? {} : { run: { before: scale(estimate.usd, bound), after: estimate.usd } }),
      fixes: edits.length > 0 ? [{ title: 'Make the call once, before the loop', safety: 'suggestion', edits, claim: 'governs' }] : [],
    }
  },
})

export const examples: readonly RuleExample[] = []
