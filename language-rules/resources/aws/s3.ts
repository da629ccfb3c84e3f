// https://aws.amazon.com/s3/pricing/
import { fact, line, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'

const configuration = 'aws_s3_bucket_lifecycle_configuration'

/** The lifecycle configurations of a bucket: those that refer to it, or that write the same name. */
function configurationsOf(block: Block): readonly Block[] {
  const name = valueOf(block.fact('bucket'))
  const named = block
    .ofType(configuration)
    .filter((other) => name !== undefined && valueOf(other.fact('bucket')) === name)
  return [...new Set([...block.referredBy(configuration), ...named])]
}

/** A bucket takes one configuration, and an address is given once: a second is not to be added. */
const managed = (block: Block): Known<Fact> =>
  known<Fact>(
    configurationsOf(block).length > 0 || block.ofType(configuration).some((other) => other.name === block.name),
    block.location,
  )

/** Whether any rule moves or deletes objects: the bucket's own rules, or those of its lifecycle configuration. */
function lifecycle(block: Block): Known<Fact> {
  const own = block.nested('lifecycle_rule').map((rule) => ages(rule, rule.fact('enabled'), true))
  const others = configurationsOf(block)
    .flatMap((each) => each.nested('rule'))
    .map((rule) => ages(rule, rule.fact('status'), 'Enabled'))
  const answers = [...own, ...others]
  if (answers.includes(true)) return known<Fact>(true, block.location)
  return answers.includes(undefined) ? unknown('dynamic', block.location) : known<Fact>(false, block.location)
}

/** Undefined where it cannot be told. Cutting off unfinished uploads touches no object. */
function ages(rule: NestedBlock, state: Known<Fact>, on: Fact): boolean | undefined {
  if (rule.nested('expiration').length + rule.nested('transition').length === 0) return false
  const isThere = rule.count.is === 'known' || rule.count.is === 'assumed' ? rule.count.value > 0 : undefined
  if (state.is !== 'known' && state.is !== 'assumed') return isThere === false ? false : undefined
  return state.value === on ? isThere : false
}

const bucket = defineResource({
  id: 'aws/s3-bucket',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/s3/pricing/',
  shape: {
    storageClass: 'class objects are stored in unless the upload says otherwise',
    lifecycle: 'whether a lifecycle rule moves objects to a colder class or deletes them',
    managed: 'whether there is a lifecycle configuration already, whatever it does',
  },
  usage: { storedGB: 'GB stored, mean of the month' },
  lines: (resource, prices) => [
    line(
      'Storage',
      'GB-month',
      usage(resource, 'storedGB'),
      priceFor(
        resource,
        [fact(resource, 'storageClass')],
        (region, name) => prices.storage('aws', 's3', name, region)?.storage,
      ),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket
    terraform: {
      aws_s3_bucket: {
        facts: { storageClass: (block) => assumed<Fact>('STANDARD', block.location), lifecycle, managed },
      },
    },
  },
  label: () => 'S3 bucket',
})

export const resources = [bucket]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what is stored is use nobody has told: a unit price, and no amount',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "data" {
  bucket = "training-data"
}
`,
    sees: [
      {
        address: 'aws_s3_bucket.data',
        usd: null,
        status: 'partial',
        lines: ['Storage'],
        unknown: ['Storage: usage'],
        assumed: ['storageClass'],
      },
    ],
  },
  {
    name: 'with what is stored told in outlay.json: 1,000 GB × $0.023',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "data" {}
`,
    usage: { 'aws_s3_bucket.*': { storedGB: 1000 } },
    sees: [{ address: 'aws_s3_bucket.data', usd: 23, status: 'priced', assumed: ['storageClass', 'storedGB'] }],
  },
  {
    name: 'without a region there is not even a unit price',
    terraform: `resource "aws_s3_bucket" "data" {}
`,
    sees: [{ address: 'aws_s3_bucket.data', usd: null, status: 'unknown', unknown: ['region: absent'] }],
  },
]
