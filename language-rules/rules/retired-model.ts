import * as z from 'zod/mini'
import { valueOf } from '../../core/known.ts'
import { say } from '../../core/money.ts'
import { isVariantOf } from '../../core/prices/model-id.ts'
import { newerModels } from '../../core/prices/newer.ts'
import { isGone, whoSaysRetired } from '../../core/prices/retirements.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { modelConstant, modelPlace, writeModelForAll } from '../../core/rules/model-place.ts'
import { takenByAll } from '../../core/rules/taken-by.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'retired-model',
  on: 'model-call',
  evenGone: true,
  severity: 'warning',
  preset: 'recommended',
  docs: {
    what: 'The provider has retired the model, or has said when it will.',
    why: 'From that day on each call fails, is retried, or is answered by another model at another price.',
    fix: 'Move to a model that is served, and compare the answers before the day comes.',
    unless: 'The call is never made any more.',
    source: 'https://platform.claude.com/docs/en/about-claude/model-deprecations',
    alters: ['answers'],
  },
  options,
  *check(call, { prices, document, sites }) {
    const id = valueOf(call.model)
    const price = id === undefined ? undefined : prices.model(call.provider, id)
    if (id === undefined || price?.retired === undefined || call.model.is !== 'known') return
    if (isVariantOf(id, price.id)) return
    const { retired } = price
    const failing = 'calls fail or are answered by another model at another price'
    const by = `by ${whoSaysRetired(call.provider, price.id, prices.asOf)}`
    const state =
      retired === true
        ? `${id} is deprecated, ${by}: when it is taken away, ${failing}`
        : isGone(price, prices.asOf)
          ? `${id} was retired on ${retired}, ${by}: ${failing}`
          : `${id} is retired on ${retired}, ${by}: from then on ${failing}`
    const later = newerModels(prices, price).at(-1)
    const edits = later && [
      writeModelForAll(call, later.id, document),
      ...takenByAll(later.id, call, { document, sites }),
    ]
    const constant = modelConstant(call)
    yield {
      at: modelPlace(call, document),
      message: say`${state}.${later ? ` The next of its line is ${later.id}.` : ''}`,
      related: constant ? [{ message: 'the model', location: constant }] : [],
      fixes: edits ? [{ title: `Use ${later.id}`, safety: 'suggestion', edits, claim: 'governs' }] : [],
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'Python',
    lang: 'python',
    code: `from anthropic import Anthropic

Anthropic().messages.create(
    model="claude-sonnet-4-0",
    max_tokens=300,
    messages=[{"role": "user", "content": "Name a port."}],
)
`,
    finds: [
      {
        line: 4,
        message:
          'claude-sonnet-4-0 was retired on 2026-06-15, by Anthropic’s own page of 2026-11-23: calls fail or are answered by another model at another price. The next of its line is claude-sonnet-4-5.',
        fixed: `from anthropic import Anthropic

Anthropic().messages.create(
    model="claude-sonnet-4-5",
    max_tokens=300,
    messages=[{"role": "user", "content": "Name a port."}],
)
`,
      },
    ],
  },
  {
    name: 'TypeScript, a model that is only known to be deprecated',
    lang: 'typescript',
    code: `import { Mistral } from '@mistralai/mistralai'

const client = new Mistral({ apiKey: process.env.MISTRAL_API_KEY })
await client.chat.complete({ model: 'mistral-tiny', messages: [{ role: 'user', content: 'Name a port.' }] })
`,
    finds: [
      {
        line: 4,
        message:
          'mistral-tiny is deprecated, by the price list of 2026-09-23: when it is taken away, calls fail or are answered by another model at another price.',
      },
    ],
  },
  {
    name: 'the next of its line calls the limit otherwise, at each call whose model is written there',
    lang: 'python',
    code: `from openai import OpenAI

MODEL = "gpt-4o"
client = OpenAI()
client.chat.completions.create(model=MODEL, max_tokens=5, messages=[{"role": "user", "content": "Is it a port?"}])
client.chat.completions.create(model="gpt-4o-mini", max_tokens=5, messages=[{"role": "user", "content": "Name it."}])
`,
    finds: [
      {
        line: 5,
        message:
          'gpt-4o is retired on 2027-01-14, by OpenAI’s own page of 2026-11-05: from then on calls fail or are answered by another model at another price. The next of its line is gpt-5.2.',
        fixed: `from openai import OpenAI

MODEL = "gpt-5.2"
client = OpenAI()
client.chat.completions.create(model=MODEL, max_completion_tokens=5, messages=[{"role": "user", "content": "Is it a port?"}])
client.chat.completions.create(model="gpt-4o-mini", max_tokens=5, messages=[{"role": "user", "content": "Name it."}])
`,
      },
      {
        line: 6,
        message:
          'gpt-4o-mini is retired on 2027-01-14, by OpenAI’s own page of 2026-11-05: from then on calls fail or are answered by another model at another price. The next of its line is gpt-5.4-mini.',
        fixed: `from openai import OpenAI

MODEL = "gpt-4o"
client = OpenAI()
client.chat.completions.create(model=MODEL, max_tokens=5, messages=[{"role": "user", "content": "Is it a port?"}])
client.chat.completions.create(model="gpt-5.4-mini", max_completion_tokens=5, messages=[{"role": "user", "content": "Name it."}])
`,
      },
    ],
  },
  {
    name: 'TypeScript, a limit by its name alone',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()
export const answer = (q: string, max_tokens: number) =>
  client.chat.completions.create({ model: 'gpt-4o', max_tokens, messages: [{ role: 'user', content: q }] })
`,
    finds: [
      {
        line: 5,
        message:
          'gpt-4o is retired on 2027-01-14, by OpenAI’s own page of 2026-11-05: from then on calls fail or are answered by another model at another price. The next of its line is gpt-5.2.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()
export const answer = (q: string, max_tokens: number) =>
  client.chat.completions.create({ model: 'gpt-5.2', max_completion_tokens: max_tokens, messages: [{ role: 'user', content: q }] })
`,
      },
    ],
  },
  {
    name: 'one client, two calls: told once',
    lang: 'python',
    code: `from langchain_anthropic import ChatAnthropic

llm = ChatAnthropic(model="claude-sonnet-4-0")
llm.invoke("Name a port.")
llm.invoke("Name another.")
`,
    finds: [
      {
        line: 3,
        message:
          'claude-sonnet-4-0 was retired on 2026-06-15, by Anthropic’s own page of 2026-11-23: calls fail or are answered by another model at another price. The next of its line is claude-sonnet-4-5.',
        fixed: `from langchain_anthropic import ChatAnthropic

llm = ChatAnthropic(model="claude-sonnet-4-5")
llm.invoke("Name a port.")
llm.invoke("Name another.")
`,
      },
    ],
  },
  {
    name: 'a model that is served',
    lang: 'python',
    code: `from anthropic import Anthropic

Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=300, messages=[{"role": "user", "content": "Name a port."}])
`,
    finds: [],
  },
  {
    name: 'what a deployment of Azure is called says nothing of the version behind it',
    lang: 'python',
    code: `from openai import AzureOpenAI

AzureOpenAI(api_version="2024-10-21").embeddings.create(model="text-embedding-3-small", input="Name a port.")
`,
    finds: [],
  },
  {
    name: 'a variant that is billed as the model: what is said of the one does not hold of the other',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(
    model="gpt-4o-mini-search-preview", max_tokens=300, messages=[{"role": "user", "content": "Which ports are open?"}]
)
`,
    finds: [],
  },
  {
    name: 'a model no list knows',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

await new OpenAI().chat.completions.create({ model: 'harbour-tuned', messages: [{ role: 'user', content: 'Name a port.' }] })
`,
    finds: [],
  },
]
