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
    [1, 0.28, 'n2', 'flexible committed use'],
    [3, 0.438, 'n2', 'committed use'],
    [3, 0.46, 'n2', 'flexible committed use'],
  ])
})

it('takes all types of the cloud for a way to pay that was not measured over the family, and says so', () => {
  expect(told('aws', 't2.large')).toEqual([
    [1, 0.412, 'all types us-east-1', 'paid at once'],
    [3, 0.624, 'all types us-east-1', 'paid at once'],
  ])
  expect(told('aws', 'm5.large')).toEqual([
    [1, 0.412, 'all types us-east-1', 'paid at once'],
    [3, 0.569, 'm5', 'paid monthly'],
    [3, 0.624, 'all types us-east-1', 'paid at once'],
  ])
})

it('knows a size of Azure by its series, whatever its number and case', () => {
  const d = [
    [1, 0.41, 'ds_v5', 'paid monthly or at once'],
    [3, 0.62, 'ds_v5', 'paid monthly or at once'],
  ]
  expect(told('azure', 'Standard_D4s_v5')).toEqual(d)
  expect(told('azure', 'standard_D96s_v5')).toEqual(d)
  expect(told('azure', 'Standard_NC40ads_H100_v5').map(([, , over]) => over)).toEqual([
    'ncads_h100_v5',
    'ncads_h100_v5',
  ])
  expect(told('azure', 'Standard_E8-4s_v5')[0]?.[2]).toBe('es_v5')
})

it('tells nothing where nothing was measured: a shared core is no e2 of whole ones', () => {
  expect(told('azure', 'Standard_DC8_v2')).toEqual([])
  expect(told('gcp', 'a4-highgpu-8g')).toEqual([])
  expect(told('gcp', 'e2-micro')).toEqual([])
  expect(told('lambda', 'gpu_8x_h100_sxm5')).toEqual([])
})
