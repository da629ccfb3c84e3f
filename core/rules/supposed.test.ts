import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { createSession } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'

const prices = loadPriceBook()

async function seen(text: string, file = 'app.py') {
  const session = createSession({
    registry,
    prices,
    tokens: () => estimator,
    settings: () => ({ ...noSettings, preset: 'strict' }),
  })
  session.open(file, text)
  await session.prepare(file)
  const { sites, findings } = session.analyse(file)
  return { sites: sites.length, rules: findings.map(({ rule }) => rule) }
}

const call = 'client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])'

it('complains of a call whose client is made in the file', async () => {
  expect(await seen(`from openai import OpenAI\nclient = OpenAI()\n${call}\n`)).toEqual({
    sites: 1,
    rules: ['unbounded-output', 'retired-model'],
  })
})

it('shows what its path alone tells to be a call, and complains of nothing', async () => {
  expect(await seen(`def ask(client):\n    return ${call}\n`)).toEqual({ sites: 1, rules: [] })
})

it.each(['tests/app.py', 'pkg/fixtures/ai/app.py', 'test_app.py'])(
  'shows a call of %s, and complains of nothing',
  async (file) => {
    expect(await seen(`from openai import OpenAI\nclient = OpenAI()\n${call}\n`, file)).toEqual({ sites: 1, rules: [] })
  },
)
