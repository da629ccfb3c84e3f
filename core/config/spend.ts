import type { Layer } from './find.ts'
import { join } from './paths.ts'
import type { AllocationRule } from './spend-allocation-schema.ts'
import type { Budget } from './spend-budget-schema.ts'
import type { Metric } from './spend-metric-schema.ts'
import type { SpendStoreSetting } from './spend-store-schema.ts'

/** What the analyses of spend are told by outlay.json. */
export interface SpendSettings {
  readonly budgets: readonly Budget[]
  /** In the order they apply. */
  readonly allocation: readonly AllocationRule[]
  /** `file` from the folder of the config that names it. */
  readonly metrics: readonly Metric[]
  /** Whole months that the store keeps besides the current one; left out: all. */
  readonly retention?: number
  /** Tags that the store keeps a column of. */
  readonly tags?: readonly string[]
  /** The organisation's own warehouse. */
  readonly store?: SpendStoreSetting
}

export const noSpendSettings: SpendSettings = { budgets: [], allocation: [], metrics: [] }

/** A later config adds to the lists, and replaces what has the same name. */
export function spendOf(layers: readonly Layer[]): SpendSettings {
  const of = <T extends { readonly name: string }>(list: (layer: Layer) => readonly T[] | undefined) => {
    const all = new Map<string, T>()
    for (const layer of layers) for (const each of list(layer) ?? []) all.set(each.name, each)
    return [...all.values()]
  }
  return {
    budgets: of(({ config }) => config.spend?.budgets),
    allocation: of(({ config }) => config.spend?.allocation),
    metrics: of(({ config, folder }) =>
      config.spend?.metrics?.map((metric) =>
        metric.file === undefined ? metric : { ...metric, file: join(folder, metric.file) },
      ),
    ),
    ...last(layers, 'retention'),
    ...last(layers, 'tags'),
    ...last(layers, 'store'),
  }
}

function last<K extends 'retention' | 'store' | 'tags'>(
  layers: readonly Layer[],
  key: K,
): Pick<SpendSettings, K> | undefined {
  const value = layers.findLast(({ config }) => config.spend?.[key] !== undefined)?.config.spend?.[key]
  return value === undefined ? undefined : ({ [key]: value } as Pick<SpendSettings, K>)
}
