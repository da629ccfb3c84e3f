// https://aws.amazon.com/private-ca/pricing/
import { fact, line, priceFor } from '../../../core/estimate/resource-line.ts'
import { fixed, type Tier, tierLines } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { type Used, unpriced, usageOf, usedLines } from '../used.ts'

const service = 'acmpca'

/** What a certificate of a general-purpose authority costs, once. */
export const issued: readonly Tier[] = [
  { upTo: 1000, service, item: 'certificate first 1K' },
  { upTo: 10_000, service, item: 'certificate next 9K' },
  { upTo: Number.POSITIVE_INFINITY, service, item: 'certificate over 10K' },
]
export const certificates = { label: 'Certificates', unit: 'certificate', name: 'certificates' }
const general: readonly Used[] = [{ ...certificates, meaning: 'private certificates issued in a month', price: issued }]
const shortLived: readonly Used[] = [{ ...general[0]!, price: { service, item: 'certificate, short-lived' } }]

function authorityLines(resource: Resource, prices: PriceBook): Line[] {
  const mode = fact(resource, 'mode')
  const price = priceFor(resource, [mode], (region, name) =>
    prices.service(
      'aws',
      service,
      name === 'SHORT_LIVED_CERTIFICATE' ? 'private CA, short-lived certificates' : 'private CA',
      region,
    ),
  )
  const of = usedLines(resource, prices, valueOf(mode) === 'SHORT_LIVED_CERTIFICATE' ? shortLived : general)
  const issuedLines = mode.is === 'unknown' ? unpriced(of, mode.why) : of
  return [line('Certificate authority', 'month', fixed(resource, 1), price), ...issuedLines]
}

const authority = defineResource({
  id: 'aws/private-ca',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/private-ca/pricing/',
  shape: { mode: 'GENERAL_PURPOSE or SHORT_LIVED_CERTIFICATE' },
  usage: usageOf(general),
  lines: authorityLines,
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acmpca_certificate_authority
  from: { terraform: { aws_acmpca_certificate_authority: { facts: { mode: ['usage_mode', 'GENERAL_PURPOSE'] } } } },
  label: () => 'private CA',
})

/** Issued straight from the authority, it is billed once, when it is issued. */
const certificate = defineResource({
  id: 'aws/private-certificate',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/private-ca/pricing/',
  shape: {},
  assumes: [{ what: 'month', value: 'the one it is issued in', from: 'the fee is paid once' }],
  lines: (resource, prices) => tierLines(resource, prices, 'Certificate', 'certificate', fixed(resource, 1), issued),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acmpca_certificate
  from: { terraform: { aws_acmpca_certificate: { facts: {} } } },
  label: () => 'private certificate',
})

export const resources = [authority, certificate]

export const examples: readonly ResourceExample[] = [
  {
    name: 'an authority is $400 a month, of short-lived certificates $50; 2,000 certificates are 1,000 × $0.75 + 1,000 × $0.35',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_acmpca_certificate_authority" "root" {
  type = "ROOT"
}

resource "aws_acmpca_certificate_authority" "brief" {
  usage_mode = "SHORT_LIVED_CERTIFICATE"
}

resource "aws_acmpca_certificate_authority" "busy" {}
`,
    usage: { '*.busy': { certificates: 2000 } },
    sees: [
      {
        address: 'aws_acmpca_certificate_authority.root',
        usd: 400,
        status: 'partial',
        lines: ['Certificate authority', 'Certificates'],
        unknown: ['Certificates: usage'],
        assumed: ['mode'],
      },
      { address: 'aws_acmpca_certificate_authority.brief', usd: 50, status: 'partial' },
      { address: 'aws_acmpca_certificate_authority.busy', usd: 1500, status: 'priced' },
    ],
  },
  {
    name: 'a certificate issued by the authority is $0.75 once',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_acmpca_certificate" "leaf" {
  certificate_authority_arn   = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/x"
  certificate_signing_request = "x"
  signing_algorithm           = "SHA256WITHRSA"
  validity {
    type  = "YEARS"
    value = 1
  }
}
`,
    sees: [{ address: 'aws_acmpca_certificate.leaf', usd: 0.75, status: 'priced', assumed: ['month'] }],
  },
]
