import * as z from 'zod/mini'
import { type Document, textOf } from '../../core/document.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { addBeside } from '../../core/fixes/blocks.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf, isPlaced } from '../../core/rules/block-place.ts'
import type { Edit, Location, Resource } from '../../core/types.ts'

const options = z.object({
  days: z
    ._default(z.number().check(z.int(), z.positive()), 35)
    .check(z.describe('Days the fix keeps snapshots and backups for.')),
})

interface Schedule {
  readonly what: string
  /** USD for a GB-month of what it makes. */
  readonly price: (prices: PriceBook, region: string) => number | undefined
  /** The parts that nothing ends, each with what gives it an end. */
  endless(policy: Resource): readonly ((days: number, document: Document) => Edit | undefined)[]
}

const ofEbs = (prices: PriceBook, region: string) => prices.storage('aws', 'ebs', 'snapshot', region)?.storage.usd

/**
 * Azure has none: each of its policies must say how long, `azurerm_backup_policy_vm` by `retention_daily` or `retention_weekly`,
 * `azurerm_data_protection_backup_policy_disk` by `default_retention_duration`.
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/backup_policy_vm, …/data_protection_backup_policy_disk
 */
const schedules: Readonly<Record<string, Schedule>> = {
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
  aws_backup_plan: {
    what: 'A rule of this plan says nothing of when its backups are deleted',
    price: ofEbs,
    endless: (plan) =>
      partsOf(plan, 'rule').flatMap((paths) =>
        paths.some((path) => path.endsWith('.delete_after'))
          ? []
          : [(days, document) => intoRule(plan, paths, days, document)],
      ),
  },
  aws_dlm_lifecycle_policy: {
    what: 'A copy to another region is made without a rule that deletes it',
    price: ofEbs,
    endless: ({ source: { values } }) => {
      const copies = Object.keys(values).filter((path) => path.includes('.cross_region_copy_rule.'))
      const isEnding = copies.some((path) => path.includes('retain_rule.'))
      return copies.length === 0 || isEnding ? [] : [() => undefined]
    },
  },
  // https://cloud.google.com/compute/docs/disks/about-snapshot-schedules
  google_compute_resource_policy: {
    what: 'This schedule has no retention policy',
    price: (prices, region) => prices.storage('gcp', 'pd', 'pd-snapshot', region)?.storage.usd,
    endless: (policy) => {
      const isEnding = Object.keys(policy.source.values).some((path) => path.includes('max_retention_days'))
      const isSchedule = policy.source.blocks.includes('snapshot_schedule_policy')
      return !isSchedule || isEnding ? [] : [(days, document) => intoSchedule(policy, days, document)]
    },
  },
}

export const rule = defineRule({
  id: 'unexpiring-snapshots',
  on: 'document',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'Snapshots or backups are made by a schedule, and nothing ever deletes them.',
    why: 'Each is stored and billed every month for as long as it is kept, and the schedule goes on making more. Amazon and Google allow it; a policy of Azure Backup has to say how long.',
    fix: 'Say after how many days they are deleted.',
    unless: 'Law or contract asks for all of them, or something else deletes them.',
    source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html',
    alters: ['data'],
    notIn: {
      python: 'schedules that code makes are not read',
      typescript: 'schedules that code makes are not read',
      notebook: 'schedules that code makes are not read',
    },
  },
  options,
  *check({ sites, prices, document, options: { days } }) {
    for (const { site } of sites) {
      const schedule = site.kind === 'resource' && !isPlaced(site) ? schedules[site.type] : undefined
      if (!schedule || site.kind !== 'resource') continue
      const endless = schedule.endless(site)
      if (endless.length === 0) continue
      const region = valueOf(site.region)
      const price = region === undefined ? undefined : schedule.price(prices, region)
      yield {
        at: headerOf(site, document),
        message:
          price === undefined
            ? `${schedule.what}: what it makes is kept, and billed every month, without end. Give it one.`
            : say`${schedule.what}: what it makes is kept without end, each GB for ${usd(price)} a month where it is a snapshot of a disk. Give it one.`,
        fixes: [
          {
            title: `Delete them after ${days} days`,
            safety: 'suggestion',
            edits: endless.map((end) => end(days, document)),
            claim: 'governs',
          },
        ],
      }
    }
  },
})

/** Paths of the attributes of each nested block of a type. */
function partsOf({ source: { values } }: Resource, type: string): readonly (readonly string[])[] {
  const paths = Object.keys(values)
  const indexes = paths.flatMap((path) => new RegExp(`^${type}\\[(\\d+)\\]\\.`).exec(path)?.[1] ?? [])
  return [...new Set(indexes)].map((index) => paths.filter((path) => path.startsWith(`${type}[${index}].`)))
}

/** After the last attribute that the rule has of its own; where it has a lifecycle that only moves, the days are somebody's to say. */
function intoRule(plan: Resource, paths: readonly string[], days: number, document: Document): Edit | undefined {
  const { values } = plan.source
  const own = paths.filter((path) => path.split('.').length === 2)
  if (own.length === 0 || paths.some((path) => path.includes('.lifecycle.'))) return undefined
  const last = own.reduce((one, other) => (values[other]!.span[0] > values[one]!.span[0] ? other : one))
  return addBeside(plan, last, ['', 'lifecycle {', `  delete_after = ${days}`, '}'], document)
}

/** The retention is a block beside the schedule, right after the brace. */
function intoSchedule({ source: { body } }: Resource, days: number, document: Document): Edit | undefined {
  if (body.file !== document.file) return undefined
  const text = textOf(document, body.cell)
  const [found, ...others] = [
    ...text.slice(...body.span).matchAll(/^([ \t]*)snapshot_schedule_policy[ \t]*\{[ \t]*\r?\n/gm),
  ]
  if (!found || others.length > 0) return undefined
  const at = body.span[0] + found.index + found[0].length
  const newline = found[0].endsWith('\r\n') ? '\r\n' : '\n'
  const lines = ['retention_policy {', `  max_retention_days = ${days}`, '}', '']
  const place: Location = { ...body, span: [at, at] }
  return replace(place, lines.map((line) => `${line === '' ? '' : `${found[1]}  `}${line}${newline}`).join(''))
}

export const examples: readonly RuleExample[] = [
  {
    name: 'of AWS Backup: one of two rules has no end',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "main"
    schedule          = "cron(0 5 * * ? *)"
  }

  rule {
    rule_name         = "monthly"
    target_vault_name = "main"
    schedule          = "cron(0 5 1 * ? *)"

    lifecycle {
      delete_after = 365
    }
  }
}
`,
    finds: [
      {
        line: 5,
        message:
          'A rule of this plan says nothing of when its backups are deleted: what it makes is kept without end, each GB for $0.05 a month where it is a snapshot of a disk. Give it one.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "main"
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      delete_after = 35
    }
  }

  rule {
    rule_name         = "monthly"
    target_vault_name = "main"
    schedule          = "cron(0 5 1 * ? *)"

    lifecycle {
      delete_after = 365
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'of Google Cloud',
    lang: 'terraform',
    options: { days: 14 },
    code: `resource "google_compute_resource_policy" "daily" {
  name   = "daily"
  region = "us-central1"

  snapshot_schedule_policy {
    schedule {
      daily_schedule {
        days_in_cycle = 1
        start_time    = "04:00"
      }
    }
  }
}
`,
    finds: [
      {
        line: 1,
        message:
          'This schedule has no retention policy: what it makes is kept without end, each GB for $0.05 a month where it is a snapshot of a disk. Give it one.',
        fixed: `resource "google_compute_resource_policy" "daily" {
  name   = "daily"
  region = "us-central1"

  snapshot_schedule_policy {
    retention_policy {
      max_retention_days = 14
    }

    schedule {
      daily_schedule {
        days_in_cycle = 1
        start_time    = "04:00"
      }
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'a copy to another region',
    lang: 'terraform',
    code: `resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "daily"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]

    schedule {
      name = "daily"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 14
      }

      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = false
      }
    }
  }
}
`,
    finds: [
      {
        line: 1,
        message:
          'A copy to another region is made without a rule that deletes it: what it makes is kept, and billed every month, without end. Give it one.',
      },
    ],
  },
  {
    name: 'each with an end, rules that a list makes, and a policy of something else',
    lang: 'terraform',
    code: `variable "rules" {}

resource "aws_backup_plan" "daily" {
  name = "daily"

  dynamic "rule" {
    for_each = var.rules
    content {
      rule_name         = rule.value.name
      target_vault_name = "main"
    }
  }
}

resource "google_compute_resource_policy" "daily" {
  name   = "daily"
  region = "us-central1"

  snapshot_schedule_policy {
    schedule {
      daily_schedule {
        days_in_cycle = 1
        start_time    = "04:00"
      }
    }
    retention_policy {
      max_retention_days = 10
    }
  }
}

resource "google_compute_resource_policy" "near" {
  name   = "near"
  region = "us-central1"

  group_placement_policy {
    vm_count = 2
  }
}
`,
    finds: [],
  },
]
