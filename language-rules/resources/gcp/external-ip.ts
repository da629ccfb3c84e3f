// https://cloud.google.com/vpc/network-pricing#ipaddress
import { fact, isUnwritten, monthOf } from '../../../core/estimate/resource-line.ts'
import { type Item, serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { isNamedElsewhere } from '../block-facts.ts'
import { purchaseOf } from './compute/launch.ts'

const forwarding = ['google_compute_forwarding_rule', 'google_compute_global_forwarding_rule']
const machines = [
  'google_compute_instance',
  'google_compute_instance_template',
  'google_compute_region_instance_template',
  'google_compute_instance_from_template',
]

/** What holds an address decides what it costs. */
function useOf(block: Block): Known<Fact> {
  const use = (name: Fact) => known<Fact>(name, block.location)
  const type = block.fact('address_type')
  if (!isUnwritten(type) && valueOf(type) === undefined) return type
  if (valueOf(type) === 'INTERNAL') return use('internal')
  if (valueOf(block.fact('ip_version')) === 'IPV6') return use('ipv6')
  const isHeld = (types: readonly string[]) => types.some((type) => block.referredBy(type).length > 0)
  const holder = machines.flatMap((type) => block.referredBy(type))[0]
  if (holder !== undefined) return use(purchaseOf(holder) === 'spot' ? 'spot machine' : 'machine')
  if (isHeld(forwarding)) return use('forwarding rule')
  if (isHeld(['google_compute_router_nat'])) return use('NAT gateway')
  return use('nothing')
}

const priced: Readonly<Record<string, readonly [label: string, item: Item]>> = {
  machine: ['Address of a machine', { service: 'external-ipv4', item: 'in use' }],
  'spot machine': ['Address of a spot machine', { service: 'external-ipv4', item: 'in use on spot' }],
  nothing: ['Unused address', { service: 'external-ip', item: 'unused static' }],
  'NAT gateway': ['Address of a NAT gateway', { service: 'external-ipv4', item: 'in use' }],
}

const mapping = (region?: FormatMapping['region']): FormatMapping => ({
  facts: { use: useOf, isNamed: isNamedElsewhere },
  ...(region === undefined ? {} : { region }),
})

const address = defineResource({
  id: 'gcp/external-ip',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/vpc/network-pricing#ipaddress',
  shape: {
    use: 'what of the same configuration holds it: nothing, machine, spot machine, forwarding rule (free), NAT gateway, internal, ipv6',
    isNamed: 'whether anything else of its module has its name',
  },
  lines: (resource, prices) => {
    const use = String(valueOf(fact(resource, 'use')))
    const found = priced[use]
    if (found === undefined) return []
    const [label, item] = found
    return [serviceLine(resource, prices, label, 'hour', monthOf(resource), item)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_address
    terraform: {
      google_compute_address: mapping(),
      // One of the whole world is listed with the regions of the United States.
      google_compute_global_address: mapping((block) => known('us-central1', block.location)),
    },
  },
  label: (resource) => `address · ${valueOf(fact(resource, 'use'))}`,
})

export const resources = [address]

export const examples: readonly ResourceExample[] = [
  {
    name: 'held by nothing 730 h × $0.01; by a gateway 730 h × $0.005; internal ones and those of a forwarding rule cost nothing; that of a machine 730 h × $0.005, and the machine 730 h × $0.008376 + 10 GiB × $0.10',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_compute_address" "idle" {
  name = "idle"
}

resource "google_compute_global_address" "idle" {
  name = "idle"
}

resource "google_compute_address" "inner" {
  name         = "inner"
  address_type = "INTERNAL"
}

resource "google_compute_address" "nat" {
  name = "nat"
}

resource "google_compute_router_nat" "nat" {
  router                             = "main"
  nat_ip_allocate_option             = "MANUAL_ONLY"
  nat_ips                            = [google_compute_address.nat.self_link]
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"
}

resource "google_compute_address" "web" {
  name = "web"
}

resource "google_compute_instance" "web" {
  machine_type = "e2-micro"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      type = "pd-balanced"
      size = 10
    }
  }

  network_interface {
    network = "default"

    access_config {
      nat_ip = google_compute_address.web.address
    }
  }
}
`,
    sees: [
      { address: 'google_compute_address.idle', usd: 7.3, status: 'priced', lines: ['Unused address'] },
      { address: 'google_compute_global_address.idle', usd: 7.3, status: 'priced' },
      { address: 'google_compute_address.inner', usd: null, status: 'free' },
      { address: 'google_compute_address.nat', usd: 3.65, status: 'priced' },
      { address: 'google_compute_router_nat.nat', usd: null, status: 'partial' },
      { address: 'google_compute_address.web', usd: 3.65, status: 'priced' },
      { address: 'google_compute_instance.web', usd: 7.11, status: 'priced' },
    ],
  },
]
