// https://cloud.google.com/compute/all-pricing
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  partsOf,
  priceFor,
  product,
} from '../../../../core/estimate/resource-line.ts'
import { known, valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Known, Line, Resource } from '../../../../core/types.ts'
import { isValue } from '../../block-facts.ts'
import { diskLines } from './disk-lines.ts'
import { licenceLines } from './licences.ts'
import { localSsdLine, machineLines } from './machine-lines.ts'

/** Facts that `vmLines` reads. */
export const vmShape = {
  instanceType: 'machine type, a2-highgpu-1g or n2-custom-4-20480',
  attachedGpu: 'accelerator type attached to an n1 machine, nvidia-tesla-t4',
  attachedGpuCount: 'how many of them',
  'disks[0].type': 'type of a disk that is made with the machine, pd-balanced; the first is the boot disk',
  'disks[0].sizeGiB': 'GiB; without it, the size of the image',
  'disks[0].iops': 'provisioned IOPS, those included counted',
  'disks[0].throughputMiBps': 'provisioned MiB/s, those included counted',
  'disks[0].regional': 'whether it is kept in two zones',
  'disks[0].count': 'how many like this one; without it, one',
  localSsdGiB: 'GiB of all local SSDs together',
  externalIpv4: 'how many external IPv4 addresses',
  image: 'image of the boot disk, for licences billed with it',
  onOwnNode: 'whether it stands on a sole-tenant node, which is billed in its place',
  status: 'RUNNING, SUSPENDED or TERMINATED: what does not run costs its disks alone',
} as const

/** What so many machines of the shape cost in a month. @param labels of the machine and of its boot disk */
export function vmLines(
  resource: Resource,
  prices: PriceBook,
  count: Known<number>,
  labels: { readonly machine: string; readonly boot: string },
): Line[] {
  const machines = {
    label: labels.machine,
    type: fact(resource, 'instanceType'),
    count,
    purchase: resource.purchase,
    gpu: fact(resource, 'attachedGpu'),
    gpus: numberFact(resource, 'attachedGpuCount'),
  }
  const status = fact(resource, 'status')
  const local = numberFact(resource, 'localSsdGiB')
  const isStopped = isValue(status, 'TERMINATED')
  return [
    ...(isStopped || isValue(fact(resource, 'onOwnNode'), true) ? [] : machineLines(resource, prices, machines)),
    ...diskPartLines(resource, prices, count, labels.boot),
    ...(isStopped || isUnwritten(local) ? [] : localSsdLine(resource, prices, 'Local SSD storage', local, machines)),
    ...addressLines(resource, prices, count),
    ...(isStopped
      ? []
      : licenceLines(resource, prices, { image: fact(resource, 'image'), type: machines.type, count, label: 'Image' })),
  ]
}

const diskPartLines = (resource: Resource, prices: PriceBook, count: Known<number>, boot: string) =>
  partsOf(resource, 'disks').flatMap((disk, i) => {
    const each = fact(resource, `${disk}.count`)
    return diskLines(resource, prices, {
      label: i === 0 ? boot : `Disk ${i + 1}`,
      type: fact(resource, `${disk}.type`),
      sizeGiB: numberFact(resource, `${disk}.sizeGiB`),
      iops: numberFact(resource, `${disk}.iops`),
      throughputMiBps: numberFact(resource, `${disk}.throughputMiBps`),
      count: isUnwritten(each) ? count : product(numberFact(resource, `${disk}.count`), count),
      isRegional: isValue(fact(resource, `${disk}.regional`), true),
    })
  })

/** An address that is named is billed by the hour, on a spot machine by another price. */
function addressLines(resource: Resource, prices: PriceBook, count: Known<number>): Line[] {
  const addresses = numberFact(resource, 'externalIpv4')
  if (valueOf(addresses) === 0 || isUnwritten(addresses)) return []
  const item = resource.purchase === 'spot' ? 'in use on spot' : 'in use'
  const price = priceFor(resource, [], (region) => prices.service('gcp', 'external-ipv4', item, region))
  return [line('External IPv4 address', 'hour', product(product(addresses, count), monthOf(resource)), price)]
}

export const one = (resource: Resource): Known<number> => known(1, resource.location)
