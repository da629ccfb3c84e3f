// https://cloud.google.com/network-connectivity/docs/vpn/pricing
import { monthOf } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { usageOf, usedLines } from '../used.ts'
import { internetTiers } from './egress.ts'

const docs = 'https://cloud.google.com/network-connectivity/docs/vpn/pricing'

const tunnel = defineResource({
  id: 'gcp/vpn-tunnel',
  cloud: 'gcp',
  docs,
  shape: {},
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'VPN tunnel', 'hour', monthOf(resource), { service: 'vpn', item: 'tunnel' }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_vpn_tunnel
    terraform: { google_compute_vpn_tunnel: { facts: {} } },
  },
  label: () => 'VPN tunnel',
})

const sent = [
  {
    label: 'Data sent',
    unit: 'GB',
    name: 'outboundGB',
    meaning: 'GB sent through the tunnels of the gateway in a month',
    price: internetTiers,
  },
]

/** The gateway is free, its tunnels and what is sent through them are billed. */
const gateway = defineResource({
  id: 'gcp/vpn-gateway',
  cloud: 'gcp',
  docs,
  shape: {},
  usage: usageOf(sent),
  lines: (resource, prices) => usedLines(resource, prices, sent),
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_ha_vpn_gateway
    terraform: {
      google_compute_vpn_gateway: { facts: {} },
      google_compute_ha_vpn_gateway: { facts: {} },
      google_compute_external_vpn_gateway: { facts: {} },
    },
  },
  label: () => 'VPN gateway',
})

export const resources = [tunnel, gateway]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two tunnels of a gateway, 2 × 730 h × $0.05, and what goes through: 1,024 GB × $0.12 + 976 GB × $0.11',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_compute_ha_vpn_gateway" "main" {
  network = "default"
}

resource "google_compute_vpn_tunnel" "pair" {
  count                 = 2
  vpn_gateway           = google_compute_ha_vpn_gateway.main.id
  vpn_gateway_interface = count.index
  shared_secret         = "s"
}

resource "google_compute_vpn_gateway" "classic" {
  network = "default"
}
`,
    usage: { google_compute_ha_vpn_gateway: { outboundGB: 2000 } },
    sees: [
      { address: 'google_compute_ha_vpn_gateway.main', usd: 230.24, status: 'priced' },
      { address: 'google_compute_vpn_tunnel.pair', usd: 73, status: 'priced' },
      { address: 'google_compute_vpn_gateway.classic', usd: null, status: 'partial', unknown: ['Data sent: usage'] },
    ],
  },
]
