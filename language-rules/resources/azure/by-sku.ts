import { fact, numberFact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type FactSource, type FormatMapping, type ResourceDefinition } from '../../../core/resource.ts'
import { itemLines, one } from './item-lines.ts'

/** A resource whose SKU and number of units are all that decides its price. */
export interface BySku {
  readonly id: string
  readonly docs: string
  /** Of the price book. */
  readonly service: string
  readonly types: readonly string[]
  /** What a unit is called, and its time: a unit by the hour, the day or the month. */
  readonly line: string
  readonly time: 'hours' | 'days' | 'months'
  readonly skus: string
  readonly sku: FactSource
  /** Left out: one. */
  readonly count?: FactSource
  readonly item: (sku: string) => string | undefined
  /** The SKU that costs nothing. */
  readonly free?: string
  readonly region?: FormatMapping['region']
}

export function bySku(of: BySku): ResourceDefinition {
  const mapping: FormatMapping = {
    facts: { sku: of.sku, ...(of.count === undefined ? {} : { units: of.count }) },
    ...(of.region === undefined ? {} : { region: of.region }),
  }
  return defineResource({
    id: `azure/${of.id}`,
    cloud: 'azure',
    docs: of.docs,
    shape: { sku: of.skus, ...(of.count === undefined ? {} : { units: 'how many' }) },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      if (of.free !== undefined && String(valueOf(sku)).toLowerCase() === of.free.toLowerCase()) return []
      const units = of.count === undefined ? one(resource) : numberFact(resource, 'units')
      const picked = { by: [sku], item: (name: string | undefined) => of.item(name!) }
      return [itemLines(resource, prices, of.service)[of.time](of.line, picked, units)]
    },
    from: { terraform: Object.fromEntries(of.types.map((type) => [type, mapping])) },
    label: (resource) => `${of.id.replaceAll('-', ' ')} ${valueOf(fact(resource, 'sku')) ?? ''}`.trim(),
  })
}
