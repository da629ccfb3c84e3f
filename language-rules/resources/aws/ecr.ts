// https://aws.amazon.com/ecr/pricing/
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
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

/** A policy that refers to the repository, or that writes the same name. */
function expires(block: Block): Known<Fact> {
  const name = valueOf(block.fact('name'))
  const policies = block.ofType('aws_ecr_lifecycle_policy').map((each) => valueOf(each.fact('repository')))
  const isThere =
    block.referredBy('aws_ecr_lifecycle_policy').length > 0 || (name !== undefined && policies.includes(name))
  // One whose repository is worked out elsewhere may be for this one.
  return !isThere && policies.includes(undefined)
    ? unknown('dynamic', block.location)
    : known<Fact>(isThere, block.location)
}

/** Whether the program gives its repositories a policy; not known where it deletes them again. */
function expiresByCode(block: Block): Known<Fact> {
  if (block.ofType('aws.delete_repository').length > 0) return unknown('dynamic', block.location)
  return known<Fact>(block.ofType('aws.put_lifecycle_policy').length > 0, block.location)
}

const repository = defineResource({
  id: 'aws/ecr-repository',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ecr/pricing/',
  shape: {
    expires: 'whether a lifecycle policy is there that may delete images',
    isDisposable: 'whether it is deleted with all that is in it',
  },
  usage: usageOf(stored),
  lines: (resource, prices) => usedLines(resource, prices, stored),
  from: {
    terraform: {
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository
      aws_ecr_repository: { facts: { expires, isDisposable: 'force_delete' } },
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecrpublic_repository
      aws_ecrpublic_repository: { facts: {} },
      // keeps what is pulled through it in repositories that it makes:
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_pull_through_cache_rule
      aws_ecr_pull_through_cache_rule: { facts: {} },
    },
    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
    sdk: {
      'aws.create_repository': { facts: { expires: expiresByCode }, region: regionBy('^region_name|^region') },
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

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'made by a program: what is in it is use nobody has told',
    lang: 'python',
    code: `import boto3

boto3.client("ecr", region_name="us-east-1").create_repository(repositoryName="ranker")
`,
    sees: [{ address: 'aws.create_repository', usd: null, status: 'partial', unknown: ['Storage: usage'] }],
  },
]
