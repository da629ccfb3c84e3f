// What the schema of outlay.json says of each key, for completion and hover: the checks themselves are those of core/config.

type Json = Record<string, unknown>

/** By the end of a key's path, the longest that fits; `*` is any name. */
const meanings: Readonly<Record<string, string>> = {
  $schema: 'Where the schema of this file is, for editors that do not know it.',
  'volume.*.low': 'Calls a month, at least.',
  'volume.*.likely': 'Calls a month, most likely: the figure beside the line is for these.',
  'volume.*.high': 'Calls a month, at most.',
  'usage.*.*.low': 'At least.',
  'usage.*.*.likely': 'Most likely: the figure beside the line is for this.',
  'usage.*.*.high': 'At most.',
  'region.aws': 'Such as "us-east-1".',
  'region.gcp': 'Such as "us-central1".',
  'region.azure': 'Such as "eastus".',
  'assume.inputTokens':
    'Tokens that the program fills into a prompt when it runs. Left out, they are not known, and so is their cost.',
  'assume.outputTokens': 'Tokens of a likely answer. Left out, the mean of a published collection of chats, 215.',
  'overrides.files': 'A glob or a list of globs, from the folder of this config.',
  'prices.discounts': 'Percent off the list price of whatever matches; a later one wins.',
  'discounts.match': 'What the discount is for; left out, for everything.',
  'match.cloud': 'aws, gcp or azure.',
  'match.provider': 'Who sells it: "openai", "runpod".',
  'match.service': 'The service: "ec2", "ebs".',
  'match.sku': 'Instance type, model or storage class; * and ? stand for any characters.',
  'match.region': 'Region; * and ? stand for any characters.',
  'match.purchase': 'How it is bought.',
  'discounts.percent': 'Percent off, 0 to under 100.',
  'prices.overrides': 'Prices of your own, instead of those of the lists.',
  'prices.overrides.what': 'Instance type, model or storage class.',
  'prices.overrides.region': 'Only there; left out, everywhere.',
  'prices.overrides.unit': 'What `usd` buys: "hour", "GB-month", "1M input tokens".',
  'prices.overrides.usd': 'USD for one unit.',
  'prices.overrides.purchase': 'Only where it is bought so.',
  'prices.overrides.source': 'Where the price is from, shown beside it.',
  'prices.overrides.date': 'Day of the price, such as "2026-11-01".',
  'prices.overrides.force': 'Take it though the lists differ from it by far.',
  'prices.sheet': 'A CSV file of prices, by path from this config.',
  'prices.hardware': 'Machines of your own by name, with what an hour of each costs.',
  'hardware.*.usdPerHour': 'USD an hour.',
  'hardware.*.vcpu': 'Virtual CPUs.',
  'hardware.*.memoryGiB': 'Memory, GiB.',
  'hardware.*.accelerator': 'Such as "H100".',
  'hardware.*.accelerators': 'How many of them.',
  'hardware.*.acceleratorMemoryGiB': 'Memory of each, GiB.',
  'currency.code': 'Three capitals, such as "EUR".',
  'currency.perUsd': 'How many of it make one USD.',
  'currency.asOf': 'Day of the rate, such as "2026-11-01".',
}

const defaults: Readonly<Record<string, unknown>> = { preset: 'recommended', freeTiers: false }

const presetWords = [
  'Quiet: only rules that were measured to be right.',
  'All rules that may save.',
  'Everything, explained, as info at most.',
]

const snippets: Readonly<Record<string, readonly Json[]>> = {
  volume: [{ label: 'calls a month of a file', body: { '${1:src/app.py}': '^${2:10000}' } }],
  usage: [{ label: 'GB stored in a bucket', body: { '${1:aws_s3_bucket}': { '${2:storedGB}': '^${3:1000}' } } }],
  overrides: [{ label: 'settings of some files', body: [{ files: '${1:tests/**}', rules: { $2: 'off' } }] }],
}

/** The same schema with a meaning for each key, defaults, and what completion puts in. */
export function explained(schema: Json, path: readonly string[] = []): Json {
  const properties = schema.properties as Record<string, Json> | undefined
  const made: Json = { ...schema }
  if (properties && path[0] !== 'rules')
    made.properties = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [
        key,
        withWords(explained(value, [...path, key]), [...path, key]),
      ]),
    )
  for (const inner of ['items', 'additionalProperties'] as const)
    if (isSchema(schema[inner])) made[inner] = explained(schema[inner], inner === 'items' ? path : [...path, '*'])
  if (Array.isArray(schema.anyOf)) made.anyOf = schema.anyOf.map((each: Json) => explained(each, path))
  return made
}

const isSchema = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function withWords(schema: Json, path: readonly string[]): Json {
  const ends = path.map((_, i) => path.slice(i).join('.'))
  const description = schema.description ?? ends.map((end) => meanings[end]).find((text) => text !== undefined)
  const key = path.at(-1)!
  const isOwn = path.length === 1 || path.at(-2) === 'overrides'
  return {
    ...schema,
    ...(description === undefined ? {} : { description }),
    ...(isOwn && defaults[key] !== undefined ? { default: defaults[key] } : {}),
    ...(isOwn && key === 'preset' ? { enumDescriptions: presetWords } : {}),
    ...(isOwn && snippets[key] && path.length === 1 ? { defaultSnippets: snippets[key] } : {}),
  }
}
