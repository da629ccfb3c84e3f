import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { Provider } from '../types.ts'
import { type Manifest, openPriceBook } from './create.ts'
import { writeModelLines } from './model-lines.ts'

const book = loadPriceBook(undefined, '2026-11-21')

describe('finding a model', () => {
  it.each<[Provider, string]>([
    ['anthropic', 'claude-sonnet-5-5'], // the list's own prefix match gives claude-sonnet-5
    ['anthropic', 'claude-sonnet'],
    ['anthropic', 'claude-sonnet-4-5-custom'],
    ['anthropic', 'claude-haiku-5-5'],
    ['openai', 'gpt-4o-foo'],
    ['openai', 'gpt'],
    ['openai', ''],
    ['openai', 'claude-sonnet-4-5'], // another provider's
    ['bedrock', 'amazon.titan-embed-text-v3:0'],
    ['bedrock', 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123'],
    ['google', 'gemma-3-27b-it'], // listed without a price: not free
    ['openai', 'ft:gpt-9-mini-2026-01-01:acme:support:abc123'], // tuned from a model no list has
    ['openai', 'acme:ft:gpt-4o-mini'],
    ['replicate', 'meta/llama-3'],
    ['local', 'gpt-4o'],
    ['unknown', 'gpt-4o'],
    ['litellm', 'azure/gpt-4o'], // names a deployment
    ['gateway', 'gpt-4o'],
  ])('%s "%s" has no price', (provider, model) => {
    expect(book.model(provider, model)).toBeUndefined()
  })

  it.each<[Provider, string, string]>([
    ['openai', 'gpt-4o-2024-08-06', 'gpt-4o'],
    ['openai', 'gpt-4o-2024-05-13', 'gpt-4o-2024-05-13'], // a release with a price of its own
    ['openai', 'gpt-4-0613', 'gpt-4'],
    ['anthropic', 'claude-haiku-4-5-20251001', 'claude-haiku-4-5'],
    ['anthropic', 'claude-sonnet-4-20250514', 'claude-sonnet-4-0'],
    ['anthropic', 'claude-3-5-sonnet-latest', 'claude-3-5-sonnet'],
    ['vertex', 'claude-sonnet-4-5@20250929', 'claude-sonnet-4-5'],
    ['vertex', 'publishers/google/models/gemini-2.5-flash', 'gemini-2.5-flash'],
    ['google', 'models/gemini-2.5-flash', 'gemini-2.5-flash'],
    [
      'bedrock',
      'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0',
      'anthropic.claude-3-haiku-20240307-v1:0',
    ],
    ['gateway', 'anthropic/claude-sonnet-4.5', 'claude-sonnet-4-5'],
    ['litellm', 'bedrock/us.amazon.nova-lite-v1:0', 'us.amazon.nova-lite-v1:0'],
    ['litellm', 'gpt-4o-mini', 'gpt-4o-mini'],
    ['bedrock', 'us.openai.gpt-5.6-sol', 'us.openai.gpt-5.6-sol'],
  ])('%s "%s" is %s', (provider, model, id) => {
    expect(book.model(provider, model)?.id).toBe(id)
  })

  it('takes no price of another model that the list matches with the same words', () => {
    const usd = (model: string) => book.model('groq', model)!.rates.output!.price.usd
    expect(usd('openai/gpt-oss-120b')).toBe(0.6)
    expect(usd('openai/gpt-oss-safeguard-20b')).toBe(0.3)
  })

  it.each([
    ['openai', 'gpt-oss-120b'],
    ['openai', 'gpt-oss-20b'],
    ['vertex', 'gemini-pro'],
    ['google', 'gemini-pro'],
    ['google', 'gemini-1.0-pro-vision-001'],
  ])('has no price of %s %s, which no list can name a source for', (provider, model) => {
    expect(book.model(provider as Provider, model)).toBeUndefined()
  })

  it('gives the price of image tokens apart from that of text', () => {
    const { rates } = book.model('google', 'gemini-2.5-flash-image')!
    expect(rates.output!.price).toMatchObject({ usd: 2.5, unit: 'output token' })
    expect(rates['image-output']!.price).toMatchObject({ usd: 30, unit: 'output image token' })
  })

  it('gives a tuned model the price of its own row, whoever tuned it', () => {
    const tuned = book.model('openai', 'ft:gpt-4.1-mini-2025-04-14:acme:support:abc123')!
    expect(tuned.id).toBe('ft:gpt-4.1-mini-2025-04-14')
    expect([tuned.rates.input!.price.usd, tuned.rates.output!.price.usd]).toEqual([0.8, 3.2])
    expect(book.model('openai', 'ft:gpt-4o-mini-2024-07-18:acme::abc123')!.rates.input!.price.usd).toBe(0.3)
    expect(book.model('azure-openai', 'ft:gpt-4.1-mini-2025-04-14:acme:support:abc123')).toBeUndefined()
  })

  it('tells one version from the next', () => {
    const usd = (model: string) => book.model('bedrock', model)!.rates.input!.price.usd
    expect(usd('amazon.titan-embed-text-v1')).toBe(0.1)
    expect(usd('amazon.titan-embed-text-v2:0')).toBe(0.02)
  })

  it('says which source and day a price is of, and what speaks against it', () => {
    expect(book.model('openai', 'gpt-4o')!.rates.input!.price).toMatchObject({
      source: 'genai-prices',
      asOf: '2026-09-23',
    })
    expect(book.model('openai', 'gpt-4o')!.rates['batch-input']!.price).toMatchObject({
      source: 'LiteLLM',
      asOf: '2026-08-01',
    })
    expect(book.model('deepseek', 'deepseek-v4-pro')!.rates.input!.price.weak).toBe(
      '01:00–04:00 and 06:00–10:00 UTC: $1.32 in, $3.96 out per million',
    )
    expect(book.model('google', 'gemini-3.6-flash')!.rates.input!.price.weak).toBe(
      'from 2027-01-01: $1.5 in, $7.5 out per million',
    )
  })

  it('knows the limits of a model and how it caches', () => {
    expect(book.model('anthropic', 'claude-haiku-4-5')).toMatchObject({
      maxOutput: 64_000,
      minCacheable: 4096,
      cacheNeedsMark: true,
    })
    expect(book.model('openai', 'gpt-4o')).toMatchObject({
      context: 128_000,
      maxOutput: 16_384,
      minCacheable: 1024,
      cacheNeedsMark: false,
    })
    expect(book.model('bedrock', 'us.anthropic.claude-haiku-4-5-20251001-v1:0')).toMatchObject({
      minCacheable: 4096,
      cacheNeedsMark: true,
    })
    expect(book.model('google', 'gemini-2.5-flash')!.cacheNeedsMark).toBe(false)
  })

  it('drops a tier of service whose listed price cannot be right', () => {
    // the table lists gpt-5-nano's priority input at 50 times the standard price
    expect(book.model('openai', 'gpt-5-nano')!.rates['priority-input']).toBeUndefined()
  })
})

describe('smaller siblings', () => {
  it.each<[Provider, string, string[]]>([
    ['openai', 'gpt-4o', ['gpt-4o-mini']],
    ['openai', 'gpt-4o-mini', []],
    ['openai', 'gpt-5', ['gpt-5-mini', 'gpt-5-nano']],
    ['openai', 'gpt-5.6-sol', ['gpt-5.6-terra', 'gpt-5.6-luna']],
    ['anthropic', 'claude-opus-4-5-20251101', ['claude-sonnet-4-5', 'claude-haiku-4-5']],
    ['anthropic', 'claude-sonnet-5', ['claude-haiku-4-5']],
    ['google', 'gemini-2.5-pro', ['gemini-2.5-flash', 'gemini-2.5-flash-lite']],
    ['mistral', 'mistral-large-latest', ['mistral-small-latest']], // medium costs more
    ['openrouter', 'anthropic/claude-opus-4.5', ['anthropic/claude-sonnet-4.5', 'anthropic/claude-haiku-4.5']],
    // the profile stays
    [
      'bedrock',
      'us.anthropic.claude-opus-4-5-20251101-v1:0',
      ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'us.anthropic.claude-haiku-4-5-20251001-v1:0'],
    ],
    ['openai', 'gpt-3.5-turbo', []],
  ])('%s %s: %j', (provider, model, smaller) => {
    expect(book.smaller(book.model(provider, model)!).map((sibling) => sibling.id)).toEqual(smaller)
  })

  it('leaves out a sibling the provider no longer serves', () => {
    const ids = (today: string) => {
      const then = loadPriceBook(undefined, today)
      return then.smaller(then.model('google', 'gemini-2.0-flash')!).map((sibling) => sibling.id)
    }
    expect(book.model('google', 'gemini-2.0-flash-lite')!.retired).toBe('2026-06-01')
    expect(ids('2026-05-31')).toEqual(['gemini-2.0-flash-lite'])
    expect(ids('2026-06-01')).toEqual([])
  })
})

describe('cloud prices', () => {
  it('has no price where there is no row: not another region’s, not another purchase’s', () => {
    expect(book.instance('aws', 'p5.48xlarge', 'af-south-1', 'on-demand')).toBeUndefined()
    expect(book.instance('aws', 'g5.xlarge', 'us-east-1', 'capacity-block')).toBeUndefined()
    expect(book.instance('aws', 'g5.xlarge', 'us-east-1', 'reserved')).toBeUndefined()
    expect(book.instance('aws', 'g5.xlarge', 'nowhere-1', 'on-demand')).toBeUndefined()
    expect(book.instance('aws', 'g5.huge', 'us-east-1', 'on-demand')).toBeUndefined()
    expect(book.instance('gcp', 'g5.xlarge', 'us-east-1', 'on-demand')).toBeUndefined()
    expect(book.storage('aws', 'ebs', 'gp3', 'me-central-1')).toBeUndefined()
    expect(book.service('gcp', 'pd', 'pd-extreme iops', 'europe-west1')).toBeUndefined()
  })

  it('has a type that is only sold as spot', () => {
    expect(book.instance('gcp', 'a4-highgpu-8g', 'us-central1', 'on-demand')).toBeUndefined()
    expect(book.instance('gcp', 'a4-highgpu-8g', 'us-central1', 'spot')!.usd).toBeGreaterThan(0)
  })

  it('knows the accelerators', () => {
    expect(book.specs('aws', 'p4d.24xlarge')).toEqual({
      vcpu: 96,
      memoryGiB: 1152,
      accelerator: 'A100',
      accelerators: 8,
      acceleratorMemoryGiB: 40,
    })
    expect(book.specs('gcp', 'a3-highgpu-8g')).toMatchObject({
      accelerator: 'H100',
      accelerators: 8,
      acceleratorMemoryGiB: 80,
    })
    expect(book.specs('aws', 'm5.large')).toEqual({
      vcpu: 2,
      memoryGiB: 8,
      accelerator: undefined,
      accelerators: 0,
      acceleratorMemoryGiB: undefined,
    })
    expect(book.specs('aws', 'm5.huge')).toBeUndefined()
  })

  it('marks the prices that deserve less trust, each purchase by itself', () => {
    expect(book.instance('azure', 'Standard_D2s_v5', 'eastus', 'on-demand')!.weak).toBeUndefined()
    expect(book.instance('azure', 'Standard_D2s_v5', 'eastus', 'spot')).toMatchObject({
      asOf: '2024-08-09',
      weak: 'this Azure spot price is from 2024-08',
    })
    expect(book.storage('aws', 's3', 'GLACIER_IR', 'us-east-1')!.storage).toMatchObject({
      asOf: '2026-01-01',
      weak: 'read from a page, not from the price list; dated only 2026',
    })
  })
})

describe('opening the book', () => {
  const manifest: Manifest = {
    schema: 1,
    made: '2026-01-01',
    asOf: '2026-01-01',
    sources: [],
    files: {},
    inputs: {},
    roundTrip: { onDemand: 0, spot: 0, hosted: 0, lost: 0, worst: 0 },
  }

  it('reads a file when it is first needed, and once', () => {
    const models = writeModelLines({
      schema: 1,
      sources: [{ source: 's', asOf: '2026-01-01' }],
      providers: { openai: [{ id: 'm', rates: { input: 3 }, from: 0 }] },
    })
    const asked: string[] = []
    const own = openPriceBook(manifest, (name) => {
      asked.push(name)
      return new TextEncoder().encode(models)
    })
    expect(own.model('openai', 'm')!.rates.input!.price.usd).toBe(3)
    own.model('openai', 'n')
    expect(asked).toEqual(['models.jsonl'])
  })

  it('refuses a table of another schema', () => {
    const own = openPriceBook(manifest, () => new TextEncoder().encode(JSON.stringify({ schema: 1 })))
    expect(() => own.model('openai', 'gpt-4o')).toThrow('models.jsonl is not of schema 3')
  })
})
