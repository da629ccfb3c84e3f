import { describe, expect, it } from 'vitest'
import { endpoints } from './endpoints.ts'
import { python } from './python.ts'
import { pythonMore } from './python-more.ts'
import { analysed, error } from './session.ts'
import { typescript } from './typescript.ts'
import { units } from './units.ts'

const most = 0.02

describe('what one call costs, worked out by hand', () => {
  const all = [...python, ...pythonMore, ...typescript, ...units]

  it('is shown by forty examples', () => {
    expect(all.length).toBeGreaterThanOrEqual(40)
  })

  it.each(all)('$file: $name', async ({ file, code, input, output, usd }) => {
    const { sites } = await analysed(file, { [file]: code })
    expect(sites).toHaveLength(1)
    const { estimate } = sites[0]!
    expect(estimate.unknown).toEqual([])
    expect(estimate.status).toBe('priced')
    if (input !== undefined)
      expect(
        error(estimate.inputTokens?.likely, input),
        `${estimate.inputTokens?.likely} for ${input} tokens`,
      ).toBeLessThanOrEqual(most)
    if (output !== undefined) expect(estimate.outputTokens?.likely).toBe(output)
    expect(error(estimate.usd?.likely, usd), `$${estimate.usd?.likely} for $${usd}`).toBeLessThanOrEqual(most)
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
