// https://cloud.google.com/compute/vm-instance-pricing
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  partsOf,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Purchase, Resource } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'

function instanceLine(resource: Resource, prices: PriceBook): Line {
  const { purchase } = resource
  const price = priceFor(resource, [fact(resource, 'instanceType')], (region, type) =>
    purchase === undefined ? undefined : prices.instance('gcp', type, region, purchase),
  )
  return line('Instance', 'hour', monthOf(resource), purchase === undefined ? 'dynamic' : price)
}

/** The price of a2, a3, a4, g2 and g4 machines holds their GPUs; only an attached one is billed by itself. */
function acceleratorLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const attached = fact(resource, 'attachedGpu')
  const machine = fact(resource, 'instanceType')
  if (isUnwritten(attached)) return []
  const isBuiltIn =
    (machine.is === 'known' || machine.is === 'assumed') && /^(a2|a3|a4x?|g2|g4)-/.test(String(machine.value))
  if (isBuiltIn) return []
  const suffix = resource.purchase === 'spot' ? ' spot' : ''
  const price = priceFor(resource, [attached], (region, name) =>
    prices.service('gcp', 'gpu', `${name}${suffix}`, region),
  )
  return [line('Attached GPU', 'hour', product(numberFact(resource, 'attachedGpuCount'), monthOf(resource)), price)]
}

/** A disk that exists already is billed where it is made. */
function bootDiskLines(resource: Resource, prices: PriceBook): readonly Line[] {
  if (!isUnwritten(fact(resource, 'bootDiskSource'))) return []
  const price = priceFor(
    resource,
    [fact(resource, 'bootDiskType')],
    (region, type) => prices.storage('gcp', 'pd', type, region)?.storage,
  )
  return [line('Boot disk storage', 'GB-month', numberFact(resource, 'bootDiskGiB'), price)]
}

/** Partitions of 375 GiB unless they are told; a4, a3 and the like have theirs in the price of the machine. */
function localSsdLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const disks = partsOf(resource, 'scratch')
  const machine = fact(resource, 'instanceType')
  const isBuiltIn = machine.is === 'known' && /^(a3|a4x?)-|-lssd$|^a2-ultragpu-/.test(String(machine.value))
  if (isBuiltIn) return []
  return disks.map((disk, i) => {
    const gib = product(numberFact(resource, `${disk}.sizeGiB`), numberFact(resource, `${disk}.count`))
    const price = priceFor(resource, [], (region) => prices.storage('gcp', 'pd', 'local-ssd', region)?.storage)
    return line(`Local SSD ${i + 1} storage`, 'GB-month', gib, price)
  })
}

/** An address that is named is billed by the hour, on a spot machine by another price. */
function addressLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const addresses = numberFact(resource, 'externalIpv4')
  if (addresses.is === 'known' && addresses.value === 0) return []
  const item = resource.purchase === 'spot' ? 'in use on spot' : 'in use'
  const price = priceFor(resource, [], (region) => prices.service('gcp', 'external-ipv4', item, region))
  return [line('External IPv4 address', 'hour', product(addresses, monthOf(resource)), price)]
}

function licenceLines(resource: Resource): readonly Line[] {
  const image = fact(resource, 'image')
  const isLicensed = (image.is === 'known' || image.is === 'assumed') && /windows|rhel|sles/i.test(String(image.value))
  return isLicensed ? [line('Image licence', 'hour', monthOf(resource), 'no-price')] : []
}

function purchaseOf(block: Block): Purchase | undefined {
  const model = block.fact('scheduling.provisioning_model')
  if (model.is === 'known') return models[String(model.value)]
  if (!isUnwritten(model)) return undefined
  const preemptible = block.fact('scheduling.preemptible')
  if (isUnwritten(preemptible)) return 'on-demand'
  return preemptible.is === 'known' ? (String(preemptible.value) === 'true' ? 'spot' : 'on-demand') : undefined
}

const models: Readonly<Record<string, Purchase>> = {
  SPOT: 'spot',
  STANDARD: 'on-demand',
  RESERVATION_BOUND: 'reserved',
}

/** Series that still take a standard persistent disk, which is what the API makes unless it is told. */
const takesStandardDisk = /^(f1|g1|n1|n2|n2d|e2|c2|c2d|t2d|t2a|m1|m2|a2)-/

function bootDiskType(block: Block): Known<Fact> {
  const written = block.fact('boot_disk.initialize_params.type')
  if (!isUnwritten(block.fact('boot_disk.source'))) return written
  const machine = block.fact('machine_type')
  const isOld = machine.is === 'known' && takesStandardDisk.test(String(machine.value))
  return isUnwritten(written) && isOld ? assumed<Fact>('pd-standard', block.location) : written
}

function externalAddresses(block: Block): Known<Fact> {
  const configurations = block.nested('network_interface.access_config')
  return configurations.reduce<Known<number>>(
    (total, { count }) => {
      if (total.is !== 'known') return total
      return count.is === 'known'
        ? known(total.value + count.value, block.location)
        : unknown('dynamic', block.location)
    },
    known(0, block.location),
  )
}

const instance = defineResource({
  id: 'gcp/compute-instance',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/compute/vm-instance-pricing',
  shape: {
    instanceType: 'machine type, a2-highgpu-1g',
    attachedGpu: 'accelerator type attached to an n1 machine, nvidia-tesla-t4',
    attachedGpuCount: 'how many of them',
    bootDiskType: 'disk type, pd-balanced',
    bootDiskGiB: 'GiB of the boot disk; without it, the size of the image',
    bootDiskSource: 'a disk that exists already',
    'scratch[0].count': 'how many local SSDs like this one',
    'scratch[0].sizeGiB': 'GiB',
    externalIpv4: 'how many external IPv4 addresses',
    image: 'image of the boot disk, for licences billed with it',
  },
  assumes: [{ what: 'discounts', value: 'none', from: 'list prices: sustained-use discounts are not taken off' }],
  lines: (resource, prices) => [
    instanceLine(resource, prices),
    ...acceleratorLines(resource, prices),
    ...bootDiskLines(resource, prices),
    ...localSsdLines(resource, prices),
    ...addressLines(resource, prices),
    ...licenceLines(resource),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance
    terraform: {
      google_compute_instance: {
        facts: {
          instanceType: 'machine_type',
          attachedGpu: 'guest_accelerator.type',
          attachedGpuCount: 'guest_accelerator.count',
          bootDiskType,
          bootDiskGiB: 'boot_disk.initialize_params.size',
          // that it is written is all there is to know
          bootDiskSource: (block) =>
            isUnwritten(block.fact('boot_disk.source')) ? unknown('absent') : known<Fact>(true, block.location),
          externalIpv4: externalAddresses,
          image: 'boot_disk.initialize_params.image',
        },
        // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#size
        repeated: { scratch: { block: 'scratch_disk', facts: { sizeGiB: ['size', 375] } } },
        purchase: purchaseOf,
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'Compute Engine instance', prices),
})

export const resources = [instance]

export const examples: readonly ResourceExample[] = [
  {
    name: 'an A100 is in the price of its machine: 730 h × $3.67339 + 200 GiB × $0.10',
    terraform: `resource "google_compute_instance" "train" {
  name         = "train"
  machine_type = "a2-highgpu-1g"
  zone         = "us-central1-a"

  guest_accelerator {
    type  = "nvidia-tesla-a100"
    count = 1
  }

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
      type  = "pd-balanced"
      size  = 200
    }
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance.train',
        usd: 2701.57,
        status: 'priced',
        lines: ['Instance', 'Boot disk storage'],
        assumed: ['discounts'],
      },
    ],
  },
  {
    name: 'a GPU attached to an n1 has no row: 730 h × ($0.189999 + $0.005 of its address) + 50 GiB × $0.04, and what is missing',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_compute_instance" "infer" {
  name         = "infer"
  machine_type = "n1-standard-4"

  guest_accelerator {
    type  = "nvidia-tesla-t4"
    count = 1
  }

  boot_disk {
    initialize_params {
      size = 50
    }
  }

  network_interface {
    network = "default"
    access_config {}
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance.infer',
        usd: 144.35,
        status: 'partial',
        lines: ['Instance', 'Attached GPU', 'Boot disk storage', 'External IPv4 address'],
        unknown: ['Attached GPU: no-price'],
        assumed: ['bootDiskType', 'discounts'],
      },
    ],
  },
  {
    name: 'local SSDs: 730 h × $0.379998 + 2 × 375 GiB × $0.08',
    terraform: `resource "google_compute_instance" "cache" {
  machine_type = "n1-standard-8"
  zone         = "us-central1-a"

  scratch_disk {
    interface = "NVME"
  }

  scratch_disk {
    interface = "NVME"
  }

  boot_disk {
    source = google_compute_disk.boot.id
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance.cache',
        usd: 337.4,
        status: 'priced',
        lines: ['Instance', 'Local SSD 1 storage', 'Local SSD 2 storage'],
        assumed: ['scratch[0].sizeGiB', 'scratch[1].sizeGiB', 'discounts'],
      },
    ],
  },
  {
    name: 'spot, old and new spelling: 730 h × $0.397269; the boot disk is made elsewhere',
    terraform: `resource "google_compute_instance" "spot" {
  machine_type = "g2-standard-4"
  zone         = "us-central1-a"

  scheduling {
    provisioning_model = "SPOT"
    preemptible        = true
  }

  boot_disk {
    source = google_compute_disk.boot.id
  }
}

resource "google_compute_instance" "preemptible" {
  machine_type = "g2-standard-4"
  zone         = "us-central1-a"

  scheduling {
    preemptible = true
  }

  boot_disk {
    source = google_compute_disk.boot.id
  }
}
`,
    sees: [
      { address: 'google_compute_instance.spot', usd: 290.01, status: 'priced', lines: ['Instance'] },
      { address: 'google_compute_instance.preemptible', usd: 290.01, status: 'priced', lines: ['Instance'] },
    ],
  },
]
