// https://cloud.google.com/vpc/network-pricing#vpc-pricing: the connection is free, what goes through it between zones is billed
import type { ResourceExample } from '../../../core/resource.ts'
import { usedResource } from './used-resource.ts'

const connection = usedResource({
  id: 'service-networking-connection',
  docs: 'https://cloud.google.com/vpc/network-pricing#vpc-pricing',
  label: 'private services connection',
  used: [
    {
      label: 'Data between zones',
      unit: 'GB',
      name: 'interZoneGB',
      meaning: 'GB that go to services in another zone in a month',
      price: { service: 'egress', item: 'between zones' },
    },
  ],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/service_networking_connection
  types: ['google_service_networking_connection'],
})

export const resources = [connection]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what goes through has no row here',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_service_networking_connection" "private" {
  network                 = "default"
  service                 = "servicenetworking.googleapis.com"
  reserved_peering_ranges = ["range"]
}
`,
    sees: [
      {
        address: 'google_service_networking_connection.private',
        usd: null,
        status: 'unknown',
        unknown: ['Data between zones: no-price'],
      },
    ],
  },
]
