import { defineResource, type ResourceDefinition } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

/** What is billed by use alone: its label, its unit, the item of the price book, and what `usage` calls it and means. */
export type Use = readonly [label: string, unit: string, item: string, name: string, meaning: string]

/** A resource that is billed by use alone, each use at one price. */
export const byUse = (
  id: string,
  docs: string,
  service: string,
  types: readonly string[],
  uses: readonly Use[],
  owner = 'none',
): ResourceDefinition =>
  defineResource({
    id: `azure/${id}`,
    cloud: 'azure',
    docs,
    shape: {},
    usage: Object.fromEntries(uses.map(([, , , name, meaning]) => [name, meaning])),
    lines(resource, prices) {
      const { used } = itemLines(resource, prices, service)
      return uses.map(([label, unit, item, name]) => used(label, unit, item, name))
    },
    from: { terraform: Object.fromEntries(types.map((type) => [type, { facts: {}, region: regionOf(owner) }])) },
    label: () => id.replaceAll('-', ' '),
  })
