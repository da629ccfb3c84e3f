import type { Document } from '../document.ts'
import type { Edit, Resource } from '../types.ts'
import { addToBlock } from './blocks.ts'

/** Each provider's own way to ask for spot; none where the block already says how it is bought. */
export function spotEdit(resource: Resource, document: Document): Edit | undefined {
  const has = (name: string) => resource.source.blocks.includes(name) || resource.source.values[name] !== undefined
  switch (resource.type) {
    case 'aws_eks_node_group':
      return has('capacity_type') ? undefined : addToBlock(resource, ['capacity_type = "SPOT"'], document)
    case 'aws_instance':
      if (has('instance_market_options')) return undefined
      return addToBlock(resource, ['', 'instance_market_options {', '  market_type = "spot"', '}'], document)
    case 'google_compute_instance':
      if (has('scheduling')) return undefined
      return addToBlock(
        resource,
        [
          '',
          'scheduling {',
          '  provisioning_model = "SPOT"',
          '  preemptible        = true',
          '  automatic_restart  = false',
          '}',
        ],
        document,
      )
    case 'azurerm_linux_virtual_machine':
      if (has('priority')) return undefined
      return addToBlock(resource, ['priority        = "Spot"', 'eviction_policy = "Deallocate"'], document)
    default:
      return undefined
  }
}
