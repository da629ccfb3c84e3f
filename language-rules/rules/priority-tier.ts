import * as z from 'zod/mini'
import { replace } from '../../core/fixes/arguments.ts'
import { known } from '../../core/known.ts'
import { say } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { instead } from '../../core/rules/instead.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'priority-tier',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'The call asks for the priority tier.',
    why: 'The same tokens are billed at a premium for an answer that comes faster and more evenly.',
    fix: 'Use the default tier where nobody waits.',
    unless: 'A person waits, and the time was measured to matter.',
    source: 'https://developers.openai.com/api/docs/guides/priority-processing',
    alters: ['speed'],
  },
  options,
  *check(call, { estimate, estimateWith, document, named }) {
    const { tier } = call
    if (tier.is !== 'known' || tier.value !== 'priority') return
    const after = estimateWith({ tier: known('default', tier.at) })
    const change = instead(estimate, after)
    if (!change) return
    const quote = named === 'keyword' ? '"' : "'"
    const isHere = tier.at.file === document.file && tier.via === 'literal'
    yield {
      at: isHere ? tier.at : call.location,
      message: say`The priority tier: ${change.now}, ${change.later} in the default tier. Keep it only where somebody waits.`,
      after,
      unit: change.unit,
      fixes:
        isHere && call.provider === 'openai'
          ? [
              {
                title: 'Ask for the default tier',
                safety: 'suggestion',
                edits: [replace(tier.at, `${quote}default${quote}`)],
                claim: 'saves',
              },
            ]
          : [],
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'Python',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(
    model="gpt-5",
    service_tier="priority",
    max_completion_tokens=500,
    messages=[{"role": "user", "content": "Name three ports."}],
)
`,
    finds: [
      {
        line: 5,
        message:
          'The priority tier: $0.000038–0.01 a call, $0.000019–0.005 in the default tier. Keep it only where somebody waits.',
        fixed: `from openai import OpenAI

OpenAI().chat.completions.create(
    model="gpt-5",
    service_tier="default",
    max_completion_tokens=500,
    messages=[{"role": "user", "content": "Name three ports."}],
)
`,
      },
    ],
  },
  {
    name: 'TypeScript, of a text nobody knows yet',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export const answer = (question: string) =>
  new OpenAI().responses.create({ model: 'gpt-5-mini', service_tier: 'priority', max_output_tokens: 500, input: question })
`,
    finds: [
      {
        line: 4,
        message:
          'The priority tier: $0.45 per million input tokens, $0.25 in the default tier. Keep it only where somebody waits.',
        fixed: `import OpenAI from 'openai'

export const answer = (question: string) =>
  new OpenAI().responses.create({ model: 'gpt-5-mini', service_tier: 'default', max_output_tokens: 500, input: question })
`,
      },
    ],
  },
  {
    name: 'the default tier',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-5", service_tier="default", messages=[{"role": "user", "content": "Name a port."}])
`,
    finds: [],
  },
  {
    name: 'a tier only a run can tell',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export const answer = (tier: 'priority' | 'default') =>
  new OpenAI().responses.create({ model: 'gpt-5-mini', service_tier: tier, input: 'Name a port.' })
`,
    finds: [],
  },
]
