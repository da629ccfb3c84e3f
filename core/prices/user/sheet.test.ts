import { expect, test } from 'vitest'
import { readSheet } from './sheet.ts'

test('rows of a sheet, with quotes, a BOM, CRLF, an empty line, and columns in any order', () => {
  const text =
    '\ufeffusd,sku,unit,region,source,purchase,date\r\n55,p5.48xlarge,hour,us-east-1,"EDP 2026, page ""3""",,2026-03-01\r\n\r\n0.9,gpt-4o,1M input tokens,,,,\r\n20,p5.48xlarge,hour,,,spot'
  expect(readSheet(text)).toEqual([
    {
      what: 'p5.48xlarge',
      region: 'us-east-1',
      unit: 'hour',
      usd: 55,
      source: 'EDP 2026, page "3"',
      date: '2026-03-01',
    },
    { what: 'gpt-4o', unit: '1M input tokens', usd: 0.9 },
    { what: 'p5.48xlarge', unit: 'hour', usd: 20, purchase: 'spot' },
  ])
})

test('a spreadsheet may separate with semicolons', () => {
  expect(readSheet('sku;region;unit;usd\na;;hour;1.5')).toEqual([{ what: 'a', unit: 'hour', usd: 1.5 }])
})

test.each([
  ['-3', 'line 2: expected a price in USD, 0 or more and plain digits, found "-3"'],
  ['NaN', 'line 2: expected a price in USD, 0 or more and plain digits, found "NaN"'],
  ['1e999', 'line 2: expected a price in USD, 0 or more and plain digits, found "1e999"'],
  ['', 'line 2: expected a price in USD, 0 or more and plain digits, found ""'],
])('a price of %o is refused by its line', (usd, problem) => {
  expect(readSheet(`sku,region,unit,usd\na,,hour,${usd}`)).toEqual({ problem })
})

test('an amount whose thousands are cut off by the comma is no price', () => {
  expect(readSheet('sku,region,unit,usd\na,,hour,1,234.5')).toEqual({
    problem: 'line 2: more cells than the first line has',
  })
})

test('a column nobody knows is refused, because a misspelt "purchase" would change a price', () => {
  expect(readSheet('sku,region,unit,usd,purchas\na,,hour,1,spot')).toEqual({
    problem: 'it has a column "purchas"; expected sku, region, unit, usd, purchase, source, date, each once',
  })
})

test('a date that is none is refused by its line', () => {
  expect(readSheet('sku,region,unit,usd,date\na,,hour,1,3/1/2026')).toEqual({
    problem: 'line 2: expected a date such as "2026-11-01" or nothing, found "3/1/2026"',
  })
})

test('three mistakes are said, the others counted', () => {
  expect(readSheet('sku,region,unit,usd\n,,hour,1\n,,hour,1\na,,5,1\na,,hour,x\na,,hour,y')).toEqual({
    problem:
      'line 2: the sku is empty; line 3: the sku is empty; line 4: expected a unit such as "hour", found "5"; and 2 lines more',
  })
})

test('nothing of a file that is no price sheet is repeated', () => {
  expect(readSheet('root:x:0:0:secret\nme:x:1:1:secret')).toEqual({
    problem: 'its first line has no column "sku", "region", "unit", "usd"',
  })
})
