// https://cloud.google.com/certificate-authority-service/pricing: each authority by the month and the tier of its pool, and certificates.
// No list we read has the prices.
import { fact, line, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { regionOfLocation } from './location.ts'

const docs = 'https://cloud.google.com/certificate-authority-service/pricing'

const tierOf = (block: Block): Known<Fact> => block.target('pool')?.fact('tier') ?? unknown('dynamic', block.location)

const inPool: FormatMapping = { facts: { tier: tierOf }, region: (block) => regionOfLocation(block) }

const one = (resource: Resource, prices: PriceBook, label: string, unit: string, item: string): readonly Line[] => [
  line(
    label,
    unit,
    known(1, resource.location),
    priceFor(resource, [fact(resource, 'tier')], (region, tier) =>
      prices.service('gcp', 'private-ca', `${item} ${tier!.toLowerCase()}`, region),
    ),
  ),
]

export const resources = [
  defineResource({
    id: 'gcp/private-ca',
    cloud: 'gcp',
    docs,
    shape: { tier: 'ENTERPRISE or DEVOPS: that of its pool' },
    lines: (resource, prices) => one(resource, prices, 'Authority', 'month', 'authority'),
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/privateca_certificate_authority
    from: { terraform: { google_privateca_certificate_authority: inPool } },
    label: () => 'Certificate authority',
  }),
  defineResource({
    id: 'gcp/private-ca-certificate',
    cloud: 'gcp',
    docs,
    shape: { tier: 'ENTERPRISE or DEVOPS: that of its pool' },
    lines: (resource, prices) => one(resource, prices, 'Certificate', 'certificate', 'certificate'),
    from: { terraform: { google_privateca_certificate: inPool } },
    label: () => 'Certificate of an own authority',
  }),
]

/** Their authorities and certificates are billed. */
export const free: readonly string[] = ['google_privateca_ca_pool', 'google_privateca_certificate_template']

export const examples: readonly ResourceExample[] = [
  {
    name: 'an authority and a certificate have no row, and never $0',
    terraform: `resource "google_privateca_ca_pool" "main" {
  location = "us-central1"
  tier     = "DEVOPS"
}

resource "google_privateca_certificate_authority" "root" {
  location = "us-central1"
  pool     = google_privateca_ca_pool.main.name
}

resource "google_privateca_certificate" "web" {
  location = "us-central1"
  pool     = google_privateca_ca_pool.main.name
}
`,
    sees: [
      {
        address: 'google_privateca_certificate_authority.root',
        usd: null,
        status: 'unknown',
        lines: ['Authority'],
        unknown: ['Authority: no-price'],
      },
      { address: 'google_privateca_certificate.web', usd: null, status: 'unknown', unknown: ['Certificate: no-price'] },
    ],
  },
]
