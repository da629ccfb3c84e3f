import { expect, it } from 'vitest'
import { runPricesFind } from '../../cli/commands/prices.ts'
import { loadPriceBook } from '../../cli/price-book.ts'
import { listener } from '../../test/cli/folder.ts'
import { find } from '../prices/find.ts'
import { carbonOfMatch, sideBySide } from './side-by-side.ts'

const book = loadPriceBook(undefined, '2026-11-21')

it('puts the cheapest and the cleanest region of a type side by side, each with its price and its grid', () => {
  const both = sideBySide(book, 'm7i.large')!
  const regions = book.regions('aws').flatMap((region) => {
    const price = book.instance('aws', 'm7i.large', region, 'on-demand')
    return price === undefined ? [] : [{ region, usd: price.usd, grid: book.carbon('aws', region)?.gCO2ePerKWh }]
  })
  expect(both.cheapest.usd).toBe(Math.min(...regions.map(({ usd }) => usd)))
  expect(both.cleanest).toMatchObject({
    region: 'eu-north-1',
    gCO2ePerKWh: book.carbon('aws', 'eu-north-1')!.gCO2ePerKWh,
  })
  expect(both.unknown).toBe(regions.filter(({ grid }) => grid === undefined).length)
})

it('does the same for a storage class by the GB-month, and says nothing for a GPU, a model or a name of two classes', () => {
  expect(sideBySide(book, 's3 STANDARD')).toMatchObject({
    cheapest: { unit: 'GB-month' },
    cleanest: { unit: 'GB-month' },
  })
  for (const what of ['8xH100', 'gpt-4o', 'STANDARD', 'nothing']) expect(sideBySide(book, what)).toBeUndefined()
})

it('knows the carbon of a machine in a region that has a grid, and of nothing else', () => {
  const [match] = find(book, 'm7i.large', 'eu-north-1')
  const { gCO2ePerHour } = carbonOfMatch(book, match!)!
  expect(gCO2ePerHour.low).toBeLessThan(gCO2ePerHour.likely)
  expect(carbonOfMatch(book, find(book, 'gpt-4o')[0]!)).toBeUndefined()
  expect(carbonOfMatch({ ...book, carbon: () => undefined }, match!)).toBeUndefined()
})

it('sorts by carbon with what is not known last, and says both regions under the table', () => {
  const { out, printed } = listener()
  runPricesFind({ what: 'm7i.large', all: true, sort: 'carbon', format: 'text' }, book, out)
  const rows = printed()
    .split('\n')
    .filter((row) => row.startsWith('aws '))
  const grams = rows.map((row) => row.split(/ {2,}/).at(-1)!)
  const known = grams.filter((each) => each !== '-').map((each) => Number(each.replace(',', '')))
  expect(known).toEqual([...known].sort((a, b) => a - b))
  expect(grams.slice(0, known.length)).not.toContain('-')
  expect(printed()).toMatch(
    /^Cheapest: \S+ \$0\.\d+\/hour, \d+ gCO2e\/kWh, [\d.]+ gCO2e\/hour; cleanest: eu-north-1 \$0\.\d+\/hour, [\d.]+ gCO2e\/kWh, [\d.]+ gCO2e\/hour/m,
  )
})
