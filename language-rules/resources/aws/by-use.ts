// What has no price of its own and is billed by use alone.
import { defineResource, type FormatMapping, type ResourceDefinition } from '../../../core/resource.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

export interface ByUse {
  readonly id: string
  readonly docs: string
  /** Resource types of Terraform, each with what its mapping adds to no facts at all. */
  readonly types: Readonly<Record<string, Partial<FormatMapping>>>
  readonly label: string
  readonly parts: readonly Used[]
}

/** Each part is a line with its unit price; its quantity is what `usage` tells. */
export const billedByUse = ({ id, docs, types, label, parts }: ByUse): ResourceDefinition =>
  defineResource({
    id,
    cloud: 'aws',
    docs,
    shape: {},
    usage: usageOf(parts),
    lines: (resource, prices) => usedLines(resource, prices, parts),
    from: {
      terraform: Object.fromEntries(Object.entries(types).map(([type, more]) => [type, { facts: {}, ...more }])),
    },
    label: () => label,
  })
