import type { Document } from '../document.ts'
import type { Edit, Resource } from '../types.ts'
import { addArgument } from './arguments.ts'
import { addBeside, addToBlock, setAttribute } from './blocks.ts'

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
    case 'azurerm_kubernetes_cluster_node_pool':
      if (has('priority')) return undefined
      return addToBlock(resource, ['priority        = "Spot"', 'eviction_policy = "Delete"'], document)
    case 'google_container_node_pool':
      if (has('node_config.spot') || has('node_config.preemptible')) return undefined
      return addBeside(resource, 'node_config.machine_type', ['spot = true'], document)
    case 'aws_batch_compute_environment':
      return setAttribute(resource, 'compute_resources.type', '"SPOT"', document)
    case 'aws.run_instances': {
      const market = document.language === 'python' ? '{"MarketType": "spot"}' : "{ MarketType: 'spot' }"
      return addArgument(resource, 'InstanceMarketOptions', market, document)
    }
    case 'skypilot.Resources':
      return addArgument(resource, 'use_spot', 'True', document)
    default:
      return undefined
  }
}
