import type { Layer } from './find.ts'
import { join } from './paths.ts'
import type { AllocationRule } from './spend-allocation-schema.ts'
import type { Budget } from './spend-budget-schema.ts'
import type { Metric } from './spend-metric-schema.ts'

/** What the analyses of spend are told by outlay.json. */
export interface SpendSettings {
  readonly budgets: readonly Budget[]
  /** In the order they apply. */
  readonly allocation: readonly AllocationRule[]
  /** `file` from the folder of the config that names it. */
  readonly metrics: readonly Metric[]
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
  }
}
