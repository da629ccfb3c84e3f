import type { PriceBook } from '../../core/prices/book.ts'
import { printAccelerators } from '../../core/prices/part-gpus.ts'
import type { Resource } from '../../core/types.ts'

/** `p4d.24xlarge · 8 × A100`; `otherwise` where the type is not known. */
export function instanceLabel(resource: Resource, otherwise: string, prices: PriceBook): string {
  const type = resource.shape.instanceType
  if (type?.is === 'oneOf') return type.among.join(' or ')
  if (type?.is !== 'known' && type?.is !== 'assumed') return otherwise
  const specs = prices.specs(resource.cloud, String(type.value))
  if (specs?.accelerator === undefined || specs.accelerators === 0) return String(type.value)
  return `${type.value} · ${printAccelerators(specs.accelerators)} × ${specs.accelerator}`
}
