import * as z from 'zod/mini'
import { perMillion } from '../../core/estimate/lines.ts'
import { hoist, namesIn } from '../../core/fixes/hoist.ts'
import type { CallExpr, Expr, Loop, Module } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'unmemoised-embedding',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A text that does not change in a loop is embedded again in each of its passes.',
    why: 'The vector of one text by one model is always the same, and each time it is asked for is billed.',
    fix: 'Embed it once before the loop, or keep the vectors by their text.',
    unless: 'What is embedded does change, in a way that is not seen here.',
    source: 'https://developers.openai.com/api/docs/guides/embeddings',
    alters: ['errors'],
  },
  options,
  *check(call, { estimate, module, document }) {
    if (call.api !== 'embed' || call.batch) return
    const repeat = call.repeats.find(({ kind, where }) => kind === 'data' && where === 'here')
    // All constant, it is told by repeated-call.
    if (!repeat || call.input.length === 0 || call.input.every(({ is }) => is === 'text')) return
    const site = module.calls[call.source.call]
    const loop = site?.loop === undefined ? undefined : module.loops[site.loop]
    if (!site || !loop || !isFixed(site.expr, loop, module)) return
    const price = perMillion(estimate, 'input token')
    const each = price === undefined ? '' : say` at ${usd(price)} per million tokens`
    const edits = hoist(call, module, document)
    yield {
      at: methodName(call, module, document),
      message: say`The same text is embedded on each pass of the loop${each}. Embed it once, before the loop.`,
      related: [{ message: 'the loop', location: repeat.at }],
      fixes:
        edits.length > 0
          ? [{ title: 'Embed it once, before the loop', safety: 'suggestion', edits, claim: 'governs' }]
          : [],
    }
  },
})

/** Nothing it is given is bound in the loop or made by another call. */
function isFixed({ args, callee }: CallExpr, loop: Loop, { bindings, calls }: Module): boolean {
  const values: readonly Expr[] = [...args.map(({ value }) => value), callee]
  const isWithin = ([start, end]: readonly [number, number]) => loop.span[0] <= start && end <= loop.span[1]
  const given = args.map(({ span }) => span)
  if (calls.some(({ expr: { span } }) => given.some(([start, end]) => start <= span[0] && span[1] <= end))) return false
  const names = new Set(values.flatMap(namesIn))
  if (loop.kind === 'while' || (loop.variable !== undefined && names.has(loop.variable))) return false
  // `batch.append(…)`: what a method does to it is not seen.
  const texts = new Set(args.flatMap(({ value }) => namesIn(value)))
  const isChanged = calls.some(
    ({ expr: { callee: by, span } }) =>
      isWithin(span) && by.is === 'member' && by !== callee && namesIn(by.of).some((name) => texts.has(name)),
  )
  if (isChanged) return false
  // What is given to a field or an item of a name changes it as well.
  return !bindings.some(({ target, span }) => isWithin(span) && namesIn(target).some((name) => names.has(name)))
}

export const examples: readonly RuleExample[] = [
  {
    name: 'Python, the question beside each notice',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def ranked(question: str, notices: list, near):
    found = []
    for notice in notices:
        asked = client.embeddings.create(model="text-embedding-3-small", input=question)
        found.append(near(asked.data[0].embedding, notice.vector))
    return found
`,
    finds: [
      {
        line: 9,
        message:
          'The same text is embedded on each pass of the loop at $0.02 per million tokens. Embed it once, before the loop.',
        fixed: `from openai import OpenAI

client = OpenAI()


def ranked(question: str, notices: list, near):
    found = []
    asked = client.embeddings.create(model="text-embedding-3-small", input=question)
    for notice in notices:
        found.append(near(asked.data[0].embedding, notice.vector))
    return found
`,
      },
    ],
  },
  {
    name: 'TypeScript, the question beside each notice',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function ranked(question: string, notices: number[][], near: (a: number[], b: number[]) => number) {
  const found: number[] = []
  for (const notice of notices) {
    const asked = await client.embeddings.create({ model: 'text-embedding-3-small', input: question })
    found.push(near(asked.data[0].embedding, notice))
  }
  return found
}
`,
    finds: [
      {
        line: 8,
        message:
          'The same text is embedded on each pass of the loop at $0.02 per million tokens. Embed it once, before the loop.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

export async function ranked(question: string, notices: number[][], near: (a: number[], b: number[]) => number) {
  const found: number[] = []
  const asked = await client.embeddings.create({ model: 'text-embedding-3-small', input: question })
  for (const notice of notices) {
    found.push(near(asked.data[0].embedding, notice))
  }
  return found
}
`,
      },
    ],
  },
  {
    name: 'each text is another',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
for notice in notices:
    client.embeddings.create(model="text-embedding-3-small", input=notice)
`,
    finds: [],
  },
  {
    name: 'a list that grows in the loop',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
batch = []
for notice in notices:
    batch.append(notice)
    client.embeddings.create(model="text-embedding-3-small", input=batch)
`,
    finds: [],
  },
  {
    name: 'a text made in the loop',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function each(notices: string[]) {
  for (const notice of notices) {
    const input = notice.trim()
    await client.embeddings.create({ model: 'text-embedding-3-small', input })
  }
}
`,
    finds: [],
  },
]
