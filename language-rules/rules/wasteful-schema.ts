import * as z from 'zod/mini'
import { fixedTokens } from '../../core/estimate/token-lines.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { costBy, isDefinition } from '../../core/rules/cacheable.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { writtenToolTokens } from '../../core/tokens/tools.ts'
import { wastefulSchema } from './examples/wasteful-schema.ts'

const options = z.object({
  tokens: z
    ._default(z.number().check(z.int(), z.positive()), 500)
    .check(z.describe('Definitions of fewer tokens than this are fine.')),
})

export const rule = defineRule({
  id: 'wasteful-schema',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'The definitions of tools, or the schema of the answer, are longer than the whole prompt that is written beside them.',
    why: 'They are billed as input at every call, whether a tool is used or not. What a provider adds of its own for tools is not counted here.',
    fix: 'Send only the tools this call can need, shorten descriptions that say again what the name says, and leave out fields nobody reads.',
    unless: 'The call is a turn of a long conversation, or a cache reads the definitions.',
    source: 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview',
  },
  options,
  *check(call, { options, document, module, estimate, prices, tokens: counter }) {
    if (call.api !== 'chat' || call.cached) return
    const definitions = call.input.filter(isDefinition)
    const prompt = call.input.filter((part) => !isDefinition(part))
    // What the program sends besides may be longer than all that is written; then nothing is sure.
    if (definitions.length === 0 || prompt.length === 0 || prompt.some((part) => part.is === 'hole' && part.grows))
      return
    const id = valueOf(call.model)
    const price = id === undefined ? undefined : prices.model(call.provider, id)
    if (!price) return
    // What the provider adds of its own for tools is nobody's here to shorten.
    const defined = fixedTokens(definitions, id, counter, writtenToolTokens)
    const said = fixedTokens(prompt, id, counter)
    if (defined.low < options.tokens || defined.low <= said.high || said.high === 0) return
    const cost = costBy(price, 'input', defined, estimate.inputTokens ?? defined)
    if (!cost) return
    const isTools = definitions.some(({ from }) => /tools$|functions$/.test(from ?? ''))
    const filled = prompt.some((part) => part.is === 'hole') ? ', and what a run fills in' : ''
    yield {
      at: methodName(call, module, document),
      message: say`${isTools ? 'The definitions of the tools are' : 'The schema of the answer is'} ${Math.round(defined.likely)} tokens as written, ${usd(cost)} of each call; the prompt written beside ${isTools ? 'them' : 'it'} is ${Math.round(said.likely)}${filled}. Send what this call can need.`,
    }
  },
})

export const examples = wastefulSchema
