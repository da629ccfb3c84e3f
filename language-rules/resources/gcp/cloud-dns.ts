// https://cloud.google.com/dns/pricing
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { known } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { everywhere } from '../block-facts.ts'
import { usedResource } from './used-resource.ts'

const docs = 'https://cloud.google.com/dns/pricing'
const service = 'cloud-dns'

const zone = defineResource({
  id: 'gcp/dns-zone',
  cloud: 'gcp',
  docs,
  shape: {},
  assumes: [{ what: 'zones', value: 'at most 25', from: 'more in an account cost less each' }],
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Managed zone', 'zone-month', known(1, resource.location), {
      service,
      item: 'managed zone, first 25',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone
    terraform: { google_dns_managed_zone: { facts: {}, region: everywhere } },
  },
  label: () => 'DNS zone',
})

const records = usedResource({
  id: 'dns-records',
  docs,
  label: 'DNS records',
  used: [
    {
      label: 'Queries',
      unit: 'request',
      name: 'requests',
      meaning: 'queries in a month, up to a milliard',
      price: { service, item: 'queries first 1B' },
    },
  ],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_record_set
  types: ['google_dns_record_set'],
  region: everywhere,
})

export const resources = [zone, records]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two zones × $0.20; 30,000,000 queries × $0.40 a million',
    terraform: `resource "google_dns_managed_zone" "main" {
  count    = 2
  name     = "zone-\${count.index}"
  dns_name = "example.com."
}

resource "google_dns_record_set" "www" {
  managed_zone = google_dns_managed_zone.main[0].name
  name         = "www.example.com."
  type         = "A"
  rrdatas      = ["192.0.2.1"]
}

resource "google_dns_record_set" "open" {
  managed_zone = google_dns_managed_zone.main[1].name
  name         = "www.example.com."
  type         = "A"
  rrdatas      = ["192.0.2.1"]
}
`,
    usage: { 'google_dns_record_set.www': { requests: 30_000_000 } },
    sees: [
      { address: 'google_dns_managed_zone.main', usd: 0.4, status: 'priced' },
      { address: 'google_dns_record_set.www', usd: 12, status: 'priced' },
      { address: 'google_dns_record_set.open', usd: null, status: 'partial', unknown: ['Queries: usage'] },
    ],
  },
]
