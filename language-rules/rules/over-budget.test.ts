import { expect, test } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { exactly } from '../../core/band.ts'
import { createSession } from '../../core/session.ts'
import { noSettings, type Settings } from '../../core/settings.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import { registry } from '../registry.gen.ts'

const settings = (calls: number): Settings => ({
  ...noSettings,
  rules: new Map([['over-budget', { severity: 'error', options: { file: 100 } }]]),
  assume: { inputTokens: 1000, outputTokens: 100 },
  volume: () => ({ calls: exactly(calls), from: 'outlay.json' }),
})

const python = `from openai import OpenAI

def answer(question: str):
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
`
const typescript = `import OpenAI from 'openai'

export const answer = (question: string) =>
  new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] })
`

// gpt-4o: 1,000 × $2.50/1M in = $0.0025 a call and more: 10,000 calls are under $100 likely, 100,000 are $250 and more
test.each([
  ['a.py', python],
  ['a.ts', typescript],
])('%s: calls with a volume cost by the month, and count against the budget', async (file, code) => {
  const budgetOf = async (calls: number) => {
    const session = createSession({
      registry,
      prices: loadPriceBook(),
      tokens: () => estimator,
      settings: () => settings(calls),
    })
    session.open(file, code)
    const { findings } = await session.settled(file)
    return findings.filter(({ rule }) => rule === 'over-budget').map(({ message }) => message)
  }
  expect(await budgetOf(10_000)).toEqual([])
  const [message] = await budgetOf(100_000)
  expect(message).toMatch(
    new RegExp(`^${file} costs \\$[\\d.,–]+ a month, \\$[\\d.,]+ over its budget of \\$100\\.00\\.$`),
  )
})
