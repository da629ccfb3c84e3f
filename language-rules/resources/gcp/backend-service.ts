// https://cloud.google.com/cdn/pricing: a backend is free, what a cache in front of it sends is billed
import { fact, line, usage } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import { everywhere, flagFact } from '../block-facts.ts'

const mapping: FormatMapping = { facts: { cached: flagFact('enable_cdn', false) }, region: everywhere }

const backend = defineResource({
  id: 'gcp/backend-service',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/cdn/pricing',
  shape: { cached: 'whether Cloud CDN stands in front of it' },
  usage: { cacheOutboundGB: 'GB that Cloud CDN sends in a month' },
  lines: (resource) =>
    valueOf(fact(resource, 'cached')) === false
      ? []
      : [line('Data sent by the cache', 'GB', usage(resource, 'cacheOutboundGB'), 'no-price')],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_backend_service
    terraform: {
      google_compute_backend_service: mapping,
      google_compute_region_backend_service: mapping,
      google_compute_backend_bucket: mapping,
    },
  },
  label: () => 'load balancer backend',
})

export const resources = [backend]

export const examples: readonly ResourceExample[] = [
  {
    name: 'without a cache nothing; what a cache sends has no row here',
    terraform: `resource "google_compute_backend_service" "plain" {
  name = "plain"
}

resource "google_compute_backend_bucket" "cached" {
  name        = "cached"
  bucket_name = "assets"
  enable_cdn  = true
}
`,
    sees: [
      { address: 'google_compute_backend_service.plain', usd: null, status: 'free' },
      { address: 'google_compute_backend_bucket.cached', usd: null, status: 'unknown' },
    ],
  },
]
