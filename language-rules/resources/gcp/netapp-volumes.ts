// https://cloud.google.com/netapp/volumes/pricing: what a pool provides, used or not; its volumes are cut out of it. No
// list we read has the prices.
import { fact, line, numberFact, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { regionOfLocation } from './location.ts'

const docs = 'https://cloud.google.com/netapp/volumes/pricing'
const service = 'netapp-volumes'

export const resources = [
  defineResource({
    id: 'gcp/netapp-pool',
    cloud: 'gcp',
    docs,
    shape: { level: 'FLEX, STANDARD, PREMIUM or EXTREME', capacityGiB: 'GiB of the pool' },
    lines: (resource, prices) => [
      line(
        'Capacity',
        'GiB-month',
        numberFact(resource, 'capacityGiB'),
        priceFor(resource, [fact(resource, 'level')], (region, level) =>
          prices.service('gcp', service, level!.toLowerCase(), region),
        ),
      ),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/netapp_storage_pool
      terraform: {
        google_netapp_storage_pool: {
          facts: { level: 'service_level', capacityGiB: 'capacity_gib' },
          region: (block) => regionOfLocation(block),
        },
      },
    },
    label: (resource) => `NetApp pool ${valueOf(fact(resource, 'level')) ?? ''}`.trim(),
  }),
  defineResource({
    id: 'gcp/netapp-backup',
    cloud: 'gcp',
    docs,
    shape: {},
    usage: { storedGB: 'GB of the backup, mean of the month' },
    lines: (resource, prices) => [
      line(
        'Backup storage',
        'GB-month',
        usage(resource, 'storedGB'),
        priceFor(resource, [], (region) => prices.service('gcp', service, 'backup', region)),
      ),
    ],
    from: { terraform: { google_netapp_backup: { facts: {}, region: (block) => regionOfLocation(block) } } },
    label: () => 'NetApp backup',
  }),
]

/** Cut out of their pool, or billed by their backups. */
export const free: readonly string[] = ['google_netapp_backup_vault', 'google_netapp_volume']

export const examples: readonly ResourceExample[] = [
  {
    name: 'a pool of 2,048 GiB and a backup have no row, and never $0; its volume is part of it',
    terraform: `resource "google_netapp_storage_pool" "main" {
  location      = "us-central1"
  service_level = "PREMIUM"
  capacity_gib  = 2048
}

resource "google_netapp_volume" "home" {
  location     = "us-central1"
  storage_pool = google_netapp_storage_pool.main.name
}

resource "google_netapp_backup" "home" {
  location = "us-central1"
}
`,
    sees: [
      {
        address: 'google_netapp_storage_pool.main',
        usd: null,
        status: 'unknown',
        lines: ['Capacity'],
        unknown: ['Capacity: no-price'],
      },
      { address: 'google_netapp_backup.home', usd: null, status: 'unknown', lines: ['Backup storage'] },
    ],
  },
]
