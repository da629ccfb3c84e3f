// https://cloud.google.com/compute/disks-image-pricing
import { fact, numberFact, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { diskUsed } from '../disk-used.ts'
import { diskLines, shortType } from './compute/disk-lines.ts'
import { diskSize, imageSize, snapshotSize } from './compute/disk-size.ts'
import { storedLine, wholeDisk } from './compute/stored.ts'

const docs = 'https://cloud.google.com/compute/disks-image-pricing'

const shape = {
  type: 'disk type: pd-standard, pd-balanced, pd-ssd, pd-extreme, hyperdisk-balanced …',
  sizeGiB: 'GiB; without it, that of what the disk is made of',
  iops: 'provisioned IOPS, those included counted',
  throughputMiBps: 'provisioned MiB/s, those included counted',
  regional: 'whether it is kept in two zones',
}

const facts = (isRegional: boolean) => ({
  // what the API makes unless it is told: https://cloud.google.com/compute/docs/reference/rest/v1/disks/insert
  type: ['type', 'pd-standard'] as const,
  sizeGiB: diskSize,
  iops: 'provisioned_iops',
  throughputMiBps: 'provisioned_throughput',
  regional: (block: Block) => known<Fact>(isRegional, block.location),
})

const disk = defineResource({
  id: 'gcp/persistent-disk',
  cloud: 'gcp',
  docs,
  shape,
  usage: diskUsed,
  lines: (resource, prices) =>
    diskLines(resource, prices, {
      label: 'Disk',
      type: fact(resource, 'type'),
      sizeGiB: numberFact(resource, 'sizeGiB'),
      iops: numberFact(resource, 'iops'),
      throughputMiBps: numberFact(resource, 'throughputMiBps'),
      count: known(1, resource.location),
      isRegional: valueOf(fact(resource, 'regional')) === true,
    }),
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_disk
    terraform: {
      google_compute_disk: { facts: facts(false) },
      google_compute_region_disk: { facts: facts(true) },
    },
  },
  label: (resource) => {
    const size = valueOf(fact(resource, 'sizeGiB'))
    const type = shortType(valueOf(fact(resource, 'type')) ?? 'disk')
    return size === undefined ? type : `${type} · ${size} GiB`
  },
})

const copyShape = { diskGiB: 'GiB of the disk it is made of: the most that is stored' }
const copyUsage = { storedGB: 'GB stored: what was written, compressed, and differs from the copy before' }

const snapshot = defineResource({
  id: 'gcp/disk-snapshot',
  cloud: 'gcp',
  docs,
  shape: copyShape,
  usage: copyUsage,
  assumes: [wholeDisk],
  lines: (resource, prices) => {
    const price = priceFor(resource, [], (region) => prices.storage('gcp', 'pd', 'pd-snapshot', region)?.storage)
    return [storedLine(resource, 'Snapshot storage', numberFact(resource, 'diskGiB'), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_snapshot
    terraform: {
      google_compute_snapshot: { facts: { diskGiB: (block) => snapshotSize(block) } },
    },
  },
  label: () => 'disk snapshot',
})

const image = defineResource({
  id: 'gcp/compute-image',
  cloud: 'gcp',
  docs,
  shape: copyShape,
  usage: copyUsage,
  assumes: [wholeDisk],
  lines: (resource, prices) => {
    const price = priceFor(resource, [], (region) => prices.service('gcp', 'compute-image', 'storage', region))
    return [storedLine(resource, 'Image storage', numberFact(resource, 'diskGiB'), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_image
    terraform: { google_compute_image: { facts: { diskGiB: (block) => imageSize(block) } } },
  },
  label: () => 'disk image',
})

/** Of all disks of a machine; billed as their snapshots are. */
const machineImage = defineResource({
  id: 'gcp/machine-image',
  cloud: 'gcp',
  docs,
  shape: copyShape,
  usage: copyUsage,
  assumes: [wholeDisk],
  lines: (resource, prices) => {
    const price = priceFor(resource, [], (region) => prices.service('gcp', 'compute-image', 'machine image', region))
    return [storedLine(resource, 'Machine image storage', numberFact(resource, 'diskGiB'), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_machine_image
    terraform: {
      google_compute_machine_image: {
        facts: {
          diskGiB: (block) => {
            const size = block
              .target('source_instance', 'google_compute_instance')
              ?.fact('boot_disk.initialize_params.size')
            return size ?? block.fact('disk_size_gb')
          },
        },
      },
    },
  },
  label: () => 'machine image',
})

export const resources = [disk, snapshot, image, machineImage]

const provider = `provider "google" {
  region = "us-central1"
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'each type by the GiB: 100 × $0.04, × $0.10, × $0.17 and × $0.125 with 20,000 IOPS × $0.065',
    terraform: `resource "google_compute_disk" "each" {
  for_each = toset(["pd-balanced", "pd-ssd", "pd-standard"])
  zone     = "us-central1-a"
  type     = each.key
  size     = 100
}

resource "google_compute_disk" "extreme" {
  zone             = "us-central1-a"
  type             = "pd-extreme"
  size             = 100
  provisioned_iops = 20000
}
`,
    sees: [
      { address: 'google_compute_disk.each["pd-balanced"]', usd: 10, status: 'priced' },
      { address: 'google_compute_disk.each["pd-ssd"]', usd: 17, status: 'priced' },
      { address: 'google_compute_disk.each["pd-standard"]', usd: 4, status: 'priced' },
      {
        address: 'google_compute_disk.extreme',
        usd: 1312.5,
        status: 'priced',
        lines: ['Disk storage', 'Disk iops'],
      },
    ],
  },
  {
    name: 'in two zones: 200 GiB × $0.20; what says nothing is an empty disk of 500 GiB × $0.04',
    terraform: `${provider}
resource "google_compute_region_disk" "two" {
  region        = "us-central1"
  type          = "pd-balanced"
  size          = 200
  replica_zones = ["us-central1-a", "us-central1-f"]
}

resource "google_compute_disk" "plain" {
  zone = "us-central1-a"
}
`,
    sees: [
      { address: 'google_compute_region_disk.two', usd: 40, status: 'priced' },
      { address: 'google_compute_disk.plain', usd: 20, status: 'priced', assumed: ['type', 'sizeGiB'] },
    ],
  },
  {
    name: 'a copy is at most its disk: 100 GiB × $0.05, 40 GB told × $0.05; a disk of the snapshot has its size: 100 GiB × $0.10; an image 100 GiB × $0.05',
    terraform: `${provider}
resource "google_compute_disk" "data" {
  zone = "us-central1-a"
  type = "pd-ssd"
  size = 100
}

resource "google_compute_snapshot" "whole" {
  source_disk = google_compute_disk.data.name
  zone        = "us-central1-a"
}

resource "google_compute_snapshot" "told" {
  source_disk = google_compute_disk.data.name
  zone        = "us-central1-a"
}

resource "google_compute_disk" "again" {
  zone     = "us-central1-a"
  type     = "pd-balanced"
  snapshot = google_compute_snapshot.whole.id
}

resource "google_compute_image" "image" {
  source_disk = google_compute_disk.data.id
}
`,
    usage: { 'google_compute_snapshot.told': { storedGB: 40 } },
    sees: [
      { address: 'google_compute_disk.data', usd: 17 },
      { address: 'google_compute_snapshot.whole', usd: 5, status: 'priced', assumed: ['stored'] },
      { address: 'google_compute_snapshot.told', usd: 2, status: 'priced' },
      { address: 'google_compute_disk.again', usd: 10, status: 'priced' },
      { address: 'google_compute_image.image', usd: 5, status: 'priced' },
    ],
  },
  {
    name: 'of Google’s own Debian the disk has 10 GiB × $0.04; a hyperdisk above what is included has 7,000 IOPS without a price: 100 GiB × $0.08',
    terraform: `${provider}
resource "google_compute_disk" "boot" {
  zone  = "us-central1-a"
  image = "debian-cloud/debian-12"
}

resource "google_compute_disk" "fast" {
  zone                   = "us-central1-a"
  type                   = "hyperdisk-balanced"
  size                   = 100
  provisioned_iops       = 10000
  provisioned_throughput = 140
}

resource "google_compute_machine_image" "web" {
  source_instance = "projects/p/zones/us-central1-a/instances/web"
}
`,
    sees: [
      { address: 'google_compute_disk.boot', usd: 0.4, status: 'priced', assumed: ['type', 'sizeGiB'] },
      { address: 'google_compute_disk.fast', usd: 8, status: 'partial', unknown: ['Disk iops: no-price'] },
      { address: 'google_compute_machine_image.web', usd: null, status: 'unknown' },
    ],
  },
]
