import { fact, isUnwritten, numberFact, partsOf } from '../../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Line, Purchase, Resource } from '../../../../core/types.ts'
import { diskLines } from '../compute/disk-lines.ts'
import { licenceLines } from '../compute/licences.ts'
import { localSsdLine, machineLines } from '../compute/machine-lines.ts'

/** Facts that `poolLines` reads. */
export const poolShape = {
  'pools[0].instanceType': 'machine type of each node',
  'pools[0].purchase': 'on-demand, spot or flex-start',
  'pools[0].nodes': 'how many nodes in all zones, from the least to the most that an autoscaler may keep',
  'pools[0].image': 'image of each node, WINDOWS_LTSC_CONTAINERD: its licence is billed',
  'pools[0].gpu': 'accelerator type attached to each node',
  'pools[0].gpus': 'how many of them',
  'pools[0].diskType': 'type of the boot disk',
  'pools[0].diskGiB': 'GiB of the boot disk',
  'pools[0].iops': 'provisioned IOPS of the boot disk',
  'pools[0].throughputMiBps': 'provisioned MiB/s of the boot disk',
  'pools[0].localSsdGiB': 'GiB of all local SSDs of a node',
} as const

const purchases: Readonly<Record<string, Purchase>> = {
  spot: 'spot',
  'on-demand': 'on-demand',
  'flex-start': 'reserved',
}

/** Nodes of all pools; they cost what such machines do by themselves. */
export function poolLines(resource: Resource, prices: PriceBook): Line[] {
  const pools = partsOf(resource, 'pools')
  return pools.flatMap((pool, i) => {
    const label = pools.length === 1 ? 'Nodes' : `Pool ${i + 1} nodes`
    const count = numberFact(resource, `${pool}.nodes`)
    const local = numberFact(resource, `${pool}.localSsdGiB`)
    const machines = {
      label,
      type: fact(resource, `${pool}.instanceType`),
      count,
      purchase: purchases[String(valueOf(fact(resource, `${pool}.purchase`)))],
      gpu: fact(resource, `${pool}.gpu`),
      gpus: numberFact(resource, `${pool}.gpus`),
    }
    const disks = {
      label: `${label} boot disk`,
      type: fact(resource, `${pool}.diskType`),
      sizeGiB: numberFact(resource, `${pool}.diskGiB`),
      iops: numberFact(resource, `${pool}.iops`),
      throughputMiBps: numberFact(resource, `${pool}.throughputMiBps`),
      count,
    }
    return [
      ...machineLines(resource, prices, machines),
      ...diskLines(resource, prices, disks),
      ...licenceLines(resource, prices, { image: fact(resource, `${pool}.image`), type: machines.type, count, label }),
      ...(isUnwritten(local) ? [] : localSsdLine(resource, prices, `${label} local SSD storage`, local, machines)),
    ]
  })
}
