import { describe, expect, it } from 'vitest'
import { endpoints } from './endpoints.ts'
import { models } from './models.ts'
import { python } from './python.ts'
import { pythonMore } from './python-more.ts'
import { analysed, error } from './session.ts'
import { typescript } from './typescript.ts'
import { units } from './units.ts'

const most = 0.02

describe('what one call costs, worked out by hand', () => {
  const all = [...python, ...pythonMore, ...typescript, ...units, ...models]

  it('is shown by forty-eight examples', () => {
    expect(all.length).toBeGreaterThanOrEqual(48)
  })

  it.each(all)('$file: $name', async ({ file, code, input, output, usd, within = most, open = [], call }) => {
    const { sites } = await analysed(file, { [file]: code })
    const [only, ...others] = sites.filter(
      ({ site }) => call === undefined || (site.kind === 'model-call' && site.call === call),
    )
    expect(others).toEqual([])
    const { estimate } = only!
    expect(estimate.unknown.map(({ what }) => what)).toEqual(open)
    expect(estimate.status).toBe(open.length === 0 ? 'priced' : 'partial')
    if (input !== undefined)
      expect(
        error(estimate.inputTokens?.likely, input),
        `${estimate.inputTokens?.likely} for ${input} tokens`,
      ).toBeLessThanOrEqual(within)
    if (output !== undefined) expect(estimate.outputTokens?.likely).toBe(output)
    expect(error(estimate.usd?.likely, usd), `$${estimate.usd?.likely} for $${usd}`).toBeLessThanOrEqual(within)
  })
})

/** What is billed by something the source cannot tell has no amount; what one of it costs is worked out all the same. */
describe('what one unit costs where nobody knows how many there are', () => {
  it.each([
    [
      'a batch is half as dear, in and out',
      'batch.py',
      `from anthropic import Anthropic
Anthropic().messages.batches.create(requests=[{"custom_id": "1", "params": {"model": "claude-haiku-4-5", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]}}])
`,
      { 'input token': 0.5e-6, 'output token': 2.5e-6 },
    ],
    [
      'sound that is written down, by the second',
      'hear.py',
      `from openai import OpenAI
OpenAI().audio.transcriptions.create(model="whisper-1", file=open("talk.mp3", "rb"))
`,
      { second: 0.0001 },
    ],
    [
      'sound in a chat, by its own tokens',
      'talk.py',
      `from openai import OpenAI
OpenAI().chat.completions.create(model="gpt-4o-audio-preview", max_tokens=9, modalities=["text", "audio"], messages=[
    {"role": "user", "content": [{"type": "input_audio", "input_audio": {"data": data, "format": "wav"}}]}])
`,
      { 'input audio token': 40e-6, 'output audio token': 80e-6 },
    ],
  ] as const)('%s', async (_, file, code, usd) => {
    const { sites } = await analysed(file, { [file]: code })
    const open = sites[0]!.estimate.lines.filter((line) => line.usd === undefined)
    expect(Object.fromEntries(open.map(({ unit, unitUsd }) => [unit, unitUsd?.likely]))).toEqual(usd)
  })

  it('a marked prompt is at worst written to its cache, at a quarter more than its plain price', async () => {
    const { file, code } = models.find(({ name }) => name.endsWith('from its cache'))!
    const { lines } = (await analysed(file, { [file]: code })).sites[0]!.estimate
    const { low, likely, high } = lines.find(({ label }) => label === 'Input text, cached')!.unitUsd!
    expect([low, likely, high].map((price) => Number((price * 1e6).toFixed(4)))).toEqual([0.3, 0.3, 3.75])
  })
})

describe('what one request costs, worked out by hand', () => {
  it('is shown by ten endpoints', () => {
    expect(endpoints.length).toBeGreaterThanOrEqual(10)
  })

  it.each(endpoints)('$name', async ({ files, function: name, calls, unknownCalls = 0, usd }) => {
    const { functions = [] } = await analysed(Object.keys(files)[0]!, files)
    const cost = functions.find((each) => each.name === name)
    expect(cost?.calls).toHaveLength(calls)
    expect(cost?.unknownCalls).toBe(unknownCalls)
    expect(error(cost?.usd?.likely, usd), `$${cost?.usd?.likely} for $${usd}`).toBeLessThanOrEqual(most)
  })
})
