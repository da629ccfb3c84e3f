import { expect, it } from 'vitest'
import { loadPriceBook } from '../cli/price-book.ts'
import { gistOf } from '../core/report/gist.ts'
import { totalOf } from '../core/report/total.ts'
import { createSession } from '../core/session.ts'
import { noSettings } from '../core/settings.ts'
import { estimator } from '../core/tokens/estimator.ts'
import { registry } from '../language-rules/registry.gen.ts'
import { gistIn, makeGists } from './gists.ts'
import type { Shown } from './results.ts'

const calls = Array.from(
  { length: 40 },
  (_, i) => `def ask${i}(question):
    return client.chat.completions.create(model="${i % 2 ? 'gpt-4o' : 'no-such-model'}", max_tokens=${i + 1}, messages=[{"role": "user", "content": "one"}])
`,
)

it('of a large file the gist is made in many turns, and is that of the whole', async () => {
  const session = createSession({
    registry,
    prices: loadPriceBook(),
    tokens: () => estimator,
    settings: () => noSettings,
  })
  session.open('main.py', `from openai import OpenAI\nclient = OpenAI()\n${calls.join('')}`, 1)
  const result = await session.settled('main.py')
  expect(result.sites).toHaveLength(40)
  const shown: Shown = { result, total: totalOf([result]), elsewhere: [] }
  let turns = 0
  await makeGists([shown], (work) => {
    turns++
    return work()
  })
  expect(turns).toBeGreaterThan(3)
  const gist = gistIn(shown)
  const whole = gistOf(result)
  const openai = whole.types.openai!.once!
  expect(gist).toEqual({
    ...whole,
    types: { openai: { ...whole.types.openai, once: expect.anything() } },
  })
  for (const end of ['low', 'likely', 'high'] as const)
    expect(gist.types.openai!.once![end]).toBeCloseTo(openai[end], 12)
  expect(gistIn(shown), 'it is made once').toBe(gist)
})
