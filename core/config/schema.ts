import * as z from 'zod/mini'
import { presets } from '../preset.ts'
import { currencySchema, pricesSchema } from './price-schema.ts'
import { severities } from './severities.ts'
import { spendSchema } from './spend-schema.ts'

// outlay.json. Each `error` is the sentence's end, "expected …"; parse.ts says the key and the nearest valid name.

export const settingWords = ['off', ...severities] as const

const globList = z.union([z.string().check(z.minLength(1)), z.array(z.string().check(z.minLength(1)))], {
  error: 'a glob or a list of globs',
})

const amount = (error: string) => z.number({ error }).check(z.nonnegative({ error }))
const calls = 'a number of calls a month, 0 or more'

const band = z
  .strictObject({ low: amount(calls), likely: amount(calls), high: amount(calls) })
  .check(z.refine(({ low, likely, high }) => low <= likely && likely <= high, { error: 'low ≤ likely ≤ high' }))

const ruleSetting = z.union(
  [
    z.enum(settingWords),
    z.tuple([z.enum(settingWords)]),
    z.tuple([z.enum(settingWords), z.record(z.string(), z.unknown())]),
  ],
  { error: '"off", "error", "warning", "info", "hint", or a list of one of these and an object of options' },
)

const rules = z
  .record(z.string(), ruleSetting, { error: 'an object from rule name to severity' })
  .check(z.describe('Rule name → "off", a severity, or [severity, options].'))

const volume = z
  .record(z.string(), z.union([amount(calls), band], { error: `${calls}, or { "low", "likely", "high" }` }), {
    error: 'an object from path glob, or "path#key" of one call, to calls a month',
  })
  .check(z.describe('Calls per month: path glob, or "path#key" of one call site → a number or { low, likely, high }.'))

const region = z
  .strictObject(
    {
      aws: z.optional(z.string().check(z.minLength(1))),
      gcp: z.optional(z.string().check(z.minLength(1))),
      azure: z.optional(z.string().check(z.minLength(1))),
    },
    { error: 'an object with "aws", "gcp" or "azure"' },
  )
  .check(z.describe('Region to take where the source names none, by cloud; shown as assumed.'))

const used = 'what is used in a month, 0 or more'
const usedBand = z
  .strictObject({ low: amount(used), likely: amount(used), high: amount(used) })
  .check(z.refine(({ low, likely, high }) => low <= likely && likely <= high, { error: 'low ≤ likely ≤ high' }))

const usage = z
  .record(
    z.string().check(z.minLength(1)),
    z.record(z.string(), z.union([amount(used), usedBand], { error: `${used}, or { "low", "likely", "high" }` }), {
      error: 'an object from quantity, like "storedGB", to what is used in a month',
    }),
    { error: 'an object from resource type or address to quantities' },
  )
  .check(
    z.describe(
      'What resources use in a month: type or address ("*" stands for anything) → quantity → a number or { low, likely, high }.',
    ),
  )

const terraform = z
  .strictObject(
    {
      varFiles: z.optional(
        z
          .array(z.string().check(z.minLength(1)), { error: 'a list of paths' })
          .check(
            z.describe('Variable files by path from this config, in order, beside those Terraform loads by itself.'),
          ),
      ),
      workspace: z.optional(z.string().check(z.minLength(1), z.describe('What terraform.workspace is.'))),
      plan: z.optional(
        z
          .string()
          .check(
            z.minLength(1),
            z.describe('What "terraform show -json <plan>" printed, by path from this config: its values win.'),
          ),
      ),
    },
    { error: 'an object with "varFiles", "workspace" or "plan"' },
  )
  .check(z.describe('How Terraform roots are read; give each root its own with "overrides".'))

const tokens = 'a whole number of tokens, 0 or more'
const count = z.int({ error: tokens }).check(z.nonnegative({ error: tokens }))

const assume = z
  .strictObject(
    { inputTokens: z.optional(count), outputTokens: z.optional(count) },
    { error: 'an object with "inputTokens" or "outputTokens"' },
  )
  .check(z.describe('Tokens to take for one call where the source cannot tell; shown as assumed.'))

const preset = z
  .enum(presets, { error: '"recommended", "strict" or "learn"' })
  .check(
    z.describe(
      'Which rules are on by themselves. recommended: what was measured to be right. strict: all that may save. learn: everything, explained, as info at most.',
    ),
  )

const freeTiers = z
  .boolean({ error: 'true or false' })
  .check(
    z.describe(
      'Whether the monthly allowances that AWS, Google Cloud and Azure give every customer without an end are taken off, each once for a Terraform root. False unless it is set.',
    ),
  )

const perFile = {
  preset: z.optional(preset),
  rules: z.optional(rules),
  volume: z.optional(volume),
  usage: z.optional(usage),
  region: z.optional(region),
  assume: z.optional(assume),
  terraform: z.optional(terraform),
  prices: z.optional(pricesSchema),
  freeTiers: z.optional(freeTiers),
}

export const configSchema = z.strictObject({
  $schema: z.optional(z.string()),
  extends: z.optional(
    z
      .union([z.string(), z.array(z.string())], { error: 'a path or an npm package, or a list of them' })
      .check(z.describe('Configs this one builds on, by path ("./base.json") or npm package; a later one wins.')),
  ),
  ...perFile,
  overrides: z.optional(
    z
      .array(z.strictObject({ files: globList, ...perFile }), { error: 'a list of { "files", … }' })
      .check(z.describe('Settings for some files only, in order; a later one wins.')),
  ),
  currency: z.optional(currencySchema),
  spend: z.optional(spendSchema),
  ignore: z.optional(globList.check(z.describe('Files Outlay does not read; "!" takes one back.'))),
})

export type Config = z.infer<typeof configSchema>
export type RuleSettingSource = z.infer<typeof ruleSetting>
export type FileSettings = Pick<
  Config,
  'preset' | 'rules' | 'volume' | 'usage' | 'region' | 'assume' | 'terraform' | 'prices' | 'freeTiers'
>
