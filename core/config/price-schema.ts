import * as z from 'zod/mini'
import { isDate, purchases } from '../prices/user/sheet.ts'
import { modelUnits, readUnit } from '../prices/user/units.ts'

// `prices` and `currency` of outlay.json. As in schema.ts each `error` is the sentence's end, "expected …".

const name = (what: string) => {
  const error = `${what}, at most 200 characters`
  return z.string({ error }).check(z.minLength(1, { error }), z.maxLength(200, { error }))
}

const glob = (what: string) => name(`${what}; * and ? stand for any characters`)

const usdError = 'a price in USD, 0 or more'
const usd = z.number({ error: usdError }).check(z.nonnegative({ error: usdError }))

const percentError = 'a discount in percent, 0 or more and less than 100'
const percent = z
  .number({ error: percentError })
  .check(z.gte(0, { error: percentError }), z.lt(100, { error: percentError }))

const unitError = 'a unit such as "hour", "GB-month", "1M input tokens", "1M cache read tokens" or "1000 requests"'
const isUnit = (text: string) => {
  const unit = readUnit(text)?.unit
  return unit !== undefined && (!unit.endsWith('token') || modelUnits.includes(unit))
}
const unit = z.string({ error: unitError }).check(z.refine(isUnit, { error: unitError }))

const match = z.strictObject(
  {
    cloud: z.optional(z.enum(['aws', 'gcp', 'azure'])),
    provider: z.optional(name('the name of a provider such as "openai" or "runpod"')),
    service: z.optional(name('the name of a service such as "ec2" or "ebs"')),
    sku: z.optional(glob('an instance type, a model or a storage class')),
    region: z.optional(glob('a region')),
    purchase: z.optional(z.enum(purchases)),
  },
  { error: 'an object with "cloud", "provider", "service", "sku", "region" or "purchase"' },
)

const discount = z.strictObject(
  { match: z.optional(match), percent },
  { error: 'an object with "match" and "percent"' },
)

const priceDate = 'the date of the price, such as "2026-11-01"'

const override = z.strictObject(
  {
    what: glob('an instance type, a model or a storage class'),
    region: z.optional(glob('a region')),
    unit,
    usd,
    purchase: z.optional(z.enum(purchases)),
    source: z.optional(name('a text')),
    date: z.optional(z.string({ error: priceDate }).check(z.refine(isDate, { error: priceDate }))),
    force: z.optional(z.boolean({ error: 'true or false' })),
  },
  { error: 'an object with "what", "unit" and "usd"' },
)

const countError = 'a number, 0 or more'
const count = z.number({ error: countError }).check(z.nonnegative({ error: countError }))

const machine = z.strictObject(
  {
    usdPerHour: usd,
    vcpu: z.optional(count),
    memoryGiB: z.optional(count),
    accelerator: z.optional(name('the name of an accelerator such as "H100"')),
    accelerators: z.optional(count),
    acceleratorMemoryGiB: z.optional(count),
  },
  { error: 'an object with "usdPerHour"' },
)

export const pricesSchema = z
  .strictObject(
    {
      discounts: z.optional(z.array(discount, { error: 'a list of { "match", "percent" }' })),
      overrides: z.optional(z.array(override, { error: 'a list of { "what", "unit", "usd" }' })),
      sheet: z.optional(name('the path of a CSV file')),
      hardware: z.optional(z.record(name('a name'), machine, { error: 'an object from name to { "usdPerHour", … }' })),
    },
    { error: 'an object with "discounts", "overrides", "sheet" or "hardware"' },
  )
  .check(z.describe('What you pay instead of the list prices; shown as the source of the price.'))

const code = 'a currency code of three capitals, such as "EUR"'
const rate = 'how many of it make one USD, more than 0'
const date = 'the date of the rate, such as "2026-11-01"'

export const currencySchema = z
  .strictObject(
    {
      code: z.string({ error: code }).check(z.regex(/^[A-Z]{3}$/, { error: code })),
      perUsd: z.number({ error: rate }).check(z.positive({ error: rate })),
      asOf: z.string({ error: date }).check(z.refine(isDate, { error: date })),
    },
    { error: 'an object with "code", "perUsd" and "asOf"' },
  )
  .check(z.describe('Totals are shown in this currency too, at your rate; every figure is computed in USD.'))
