import { type Document, textOf } from '../document.ts'
import { valueOf } from '../known.ts'
import type { Edit, Resource } from '../types.ts'
import { addArgument } from './arguments.ts'
import { addBeside, addToBlock, codeOf, setAttribute } from './blocks.ts'

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
    case 'azurerm_linux_virtual_machine_scale_set':
      if (has('priority')) return undefined
      return addToBlock(resource, ['priority        = "Spot"', 'eviction_policy = "Delete"'], document)
    case 'aws_batch_compute_environment':
      return batchEdit(resource, document)
    case 'google_dataproc_cluster':
      return setAttribute(resource, 'cluster_config.preemptible_worker_config.preemptibility', '"SPOT"', document)
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

/**
 * The strategy that is kept where none is written, `BEST_FIT`, asks for a role of its own as spot:
 * https://docs.aws.amazon.com/batch/latest/APIReference/API_ComputeResource.html
 */
function batchEdit(resource: Resource, document: Document): Edit | undefined {
  const { shape, source } = resource
  const path = 'compute_resources.type'
  if (shape.launchType && valueOf(shape.launchType) === 'fargate')
    return setAttribute(resource, path, '"FARGATE_SPOT"', document)
  const has = (name: string) => source.values[`compute_resources.${name}`] !== undefined
  if (has('spot_iam_fleet_role')) return setAttribute(resource, path, '"SPOT"', document)
  const strategy = codeOf(resource, 'compute_resources.allocation_strategy', document)
  if (strategy !== undefined)
    return /^"BEST_FIT_PROGRESSIVE"$/.test(strategy) ? setAttribute(resource, path, '"SPOT"', document) : undefined
  const beside = addBeside(resource, path, ['allocation_strategy = "SPOT_CAPACITY_OPTIMIZED"'], document)
  const at = source.values[path]
  // One edit for both: they touch.
  const after = at && beside ? textOf(document, at.cell).slice(at.span[1], beside.span[0]) : undefined
  return at && beside && after !== undefined
    ? { ...beside, span: [at.span[0], beside.span[1]], text: `"SPOT"${after}${beside.text}` }
    : undefined
}
