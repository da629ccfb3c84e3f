import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { readInterruption } from './interruption.ts'

const table = `AWS Spot Advisor\t2025-06-28
g5\txlarge 2xlarge
p5\t48xlarge

us-east-1\t34.
eu-west-1\t0.1
`

it('has the band of a type in a region, with its source and date; none where the list has none', () => {
  const interruption = readInterruption(table)
  const from = { source: 'AWS Spot Advisor', asOf: '2025-06-28' }
  expect(interruption('g5.xlarge', 'us-east-1')).toEqual({ band: '15–20 %', ...from })
  expect(interruption('g5.2xlarge', 'us-east-1')).toEqual({ band: 'over 20 %', ...from })
  expect(interruption('p5.48xlarge', 'eu-west-1')).toEqual({ band: '5–10 %', ...from })
  expect(interruption('g5.xlarge', 'eu-west-1')).toEqual({ band: 'under 5 %', ...from })
  expect(interruption('p5.48xlarge', 'us-east-1')).toBeUndefined()
  expect(interruption('g5.2xlarge', 'eu-west-1')).toBeUndefined()
  expect(interruption('g5.xlarge', 'mars-north-1')).toBeUndefined()
  expect(interruption('g5.mini', 'us-east-1')).toBeUndefined()
})

it('the snapshot says what the advisor said, and nothing of clouds that publish nothing', () => {
  const book = loadPriceBook()
  // alexei-led/spotinfo, internal/spot/data/spot-advisor-data.json of 2025-06-28: us-east-1, Linux, r of each
  expect(book.interruption('aws', 'g5.xlarge', 'us-east-1')?.band).toBe('over 20 %')
  expect(book.interruption('aws', 'm7i.large', 'eu-west-1')?.band).toBe('10–15 %')
  expect(book.interruption('aws', 'p5.48xlarge', 'us-east-1')?.asOf).toBe('2025-06-28')
  expect(book.interruption('gcp', 'n2-standard-4', 'us-central1')).toBeUndefined()
})
