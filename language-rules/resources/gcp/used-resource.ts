import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping, type ResourceDefinition } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

/** A resource that is billed by what is used of it, and by nothing that is written. */
export const usedResource = ({
  id,
  docs,
  label,
  used,
  types,
  region,
}: {
  readonly id: string
  readonly docs: string
  readonly label: string
  readonly used: readonly Used[]
  /** Terraform's names of it. */
  readonly types: readonly string[]
  readonly region?: FormatMapping['region']
}): ResourceDefinition =>
  defineResource({
    id: `gcp/${id}`,
    cloud: 'gcp',
    docs,
    shape: {},
    usage: usageOf(used),
    lines: (resource: Resource, prices: PriceBook): readonly Line[] => usedLines(resource, prices, used),
    from: {
      terraform: Object.fromEntries(
        types.map((type): [string, FormatMapping] => [
          type,
          { facts: {}, ...(region === undefined ? {} : { region }) },
        ]),
      ),
    },
    label: () => label,
  })
