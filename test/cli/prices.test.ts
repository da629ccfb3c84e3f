import { readFileSync, writeFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { runPricesAlternatives } from '../../cli/commands/prices.ts'
import { loadManifest, loadPriceBook } from '../../cli/price-book.ts'
import { run } from '../../cli/program.ts'
import { areaOf } from '../../core/prices/areas.ts'
import { find } from '../../core/prices/find.ts'
import { architectureOf, isWithdrawn } from '../../core/prices/machine-kinds.ts'
import { clouds } from '../../core/prices/machines.ts'
import { modelKinds } from '../../core/prices/model-kinds.ts'
import { parseNeed } from '../../core/prices/needs.ts'
import { storageClasses, storageMatches } from '../../core/prices/storage-classes.ts'
import { pricesAlternativesSchema, pricesFindSchema, pricesStatusSchema } from '../../core/report/schema.ts'
import { listener } from './folder.ts'

const book = loadPriceBook(undefined, '2026-11-21')

async function outlay(...args: string[]) {
  const { out, printed, told } = listener()
  const exit = await run(['prices', ...args], '.', out)
  return { exit, printed: printed(), told: told() }
}

const json = async (...args: string[]) => JSON.parse((await outlay(...args, '--format', 'json')).printed)

const ajv = new Ajv({ allErrors: true, strict: false })

/** Mistakes against a schema that also refuses fields nobody documented. */
function mistakes(schema: z.core.$ZodType, value: unknown): readonly string[] {
  const validate = ajv.compile(z.toJSONSchema(schema, { target: 'draft-7' }))
  validate(value)
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

const everyday = [
  ['g5.xlarge', 'region=us-east-1'],
  ['8xH100', 'region=us-east-1'],
  ['g4dn.xlarge', 'region=us-east-1'],
  ['m7i.large', 'region=us-east-1'],
  ['gpt-4o', ''],
  ['claude-sonnet-4-5', ''],
  ['text-embedding-3-large', ''],
  ['s3 STANDARD', 'region=us-east-1'],
  ['gp2', ''],
  ['n2-standard-4', 'region=us-central1'],
] as const

test('a model tells what 1,000 tokens of its output take, or why that is not known', async () => {
  const { matches } = await json('find', 'bedrock/meta.llama3-1-70b-instruct-v1:0')
  expect(matches[0].tokenCarbon).toMatchObject({
    outputTokens: 1000,
    kWh: { low: 0.000314, likely: 0.000625, high: 0.00379 },
    kgCO2e: null,
    method: expect.stringContaining('EcoLogits'),
  })
  const { printed } = await outlay('find', 'bedrock/meta.llama3-1-70b-instruct-v1:0')
  expect(printed).toContain('  1,000 output tokens: 0.31 to 3.8 Wh, likely 0.63, emissions not known (EcoLogits 0.9.1')
  const [closed] = (await json('find', 'openai/gpt-4o')).matches
  expect(closed.tokenCarbon).toMatchObject({
    kWh: null,
    unknown: [{ what: 'kWh', because: 'the number of parameters of gpt-4o is not published' }],
  })
  expect((await json('find', 'text-embedding-3-large')).matches[0].tokenCarbon).toBeUndefined()
})

test('the carbon of a GPU-hour is that of the machine by its GPUs, as its price is', async () => {
  const [eight] = (await json('find', 'p5.48xlarge', '--region', 'us-east-1')).matches
  expect(eight.carbon.gCO2ePerGpuHour.likely).toBeCloseTo(eight.carbon.gCO2ePerHour.likely / 8, -1)
  const [none] = (await json('find', 'm7i.large', '--region', 'us-east-1')).matches
  expect(none.carbon.gCO2ePerGpuHour).toBeNull()
})

test('a machine type may be written with its cloud, as in outlay.json', async () => {
  const [named] = (await json('find', 'aws/g5.xlarge', '--region', 'us-east-1')).matches
  expect([named.provider, named.what]).toEqual(['aws', 'g5.xlarge'])
  expect((await json('find', 'azure/g5.xlarge')).matches).toEqual([])
})

test('an offer of a GPU cloud is found by its name', async () => {
  const { matches } = await json('find', 'gpu_8x_h100_sxm5')
  expect(matches).toMatchObject([{ provider: 'lambda', what: 'gpu_8x_h100_sxm5', specs: { acceleratorCount: 8 } }])
  expect((await json('find', 'gpu_8x_h100_sxm5', '--region', 'us-east-1')).matches).toEqual([])
})

describe('alternatives', () => {
  // Kept word for word. UPDATE_GOLDEN=1 writes it anew; the diff is then read by somebody who knows the field.
  test('ten everyday needs are answered as they were', () => {
    const file = new URL('../golden/prices-alternatives.txt', import.meta.url)
    let now = ''
    for (const [what, need] of everyday) {
      const { out, printed, told } = listener()
      const exit = runPricesAlternatives({ what, need, format: 'text', today: '2026-11-21' }, book, out)
      expect([what, exit, told()]).toEqual([what, 0, ''])
      now += `$ outlay prices alternatives "${what}"${need === '' ? '' : ` --need ${need}`}\n${printed()}\n`
    }
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, now)
    expect(now).toBe(readFileSync(file, 'utf8'))
  })

  test.each(everyday)(
    '%s: the JSON is what its schema says, each saves what it says, and none is dearer',
    async (what, need) => {
      const document = await json('alternatives', what, '--need', need)
      expect(mistakes(pricesAlternativesSchema, document)).toEqual([])
      expect(document.alternatives.length).toBeGreaterThan(2)
      for (const { saves } of document.alternatives) expect(saves.usd).toBeGreaterThan(0)
      if (document.of.region === null) return
      const was = document.of.lines[0].usd
      for (const { lines, saves } of document.alternatives) expect(was - lines[0].usd).toBeCloseTo(saves.usd, 4)
    },
  )

  test('without a region, each region is compared with itself, in the same cloud', async () => {
    const { of, alternatives } = await json('alternatives', 'm7i.large')
    expect(of.region).toBeNull()
    expect(of.lines.length).toBeGreaterThan(20)
    const regions = alternatives.map(({ region }: { region: string }) => region)
    expect(new Set(regions).size).toBe(regions.length)
    for (const { provider, region, lines, saves } of alternatives) {
      expect(provider).toBe('aws')
      const there = book.instance('aws', 'm7i.large', region, 'on-demand')!.usd
      expect(there - lines[0].usd).toBeCloseTo(saves.usd, 4)
    }
  })

  test('what is asked for is kept to', async () => {
    const need = 'region=us-east-1,us-east-2,vcpu=4,memory=32GB,spot=no,arch=x86_64'
    const { alternatives } = await json('alternatives', 'r7i.xlarge', '--need', need)
    expect(alternatives.length).toBeGreaterThan(2)
    for (const { provider, what, region, lines, specs } of alternatives) {
      expect(lines.map(({ purchase }: { purchase: string }) => purchase)).toEqual(['on-demand'])
      expect(specs.vcpu).toBeGreaterThanOrEqual(4)
      expect(specs.memoryGiB).toBeGreaterThanOrEqual(32)
      expect(architectureOf(provider, what)).toBe('x86_64')
      if (provider === 'aws') expect(['us-east-1', 'us-east-2']).toContain(region)
      else expect(areaOf(region)).toBe('us')
    }
  })

  test('another kind of accelerator is not offered for a GPU, nor one without HBM for one with it, nor a part of one', async () => {
    const of = async (what: string) =>
      (await json('alternatives', what, '--need', 'region=us-east-1')).alternatives.map(
        ({ specs }: { specs: { accelerator: string } }) => specs.accelerator,
      )
    expect(await of('p5.48xlarge')).not.toContain('RTX-PRO-6000')
    expect((await of('p5.48xlarge')).filter((gpu: string) => /^(MI|TPU|Trainium|Inferentia|A100)/.test(gpu))).toEqual(
      [],
    )
    expect((await of('g5.xlarge')).filter((gpu: string) => /^(P40|M60|K80|Inferentia|TPU)/.test(gpu))).toEqual([])
  })

  test('a name of two services asks which', async () => {
    expect(await outlay('alternatives', 'STANDARD')).toEqual({
      exit: 1,
      printed: '',
      told: '"STANDARD" is a class of s3 and gcs: write "s3 STANDARD"\n',
    })
  })

  test('a region in which it is not sold is said, with no figure', async () => {
    expect(await outlay('alternatives', 'm7i.large', '--need', 'region=eastus')).toEqual({
      exit: 1,
      printed: '',
      told: 'The price book has no on-demand price of m7i.large in eastus\n',
    })
  })

  test('GPUs in a number nobody sells are compared with the next larger machine', async () => {
    const { of, alternatives } = await json('alternatives', '2xL40S', '--need', 'region=us-east-1,spot=no')
    expect(of).toMatchObject({ what: 'g6e.12xlarge', specs: { accelerator: 'L40S', acceleratorCount: 4 } })
    const counts = alternatives.map(({ specs }: { specs: { acceleratorCount: number; machines?: number } }) => specs)
    expect(counts.length).toBeGreaterThan(0)
    for (const { acceleratorCount, machines = 1 } of counts)
      expect(acceleratorCount * machines).toBeGreaterThanOrEqual(2)
  })

  test('a need that cannot be read is exit 2', async () => {
    expect((await outlay('alternatives', 'm7i.large', '--need', 'disk=3')).exit).toBe(2)
    expect((await outlay('alternatives', 'm7i.large', '--need', 'memory=lots')).told).toBe(
      '--need cannot read "memory=lots"\n',
    )
  })
})

describe('find', () => {
  test.each([
    ['m7i.large', 20],
    ['8xH100', 20],
    ['H100', 100],
    ['gpt-4o', 3],
    ['s3 standard_ia', 3],
    ['D4s_v5', 20],
  ])('%s is everywhere it is sold, cheapest first', async (what, least) => {
    const document = await json('find', what)
    expect(mistakes(pricesFindSchema, document)).toEqual([])
    expect(document.matches.length).toBeGreaterThanOrEqual(least)
    for (const match of document.matches) {
      expect(match.lines.length).toBeGreaterThan(0)
      for (const { source, asOf } of match.lines)
        expect([source, asOf]).toEqual([expect.stringMatching(/./), expect.stringMatching(/^20/)])
    }
  })

  test('a machine with eight GPUs has its price per GPU-hour beside it', async () => {
    const [p5] = (await json('find', 'p5.48xlarge', '--region', 'us-east-1')).matches
    expect(p5.lines[0]).toMatchObject({ purchase: 'on-demand', unit: 'hour', usd: 55.04, perGpuHour: 6.88 })
  })

  test('--region holds for GPU clouds too: one that does not say where it is, is not there', () => {
    const there = find(book, '8xH100', 'eu-north1')
    expect(there.map(({ provider, what }) => [provider, what])).toEqual([
      ['nebius', 'gpu-h100-sxm_8gpu-128vcpu-1600gb'],
    ])
  })

  test('a part of a GPU is counted as a part', () => {
    const [a10] = find(book, 'Standard_NV12ads_A10_v5', 'eastus')
    expect(a10!.specs.acceleratorCount).toBeCloseTo(1 / 3, 12)
    expect(a10!.specs.acceleratorMemoryGiB).toBe(8)
    expect(a10!.lines[0]!.perGpuHour).toBeCloseTo(a10!.lines[0]!.usd * 3, 3)
  })

  test('where the part of a GPU is not published, no price per GPU is given', () => {
    const [azure] = find(book, 'Standard_NC36ds_xl_RTXPRO6000BSE_v6')
    expect(azure!.specs).toMatchObject({ vcpu: 36, accelerator: 'RTX-PRO-6000' })
    expect(azure!.specs.acceleratorCount).toBeUndefined()
    expect(azure!.lines.map(({ perGpuHour }) => perGpuHour)).not.toContainEqual(expect.anything())
    expect(find(book, 'g4-standard-6', 'us-central1')[0]!.specs.acceleratorCount).toBeUndefined()
  })

  test('the name of a GPU is not taken for a size that ends in it', async () => {
    const { matches } = await json('find', 'A10')
    expect(new Set(matches.map(({ specs }: { specs: { accelerator: string } }) => specs.accelerator))).toEqual(
      new Set(['A10']),
    )
  })

  test('no match is an empty list and exit 1; the nearest name is told', async () => {
    expect(await outlay('find', 'm7i.lrge', '--format', 'json')).toEqual({
      exit: 1,
      printed: '{\n  "schema": 1,\n  "matches": [],\n  "nearest": "m7i.large"\n}\n',
      told: 'No price for "m7i.lrge"; the nearest name in the book is m7i.large\n',
    })
    expect(await outlay('find', 'claude-sonnet-5-5')).toEqual({
      exit: 1,
      printed: '',
      told: 'No price for "claude-sonnet-5-5"; the nearest name in the book is claude-sonnet-5\n',
    })
    expect(await json('find', 'nothing like it')).toEqual({ schema: 1, matches: [], nearest: null })
    expect(await outlay('find', 'm7i.large', '--region', 'eastus')).toMatchObject({
      exit: 1,
      told: 'No price for "m7i.large" in eastus\n',
    })
    expect(await outlay('find', 'm7i.large', '--region', 'us-esat-1')).toMatchObject({
      exit: 1,
      told: 'No price for "m7i.large" in us-esat-1; the nearest region in the book is us-east-1\n',
    })
  })

  test('a long table is cut, and says so', async () => {
    const cut = await outlay('find', 'H100')
    const all = await outlay('find', 'H100', '--all')
    expect(cut.printed).toMatch(/\n\d+ more, dearer: --all lists them/)
    expect(all.printed.split('\n').length).toBeGreaterThan(cut.printed.split('\n').length + 50)
  })
})

test('status names every source with its rows, date and age, and that it was not checked since', async () => {
  const document = await json('status')
  expect(mistakes(pricesStatusSchema, document)).toEqual([])
  const { sources } = loadManifest()
  expect(document.sources.map(({ id }: { id: string }) => id)).toEqual(sources.map(({ id }) => id))
  const days = (Date.now() - Date.parse(sources[0]!.date)) / 86_400_000
  expect(document.sources[0]).toMatchObject({ rows: sources[0]!.rows, date: sources[0]!.date, lastChecked: null })
  expect(Math.abs(document.sources[0].ageDays - days)).toBeLessThan(1.5)
  expect((await outlay('status')).printed).toContain(sources[0]!.id)
})

describe('what names say', () => {
  test.each([
    ['aws', 'm7g.large', 'arm64'],
    ['aws', 'g5g.xlarge', 'arm64'],
    ['aws', 'im4gn.large', 'arm64'],
    ['aws', 'a1.large', 'arm64'],
    ['aws', 'g5.xlarge', 'x86_64'],
    ['aws', 'g4dn.xlarge', 'x86_64'],
    ['aws', 'p6-b200.48xlarge', 'x86_64'],
    ['gcp', 't2a-standard-1', 'arm64'],
    ['gcp', 'c4a-standard-4', 'arm64'],
    ['gcp', 'n2-standard-4', 'x86_64'],
    ['azure', 'Standard_D4ps_v5', 'arm64'],
    ['azure', 'Standard_B2pts_v2', 'arm64'],
    ['azure', 'Standard_NP10s', 'x86_64'],
    ['azure', 'Standard_D4s_v5', 'x86_64'],
  ] as const)('%s %s is %s', (cloud, type, architecture) => {
    expect(architectureOf(cloud, type)).toBe(architecture)
  })

  test('sizes that are retired are no alternative', () => {
    const gone = ['Standard_D2_v2', 'Standard_A4', 'Standard_NC6s_v3', 'Standard_B2ms', 'Standard_F4s_v2']
    const kept = [
      'Standard_D2s_v3',
      'Standard_B2as_v2',
      'Standard_NC4as_T4_v3',
      'Standard_ND96isr_H100_v5',
      'Standard_D2s_v6',
    ]
    expect(gone.filter((type) => !isWithdrawn('azure', type))).toEqual([])
    expect(kept.filter((type) => isWithdrawn('azure', type))).toEqual([])
    expect([isWithdrawn('aws', 'm3.large'), isWithdrawn('aws', 'm5.large')]).toEqual([true, false])
  })

  test('every region of the three clouds is somewhere', () => {
    const lost = clouds.flatMap((cloud) => book.regions(cloud)).filter((region) => areaOf(region) === undefined)
    expect(lost).toEqual([])
    expect(['us-east-1', 'eastus', 'us-central1', 'usgovvirginia'].map(areaOf)).toEqual(['us', 'us', 'us', 'us-gov'])
    expect(
      ['uksouth', 'eu-west-1', 'northeurope', 'southeastasia', 'australiaeast', 'southafricanorth'].map(areaOf),
    ).toEqual(['europe', 'europe', 'europe', 'asia', 'australia', 'africa'])
  })

  test.each([
    ['g6f.large', 'us-east-1', 1 / 8],
    ['Standard_NV6ads_A10_v5', 'eastus', 1 / 6],
  ])(
    'part of a GPU, %s, is replaced by as large a part or more, never by a machine without',
    async (what, region, part) => {
      const { alternatives } = await json('alternatives', what, '--need', `region=${region}`)
      expect(alternatives.length).toBeGreaterThan(0)
      for (const { what: other, specs } of alternatives)
        expect([other, specs.acceleratorCount >= part]).toEqual([other, true])
    },
  )

  test.each([
    ['dl1.24xlarge', 'us-east-1', 1],
    ['Standard_ND96isrf_H100_v5', 'eastus', 0],
    ['g4-standard-6', 'us-central1', 0],
    ['f1.2xlarge', 'us-east-1', 0],
  ])('an accelerator that nobody counts, of %s, has no equal but its own type', async (what, region, least) => {
    const { alternatives } = await json('alternatives', what, '--need', `region=${region}`)
    expect(alternatives.length).toBeGreaterThanOrEqual(least)
    for (const { what: other } of alternatives) expect(other).toBe(what)
  })

  test('a GPU that no machine has is said, and no empty answer', async () => {
    expect(await outlay('alternatives', 'g5.xlarge', '--need', 'gpu=banana')).toEqual({
      exit: 1,
      printed: '',
      told: 'No machine of the price book has a GPU named "banana"\n',
    })
  })

  test('what is billed by the image or the second is told with its price', async () => {
    expect((await outlay('alternatives', 'whisper-1')).printed).toContain(
      'openai whisper-1: input audio $0.0001/second\n',
    )
    expect((await outlay('alternatives', 'rerank-v3.5')).printed).toContain('rerank $2.00/1,000 search units\n')
  })

  test('every model and storage class that is spoken of has a price', () => {
    expect(modelKinds.filter(({ provider, id }) => book.model(provider, id) === undefined)).toEqual([])
    const none = storageClasses.filter((each) => storageMatches(book, each, book.regions(each.cloud)).length === 0)
    expect(none).toEqual([])
  })

  test('a need is read', () => {
    expect(parseNeed('gpu=8xH100, memory=1000GB,region=us-east-1,us-west-2,spot=no,arch=arm')).toEqual({
      gpus: 8,
      gpu: 'H100',
      memoryGiB: 1000,
      regions: ['us-east-1', 'us-west-2'],
      spot: 'no',
      arch: 'arm64',
    })
    expect(parseNeed('gpu=4x80GB')).toEqual({ gpus: 4, gpuMemoryGiB: 80, regions: [] })
    expect(parseNeed('gpu=2')).toEqual({ gpus: 2, regions: [] })
    expect(parseNeed('')).toEqual({ regions: [] })
    for (const bad of ['gpu=0', 'gpu=', 'spot=maybe', 'us-east-1', 'vcpu=two'])
      expect([bad, 'error' in parseNeed(bad)]).toEqual([bad, true])
  })
})
