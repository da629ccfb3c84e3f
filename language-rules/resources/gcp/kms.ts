// https://cloud.google.com/kms/pricing
import {
  fact,
  isUnwritten,
  line,
  numberFact,
  type Priced,
  priceFor,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'
import { factOf } from '../block-facts.ts'
import { usageOf } from '../used.ts'
import { regionOfLocation } from './location.ts'

const service = 'kms'

const operations = {
  label: 'Operations',
  unit: 'request',
  name: 'requests',
  meaning: 'operations with the key in a month',
  price: { service, item: 'software key operations' },
}

const versions: Readonly<Record<string, string>> = {
  SOFTWARE: 'software key version',
  HSM: 'HSM key version',
}

/** Longer asymmetric keys in hardware have a price of their own. */
const isLong = (algorithm: string) => /^(?:EC_|RSA_\w+_(?:3072|4096)_)/.test(algorithm)

const ringOf = (key: Block) => key.target('key_ring', 'google_kms_key_ring')

const versionPrice = (resource: Resource, prices: PriceBook): Priced =>
  priceFor(resource, [fact(resource, 'protection'), fact(resource, 'algorithm')], (region, level, name) => {
    const item = versions[level!] ?? `${level} key version`
    return prices.service('gcp', service, level === 'HSM' && isLong(name!) ? `${item}, long` : item, region)
  })

const key = defineResource({
  id: 'gcp/kms-key',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/kms/pricing',
  shape: {
    protection: 'SOFTWARE, HSM, EXTERNAL or EXTERNAL_VPC',
    algorithm: 'what it is used for: GOOGLE_SYMMETRIC_ENCRYPTION, RSA_SIGN_PSS_4096_SHA256',
    versions: 'versions it is made with: one, unless that is skipped; each rotation makes another',
  },
  usage: {
    ...usageOf([operations]),
    keyVersions: 'versions of the key that are active, where it was rotated',
  },
  lines: (resource, prices) => {
    const told = usage(resource, 'keyVersions')
    const count = told.is === 'unknown' ? numberFact(resource, 'versions') : told
    const price = versionPrice(resource, prices)
    const used = priceFor(resource, [], () => prices.service('gcp', service, operations.price.item, 'global'))
    return [
      // its versions may all be made by themselves
      ...(valueOf(count) === 0 ? [] : [line('Key versions', 'version-month', count, price)]),
      line(operations.label, operations.unit, usage(resource, operations.name), used),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key
    terraform: {
      google_kms_crypto_key: {
        facts: {
          protection: ['version_template.protection_level', 'SOFTWARE'],
          algorithm: ['version_template.algorithm', 'GOOGLE_SYMMETRIC_ENCRYPTION'],
          versions: factOf('skip_initial_version_creation', 1, (skips) => (String(skips) === 'true' ? 0 : 1)),
        },
        region: (block) => {
          const ring = ringOf(block)
          return ring === undefined ? block.region : regionOfLocation(ring)
        },
      },
    },
  },
  label: (resource) => `${valueOf(fact(resource, 'protection')) ?? ''} key`.trim(),
})

const keyOf = (version: Block) => version.target('crypto_key', 'google_kms_crypto_key')

const ofKey =
  (path: string, otherwise: Fact) =>
  (version: Block): Known<Fact> => {
    const own = keyOf(version)
    const written = own?.fact(path) ?? unknown<Fact>('dynamic', version.location)
    return isUnwritten(written) ? known<Fact>(otherwise, version.location) : written
  }

/** A version that is made beside those of the key itself. */
const version = defineResource({
  id: 'gcp/kms-key-version',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/kms/pricing',
  shape: { protection: 'SOFTWARE, HSM, EXTERNAL or EXTERNAL_VPC, as its key says', algorithm: 'that of its key' },
  lines: (resource, prices) => [
    line('Key version', 'version-month', known(1, resource.location), versionPrice(resource, prices)),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key_version
    terraform: {
      google_kms_crypto_key_version: {
        facts: {
          protection: ofKey('version_template.protection_level', 'SOFTWARE'),
          algorithm: ofKey('version_template.algorithm', 'GOOGLE_SYMMETRIC_ENCRYPTION'),
        },
        region: (block) => {
          const ring = keyOf(block) && ringOf(keyOf(block)!)
          return ring === undefined ? block.region : regionOfLocation(ring)
        },
      },
    },
  },
  label: () => 'Key version',
})

export const resources = [key, version]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a version of a software key $0.06, three of one in hardware × $1.00, and 50,000 operations × $0.03 for ten thousand; where the list has no row there is none',
    terraform: `resource "google_kms_key_ring" "ring" {
  name     = "ring"
  location = "us-central1"
}

resource "google_kms_crypto_key" "plain" {
  name     = "plain"
  key_ring = google_kms_key_ring.ring.id
}

resource "google_kms_crypto_key" "hard" {
  name     = "hard"
  key_ring = google_kms_key_ring.ring.id

  version_template {
    algorithm        = "GOOGLE_SYMMETRIC_ENCRYPTION"
    protection_level = "HSM"
  }
}

resource "google_kms_crypto_key" "long" {
  name     = "long"
  key_ring = google_kms_key_ring.ring.id
  purpose  = "ASYMMETRIC_SIGN"

  version_template {
    algorithm        = "RSA_SIGN_PSS_4096_SHA256"
    protection_level = "HSM"
  }
}

resource "google_kms_key_ring" "far" {
  name     = "far"
  location = "africa-south1"
}

resource "google_kms_crypto_key" "far" {
  name     = "far"
  key_ring = google_kms_key_ring.far.id
}
`,
    usage: {
      'google_kms_crypto_key.plain': { requests: 50_000 },
      'google_kms_crypto_key.hard': { keyVersions: 3, requests: 0 },
    },
    sees: [
      { address: 'google_kms_crypto_key.plain', usd: 0.21, status: 'priced', lines: ['Key versions', 'Operations'] },
      { address: 'google_kms_crypto_key.hard', usd: 3, status: 'priced' },
      {
        address: 'google_kms_crypto_key.long',
        usd: null,
        status: 'partial',
        unknown: ['Key versions: no-price', 'Operations: usage'],
      },
      {
        address: 'google_kms_crypto_key.far',
        usd: null,
        status: 'partial',
        unknown: ['Key versions: no-price', 'Operations: usage'],
      },
    ],
  },
  {
    name: 'a version beside those of its key: $1.00 in hardware',
    terraform: `resource "google_kms_key_ring" "ring" {
  name     = "ring"
  location = "us-central1"
}

resource "google_kms_crypto_key" "own" {
  name                          = "own"
  key_ring                      = google_kms_key_ring.ring.id
  skip_initial_version_creation = true

  version_template {
    algorithm        = "GOOGLE_SYMMETRIC_ENCRYPTION"
    protection_level = "HSM"
  }
}

resource "google_kms_crypto_key_version" "first" {
  crypto_key = google_kms_crypto_key.own.id
}
`,
    sees: [
      { address: 'google_kms_crypto_key.own', usd: null, status: 'partial', lines: ['Operations'] },
      { address: 'google_kms_crypto_key_version.first', usd: 1, status: 'priced', lines: ['Key version'] },
    ],
  },
]
