// The profile in front of a Bedrock id decides its price. Expected values: LiteLLM's table of 2026-08-01 (github.com/BerriAI/litellm,
// model_prices_and_context_window.json), which the rows of these ids were not made from; models.dev of 2026-07-02
// (github.com/anomalyco/models.dev, providers/amazon-bedrock) where it is named. The rows are genai-prices' unless said otherwise.
import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'

const book = loadPriceBook(undefined, '2026-11-21')

const inAndOut = (id: string) => {
  const { input, output } = book.model('bedrock', id)!.rates
  return [input!.price.usd, output!.price.usd]
}

describe('a profile on Bedrock', () => {
  it.each([
    ['global.anthropic.claude-haiku-4-5-20251001-v1:0', 1, 5, 'LiteLLM'],
    ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 1.1, 5.5, 'LiteLLM'],
    ['eu.anthropic.claude-haiku-4-5-20251001-v1:0', 1.1, 5.5, 'LiteLLM, models.dev'],
    ['apac.anthropic.claude-haiku-4-5-20251001-v1:0', 1.1, 5.5, 'LiteLLM'],
    ['jp.anthropic.claude-haiku-4-5-20251001-v1:0', 1.1, 5.5, 'LiteLLM'],
    ['au.anthropic.claude-haiku-4-5-20251001-v1:0', 1.1, 5.5, 'LiteLLM'],
    ['global.anthropic.claude-sonnet-4-5-20250929-v1:0', 3, 15, 'LiteLLM'],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 3.3, 16.5, 'LiteLLM'],
    ['eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 3.3, 16.5, 'LiteLLM, models.dev'],
    ['jp.anthropic.claude-sonnet-4-5-20250929-v1:0', 3.3, 16.5, 'LiteLLM'],
    ['au.anthropic.claude-sonnet-4-5-20250929-v1:0', 3.3, 16.5, 'LiteLLM'],
    ['global.anthropic.claude-opus-4-5-20251101-v1:0', 5, 25, 'LiteLLM'],
    ['us.anthropic.claude-opus-4-5-20251101-v1:0', 5.5, 27.5, 'LiteLLM'],
    ['eu.anthropic.claude-opus-4-5-20251101-v1:0', 5.5, 27.5, 'models.dev; LiteLLM has the global price'],
    ['global.anthropic.claude-opus-4-8', 5, 25, 'LiteLLM'],
    ['us.anthropic.claude-opus-4-8', 5.5, 27.5, 'LiteLLM'],
    ['jp.anthropic.claude-opus-4-8', 5.5, 27.5, 'LiteLLM'],
    ['global.anthropic.claude-sonnet-5', 2, 10, 'LiteLLM'],
    ['us.anthropic.claude-sonnet-5', 2.2, 11, 'LiteLLM'],
    ['au.anthropic.claude-sonnet-4-6', 3.3, 16.5, 'LiteLLM, models.dev'],
    // before 4.5 the profile changed nothing
    ['apac.anthropic.claude-sonnet-4-20250514-v1:0', 3, 15, 'LiteLLM'],
    ['us.anthropic.claude-3-7-sonnet-20250219-v1:0', 3, 15, 'LiteLLM'],
    ['us.amazon.nova-pro-v1:0', 0.8, 3.2, 'LiteLLM'],
    ['global.amazon.nova-2-lite-v1:0', 0.3, 2.5, 'LiteLLM'],
    ['us.amazon.nova-2-lite-v1:0', 0.33, 2.75, 'LiteLLM'],
  ])('%s: $%d in, $%d out (%s)', (id, input, output) => {
    expect(inAndOut(id)).toEqual([input, output])
    expect(book.model('bedrock', id)!.rates.input!.price.source).toBe('genai-prices')
    expect(book.model('bedrock', id)!.rates.input!.price.range).toBeUndefined()
  })

  it('of the US government is dearer again, and by LiteLLM alone', () => {
    expect(inAndOut('us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0')).toEqual([3.6, 18])
    const { source } = book.model('bedrock', 'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0')!.rates.input!.price
    expect(source).toBe('LiteLLM')
  })

  it('that is left out is a range: one list has the regional price, the other the global one', () => {
    expect(book.model('bedrock', 'anthropic.claude-haiku-4-5-20251001-v1:0')!.rates.output!.price).toMatchObject({
      usd: 5.5,
      range: {
        low: { usd: 5, source: 'LiteLLM', asOf: '2026-08-01' },
        high: { usd: 5.5, source: 'genai-prices', asOf: '2026-09-23' },
      },
    })
  })
})
