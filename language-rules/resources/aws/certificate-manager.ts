// https://aws.amazon.com/certificate-manager/pricing/
import { fact, isUnwritten, line, priceFor } from '../../../core/estimate/resource-line.ts'
import { fixed } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { type Used, usageOf, usedLines } from '../used.ts'
import { certificates, issued } from './private-ca.ts'

const exported: readonly Used[] = [
  { ...certificates, meaning: 'certificates exported for the first time in a month', price: issued },
]

/** Of an authority of one's own, or public; a public one can be exported only where it says so, and not by default. */
function kindOf(block: Block): Known<Fact> {
  const authority = block.fact('certificate_authority_arn')
  if (!isUnwritten(authority)) return known<Fact>('private', block.location)
  const isExported = block.fact('options.export')
  if (isUnwritten(isExported)) return known<Fact>('public', block.location)
  return mapKnown(isExported, (is): Fact => (is === 'ENABLED' ? 'exportable' : 'public'))
}

/** Public ones cost nothing unless they can be exported; private ones are billed the first time they are exported. */
const certificate = defineResource({
  id: 'aws/certificate',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/certificate-manager/pricing/',
  shape: { kind: 'public, exportable or private' },
  usage: usageOf(exported),
  lines: (resource, prices) => {
    const kind = fact(resource, 'kind')
    if (valueOf(kind) === 'public') return []
    if (valueOf(kind) === 'private') return usedLines(resource, prices, exported)
    const price = priceFor(resource, [kind], (region) =>
      prices.service('aws', 'acm', 'exportable public certificate', region),
    )
    return [line('Exportable certificate', 'certificate', fixed(resource, 1), price)]
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate
  from: { terraform: { aws_acm_certificate: { facts: { kind: kindOf } } } },
  label: () => 'certificate',
})

export const resources = [certificate]

export const examples: readonly ResourceExample[] = [
  {
    name: 'public certificates are free; a private one is paid when exported; whether exportable is not known: never free',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "is_exported" {}

resource "aws_acm_certificate" "web" {
  domain_name       = "example.com"
  validation_method = "DNS"
}

resource "aws_acm_certificate" "inner" {
  domain_name               = "inner.example.com"
  certificate_authority_arn = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/x"
}

resource "aws_acm_certificate" "open" {
  domain_name = "open.example.com"
  options {
    export = var.is_exported
  }
}
`,
    sees: [
      { address: 'aws_acm_certificate.web', usd: null, status: 'free' },
      { address: 'aws_acm_certificate.inner', usd: null, status: 'partial', unknown: ['Certificates: usage'] },
      {
        address: 'aws_acm_certificate.open',
        usd: null,
        status: 'unknown',
        unknown: ['Exportable certificate: absent'],
      },
    ],
  },
]
