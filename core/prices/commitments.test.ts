import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { commitmentsOf } from './commitments.ts'

const book = loadPriceBook(undefined, '2026-11-21')

const told = (cloud: string, type: string) =>
  commitmentsOf(book, cloud, type).map(({ years, less, over, how }) => [years, less, over, how])

it('tells what a family costs less by the year, as it was measured', () => {
  expect(commitmentsOf(book, 'aws', 'g5.xlarge')[0]).toEqual({
    years: 1,
    less: 0.412,
    over: 'g5',
    types: 8,
    how: 'paid at once',
    source: 'measured over AWS list prices, collected from instances.vantage.sh',
    asOf: '2026-07-05',
  })
  expect(told('gcp', 'n2-standard-4')).toEqual([
    [1, 0.213, 'n2', 'committed use'],
    [3, 0.438, 'n2', 'committed use'],
  ])
})

it('takes all types of the cloud where the family was not measured, and says so', () => {
  expect(told('aws', 'm5.large')).toEqual([
    [1, 0.412, 'all types us-east-1', 'paid at once'],
    [3, 0.624, 'all types us-east-1', 'paid at once'],
  ])
})

it('tells nothing where nothing was measured: Azure states only "up to"', () => {
  expect(told('azure', 'Standard_D4s_v5')).toEqual([])
  expect(told('gcp', 'a4-highgpu-8g')).toEqual([])
  expect(told('lambda', 'gpu_8x_h100_sxm5')).toEqual([])
})
