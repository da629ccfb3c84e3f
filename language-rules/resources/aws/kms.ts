// https://aws.amazon.com/kms/pricing/
// A key is billed while it exists, also when it is disabled; each replica is a key of its own. The first and second rotation of a key
// add as much again, each, from when they happen.
import { fact, isUnwritten } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import { assumed, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Line, Resource } from '../../../core/types.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const service = 'kms'

const requestsAt = (item: string): readonly Used[] => [
  { label: 'Requests', unit: 'request', name: 'requests', meaning: 'requests in a month', price: { service, item } },
]

/** Requests to a key by its spec. */
function requestsOf(spec: string): readonly Used[] {
  if (spec === 'SYMMETRIC_DEFAULT' || spec.startsWith('HMAC_')) return requestsAt('requests')
  return requestsAt(spec === 'RSA_2048' ? 'requests, RSA 2048' : 'requests, asymmetric')
}

const keyLines = (resource: Resource, prices: PriceBook): Line[] => [
  serviceLine(resource, prices, 'Key', 'month', fixed(resource, 1), { service, item: 'key' }),
  ...usedLines(resource, prices, requestsOf(String(valueOf(fact(resource, 'spec')) ?? 'SYMMETRIC_DEFAULT'))),
]

const key = defineResource({
  id: 'aws/kms-key',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/kms/pricing/',
  shape: { spec: 'SYMMETRIC_DEFAULT, RSA_2048 …, ECC_NIST_P256 …, HMAC_256 …' },
  usage: usageOf(requestsAt('requests')),
  lines: keyLines,
  from: {
    terraform: {
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key
      aws_kms_key: {
        facts: {
          spec: (block) => {
            const written = block.fact('customer_master_key_spec')
            return isUnwritten(written) ? assumed<Fact>('SYMMETRIC_DEFAULT', block.location) : written
          },
        },
      },
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_external_key
      aws_kms_external_key: { facts: {} },
      aws_kms_replica_key: { facts: {} },
      aws_kms_replica_external_key: { facts: {} },
    },
  },
  label: () => 'KMS key',
})

export const resources = [key]

export const examples: readonly ResourceExample[] = [
  {
    name: 'each key is $1 a month, replicas and disabled ones too',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "main" {
  multi_region = true
}

resource "aws_kms_key" "off" {
  is_enabled = false
}

resource "aws_kms_external_key" "own" {}

resource "aws_kms_replica_key" "copy" {
  primary_key_arn = aws_kms_key.main.arn
}

resource "aws_kms_replica_external_key" "copy" {
  primary_key_arn = aws_kms_external_key.own.arn
}
`,
    sees: [
      {
        address: 'aws_kms_key.main',
        usd: 1,
        status: 'partial',
        lines: ['Key', 'Requests'],
        unknown: ['Requests: usage'],
        assumed: ['spec'],
      },
      { address: 'aws_kms_key.off', usd: 1, status: 'partial' },
      { address: 'aws_kms_external_key.own', usd: 1, status: 'partial' },
      { address: 'aws_kms_replica_key.copy', usd: 1, status: 'partial' },
      { address: 'aws_kms_replica_external_key.copy', usd: 1, status: 'partial' },
    ],
  },
  {
    name: 'requests by the kind of key, 1 M told: $1 + 100 × $0.03, and $1 + 100 × $0.15',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_kms_key" "data" {}

resource "aws_kms_key" "sign" {
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
}
`,
    usage: { aws_kms_key: { requests: 1_000_000 } },
    sees: [
      { address: 'aws_kms_key.data', usd: 4, status: 'priced' },
      { address: 'aws_kms_key.sign', usd: 16, status: 'priced' },
    ],
  },
]
