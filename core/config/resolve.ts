import { exactly } from '../band.ts'
import { relativePath } from '../path.ts'
import type { UserPrices } from '../prices/user/prices.ts'
import type { RuleSetting, Settings } from '../settings.ts'
import type { Band, Severity } from '../types.ts'
import type { Chain, Layer } from './find.ts'
import type { KnownRule } from './parse.ts'
import { below, folderOf, join, matcher, matchGlob, normalise } from './paths.ts'
import type { FileSettings, RuleSettingSource } from './schema.ts'
import { spendOf } from './spend.ts'
import { mergePrices, type PricePart } from './user-prices.ts'

interface Part {
  readonly layer: Layer
  readonly settings: FileSettings
}

/**
 * What a chain of configs says about one file (absolute path or URI). Later layers win; within a layer an override beats
 * what it overrides, and a later override an earlier one. Pure.
 */
export function resolveSettings(chain: Chain, file: string, rules: readonly KnownRule[]): Settings {
  const path = normalise(file)
  const parts = chain.layers.flatMap((layer) => partsFor(layer, path))
  const preset = parts.findLast(({ settings }) => settings.preset)?.settings.preset
  return {
    ...(preset === undefined ? {} : { preset }),
    rules: ruleSettings(parts, rules),
    ignored: isIgnored(chain, path),
    volume: volumeOf(chain, parts, path),
    usage: usageOf(chain, parts),
    region: Object.assign({}, ...parts.map((part) => part.settings.region)),
    assume: Object.assign({}, ...parts.map((part) => part.settings.assume)),
    ...terraformOf(parts, path),
    prices: pricesOf(chain, parts),
    freeTiers: parts.findLast(({ settings }) => settings.freeTiers !== undefined)?.settings.freeTiers ?? false,
    spendScope: Object.assign({}, ...chain.layers.map(({ config }) => config.spend?.scope)),
    spend: spendOf(chain.layers),
    currency: chain.layers.findLast(({ config }) => config.currency)?.config.currency,
  }
}

function partsFor(layer: Layer, path: string): Part[] {
  const relative = below(layer.folder, path)
  const overrides =
    relative === undefined ? [] : (layer.config.overrides ?? []).filter((o) => matcher([o.files].flat())(relative))
  return [layer.config, ...overrides].map((settings) => ({ layer, settings }))
}

function isIgnored(chain: Chain, path: string): boolean {
  return chain.layers.reduce((ignored, { folder, config }) => {
    const relative = below(folder, path)
    return relative === undefined || config.ignore === undefined
      ? ignored
      : matcher([config.ignore].flat())(relative, ignored)
  }, false)
}

/** A severity alone keeps the options an earlier layer gave. Options are as the rule's own schema reads them. */
function ruleSettings(parts: readonly Part[], rules: readonly KnownRule[]): ReadonlyMap<string, RuleSetting> {
  const merged = new Map<string, { severity: Severity | 'off'; options: unknown }>()
  for (const { settings } of parts) {
    for (const [id, setting] of Object.entries(settings.rules ?? {})) {
      const [severity, options] = pair(setting)
      merged.set(id, { severity, options: options ?? merged.get(id)?.options ?? {} })
    }
  }
  const known = new Map(rules.map((rule) => [rule.id, rule]))
  return new Map(
    [...merged].flatMap(([id, { severity, options }]): [string, RuleSetting][] => {
      const parsed = known.get(id)?.options.safeParse(options)
      return parsed?.success ? [[id, { severity, options: parsed.data }]] : []
    }),
  )
}

const pair = (setting: RuleSettingSource): readonly [Severity | 'off', Record<string, unknown>?] =>
  Array.isArray(setting) ? [setting[0], setting[1]] : [setting]

/** One call (`path#key`) beats a path; among equals the later wins. */
function volumeOf(chain: Chain, parts: readonly Part[], path: string): Settings['volume'] {
  const entries = parts.flatMap(({ layer, settings }) => {
    const relative = below(layer.folder, path)
    if (relative === undefined) return []
    return Object.entries(settings.volume ?? {}).flatMap(([place, calls]) => {
      const hash = place.indexOf('#')
      const glob = hash < 0 ? place : place.slice(0, hash)
      if (glob !== relative && !matchGlob(glob)(relative)) return []
      const from = nameOf(chain, layer)
      return [{ key: hash < 0 ? undefined : place.slice(hash + 1), calls: toBand(calls), from }]
    })
  })
  if (entries.length === 0) return () => undefined
  return (call) => {
    const entry = entries.findLast((e) => e.key === call.key) ?? entries.findLast((e) => e.key === undefined)
    return entry && { calls: entry.calls, from: entry.from }
  }
}

/** A later list of files takes the place of an earlier one. A file is named from the folder of what is read with it. */
function terraformOf(parts: readonly Part[], path: string): Pick<Settings, 'terraform'> {
  const files = parts.findLast(({ settings }) => settings.terraform?.varFiles)
  const workspace = parts.findLast(({ settings }) => settings.terraform?.workspace)?.settings.terraform?.workspace
  const planned = parts.findLast(({ settings }) => settings.terraform?.plan)
  if (files === undefined && workspace === undefined && planned === undefined) return {}
  const from = folderOf(path) ?? ''
  const varFiles = (files?.settings.terraform?.varFiles ?? []).map((name) =>
    relativePath(from, join(files!.layer.folder, name)),
  )
  const plan = planned && relativePath(from, join(planned.layer.folder, planned.settings.terraform?.plan ?? ''))
  return {
    terraform: {
      varFiles,
      ...(workspace === undefined ? {} : { workspace }),
      ...(plan === undefined ? {} : { plan }),
    },
  }
}

/** An address beats a type, a longer pattern a shorter one; among equals the later wins. Quantity by quantity. */
function usageOf(chain: Chain, parts: readonly Part[]): Settings['usage'] {
  const entries = parts.flatMap(({ layer, settings }) =>
    Object.entries(settings.usage ?? {}).map(([place, quantities]) => ({
      place,
      matches: placeMatcher(place),
      quantities,
      from: nameOf(chain, layer),
    })),
  )
  if (entries.length === 0) return () => ({})
  return ({ type, address }) => {
    const speaking = entries
      .filter(({ place, matches }) => place === type || matches(address))
      .sort((a, b) => closeness(a.place, type) - closeness(b.place, type))
    return Object.fromEntries(
      speaking.flatMap(({ quantities, from }) =>
        Object.entries(quantities).map(([name, quantity]) => [name, { quantity: toBand(quantity), from }]),
      ),
    )
  }
}

/** Without an index, all instances are meant: `aws_lambda_function.api` also says `aws_lambda_function.api["a"]`. */
function placeMatcher(place: string): (address: string) => boolean {
  const pattern = place
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  const whole = new RegExp(`^${pattern}(\\[.*\\])?$`)
  return (address) => whole.test(address)
}

const closeness = (place: string, type: string) => (place === type ? 0 : place.replaceAll('*', '').length)

const toBand = (calls: number | Band): Band => (typeof calls === 'number' ? exactly(calls) : calls)

/** What was made of the same parts before, by chain: files that share their prices share one object, and one book made of it. */
const made = new WeakMap<Chain, { readonly of: readonly FileSettings[]; readonly prices: UserPrices | undefined }[]>()

function pricesOf(chain: Chain, parts: readonly Part[]): UserPrices | undefined {
  const speaking = parts.flatMap(({ layer, settings }): (PricePart & { settings: FileSettings })[] =>
    settings.prices ? [{ settings, prices: settings.prices, sheets: layer.sheets, from: nameOf(chain, layer) }] : [],
  )
  const of = speaking.map(({ settings }) => settings)
  const before = made.get(chain) ?? []
  const same = before.find((each) => each.of.length === of.length && each.of.every((part, i) => part === of[i]))
  if (same) return same.prices
  const prices = mergePrices(speaking)
  made.set(chain, [...before, { of, prices }])
  return prices
}

/** How the user knows the config: `outlay.json`, `team/base.json`. */
const nameOf = (chain: Chain, layer: Layer): string =>
  below(folderOf(chain.file) ?? '', layer.file) ?? layer.file.slice(layer.file.lastIndexOf('/') + 1)
