import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { areaOf } from './areas.ts'
import { clouds } from './machines.ts'
import { sameGpuElsewhere } from './same-gpu.ts'

const book = loadPriceBook(undefined, '2026-11-21')

it('the same eight H100 cost less at another cloud in the same part of the world', () => {
  const other = sameGpuElsewhere(book, 'gcp', 'a3-highgpu-8g', 'us-central1')!
  expect([other.provider, other.specs.accelerator, other.specs.accelerators, areaOf(other.region!)]).toEqual([
    'aws',
    'H100',
    8,
    areaOf('us-central1'),
  ])
  expect(other.price.usd).toBeLessThan(book.instance('gcp', 'a3-highgpu-8g', 'us-central1', 'on-demand')!.usd)
})

it('none where no other cloud is cheaper, the machine has no GPU, or its own price is not known', () => {
  expect(sameGpuElsewhere(book, 'aws', 'p5.48xlarge', 'us-east-1')).toBeUndefined()
  expect(sameGpuElsewhere(book, 'aws', 'm7i.large', 'us-east-1')).toBeUndefined()
  expect(sameGpuElsewhere(book, 'gcp', 'a3-highgpu-8g', 'mars-north1')).toBeUndefined()
})

it('none where it is not told how large the part of a GPU is', () => {
  const parts = ['Standard_NC36lds_xl_RTXPRO6000BSE_v6', 'g4-standard-6']
  expect(book.specs('azure', parts[0]!)).toMatchObject({ accelerator: 'RTX-PRO-6000', accelerators: 0 })
  expect(book.specs('gcp', parts[1]!)).toMatchObject({ accelerator: 'RTX-PRO-6000', accelerators: 0 })
  for (const region of book.regions('azure'))
    expect(sameGpuElsewhere(book, 'azure', parts[0]!, region), region).toBeUndefined()
})

it('every family with accelerators is looked at', () => {
  const seen = new Set<string>()
  const watched = {
    ...book,
    specs: (...of: Parameters<typeof book.specs>) => {
      seen.add(of[1])
      return book.specs(...of)
    },
  }
  sameGpuElsewhere(watched, 'gcp', 'a3-highgpu-8g', 'us-central1')
  const all = clouds.flatMap((cloud) => book.types(cloud).filter((type) => book.specs(cloud, type)?.accelerator))
  expect(all.filter((type) => !seen.has(type))).toEqual([])
})

it('a question is answered once per book', () => {
  let asked = 0
  const counted = {
    ...book,
    instance: (...of: Parameters<typeof book.instance>) => {
      asked++
      return book.instance(...of)
    },
  }
  sameGpuElsewhere(counted, 'gcp', 'a3-highgpu-8g', 'us-central1')
  const once = asked
  sameGpuElsewhere(counted, 'gcp', 'a3-highgpu-8g', 'us-central1')
  expect(once).toBeGreaterThan(1)
  expect(asked).toBe(once)
})
