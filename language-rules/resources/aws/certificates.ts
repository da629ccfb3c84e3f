// https://aws.amazon.com/private-ca/pricing/
// https://aws.amazon.com/certificate-manager/pricing/
import { fact, isUnwritten, line, priceFor } from '../../../core/estimate/resource-line.ts'
import { fixed, type Tier, tierLines } from '../../../core/estimate/service-line.ts'
import { known, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Line, Resource } from '../../../core/types.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const service = 'acmpca'

const issued: readonly Tier[] = [
  { upTo: 1000, service, item: 'certificate first 1K' },
  { upTo: 10_000, service, item: 'certificate next 9K' },
  { upTo: Number.POSITIVE_INFINITY, service, item: 'certificate over 10K' },
]
const certificates = { label: 'Certificates', unit: 'certificate', name: 'certificates' }
const general: readonly Used[] = [{ ...certificates, meaning: 'private certificates issued in a month', price: issued }]
const shortLived: readonly Used[] = [{ ...general[0]!, price: { service, item: 'certificate, short-lived' } }]
const exported: readonly Used[] = [
  { ...certificates, meaning: 'certificates exported for the first time in a month', price: issued },
]

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
  const parts = valueOf(mode) === 'SHORT_LIVED_CERTIFICATE' ? shortLived : general
  return [line('Certificate authority', 'month', fixed(resource, 1), price), ...usedLines(resource, prices, parts)]
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

/** Public ones cost nothing unless they can be exported; private ones are billed the first time they are exported. */
const managed = defineResource({
  id: 'aws/certificate',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/certificate-manager/pricing/',
  shape: { kind: 'public, exportable or private' },
  usage: usageOf(exported),
  lines: (resource, prices) => {
    const kind = valueOf(fact(resource, 'kind'))
    if (kind === 'public') return []
    if (kind === 'private') return usedLines(resource, prices, exported)
    const price = priceFor(resource, [], (region) =>
      prices.service('aws', 'acm', 'exportable public certificate', region),
    )
    return [line('Exportable certificate', 'certificate', fixed(resource, 1), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate
    terraform: {
      aws_acm_certificate: {
        facts: {
          kind: (block) => {
            const isPrivate = !isUnwritten(block.fact('certificate_authority_arn'))
            const isExportable = valueOf(block.fact('options.export')) === 'ENABLED'
            return known<Fact>(isPrivate ? 'private' : isExportable ? 'exportable' : 'public', block.location)
          },
        },
      },
    },
  },
  label: () => 'certificate',
})

export const resources = [authority, certificate, managed]

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
    name: 'public certificates are free; one issued by the authority is $0.75 once; a managed private one is paid when exported',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_acm_certificate" "web" {
  domain_name       = "example.com"
  validation_method = "DNS"
}

resource "aws_acm_certificate" "inner" {
  domain_name               = "inner.example.com"
  certificate_authority_arn = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/x"
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
    sees: [
      { address: 'aws_acm_certificate.web', usd: null, status: 'free' },
      {
        address: 'aws_acm_certificate.inner',
        usd: null,
        status: 'partial',
        unknown: ['Certificates: usage'],
      },
      { address: 'aws_acmpca_certificate.leaf', usd: 0.75, status: 'priced', assumed: ['month'] },
    ],
  },
]
