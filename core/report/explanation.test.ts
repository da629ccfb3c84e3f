import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { createSession } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'
import { explanation } from './explanation.ts'

const prices = loadPriceBook(undefined, '2026-11-22')

async function explained(file: string, text: string) {
  const session = createSession({
    registry,
    prices,
    tokens: () => estimator,
    settings: () => ({ ...noSettings, preset: 'strict' }),
  })
  session.open(file, text)
  const { sites, findings } = await session.settled(file)
  const { site } = sites[0]!
  const definition = registry.resources.find(({ id }) => site.kind === 'resource' && id === site.definition)
  const usage = definition?.usage
  return explanation({ costed: sites[0]!, where: 'app.py, line 4', findings, ...(usage ? { usage } : {}) })
}

it('a call is told by parts, with what is not known and how to tell it', async () => {
  const text = await explained(
    '/p/app.py',
    'import openai\n\ndef ask(question):\n    return openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])\n',
  )
  expect(text).toBe(`# gpt-4o · chat.completions.create

app.py, line 4 · openai.chat.completions.create

**$0.00001–0.16 per call** and what is not known · $0.01–163.84 per 1,000 calls

| Part                                   |               Quantity |     × Unit price |         = USD |
| -------------------------------------- | ---------------------: | ---------------: | ------------: |
| Input filled in at run time (question) |              not known |   $2.50/1M input |     not known |
| Output                                 | 1–16,384 output tokens | $10.00/1M output | $0.00001–0.16 |

## Not known, and how to tell it

- tokens of question: decided when the program runs. Say how many in outlay.json: \`"assume": { "inputTokens": … }\`.

## Assumed

- output limit = 16,384 tokens (the most the model can write)
- likely output tokens = 215 (mean answer in LMSYS-Chat-1M (arXiv 2309.11998))

## Prices, with their source and day

- genai-prices, 2026-09-23: gpt-4o

## What the rules say

- unbounded-output: No output limit: one answer may cost up to $0.164. A limit of 1,024 tokens bounds it at $0.0102.
- retired-model: gpt-4o is retired on 2027-01-14, by OpenAI’s own page of 2026-11-05: from then on calls fail or are answered by another model at another price. The next of its line is gpt-5.2.

## Carbon

- Energy not known: the number of parameters of gpt-4o is not published
- For scale, average query to ChatGPT: 0.34 Wh, 0.32 mL of water (a statement without a method; Sam Altman, The Gentle Singularity, 2025-06)
`)
})

it('what depends on use says the key of the config that tells it', async () => {
  const text = await explained(
    '/p/main.tf',
    'provider "aws" {\n  region = "us-east-1"\n}\n\nresource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n',
  )
  expect(text).toContain('outlay.json: `"usage": { "aws_s3_bucket.b": { "storedGB": … } }`')
  expect(text).toMatch(/## Prices, with their source and day\n\n- \S.*, 20\d\d-\d\d-\d\d: /)
})

it('what a program decides is told where it is written: in the code, and not in a variable file', async () => {
  const text = await explained(
    '/p/app.py',
    'import boto3\n\ndef start(kind):\n    boto3.client("ec2", region_name="us-east-1").run_instances(InstanceType=kind, MinCount=1, MaxCount=1)\n',
  )
  expect(text).toContain(
    'decided when the program runs. Write it in the code, or give it a default that can be read there.',
  )
  expect(text).not.toContain('variable file')
})
