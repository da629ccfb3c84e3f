// https://cloud.google.com/filestore/pricing
import { fact, line, numberFact, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { regionOfLocation } from './location.ts'

const docs = 'https://cloud.google.com/filestore/pricing'

/** What the price list calls a tier; an older name of one beside its present one. */
const tiers: Readonly<Record<string, string>> = {
  ZONAL: 'zonal',
  HIGH_SCALE_SSD: 'zonal',
  REGIONAL: 'regional',
  ENTERPRISE: 'regional',
  BASIC_HDD: 'basic HDD',
  STANDARD: 'basic HDD',
  BASIC_SSD: 'basic SSD',
  PREMIUM: 'basic SSD',
}

const instance = defineResource({
  id: 'gcp/filestore',
  cloud: 'gcp',
  docs,
  shape: { tier: 'service tier: BASIC_HDD, ZONAL, REGIONAL …', capacityGiB: 'GiB of the share, used or not' },
  lines: (resource, prices) => {
    const price = priceFor(resource, [fact(resource, 'tier')], (region, tier) =>
      prices.service('gcp', 'filestore', tiers[tier!] ?? tier!, region),
    )
    return [line('Capacity', 'GB-month', numberFact(resource, 'capacityGiB'), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/filestore_instance
    terraform: {
      google_filestore_instance: {
        facts: { tier: 'tier', capacityGiB: 'file_shares.capacity_gb' },
        region: (block) => (block.fact('location').is === 'unknown' ? block.region : regionOfLocation(block)),
      },
    },
  },
  label: (resource) => `Filestore ${valueOf(fact(resource, 'tier')) ?? ''}`.trim(),
})

const backup = defineResource({
  id: 'gcp/filestore-backup',
  cloud: 'gcp',
  docs,
  shape: {},
  usage: { storedGB: 'GB of the backup' },
  lines: (resource, prices) => [
    line(
      'Backup storage',
      'GB-month',
      usage(resource, 'storedGB'),
      priceFor(resource, [], (region) => prices.service('gcp', 'filestore', 'backup', region)),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/filestore_backup
    terraform: { google_filestore_backup: { facts: {}, region: (block) => regionOfLocation(block) } },
  },
  label: () => 'Filestore backup',
})

export const resources = [instance, backup]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what is set aside: in a zone 2,560 GiB × $0.28 in Johannesburg, in a region 1,024 GiB × $0.50; a tier and a backup without a row',
    terraform: `resource "google_filestore_instance" "zonal" {
  name     = "zonal"
  tier     = "ZONAL"
  location = "africa-south1-a"

  file_shares {
    name        = "share"
    capacity_gb = 2560
  }
}

resource "google_filestore_instance" "regional" {
  name     = "regional"
  tier     = "ENTERPRISE"
  location = "africa-south1"

  file_shares {
    name        = "share"
    capacity_gb = 1024
  }
}

resource "google_filestore_instance" "basic" {
  name     = "basic"
  tier     = "BASIC_HDD"
  location = "africa-south1-a"

  file_shares {
    name        = "share"
    capacity_gb = 1024
  }
}

resource "google_filestore_backup" "copy" {
  name              = "copy"
  location          = "africa-south1"
  source_instance   = google_filestore_instance.basic.id
  source_file_share = "share"
}
`,
    sees: [
      { address: 'google_filestore_instance.zonal', usd: 716.8, status: 'priced', lines: ['Capacity'] },
      { address: 'google_filestore_instance.regional', usd: 512, status: 'priced' },
      { address: 'google_filestore_instance.basic', usd: null, status: 'unknown', unknown: ['Capacity: no-price'] },
      { address: 'google_filestore_backup.copy', usd: null, status: 'unknown' },
    ],
  },
]
