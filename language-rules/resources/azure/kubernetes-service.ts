// https://azure.microsoft.com/pricing/details/kubernetes-service/: the control plane by its tier, the nodes as machines and disks.

import { fact, isUnwritten, numberFact, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { factOf } from '../block-facts.ts'
import { instanceLabel } from '../instance-label.ts'
import { diskLines, diskUsage } from './disk-lines.ts'
import { itemLines } from './item-lines.ts'
import { examples as worked } from './kubernetes-service-examples.ts'
import { machineLines, machineShape, purchaseBy } from './machine-lines.ts'
import { regionOf } from './regions.ts'

const nodeShape = {
  ...machineShape,
  nodes: 'nodes of the pool, from its least to its most where it is autoscaled',
  'osDisk.type': 'storage account type of the OS disk',
  'osDisk.sizeGiB': 'GiB of the OS disk of each node',
  osDiskIsFree: 'whether it is on the host, and free',
}

function nodeLines(resource: Resource, prices: PriceBook): Line[] {
  const nodes = numberFact(resource, 'nodes')
  if (valueOf(nodes) === 0) return []
  const hasDisk = valueOf(fact(resource, 'osDiskIsFree')) !== true
  return [
    ...machineLines(resource, prices, nodes),
    ...(hasDisk ? diskLines(resource, prices, 'osDisk.', 'OS disk', nodes) : []),
  ]
}

/** https://learn.microsoft.com/azure/aks/concepts-storage#managed-os-disks: by the vCPUs of the node, where no size is written. */
function diskSize(block: Block, at: string): Known<Fact> {
  const written = block.fact(`${at}os_disk_size_gb`)
  if (!isUnwritten(written) && valueOf(written) !== 0) return written
  const size = valueOf(block.fact(`${at}vm_size`))
  const vcpus = Number(/^standard_[a-z]+(\d+)/i.exec(String(size))?.[1] ?? Number.NaN)
  if (Number.isNaN(vcpus)) return unknown('dynamic', block.location)
  return assumed<Fact>(vcpus < 8 ? 128 : vcpus < 16 ? 256 : vcpus < 64 ? 512 : 1024, block.location)
}

/** The tiers of that page are Premium; a size without an `s` takes none, and what it has instead no page says. */
function diskType(block: Block, at: string): Known<Fact> {
  const size = block.fact(`${at}vm_size`)
  if (valueOf(size) === undefined) return unknown('dynamic', block.location)
  return /^standard_(?:[a-z]*s\d|[a-z]+[\d-]+[a-z]*s)/i.test(String(valueOf(size)))
    ? assumed<Fact>('Premium_LRS', block.location)
    : unknown('dynamic', block.location)
}

/** Only what is autoscaled has a least and a most; what is written (else the least) the likely number. */
function nodesOf(block: Block, at: string): Known<Fact> {
  const written = block.fact(`${at}node_count`)
  const low = valueOf(numberOf(block.fact(`${at}min_count`)))
  const high = valueOf(numberOf(block.fact(`${at}max_count`)))
  if (low !== undefined && high !== undefined && low <= high) {
    const start = valueOf(numberOf(written)) ?? low
    return { is: 'range', low, likely: Math.min(high, Math.max(low, start)), high, at: block.location }
  }
  return isUnwritten(written) ? assumed<Fact>(low ?? 1, block.location) : written
}

const pool = (at: string): FormatMapping['facts'] => ({
  instanceType: `${at}vm_size`,
  nodes: (block) => nodesOf(block, at),
  os: (block) => {
    const written = ['os_type', 'os_sku'].map((name) => block.fact(`${at}${name}`))
    if (written.some((os) => /^windows/i.test(String(valueOf(os))))) return known<Fact>('windows', block.location)
    return written.find((os) => os.is === 'unknown' && !isUnwritten(os)) ?? known<Fact>('linux', block.location)
  },
  'osDisk.type': (block) => diskType(block, at),
  'osDisk.sizeGiB': (block) => diskSize(block, at),
  osDiskIsFree: factOf(`${at}os_disk_type`, false, (type) => type === 'Ephemeral'),
})

/** `Paid` was its name before `Standard`; the premium tier holds the uptime of the standard one. */
const tiers: Readonly<Record<string, string>> = {
  Standard: 'standard tier',
  Paid: 'standard tier',
  Premium: 'premium tier',
}

export const resources = [
  defineResource({
    id: 'azure/kubernetes-cluster',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/kubernetes-service/',
    shape: { tier: 'Free, Standard or Premium', ...nodeShape },
    usage: diskUsage,
    lines(resource, prices) {
      const tier = fact(resource, 'tier')
      const plane = itemLines(resource, prices, 'aks').hours('Control plane', {
        by: [tier],
        item: (name) => tiers[name!],
      })
      return [...(valueOf(tier) === 'Free' ? [] : [plane]), ...nodeLines(resource, prices)]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster
      terraform: {
        azurerm_kubernetes_cluster: { facts: { tier: ['sku_tier', 'Free'], ...pool('default_node_pool.') } },
      },
    },
    label: (resource, prices) => instanceLabel(resource, 'Kubernetes cluster', prices),
  }),
  defineResource({
    id: 'azure/kubernetes-node-pool',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/kubernetes-service/',
    shape: nodeShape,
    usage: diskUsage,
    lines: nodeLines,
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster_node_pool
      terraform: {
        azurerm_kubernetes_cluster_node_pool: {
          facts: {
            ...pool(''),
            // The profile of the cluster decides about the licence of its Windows nodes.
            licence: (block) =>
              block.target('kubernetes_cluster_id')?.fact('windows_profile.license') ?? unknown('absent'),
          },
          purchase: purchaseBy('priority'),
          region: regionOf('kubernetes_cluster_id'),
        },
      },
    },
    label: (resource, prices) => instanceLabel(resource, 'Node pool', prices),
  }),
]

export const examples = worked
