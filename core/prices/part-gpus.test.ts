import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { printAccelerators } from './part-gpus.ts'

const book = loadPriceBook()

it('counts a part of a GPU as a part, with its share of the memory', () => {
  expect(book.specs('azure', 'Standard_NV6ads_A10_v5')).toMatchObject({
    accelerator: 'A10',
    accelerators: 1 / 6,
    acceleratorMemoryGiB: 4,
  })
  expect(book.specs('azure', 'Standard_NV36ads_A10_v5')).toMatchObject({ accelerator: 'A10', accelerators: 1 })
  expect(book.specs('aws', 'g6f.large')).toMatchObject({
    accelerator: 'L4',
    accelerators: 1 / 8,
    acceleratorMemoryGiB: 3,
  })
  expect(book.specs('gcp', 'g4-standard-48')?.accelerators).toBe(1)
})

it('prints parts as people write them', () => {
  expect([8, 1, 1 / 6, 1 / 2].map(printAccelerators)).toEqual(['8', '1', '1/6', '1/2'])
})
