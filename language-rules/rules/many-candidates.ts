import * as z from 'zod/mini'
import { perMillion, wholeUsd } from '../../core/estimate/lines.ts'
import { known } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'

const options = z.object({
  allowed: z
    ._default(z.number().check(z.int(), z.positive()), 1)
    .check(z.describe('As many answers to one call are fine.')),
})

export const rule = defineRule({
  id: 'many-candidates',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A call asks for several answers to one prompt.',
    why: 'The output is billed once for each of them, also for those that are thrown away.',
    fix: 'Ask for one answer, or for as many as are used.',
    unless: 'The answers are all used: a vote among them, a choice, several pictures.',
    source: 'https://platform.openai.com/docs/api-reference/chat/create',
  },
  options,
  *check(call, { options, estimate, estimateWith, document }) {
    const { n } = call
    if (call.api !== 'chat' || n.is !== 'known' || n.value <= options.allowed) return
    const after = estimateWith({ n: known(options.allowed, n.at) })
    const [now, then, output] = [wholeUsd(estimate), wholeUsd(after), perMillion(estimate, 'output token')]
    const cost =
      now && then
        ? say`${usd(now)} a call, ${usd(then)} with ${options.allowed === 1 ? 'one' : String(options.allowed)}`
        : output === undefined
          ? undefined
          : say`${usd(output)} per million output tokens`
    if (cost === undefined) return
    yield {
      at: n.at.file === document.file ? n.at : call.location,
      message: say`${n.value} answers to one prompt, each billed: ${cost}. Ask for as many as are used.`,
      after,
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'Python',
    lang: 'python',
    code: `from openai import OpenAI

def headline(notice: str):
    answer = OpenAI().chat.completions.create(
        model="gpt-4o",
        n=5,
        max_tokens=40,
        messages=[{"role": "user", "content": "Write a headline for the opening of a new berth."}],
    )
    return answer.choices[0].message.content
`,
    finds: [
      {
        line: 6,
        message:
          '5 answers to one prompt, each billed: $0.000085–0.0021 a call, $0.000045–0.00045 with one. Ask for as many as are used.',
      },
    ],
  },
  {
    name: 'TypeScript, more than the team allows',
    lang: 'typescript',
    options: { allowed: 3 },
    code: `import OpenAI from 'openai'

await new OpenAI().chat.completions.create({
  model: 'gpt-4o',
  n: 8,
  max_tokens: 40,
  messages: [{ role: 'user', content: 'Write a headline for the opening of a new berth.' }],
})
`,
    finds: [
      {
        line: 5,
        message:
          '8 answers to one prompt, each billed: $0.00012–0.0033 a call, $0.000065–0.0013 with 3. Ask for as many as are used.',
      },
    ],
  },
  {
    name: 'a prompt that a run fills in: what a call costs is not known, what its answers cost is',
    lang: 'python',
    code: `from openai import OpenAI

def headline(notice: str):
    return OpenAI().chat.completions.create(model="gpt-4o", n=5, max_tokens=40, messages=[{"role": "user", "content": notice}])
`,
    finds: [
      {
        line: 4,
        message: '5 answers to one prompt, each billed: $10.00 per million output tokens. Ask for as many as are used.',
      },
    ],
  },
  {
    name: 'one answer',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o", n=1, max_tokens=40, messages=[{"role": "user", "content": "Write a headline."}])
`,
    finds: [],
  },
  {
    name: 'several pictures are what is asked for',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

await new OpenAI().images.generate({ model: 'gpt-image-1', n: 4, prompt: 'A harbour at dawn' })
`,
    finds: [],
  },
]
