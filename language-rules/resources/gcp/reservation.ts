// https://cloud.google.com/compute/docs/instances/reservations-overview: what is reserved is billed like running machines, used or not
import { isUnwritten, numberFact, numberOf, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { flag, totalOf } from '../block-facts.ts'
import { instanceLabel } from '../instance-label.ts'
import { type Facts, purchaseOf, templateFacts } from './compute/launch.ts'
import { sustainedUse } from './compute/machine-lines.ts'
import { templateOf } from './compute/template-of.ts'
import { vmLines, vmShape } from './compute/vm-lines.ts'
import { regionOfLocation } from './location.ts'

const at = 'specific_reservation.instance_properties'
const machineParts = ['instanceType', 'attachedGpu', 'attachedGpuCount', 'localSsdGiB'] as const

/** The machine alone: disks, addresses and licences are those of whoever uses it. */
function machineFacts(block: Block): Facts {
  const template = templateOf(block, 'specific_reservation.source_instance_template')
  if (template !== undefined) {
    const all = templateFacts(template)
    return Object.fromEntries(machineParts.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])))
  }
  const ssds = block.nested(`${at}.local_ssds`).map((each) => product(numberOf(each.fact('disk_size_gb')), each.count))
  return {
    instanceType: block.fact(`${at}.machine_type`),
    attachedGpu: block.fact(`${at}.guest_accelerators.accelerator_type`),
    attachedGpuCount: block.fact(`${at}.guest_accelerators.accelerator_count`),
    ...(ssds.length === 0 ? {} : { localSsdGiB: totalOf(ssds, block.location) }),
  }
}

/** Whether both are the same; undefined where one of them is not known. */
const isSame = (one: Fact | undefined, other: Fact | undefined) =>
  one === undefined || other === undefined ? undefined : one === other

/** Machines of the same configuration that use what is reserved, and are billed where they are made; unknown where one may. */
function usedIn(block: Block, type: Known<Fact>): Known<number> {
  const isNamed = flag(block, 'specific_reservation_required', false) === true
  const users = isNamed ? block.referredBy('google_compute_instance') : block.ofType('google_compute_instance')
  const counts = users.flatMap((each) => {
    const affinity = each.fact('reservation_affinity.type')
    const purchase = purchaseOf(each)
    const fits = [
      isSame(
        isUnwritten(affinity) ? 'ANY_RESERVATION' : valueOf(affinity),
        isNamed ? 'SPECIFIC_RESERVATION' : 'ANY_RESERVATION',
      ),
      isSame(purchase, 'on-demand'),
      isSame(valueOf(each.fact('machine_type')), valueOf(type)),
      isSame(valueOf(each.fact('zone')), valueOf(block.fact('zone'))),
    ]
    if (fits.includes(false)) return []
    return [fits.includes(undefined) ? unknown<number>('dynamic', block.location) : each.count]
  })
  return totalOf(counts, block.location)
}

function facts(block: Block): Facts {
  const machine = machineFacts(block)
  const reserved = numberOf(block.fact('specific_reservation.count'))
  const used = usedIn(block, machine.instanceType!)
  const count = valueOf(used)
  const left =
    count === undefined
      ? unknown<Fact>('dynamic', block.location)
      : mapKnown(reserved, (all): Fact => Math.max(0, all - count))
  return { ...machine, machines: left }
}

const reservation = defineResource({
  id: 'gcp/reservation',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/compute/docs/instances/reservations-overview',
  shape: { ...vmShape, machines: 'machines that are reserved and that none of the same configuration uses' },
  assumes: [sustainedUse],
  lines: (resource, prices) => {
    const machines = numberFact(resource, 'machines')
    if (valueOf(machines) === 0) return []
    return vmLines(resource, prices, machines, { machine: 'Reserved machines', boot: 'Boot disk' })
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_reservation
    terraform: {
      google_compute_reservation: {
        facts: {},
        more: facts,
        region: (block) => (isUnwritten(block.fact('zone')) ? block.region : regionOfLocation(block, 'zone')),
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'Reservation', prices),
})

export const resources = [reservation]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two of three reserved machines are used by an instance with count, which is billed for them: 730 h × $0.097118 less 20 %, and 2 × 730 h × the same with 10 GiB × $0.04 each; one with a GPU and a local SSD for itself, 730 h × ($0.189999 + $0.35) less 30 % + 375 GiB × $0.08',
    terraform: `resource "google_compute_reservation" "web" {
  name = "web"
  zone = "us-central1-a"

  specific_reservation {
    count = 3

    instance_properties {
      machine_type = "n2-standard-2"
    }
  }
}

resource "google_compute_instance" "web" {
  count        = 2
  name         = "web-\${count.index}"
  machine_type = "n2-standard-2"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }
}

resource "google_compute_reservation" "gpu" {
  name                          = "gpu"
  zone                          = "us-central1-a"
  specific_reservation_required = true

  specific_reservation {
    count = 1

    instance_properties {
      machine_type = "n1-standard-4"

      guest_accelerators {
        accelerator_type  = "nvidia-tesla-t4"
        accelerator_count = 1
      }

      local_ssds {
        disk_size_gb = 375
      }
    }
  }
}
`,
    sees: [
      {
        address: 'google_compute_reservation.web',
        usd: 56.72,
        status: 'priced',
        lines: ['Reserved machines, sustained use'],
      },
      { address: 'google_compute_instance.web', usd: 114.23, status: 'priced' },
      { address: 'google_compute_reservation.gpu', usd: 305.94, status: 'priced' },
    ],
  },
]
