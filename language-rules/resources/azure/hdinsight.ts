// https://azure.microsoft.com/pricing/details/hdinsight/: every node by the hour, its machine included.
import { fact, isUnwritten, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { known } from '../../../core/known.ts'
import { defineResource, type FactSource, type ResourceExample } from '../../../core/resource.ts'
import type { Known, Line } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

/** https://learn.microsoft.com/azure/hdinsight/hdinsight-capacity-planning: two heads and three keepers, which nobody chooses. */
const headNodes = 2
const keepers = 3

const roles = ['head', 'worker', 'zookeeper', 'edge'] as const
const labels = { head: 'Head nodes', worker: 'Worker nodes', zookeeper: 'ZooKeeper nodes', edge: 'Edge nodes' }

/** `Standard_D3_V2` is `D3 v2` in the list. */
const sizeName = (size: string) =>
  size
    .replace(/^standard_/i, '')
    .replaceAll('_', ' ')
    .replace(/ V(\d)/, ' v$1')

const facts: Readonly<Record<string, FactSource>> = {
  ...Object.fromEntries(roles.map((role) => [`${role}Size`, `roles.${role}_node.vm_size`])),
  workers: 'roles.worker_node.target_instance_count',
  edges: 'roles.edge_node.target_instance_count',
  disks: 'roles.worker_node.number_of_disks_per_node',
}

const types = ['hadoop', 'hbase', 'interactive_query', 'kafka', 'spark']

export const resources = [
  defineResource({
    id: 'azure/hdinsight-cluster',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/hdinsight/',
    shape: {
      headSize: 'size of the head nodes, Standard_D3_V2',
      workerSize: 'size of the worker nodes',
      zookeeperSize: 'size of the ZooKeeper nodes',
      edgeSize: 'size of the edge nodes, where there are any',
      workers: 'worker nodes',
      edges: 'edge nodes',
      disks: 'managed disks of each worker of Kafka',
    },
    lines(resource, prices) {
      const { item, months } = itemLines(resource, prices, 'hdinsight')
      const workers = numberFact(resource, 'workers')
      const counts: Readonly<Record<(typeof roles)[number], Known<number>>> = {
        head: known(headNodes, resource.location),
        worker: workers,
        zookeeper: known(keepers, resource.location),
        edge: numberFact(resource, 'edges'),
      }
      const nodes = roles.flatMap((role): Line[] => {
        const size = fact(resource, `${role}Size`)
        if (role === 'edge' && isUnwritten(size)) return []
        const hours = product(counts[role], monthOf(resource))
        return [item(labels[role], 'hour', hours, { by: [size], item: (name) => sizeName(name!) })]
      })
      const disks = numberFact(resource, 'disks')
      return isUnwritten(disks) ? nodes : [...nodes, months('Managed disks', 'S30 disk', product(disks, workers))]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/hdinsight_kafka_cluster and its neighbours
      terraform: Object.fromEntries(types.map((type) => [`azurerm_hdinsight_${type}_cluster`, { facts }])),
    },
    label: () => 'HDInsight cluster',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two heads, workers, three keepers and the disks of the workers: no row, and never $0',
    terraform: `resource "azurerm_hdinsight_kafka_cluster" "events" {
  location = "West US"
  tier     = "Standard"
  roles {
    head_node {
      vm_size = "Standard_E4ads_V5"
    }
    worker_node {
      vm_size                  = "Standard_D3_V2"
      target_instance_count    = 4
      number_of_disks_per_node = 2
    }
    zookeeper_node {
      vm_size = "Standard_A4_V2"
    }
  }
}
`,
    sees: [
      {
        address: 'azurerm_hdinsight_kafka_cluster.events',
        usd: 508.08,
        status: 'partial',
        lines: ['Head nodes', 'Worker nodes', 'ZooKeeper nodes', 'Managed disks'],
        unknown: ['Worker nodes: no-price', 'ZooKeeper nodes: no-price', 'Managed disks: no-price'],
      },
    ],
  },
]
