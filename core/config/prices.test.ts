import { describe, expect, it, test } from 'vitest'
import { createConfigs } from './configs.ts'

const sheet = 'sku,region,unit,usd\np5.48xlarge,us-east-1,hour,55\n'

function configsOf(files: Record<string, string>, env: Record<string, string> = {}) {
  const configs = createConfigs((path) => files[path], [], { env: (name) => env[name] })
  return {
    configs,
    prices: (file: string) => configs.resolve(file).settings?.prices,
    said: (file: string) =>
      configs
        .resolve(file)
        .errors.map(({ message, location }) => [message, files[location.file]!.slice(...location.span)]),
  }
}

const saidOf = (text: string) => configsOf({ '/p/outlay.json': text }).said('/p/x.py')

describe('prices in outlay.json', () => {
  it('are discounts, overrides, a sheet before them, and machines', () => {
    const text = `{ "prices": {
      "discounts": [{ "percent": 5 }, { "match": { "cloud": "aws", "service": "ec2", "sku": "p5*" }, "percent": 12 }],
      "overrides": [{ "what": "gpt-4o", "unit": "1M input tokens", "usd": 2, "source": "contract 7" }],
      "sheet": "prices/acme.csv",
      "hardware": { "rack-1": { "usdPerHour": 2.5, "accelerator": "H100" }, "edge": { "usdPerHour": 0.1 } } } }`
    const from = 'outlay.json'
    expect(configsOf({ '/p/outlay.json': text, '/p/prices/acme.csv': sheet }).prices('/p/x.py')).toEqual({
      discounts: [
        { match: {}, percent: 5, from },
        { match: { cloud: 'aws', service: 'ec2', sku: 'p5*' }, percent: 12, from },
      ],
      overrides: [
        {
          what: 'p5.48xlarge',
          region: 'us-east-1',
          unit: 'hour',
          usd: 55,
          purchase: 'on-demand',
          force: false,
          from: 'acme.csv of outlay.json',
        },
        {
          what: 'gpt-4o',
          unit: '1M input tokens',
          usd: 2,
          source: 'contract 7',
          purchase: 'on-demand',
          force: false,
          from,
        },
      ],
      machines: [
        { name: 'rack-1', usdPerHour: 2.5, accelerator: 'H100', accelerators: 1, from },
        { name: 'edge', usdPerHour: 0.1, accelerators: 0, from },
      ],
    })
  })

  it('are per file, after those of the base, and one object for all files they are the same for', () => {
    const { prices } = configsOf({
      '/p/base.json': '{ "prices": { "discounts": [{ "percent": 1 }] } }',
      '/p/outlay.json': `{ "extends": "./base.json", "prices": { "discounts": [{ "percent": 2 }] },
        "overrides": [{ "files": "infra/**", "prices": { "discounts": [{ "percent": 3 }] } }] }`,
    })
    const percents = (file: string) => prices(file)?.discounts.map(({ percent, from }) => [percent, from])
    expect(percents('/p/x.py')).toEqual([
      [1, 'base.json'],
      [2, 'outlay.json'],
    ])
    expect(percents('/p/infra/main.tf')?.at(-1)).toEqual([3, 'outlay.json'])
    expect(prices('/p/y.py')).toBe(prices('/p/x.py'))
    expect(prices('/p/infra/main.tf')).not.toBe(prices('/p/x.py'))
    expect(configsOf({ '/p/outlay.json': '{}' }).prices('/p/x.py')).toBeUndefined()
  })

  it.each([
    [
      '{ "prices": { "discount": [] } }',
      '"prices.discount": no setting of that name; did you mean "discounts"?',
      '"discount"',
    ],
    [
      '{ "prices": { "discounts": [{ "match": { "sevice": "ec2" }, "percent": 5 }] } }',
      '"prices.discounts[0].match.sevice": no setting of that name; did you mean "service"?',
      '"sevice"',
    ],
    [
      '{ "prices": { "discounts": [{ "percent": 100 }] } }',
      '"prices.discounts[0].percent": expected a discount in percent, 0 or more and less than 100, found 100',
      '100',
    ],
    [
      '{ "prices": { "discounts": [{ "percent": -5 }] } }',
      '"prices.discounts[0].percent": expected a discount in percent, 0 or more and less than 100, found -5',
      '-5',
    ],
    [
      '{ "prices": { "overrides": [{ "what": "gp3", "unit": "GB-month", "usd": -1 }] } }',
      '"prices.overrides[0].usd": expected a price in USD, 0 or more, found -1',
      '-1',
    ],
    [
      '{ "prices": { "overrides": [{ "what": "gp3", "unit": "GB-month", "usd": 1e999 }] } }',
      '"prices.overrides[0].usd": expected a price in USD, 0 or more, found null',
      '1e999',
    ],
    [
      '{ "prices": { "overrides": [{ "what": "gpt-4o", "unit": "1M inptu tokens", "usd": 1 }] } }',
      '"prices.overrides[0].unit": expected a unit such as "hour", "GB-month", "1M input tokens", "1M cache read tokens" or "1000 requests", found "1M inptu tokens"',
      '"1M inptu tokens"',
    ],
    [
      '{ "overrides": [{ "files": "a", "prices": { "hardware": { "rack": { "usdPerHour": -1 } } } }] }',
      '"overrides[0].prices.hardware.rack.usdPerHour": expected a price in USD, 0 or more, found -1',
      '-1',
    ],
  ])('%s is refused on its place', (text, message, at) => {
    expect(saidOf(text)).toEqual([[message, at]])
  })
})

describe('a price sheet', () => {
  const named = (path: string) => JSON.stringify({ prices: { sheet: path } })

  it('may lie outside the project, by path or by environment variable', () => {
    const files = { '/p/outlay.json': named('${env:PRICES}/acme.csv'), '/secret/acme.csv': sheet }
    expect(configsOf(files, { PRICES: '/secret' }).prices('/p/x.py')?.overrides).toHaveLength(1)
    const plain = { '/p/outlay.json': named('/secret/acme.csv'), '/secret/acme.csv': sheet }
    expect(configsOf(plain).prices('/p/x.py')?.overrides).toHaveLength(1)
  })

  it.each([
    ['no.csv', 'there is no price sheet "no.csv", or it cannot be read'],
    ['${env:GONE}/a.csv', '"${env:GONE}/a.csv" needs the environment variable GONE, which is not set'],
    ['${env:HERE}/a.csv', 'there is no price sheet "${env:HERE}/a.csv", or it cannot be read'],
    ['bad.csv', 'in the price sheet "bad.csv" line 2: expected a price in USD, 0 or more and plain digits, found "-1"'],
    ['//host/a.csv', '"//host/a.csv" is on the network; write "${env:…}" and set the variable to that folder'],
  ])('%s: a config error in a sentence, without what a variable holds', (path, says) => {
    const files = {
      '/p/outlay.json': named(path),
      '/p/bad.csv': 'sku,region,unit,usd\na,,hour,-1',
      '//host/a.csv': sheet,
    }
    const { said, prices } = configsOf(files, { HERE: '/hidden' })
    expect(said('/p/x.py')).toEqual([[`"prices.sheet": ${says}`, JSON.stringify(path)]])
    expect(prices('/p/x.py')).toBeUndefined()
  })

  it('that changes is noticed, and the last good one stays while it is broken', () => {
    const files: Record<string, string> = { '/p/outlay.json': named('a.csv'), '/p/a.csv': sheet }
    const { configs, prices, said } = configsOf(files)
    expect(prices('/p/x.py')?.overrides[0]?.usd).toBe(55)
    files['/p/a.csv'] = sheet.replace('55', 'x')
    expect(configs.changed('/p/b.csv')).toBe(false)
    expect(configs.changed('/p/a.csv')).toBe(true)
    expect([said('/p/x.py').length, prices('/p/x.py')?.overrides[0]?.usd]).toEqual([1, 55])
    files['/p/a.csv'] = sheet.replace('55', '44')
    configs.changed('/p/a.csv')
    expect([said('/p/x.py').length, prices('/p/x.py')?.overrides[0]?.usd]).toEqual([0, 44])
  })
})

test('a currency is taken whole, the nearest one, and refused without its date', () => {
  const euro = { code: 'EUR', perUsd: 0.92, asOf: '2026-11-01' }
  const { configs } = configsOf({ '/p/outlay.json': JSON.stringify({ currency: euro }) })
  expect(configs.resolve('/p/x.py').settings?.currency).toEqual(euro)
  expect(saidOf('{ "currency": { "code": "eur", "perUsd": 0, "asOf": "last year" } }').map(([says]) => says)).toEqual([
    '"currency.code": expected a currency code of three capitals, such as "EUR", found "eur"',
    '"currency.perUsd": expected how many of it make one USD, more than 0, found 0',
    '"currency.asOf": expected the date of the rate, such as "2026-11-01", found "last year"',
  ])
})
