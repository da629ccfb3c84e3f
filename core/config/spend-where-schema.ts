import * as z from 'zod/mini'
import { dimensionNames, dimensionsText, isDimension } from '../spend-dimensions.ts'

// As in schema.ts each `error` is the sentence's end, "expected …".

const values = 'a text, null (rows that do not say it), or a list of them'
const value = z.union([z.string(), z.null()], { error: values })

/** `{ "service": "Amazon Bedrock", "tag:team": ["search", "checkout"] }` */
export const whereSchema = z
  .record(z.string(), z.union([value, z.array(value).check(z.minLength(1, { error: values }))], { error: values }), {
    error: 'an object from dimension to values',
  })
  .check(
    z.refine((where) => Object.keys(where).every(isDimension), {
      error: `an object whose names are dimensions of spend (${dimensionsText})`,
    }),
    z.describe('Which spend: each dimension named has one of the values given for it; left out, all of it.'),
  )

const dimensionError = `a dimension of spend (${dimensionsText})`

export const dimension = (what: string) =>
  // Two branches, so that an editor can offer the names.
  z
    .union([z.enum(dimensionNames), z.string().check(z.regex(/^tag:./, { error: dimensionError }))], {
      error: dimensionError,
    })
    .check(z.describe(what))

export const text = (what: string, says: string) => {
  const error = `${what}, at most 200 characters`
  return z.string({ error }).check(z.minLength(1, { error }), z.maxLength(200, { error }), z.describe(says))
}

const code = 'a currency code of three capitals, such as "EUR"'
export const currencyCode = (says: string) =>
  z.string({ error: code }).check(z.regex(/^[A-Z]{3}$/, { error: code }), z.describe(says))

export type WrittenWhere = z.infer<typeof whereSchema>
