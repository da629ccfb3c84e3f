import * as z from 'zod/mini'
import { known, valueOf } from '../../core/known.ts'
import { say } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { instead } from '../../core/rules/instead.ts'
import { isAbout, scoresAnswers } from '../../core/rules/measured-file.ts'
import { modelConstant, modelPlace, writeModel } from '../../core/rules/model-place.ts'
import { aTask, narrowTaskOf } from '../../core/rules/narrow-task.ts'
import { takenBy } from '../../core/rules/taken-by.ts'

const options = z.object({
  shortOutput: z
    ._default(z.number().check(z.int(), z.positive()), 256)
    .check(z.describe('Longest output limit, in tokens, that still counts as a short answer.')),
})

export const rule = defineRule({
  id: 'oversized-model',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A large model does a narrow task with a short answer.',
    why: 'Smaller models of the same family do classification, extraction and routing at a fraction of the price.',
    fix: 'Run your evaluation set on the smallest sibling and switch if it holds; if it does not, try the one between.',
    unless:
      'You measured that the smaller model is not good enough. In a file that works out how right the answers are nothing is said: there the model is what is measured.',
    source: 'https://developers.openai.com/api/docs/guides/latency-optimization',
    alters: ['answers'],
  },
  options,
  *check(call, { options, estimate, estimateWith, prices, document }) {
    const limit = valueOf(call.maxOutput)
    const id = call.model.is === 'known' ? call.model.value : undefined
    if (call.api !== 'chat' || id === undefined || limit === undefined || limit > options.shortOutput) return
    // What is measured is that model.
    if (isAbout(document.file, id) || scoresAnswers(document.text)) return
    const task = narrowTaskOf(call)
    const price = prices.model(call.provider, id)
    const sibling = task && price ? prices.smaller(price).at(-1) : undefined
    if (task === undefined || !sibling) return
    const at = modelPlace(call, document)
    const after = estimateWith({ model: known(sibling.id, at) })
    const change = instead(estimate, after)
    if (!change) return
    const edits = [writeModel(call, sibling.id, document), ...takenBy(sibling.id, call, document)]
    const constant = modelConstant(call)
    yield {
      at,
      message: say`${aTask(task)} in at most ${limit} tokens: ${id} costs ${change.now}, ${sibling.id} ${change.later}. Try the smaller model on your evaluation set.`,
      related: constant ? [{ message: 'the model', location: constant }] : [],
      after,
      unit: change.unit,
      fixes: [{ title: `Use ${sibling.id}`, safety: 'suggestion', edits, claim: 'saves' }],
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'Python, a classification',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def topic(question: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=10,
        messages=[
            {"role": "system", "content": "Classify the question as one of: tariff, berth, pilotage, other."},
            {"role": "user", "content": question},
        ],
    )
    return completion.choices[0].message.content
`,
    finds: [
      {
        line: 8,
        message:
          'A classification in at most 10 tokens: gpt-4o costs $2.50 per million input tokens, gpt-4o-mini $0.15. Try the smaller model on your evaluation set.',
        fixed: `from openai import OpenAI

client = OpenAI()


def topic(question: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=10,
        messages=[
            {"role": "system", "content": "Classify the question as one of: tariff, berth, pilotage, other."},
            {"role": "user", "content": question},
        ],
    )
    return completion.choices[0].message.content
`,
      },
    ],
  },
  {
    name: 'TypeScript, a yes-or-no answer from a constant model',
    lang: 'typescript',
    code: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()
const GRADER = 'claude-opus-4-5'

export const isRight = (answer: string) =>
  client.messages.create({
    model: GRADER,
    max_tokens: 5,
    messages: [{ role: 'user', content: \`Is this answer right? Answer yes or no.\\n\\n\${answer}\` }],
  })
`,
    finds: [
      {
        line: 8,
        message:
          'A yes-or-no answer in at most 5 tokens: claude-opus-4-5 costs $5.00 per million input tokens, claude-haiku-4-5 $1.00. Try the smaller model on your evaluation set.',
        fixed: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()
const GRADER = 'claude-opus-4-5'

export const isRight = (answer: string) =>
  client.messages.create({
    model: 'claude-haiku-4-5',
    max_tokens: 5,
    messages: [{ role: 'user', content: \`Is this answer right? Answer yes or no.\\n\\n\${answer}\` }],
  })
`,
      },
    ],
  },
  {
    name: 'a benchmark: the model is what is measured',
    lang: 'python',
    code: `from openai import OpenAI
from sklearn.metrics import classification_report

client = OpenAI()


def classified(review: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-4o", max_tokens=3, messages=[{"role": "user", "content": f"Classify the sentiment: {review}"}]
    )
    return answer.choices[0].message.content


def report(reviews, labels):
    print(classification_report(labels, [classified(review) for review in reviews]))
`,
    finds: [],
  },
  {
    name: 'the smallest of its family',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o-mini", max_tokens=5, messages=[{"role": "user", "content": "Is Bergen a port? Answer yes or no."}])
`,
    finds: [],
  },
  {
    name: 'a long answer',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o", max_tokens=4000, messages=[{"role": "user", "content": "Classify the world's ports and explain each class at length."}])
`,
    finds: [],
  },
]
