// https://cloud.google.com/secret-manager/pricing
import { numberFact } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { blocksOf, everywhere } from '../block-facts.ts'
import { usedResource } from './used-resource.ts'

const docs = 'https://cloud.google.com/secret-manager/pricing'
const service = 'secret-manager'

const secret = usedResource({
  id: 'secret',
  docs,
  label: 'secret',
  used: [
    {
      label: 'Accesses',
      unit: 'request',
      name: 'requests',
      meaning: 'times that a version is read in a month',
      price: { service, item: 'access operations' },
    },
    {
      label: 'Rotation notices',
      unit: 'rotation',
      name: 'rotations',
      meaning: 'notices of rotation in a month',
      price: { service, item: 'rotation' },
    },
  ],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/secret_manager_secret
  types: ['google_secret_manager_secret', 'google_secret_manager_regional_secret'],
  region: everywhere,
})

const path = 'replication.user_managed.replicas'

/** A version is billed in each place its secret names; where Google chooses them, once. */
function placesOf(version: Block): Known<Fact> {
  const once = known<Fact>(1, version.location)
  const own = version.target('secret', 'google_secret_manager_secret')
  if (own === undefined || own.nested(path).length === 0) return once
  return blocksOf(path)(own)
}

const mapping: FormatMapping = {
  facts: { places: placesOf },
  region: everywhere,
}

const version = defineResource({
  id: 'gcp/secret-version',
  cloud: 'gcp',
  docs,
  shape: { places: 'in how many locations it is kept; disabled ones are billed as well' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Secret version', 'version-month', numberFact(resource, 'places'), {
      service,
      item: 'version',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/secret_manager_secret_version
    terraform: {
      google_secret_manager_secret_version: mapping,
      google_secret_manager_regional_secret_version: mapping,
    },
  },
  label: () => 'secret version',
})

export const resources = [secret, version]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a version where Google chooses the place $0.06, in two named ones 2 × $0.06; 1,000,000 reads × $0.03 for ten thousand and a notice at $0.05',
    terraform: `resource "google_secret_manager_secret" "auto" {
  secret_id = "auto"

  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_version" "auto" {
  secret      = google_secret_manager_secret.auto.id
  secret_data = "x"
}

resource "google_secret_manager_secret" "two" {
  secret_id = "two"

  replication {
    user_managed {
      replicas {
        location = "us-central1"
      }
      replicas {
        location = "us-east1"
      }
    }
  }
}

resource "google_secret_manager_secret_version" "two" {
  secret      = google_secret_manager_secret.two.id
  secret_data = "x"
}
`,
    usage: { 'google_secret_manager_secret.auto': { requests: 1_000_000, rotations: 1 } },
    sees: [
      { address: 'google_secret_manager_secret.auto', usd: 3.05, status: 'priced' },
      { address: 'google_secret_manager_secret_version.auto', usd: 0.06, status: 'priced', lines: ['Secret version'] },
      {
        address: 'google_secret_manager_secret.two',
        usd: null,
        status: 'partial',
        unknown: ['Accesses: usage', 'Rotation notices: usage'],
      },
      { address: 'google_secret_manager_secret_version.two', usd: 0.12, status: 'priced' },
    ],
  },
]
