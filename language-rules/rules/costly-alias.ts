import * as z from 'zod/mini'
import { perMillion } from '../../core/estimate/lines.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { modelConstant, modelPlace, writeModelForAll } from '../../core/rules/model-place.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'costly-alias',
  on: 'model-call',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'The model is named by an alias that the provider points to another one from time to time.',
    why: 'The bill and the answers can change without a change in the code.',
    fix: 'Name the model itself, and move on when you have compared price and answers.',
    unless: 'You want the newest model at any price.',
    source: 'https://docs.cloud.google.com/vertex-ai/generative-ai/docs/learn/model-versions',
  },
  options,
  *check(call, { estimate, prices, document }) {
    const id = valueOf(call.model)
    if (id === undefined || call.model.is !== 'known' || !/(-latest|@default)$/.test(id)) return
    const price = prices.model(call.provider, id)
    const rate = perMillion(estimate, 'input token')
    // What is served no more is told by retired-model.
    if (!price || rate === undefined || price.retired !== undefined) return
    const isNamed = !/(-latest|@default)$/.test(price.id)
    const edit = isNamed ? writeModelForAll(call, price.id, document) : undefined
    const constant = modelConstant(call)
    yield {
      at: modelPlace(call, document),
      message: say`${id} is whatever the provider serves under that name, today at ${usd(rate)} per million input tokens. Name the model, so that its price changes with your code.`,
      related: constant ? [{ message: 'the model', location: constant }] : [],
      fixes: edit ? [{ title: `Name ${price.id}`, safety: 'suggestion', edits: [edit], claim: 'governs' }] : [],
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'Python',
    lang: 'python',
    code: `from mistralai import Mistral

client = Mistral()
client.chat.complete(model="mistral-large-latest", messages=[{"role": "user", "content": "Name a port."}])
`,
    finds: [
      {
        line: 4,
        message:
          'mistral-large-latest is whatever the provider serves under that name, today at $0.50 per million input tokens. Name the model, so that its price changes with your code.',
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { Mistral } from '@mistralai/mistralai'

const client = new Mistral({ apiKey: process.env.MISTRAL_API_KEY })
await client.chat.complete({ model: 'mistral-small-latest', messages: [{ role: 'user', content: 'Name a port.' }] })
`,
    finds: [
      {
        line: 4,
        message:
          'mistral-small-latest is whatever the provider serves under that name, today at $0.10 per million input tokens. Name the model, so that its price changes with your code.',
      },
    ],
  },
  {
    name: 'a model by its own name',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o-2024-08-06", messages=[{"role": "user", "content": "Name a port."}])
`,
    finds: [],
  },
  {
    name: 'an alias no list has a price for',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

await new OpenAI().chat.completions.create({ model: 'harbour-latest', messages: [{ role: 'user', content: 'Name a port.' }] })
`,
    finds: [],
  },
]
