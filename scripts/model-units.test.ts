import { describe, expect, it } from 'vitest'
import { modelsByProvider, ratesOf } from './litellm-table.ts'
import { parseModelLimits, parseModelUnits, withLimits, withTables } from './model-tables.ts'
import { modeOf, unitsOfEntry, variantOf } from './model-units.ts'

describe('a row of LiteLLM that is one size or quality of a model', () => {
  const entry = { mode: 'image_generation' }
  const variant = (key: string) => {
    const found = variantOf(key, entry)
    return found && [found[0], found[1]?.size, found[1]?.quality]
  }

  it.each([
    ['hd/1024-x-1792/dall-e-3', ['dall-e-3', '1024x1792', 'hd']],
    ['256-x-256/dall-e-2', ['dall-e-2', '256x256', '']],
    ['1024-x-1024/50-steps/bedrock/amazon.nova-canvas-v1:0', ['amazon.nova-canvas-v1:0', '1024x1024', '50-steps']],
    // doubles of another row, and a size that is none
    ['standard/1024-x-1024/gpt-image-1.5', ['gpt-image-1.5', undefined, undefined]],
    ['max-x-max/50-steps/stability.stable-diffusion-xl-v0', ['stability.stable-diffusion-xl-v0', undefined, undefined]],
  ])('%s', (key, expected) => expect(variant(key)).toEqual(expected))

  it('is told from the id of a model', () => expect(variant('openai/gpt-oss-120b')).toBeUndefined())

  it('is a price of that model, pixels counted', () => {
    const { entries, variants } = modelsByProvider({
      'dall-e-3': { litellm_provider: 'openai', mode: 'image_generation', input_cost_per_image: 0.04 },
      'hd/1024-x-1792/dall-e-3': {
        litellm_provider: 'openai',
        mode: 'image_generation',
        input_cost_per_pixel: 6.539e-8,
      },
    })('openai')
    expect([...entries.keys()]).toEqual(['dall-e-3'])
    expect(unitsOfEntry('openai', 'dall-e-3', entries.get('dall-e-3')!, variants.get('dall-e-3')!, 1)).toEqual([
      ['image', 0.12, 1, '1024x1792', 'hd'],
    ])
  })
})

describe('prices by the unit', () => {
  const units = (id: string, entry: Readonly<Record<string, unknown>>, provider: 'openai' | 'bedrock' = 'openai') =>
    unitsOfEntry(provider, id, entry, [], 1)

  it.each([
    ['whisper-1', { mode: 'audio_transcription', input_cost_per_second: 0.0001 }, [['input-second', 0.0001, 1]]],
    ['tts-1', { mode: 'audio_speech', input_cost_per_character: 0.000015 }, [['character', 15, 1]]],
    ['rerank-v3.5', { mode: 'rerank', input_cost_per_query: 0.002 }, [['search', 2, 1]]],
    ['mistral-ocr-2512', { mode: 'ocr', ocr_cost_per_page: 0.002 }, [['page', 2, 1]]],
    [
      'veo-3.1-lite',
      { mode: 'video_generation', output_cost_per_second: 0.05, output_cost_per_second_1080p: 0.08 },
      [
        ['output-second', 0.05, 1],
        ['output-second', 0.08, 1, '1080p'],
      ],
    ],
  ])('of %s', (id, entry, expected) => expect(units(id, entry)).toEqual(expected))

  it('a price per image that is one per token, and one the maker has at ten times as much, are none', () => {
    expect(units('gemini-3.1-flash-image', { mode: 'image_generation', output_cost_per_image: 0.00012 })).toEqual([])
    expect(units('creative', { mode: 'image_edit', output_cost_per_image: 0.06 })).toEqual([])
  })

  it('searches by how much context they find; none at Bedrock, which has no such tool', () => {
    const search_context_cost_per_query = {
      search_context_size_low: 0.025,
      search_context_size_medium: 0.0275,
      search_context_size_high: 0.03,
    }
    expect(units('gpt-4o-mini-search-preview', { mode: 'chat', search_context_cost_per_query })).toEqual([
      ['web-search', 25, 1, '', 'low'],
      ['web-search', 27.5, 1, '', 'medium'],
      ['web-search', 30, 1, '', 'high'],
    ])
    expect(units('anthropic.claude', { mode: 'chat', search_context_cost_per_query }, 'bedrock')).toEqual([])
  })
})

it('sound that costs no more than text is the price of something else', () => {
  const text = { input_cost_per_token: 1.5e-6, output_cost_per_token: 9e-6 }
  expect(ratesOf({ ...text, mode: 'chat', input_cost_per_audio_token: 1e-6 })).toEqual({ input: 1.5, output: 9 })
  expect(ratesOf({ ...text, mode: 'chat', input_cost_per_audio_token: 3e-6 })['audio-input']).toBe(3)
  expect(ratesOf({ ...text, mode: 'audio_transcription', input_cost_per_audio_token: 1.5e-6 })['audio-input']).toBe(
    undefined,
  )
})

it('what a model is called for is in its id where the table has it wrong', () => {
  expect(modeOf('gemini-2.5-pro-preview-tts', { mode: 'chat' })).toBe('speech')
  expect(modeOf('deep-research-pro-preview-12-2025', { mode: 'image_generation' })).toBe('chat')
  expect(modeOf('nova-2-lite', undefined)).toBe('chat')
})

describe('the tables of our own', () => {
  const head = 'provider\tmodel\tmode\twhat\tusd\tsize\tquality\tsource\tas_of\tweak'
  const row = (usd: string, size: string) =>
    `openai\tdall-e-3\timage\timage\t${usd}\t${size}\t\tOpenAI, a page\t2026-01-01\t`

  it('replace what a list has for the same size, and leave the others', () => {
    const table = {
      schema: 1 as const,
      sources: [{ source: 'LiteLLM', asOf: '2026-08-01' }],
      providers: {
        openai: [
          {
            id: 'dall-e-3',
            rates: {},
            from: 0,
            units: [['image', 0.04, 0, '1024x1024'] as const, ['image', 0.08, 0, '1024x1792'] as const],
          },
        ],
      },
    }
    const made = withTables(table, parseModelUnits(`${head}\n${row('0.05', '1024x1024')}\n`))
    expect(made.sources[1]).toEqual({ source: 'OpenAI, a page', asOf: '2026-01-01' })
    expect(made.providers.openai![0]!.units).toEqual([
      ['image', 0.08, 0, '1024x1792'],
      ['image', 0.05, 1, '1024x1024'],
    ])
  })

  it.each([
    ['a price that is none', row('free', '')],
    ['a day that is none', row('0.04', '').replace('2026-01-01', '2026')],
    ['a cell too few', row('0.04', '').slice(0, -1)],
  ])('%s is refused', (_, line) => expect(() => parseModelUnits(`${head}\n${line}`)).toThrow('not a price'))

  it('limits: a date, a word for no date, numbers', () => {
    const limits = 'provider\tmodel\tcontext\tmax_output\tretired\tsource\tas_of'
    const read = parseModelLimits(
      `${limits}\nopenai\tsora-2\t\t\t2026-09-24\tpage\t2026-09-24\nxai\tx\t8\t4\tdeprecated\tp\t2026-01-01\n`,
    )
    expect([...read]).toEqual([
      ['openai/sora-2', { retired: '2026-09-24' }],
      ['xai/x', { context: 8, maxOutput: 4, retired: true }],
    ])
    const listed = (maxOutput: number) => ({ id: 'x', rates: {}, from: 0, maxOutput })
    const made = (maxOutput: number) =>
      withLimits(
        { schema: 1, sources: [], providers: { xai: [listed(maxOutput)] } },
        new Map([['xai/x', { maxOutput: 1000 }]]),
      ).providers.xai![0]!
    expect(made(4000), 'of two figures both stay').toEqual({ ...listed(4000), maxOutputElsewhere: 1000 })
    expect(made(800), 'whichever list has the larger one').toEqual({ ...listed(1000), maxOutputElsewhere: 800 })
    expect(made(1024), 'a rounded one is the same').toEqual(listed(1024))
    expect(() => parseModelLimits(`${limits}\nopenai\tx\t8k\t\t\tp\t2026-01-01`)).toThrow('not a limit')
  })
})
