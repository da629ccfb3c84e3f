// https://learn.microsoft.com/azure/machine-learning/concept-plan-manage-cost: the machines at the price of virtual machines, nothing on top.

import { fact, line, monthOf, numberFact, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Line, Price, Resource } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { examples as worked } from './machine-learning-examples.ts'
import { clusterFromCode, instanceFromCode } from './machine-learning-from-code.ts'
import { listed } from './machine-lines.ts'
import { regionOf } from './regions.ts'

/** Of a low-priority machine: the list has it at a fifth for all but a few old sizes (F, H), of which the book has some as the list has them. */
const lowShare = 0.2
const isOdd = /^standard_(?:f\d+s?(?:_v2)?|h\d+m?r?|ncc\d+.*)$/i

function machinePrice(prices: PriceBook, size: string, region: string, priority: string): Price | undefined {
  if (priority === 'LowPriority' && isOdd.test(size))
    return prices.service('azure', 'machine-learning', `low priority ${size.replace(/^standard_/i, '')}`, region)
  const price = prices.instance('azure', listed(prices, size), region, 'on-demand')
  if (priority !== 'LowPriority' || price === undefined) return price
  return {
    ...price,
    usd: price.usd * lowShare,
    weak: 'a fifth of the price on demand, as the list has it for low priority',
  }
}

const machines = (resource: Resource, prices: PriceBook, label: string, hours: Known<number>): Line =>
  line(
    label,
    'hour',
    hours,
    priceFor(resource, [fact(resource, 'instanceType'), fact(resource, 'priority')], (region, size, priority) =>
      machinePrice(prices, size!, region, priority!),
    ),
  )

const balancer = (count: Known<number>): Line => line('Load balancer', 'month', count, 'no-price')

export const resources = [
  defineResource({
    id: 'azure/ml-compute-instance',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/machine-learning/',
    shape: { instanceType: 'size, Standard_DS3_v2', priority: 'Dedicated: it can have no other' },
    assumes: [{ what: 'running', value: 'the whole month', from: 'an instance runs until it is stopped' }],
    lines: (resource, prices) => [
      machines(resource, prices, 'Instance', monthOf(resource)),
      // "Compute instances also incur P10 disk costs even in stopped state"
      line(
        'OS disk storage',
        'GB-month',
        known(128, resource.location),
        priceFor(
          resource,
          [],
          (region) => prices.storage('azure', 'managed-disk', 'premium-ssd P10 LRS', region)?.storage,
        ),
      ),
      balancer(known(1, resource.location)),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/machine_learning_compute_instance
      terraform: {
        azurerm_machine_learning_compute_instance: {
          facts: {
            instanceType: 'virtual_machine_size',
            priority: (block) => known<Fact>('Dedicated', block.location),
          },
          region: regionOf('machine_learning_workspace_id'),
        },
      },
      sdk: instanceFromCode,
    },
    label: (resource, prices) => instanceLabel(resource, 'ML compute instance', prices),
  }),
  defineResource({
    id: 'azure/ml-compute-cluster',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/machine-learning/',
    shape: {
      instanceType: 'size, Standard_NC24ads_A100_v4',
      priority: 'Dedicated or LowPriority',
      leastNodes: 'nodes it keeps whether there is work or not',
      mostNodes: 'nodes it has at most',
      idleSeconds: 'seconds a node waits for work before it is let go',
    },
    usage: { nodeHours: 'hours of its nodes in a month, beside those of the nodes it always keeps' },
    lines(resource, prices) {
      const least = numberFact(resource, 'leastNodes')
      const most = valueOf(numberFact(resource, 'mostNodes'))
      const kept = valueOf(least)
      const isScaled = most === undefined || kept === undefined || most > kept
      return [
        ...(kept === 0
          ? []
          : [
              machines(resource, prices, 'Nodes it keeps', product(least, monthOf(resource))),
              // "Every 50 nodes of a compute cluster have one standard load balancer billed"
              balancer(mapKnown(least, (nodes) => Math.ceil(nodes / 50))),
            ]),
        ...(isScaled ? [machines(resource, prices, 'Further nodes', usage(resource, 'nodeHours'))] : []),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/machine_learning_compute_cluster
      terraform: {
        azurerm_machine_learning_compute_cluster: {
          facts: {
            instanceType: 'vm_size',
            priority: 'vm_priority',
            leastNodes: 'scale_settings.min_node_count',
            mostNodes: 'scale_settings.max_node_count',
          },
          region: regionOf('machine_learning_workspace_id'),
        },
      },
      sdk: clusterFromCode,
    },
    label: (resource, prices) => instanceLabel(resource, 'ML compute cluster', prices),
  }),
]

export const examples = worked

/** What they hold is stored, trained or served elsewhere. */
export const free: readonly string[] = [
  'azurerm_machine_learning_datastore_blobstorage',
  'azurerm_machine_learning_datastore_datalake_gen2',
  'azurerm_machine_learning_datastore_fileshare',
  'azurerm_machine_learning_inference_cluster',
  'azurerm_machine_learning_synapse_spark',
  'azurerm_machine_learning_workspace',
]
