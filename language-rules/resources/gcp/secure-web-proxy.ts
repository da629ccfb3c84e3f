// https://cloud.google.com/secure-web-proxy/pricing
import { fact, line, monthOf, usage } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { everywhere } from '../block-facts.ts'
import { worldwide } from './location.ts'

const service = 'secure-web-proxy'

const gateway = defineResource({
  id: 'gcp/network-gateway',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/secure-web-proxy/pricing',
  shape: { kind: 'SECURE_WEB_GATEWAY, a proxy of its own, or OPEN_MESH, which only routes' },
  usage: { processedGB: 'GB through the proxy in a month' },
  lines: (resource, prices) => {
    const kind = valueOf(fact(resource, 'kind'))
    if (kind === 'OPEN_MESH') return []
    const price = kind === 'SECURE_WEB_GATEWAY' ? worldwide(prices, service, 'standard gateway') : 'dynamic'
    return [
      line('Gateway', 'hour', monthOf(resource), price),
      line('Data processed', 'GB', usage(resource, 'processedGB'), worldwide(prices, service, 'data processed')),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/network_services_gateway
    terraform: {
      google_network_services_gateway: { facts: { kind: 'type' }, region: everywhere },
    },
  },
  label: () => 'Network gateway',
})

export const resources = [gateway]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a proxy 730 h × $1.25, what goes through it has no row; a gateway of a mesh is free',
    terraform: `resource "google_network_services_gateway" "proxy" {
  name     = "proxy"
  location = "us-central1"
  type     = "SECURE_WEB_GATEWAY"
  ports    = [443]
}

resource "google_network_services_gateway" "mesh" {
  name  = "mesh"
  type  = "OPEN_MESH"
  ports = [443]
}
`,
    sees: [
      {
        address: 'google_network_services_gateway.proxy',
        usd: 912.5,
        status: 'partial',
        lines: ['Gateway', 'Data processed'],
        unknown: ['Data processed: no-price'],
      },
      { address: 'google_network_services_gateway.mesh', usd: null, status: 'free' },
    ],
  },
]
