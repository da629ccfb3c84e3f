// https://aws.amazon.com/ecr/pricing/
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const stored: readonly Used[] = [
  {
    label: 'Storage',
    unit: 'GB-month',
    name: 'storedGB',
    meaning: 'GB of images, mean of the month',
    price: { service: 'ecr', item: 'storage' },
  },
]

const repository = defineResource({
  id: 'aws/ecr-repository',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ecr/pricing/',
  shape: {},
  usage: usageOf(stored),
  lines: (resource, prices) => usedLines(resource, prices, stored),
  from: {
    terraform: {
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository
      aws_ecr_repository: { facts: {} },
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecrpublic_repository
      aws_ecrpublic_repository: { facts: {} },
      // keeps what is pulled through it in repositories that it makes:
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_pull_through_cache_rule
      aws_ecr_pull_through_cache_rule: { facts: {} },
    },
  },
  label: () => 'image repository',
})

export const resources = [repository]

export const examples: readonly ResourceExample[] = [
  {
    name: 'images are stored GB: 20 GB × $0.10; untold there is a unit price alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_ecrpublic_repository" "open" {
  repository_name = "open"
}
`,
    usage: { 'aws_ecr_repository.*': { storedGB: 20 } },
    sees: [
      { address: 'aws_ecr_repository.app', usd: 2, status: 'priced', lines: ['Storage'] },
      { address: 'aws_ecrpublic_repository.open', usd: null, status: 'partial', unknown: ['Storage: usage'] },
    ],
  },
]
