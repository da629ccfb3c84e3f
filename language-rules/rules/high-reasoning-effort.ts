import * as z from 'zod/mini'
import { perMillion } from '../../core/estimate/lines.ts'
import { setArgument } from '../../core/fixes/arguments.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { aTask, narrowTaskOf } from '../../core/rules/narrow-task.ts'

const options = z.object({})

/** As the APIs write what is above their middle. */
const high: ReadonlySet<unknown> = new Set(['high', 'xhigh', 'max'])

export const rule = defineRule({
  id: 'high-reasoning-effort',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'The model is told to think long about a narrow task: a class, a route, a yes or no, something to be picked out of a text.',
    why: 'What it thinks is billed as output, and is often many times what it answers.',
    fix: 'Ask for low effort, and compare the answers on your evaluation set.',
    unless: 'You measured that less thinking gives worse answers.',
    source: 'https://platform.openai.com/docs/guides/reasoning',
    alters: ['answers'],
  },
  options,
  *check(call, context) {
    const { estimate, document, module, named } = context
    const asked = valueOf(call.reasoning)
    if (call.api !== 'chat' || !high.has(asked) || call.reasoning.is !== 'known') return
    const task = narrowTaskOf(call)
    if (task === undefined) return
    const rate = perMillion(estimate, 'output token')
    const { at } = call.reasoning
    const name = Object.entries(call.source.arguments).find(
      ([, location]) => location.span[0] === at.span[0] && location.span[1] === at.span[1],
    )?.[0]
    const quote = named === 'keyword' ? '"' : "'"
    const edit = name && setArgument(call, name, `${quote}low${quote}`, { document, module, named })
    yield {
      at: at.file === document.file ? at : call.location,
      message:
        rate === undefined
          ? say`${aTask(task)} at effort ${String(asked)}: what the model thinks is billed as output. Try low effort on your evaluation set.`
          : say`${aTask(task)} at effort ${String(asked)}: what the model thinks is billed as output, ${usd(rate)} per million tokens. Try low effort on your evaluation set.`,
      fixes: edit ? [{ title: 'Ask for low effort', safety: 'suggestion', edits: [edit], claim: 'governs' }] : [],
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'Python, a classification',
    lang: 'python',
    code: `from openai import OpenAI

def topic(question: str):
    return OpenAI().chat.completions.create(
        model="gpt-5",
        reasoning_effort="high",
        messages=[
            {"role": "system", "content": "Classify the question as tariff, berth or pilotage."},
            {"role": "user", "content": question},
        ],
    )
`,
    finds: [
      {
        line: 6,
        message:
          'A classification at effort high: what the model thinks is billed as output, $10.00 per million tokens. Try low effort on your evaluation set.',
        fixed: `from openai import OpenAI

def topic(question: str):
    return OpenAI().chat.completions.create(
        model="gpt-5",
        reasoning_effort="low",
        messages=[
            {"role": "system", "content": "Classify the question as tariff, berth or pilotage."},
            {"role": "user", "content": question},
        ],
    )
`,
      },
    ],
  },
  {
    name: 'TypeScript, a yes or no',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export const isPort = (name: string) =>
  new OpenAI().chat.completions.create({
    model: 'gpt-5-mini',
    reasoning_effort: 'high',
    messages: [{ role: 'user', content: \`Is this a port? Answer yes or no: \${name}\` }],
  })
`,
    finds: [
      {
        line: 6,
        message:
          'A yes-or-no answer at effort high: what the model thinks is billed as output, $2.00 per million tokens. Try low effort on your evaluation set.',
        fixed: `import OpenAI from 'openai'

export const isPort = (name: string) =>
  new OpenAI().chat.completions.create({
    model: 'gpt-5-mini',
    reasoning_effort: 'low',
    messages: [{ role: 'user', content: \`Is this a port? Answer yes or no: \${name}\` }],
  })
`,
      },
    ],
  },
  {
    name: 'a task that is not narrow',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-5", reasoning_effort="high", messages=[{"role": "user", "content": "Plan the berths of a week."}])
`,
    finds: [],
  },
  {
    name: 'low effort already',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

await new OpenAI().chat.completions.create({
  model: 'gpt-5',
  reasoning_effort: 'low',
  messages: [{ role: 'user', content: 'Is Bergen a port? Answer yes or no.' }],
})
`,
    finds: [],
  },
]
