// https://aws.amazon.com/secrets-manager/pricing/
import { numberFact } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { mapKnown } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { totalOf } from '../block-facts.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const service = 'secretsmanager'

const parts: readonly Used[] = [
  {
    label: 'Requests',
    unit: 'request',
    name: 'requests',
    meaning: 'API calls in a month',
    price: { service, item: 'requests' },
  },
]

const secret = defineResource({
  id: 'aws/secret',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/secrets-manager/pricing/',
  shape: { copies: 'the secret and its replicas in other regions, each billed as a secret' },
  usage: usageOf(parts),
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Secret', 'month', numberFact(resource, 'copies'), { service, item: 'secret' }),
    ...usedLines(resource, prices, parts),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret
    terraform: {
      aws_secretsmanager_secret: {
        facts: {
          copies: (block) => {
            const replicas = totalOf(
              block.nested('replica').map(({ count }) => count),
              block.location,
            )
            return replicas.is === 'unknown' ? replicas : mapKnown(replicas, (count) => count + 1)
          },
        },
      },
    },
  },
  label: () => 'secret',
})

export const resources = [secret]

export const examples: readonly ResourceExample[] = [
  {
    name: '$0.40 for it and for each replica: 1 and 3 × $0.40; 100,000 calls × $0.05 by 10,000',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_secretsmanager_secret" "db" {}

resource "aws_secretsmanager_secret" "world" {
  replica {
    region = "eu-west-1"
  }
  dynamic "replica" {
    for_each = ["ap-northeast-1"]
    content {
      region = replica.value
    }
  }
}

resource "aws_secretsmanager_secret" "busy" {}
`,
    usage: { '*.busy': { requests: 100_000 } },
    sees: [
      {
        address: 'aws_secretsmanager_secret.db',
        usd: 0.4,
        status: 'partial',
        lines: ['Secret', 'Requests'],
        unknown: ['Requests: usage'],
      },
      { address: 'aws_secretsmanager_secret.world', usd: 1.2, status: 'partial' },
      { address: 'aws_secretsmanager_secret.busy', usd: 0.9, status: 'priced' },
    ],
  },
]
