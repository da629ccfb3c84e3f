// https://cloud.google.com/nat/pricing
import { fact, monthOf, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { everywhere } from '../block-facts.ts'

const service = 'cloud-nat'

/** Machines after which a gateway costs no more. */
const mostMachines = 32

const nat = defineResource({
  id: 'gcp/cloud-nat',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/nat/pricing',
  shape: {
    addresses: 'AUTO_ONLY where Google makes the addresses; those that are written are billed where they are made',
  },
  usage: {
    natMachines: 'machines that go out through the gateway, all month',
    natAddresses: 'addresses that Google makes for the gateway',
    processedGB: 'GB through it in a month, both ways',
  },
  lines: (resource, prices) => {
    const machines = mapKnown(usage(resource, 'natMachines'), (count) => Math.min(mostMachines, count))
    const made = usage(resource, 'natAddresses')
    const isAutomatic = valueOf(fact(resource, 'addresses')) !== 'MANUAL_ONLY'
    const part = (item: string) => ({ service, item })
    return [
      serviceLine(
        resource,
        prices,
        'Machines served',
        'VM-hour',
        product(machines, monthOf(resource)),
        part('VM up to 32'),
      ),
      serviceLine(resource, prices, 'Data processed', 'GB', usage(resource, 'processedGB'), part('data processed')),
      ...(isAutomatic
        ? [serviceLine(resource, prices, 'Addresses', 'hour', product(made, monthOf(resource)), part('IP address'))]
        : []),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_router_nat
    terraform: {
      google_compute_router_nat: { facts: { addresses: 'nat_ip_allocate_option' }, region: everywhere },
    },
  },
  label: () => 'Cloud NAT gateway',
})

export const resources = [nat]

const router = `provider "google" {
  region = "us-central1"
}

resource "google_compute_router" "main" {
  network = "default"
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'a gateway costs by the machines behind it, at most as 32: 5 × 730 h × $0.0014 + 1,000 GB × $0.045 + 1 address × 730 h × $0.005, and 32 × 730 h × $0.0014 for 100 of them; nobody says',
    terraform: `${router}
resource "google_compute_router_nat" "few" {
  router                             = google_compute_router.main.name
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"
}

resource "google_compute_router_nat" "many" {
  router                             = google_compute_router.main.name
  nat_ip_allocate_option             = "MANUAL_ONLY"
  nat_ips                            = [google_compute_address.nat.self_link]
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"
}

resource "google_compute_router_nat" "open" {
  router                             = google_compute_router.main.name
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"
}
`,
    usage: {
      'google_compute_router_nat.few': { natMachines: 5, processedGB: 1000, natAddresses: 1 },
      'google_compute_router_nat.many': { natMachines: 100, processedGB: 0 },
    },
    sees: [
      { address: 'google_compute_router_nat.few', usd: 53.76, status: 'priced' },
      {
        address: 'google_compute_router_nat.many',
        usd: 32.7,
        status: 'priced',
        lines: ['Machines served', 'Data processed'],
      },
      {
        address: 'google_compute_router_nat.open',
        usd: null,
        status: 'partial',
        unknown: ['Machines served: usage', 'Data processed: usage', 'Addresses: usage'],
      },
    ],
  },
]
