import * as z from 'zod/mini'
import { textOf } from '../../core/document.ts'
import { addEntries, addToBlock, isChangeIgnored } from '../../core/fixes/blocks.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleContext, type RuleExample } from '../../core/rule.ts'
import { headerOf, isPlaced } from '../../core/rules/block-place.ts'
import { isCallWithoutTags, tagEdits } from '../../core/rules/tag-arguments.ts'
import type { Edit, Resource } from '../../core/types.ts'
import { untaggedInCode } from './examples/untagged-in-code.ts'

const options = z.object({
  tags: z
    ._default(z.record(z.string(), z.string()), {})
    .check(
      z.describe(
        'Tags every resource must have, each with the value the fix writes: { "cost-center": "4711" }. Empty: at least one tag, whichever.',
      ),
    ),
})

export const rule = defineRule({
  id: 'untagged-resource',
  on: 'resource',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'What costs money has no tag that says whose it is.',
    why: 'The bill can be split by team, product and environment only as far as resources carry tags.',
    fix: 'Tag it, or give the provider default tags. Name the rule in outlay.json with the tags your team asks for, and it is on in every preset.',
    unless: 'Tags are added when it is made, by a policy of the account.',
    source: 'https://www.finops.org/framework/capabilities/allocation/',
    alters: ['access'],
  },
  options,
  *check(resource, context) {
    const attribute = attributeOf[resource.type]
    if (attribute === undefined ? !isCallWithoutTags(resource, context) : isLeftOpen(resource, attribute, context))
      return
    const wanted = Object.entries(context.options.tags)
    const missing = wanted.filter(([name]) => resource.tags[name] === undefined)
    if (wanted.length === 0 ? Object.keys(resource.tags).length > 0 : missing.length === 0) return
    const cost = context.estimate.per === 'month' ? context.estimate.usd : undefined
    const what = wanted.length === 0 ? 'no tag' : `no tag ${missing.map(([name]) => name).join(', ')}`
    const edits =
      attribute === undefined ? tagEdits(resource, missing, context) : [edited(resource, attribute, missing, context)]
    yield {
      at: headerOf(resource, context.document),
      message: cost
        ? say`${usd(cost)} a month with ${what}: the bill cannot say whose it is. Tag it.`
        : say`It has ${what}: the bill cannot say whose it is. Tag it.`,
      fixes: missing.length > 0 ? [{ title: 'Add the tags', safety: 'suggestion', edits, claim: 'governs' }] : [],
    }
  },
})

/** Types whose tags reach the bill, and the attribute that carries them. https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html, https://docs.cloud.google.com/compute/docs/labeling-resources, https://learn.microsoft.com/azure/azure-resource-manager/management/tag-support */
const attributeOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'aws_instance',
      'aws_ebs_volume',
      'aws_s3_bucket',
      'aws_db_instance',
      'aws_rds_cluster',
      'aws_eks_cluster',
      'aws_eks_node_group',
      'aws_lambda_function',
      'aws_dynamodb_table',
      'aws_elasticache_cluster',
      'aws_elasticache_replication_group',
      'aws_lb',
      'aws_nat_gateway',
      'aws_efs_file_system',
      'aws_opensearch_domain',
      'aws_redshift_cluster',
      'aws_msk_cluster',
      'aws_sagemaker_endpoint',
      'aws_sagemaker_notebook_instance',
      'azurerm_linux_virtual_machine',
      'azurerm_windows_virtual_machine',
      'azurerm_linux_virtual_machine_scale_set',
      'azurerm_kubernetes_cluster',
      'azurerm_managed_disk',
      'azurerm_storage_account',
      'azurerm_mssql_database',
      'azurerm_postgresql_flexible_server',
      'azurerm_service_plan',
    ].map((type) => [type, 'tags'] as const),
  ),
  google_compute_instance: 'labels',
  google_compute_disk: 'labels',
  google_storage_bucket: 'labels',
  google_tpu_v2_vm: 'labels',
  google_workbench_instance: 'labels',
}

/** What the attribute says is worked out, and not all of it is known. */
function isLeftOpen(resource: Resource, attribute: string, { document }: RuleContext<Resource, unknown>): boolean {
  const { source, tags, location } = resource
  if (resource.hasOpenTags) return true
  // What a published module does with the tags of its call nobody sees.
  if (isPlaced(resource)) return /^\s*(tags|labels)\s*=/m.test(textOf(document, location.cell).slice(...location.span))
  const at = source.values[attribute]
  // Somebody else tags it.
  if (isChangeIgnored(resource, attribute, document)) return true
  if (!at) return false
  const code = at.file === document.file ? textOf(document, at.cell).slice(...at.span) : ''
  const written = [...code.matchAll(/^\s*[{,]?\s*"?([\w:/.-]+)"?\s*[=:]/gm)].map(([, name]) => name!)
  return !/^\{[^()]*\}$/s.test(code) || written.some((name) => tags[name] === undefined)
}

function edited(
  resource: Resource,
  attribute: string,
  missing: readonly (readonly [name: string, value: string])[],
  { document }: RuleContext<Resource, unknown>,
): Edit | undefined {
  const entries = missing.map(([name, value]) => `${/^[\w-]+$/.test(name) ? name : `"${name}"`} = "${value}"`)
  const at = resource.source.values[attribute]
  if (!at) return addToBlock(resource, [`${attribute} = {`, ...entries.map((entry) => `  ${entry}`), '}'], document)
  return addEntries(at, entries, document)
}

const declared: readonly RuleExample[] = [
  {
    name: 'no tag at all',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500
}
`,
    finds: [{ line: 5, message: '$40.00 a month with no tag: the bill cannot say whose it is. Tag it.' }],
  },
  {
    name: 'without the tags of the team, which the fix knows',
    lang: 'terraform',
    options: { tags: { team: 'berths', 'cost-center': '4711' } },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "logs" {
  bucket = "harbour-logs"
}
`,
    finds: [
      {
        line: 5,
        message: 'It has no tag team, cost-center: the bill cannot say whose it is. Tag it.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "logs" {
  bucket = "harbour-logs"
  tags = {
    team        = "berths"
    cost-center = "4711"
  }
}
`,
      },
    ],
  },
  {
    name: 'one of the tags is there; labels of Google Cloud',
    lang: 'terraform',
    options: { tags: { team: 'berths', env: 'dev' } },
    code: `resource "google_compute_disk" "scratch" {
  name   = "scratch"
  zone   = "us-central1-a"
  type   = "pd-ssd"
  size   = 100
  labels = { team = "berths" }
}
`,
    finds: [
      {
        line: 1,
        message: '$17.00 a month with no tag env: the bill cannot say whose it is. Tag it.',
        fixed: `resource "google_compute_disk" "scratch" {
  name   = "scratch"
  zone   = "us-central1-a"
  type   = "pd-ssd"
  size   = 100
  labels = { team = "berths", env = "dev" }
}
`,
      },
    ],
  },
  {
    name: 'entries on lines of their own get another one',
    lang: 'terraform',
    options: { tags: { 'cost-center': '4711' } },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "logs" {
  bucket = "harbour-logs"
  tags = {
    team = "berths" # since spring
  }
}
`,
    finds: [
      {
        line: 5,
        message: 'It has no tag cost-center: the bill cannot say whose it is. Tag it.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "logs" {
  bucket = "harbour-logs"
  tags = {
    team        = "berths" # since spring
    cost-center = "4711"
  }
}
`,
      },
    ],
  },
  {
    name: 'a block that is indented by four',
    lang: 'terraform',
    options: { tags: { team: 'berths' } },
    code: `provider "aws" {
    region = "us-east-1"
}

resource "aws_s3_bucket" "logs" {
    bucket = "harbour-logs"
}
`,
    finds: [
      {
        line: 5,
        message: 'It has no tag team: the bill cannot say whose it is. Tag it.',
        fixed: `provider "aws" {
    region = "us-east-1"
}

resource "aws_s3_bucket" "logs" {
    bucket = "harbour-logs"
    tags = {
        team = "berths"
    }
}
`,
      },
    ],
  },
  {
    name: 'tags that Terraform is told to leave to others',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500

  lifecycle {
    ignore_changes = [tags]
  }
}
`,
    finds: [],
  },
  {
    name: 'tags of its own, of the provider, and some that only a run can tell',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
  default_tags {
    tags = { team = "berths" }
  }
}

variable "tags" {}

resource "aws_ebs_volume" "a" {
  availability_zone = "us-east-1a"
  size              = 10
}

resource "google_compute_disk" "b" {
  name   = "b"
  zone   = "us-central1-a"
  labels = var.tags
}
`,
    finds: [],
  },
  {
    name: 'a type that takes no tags',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_route53_record" "www" {
  zone_id = "Z1"
  name    = "www"
  type    = "A"
}
`,
    finds: [],
  },
]

export const examples = [...declared, ...untaggedInCode]
