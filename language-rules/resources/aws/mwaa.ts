// https://aws.amazon.com/managed-workflows-for-apache-airflow/pricing/
import {
  fact,
  line,
  monthOf,
  numberFact,
  numberOf,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'

/** No page that was read says how many of either the price of an environment holds: what it has at least is taken, and named as assumed. */
const includedWorkers = 1
/** https://docs.aws.amazon.com/mwaa/latest/userguide/environment-class.html: version 2 takes 2 to 5, version 1 one. */
const includedSchedulers = 2
const defaults = { min: 1, max: 10 }

/** Workers follow the work between the two ends; an idle environment stands at its minimum. */
function workers(block: Block): Known<Fact> {
  const [min, max] = (['min', 'max'] as const).map((end) => {
    const written = block.fact(`${end}_workers`)
    return written.is === 'unknown' && written.at === undefined ? defaults[end] : valueOf(numberOf(written))
  })
  if (min === undefined) return block.fact('min_workers')
  if (max === undefined) return block.fact('max_workers')
  if (max < min) return known<Fact>(min, block.location)
  return { is: 'range', low: min, likely: min, high: max, at: block.location }
}

/** `mw1.small` is `small` in the price book. */
const perHour = (resource: Resource, prices: PriceBook, label: string, many: Known<number>, what: string): Line =>
  line(
    label,
    'hour',
    product(many, monthOf(resource)),
    priceFor(resource, [fact(resource, 'environmentClass')], (region, name) =>
      prices.service('aws', 'mwaa', `${name!.replace(/^mw1\./, '')} ${what}`, region),
    ),
  )

const above = (many: Known<number>, included: number) => mapKnown(many, (value) => Math.max(0, value - included))

const environment = defineResource({
  id: 'aws/mwaa-environment',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/managed-workflows-for-apache-airflow/pricing/',
  shape: {
    environmentClass: 'mw1.small, mw1.medium, mw1.large, …',
    workers: 'workers, the one that is included counted',
    schedulers: 'schedulers, the two that are included counted',
  },
  usage: { storedGB: 'GB of the meta database, mean of the month' },
  assumes: [
    {
      what: 'included',
      value: `${includedWorkers} worker and ${includedSchedulers} schedulers`,
      from: 'the least an environment of Airflow 2 has',
    },
  ],
  lines: (resource, prices) => {
    const schedulers = above(numberFact(resource, 'schedulers'), includedSchedulers)
    const workersAbove = above(numberFact(resource, 'workers'), includedWorkers)
    const hasMore = workersAbove.is !== 'range' ? valueOf(workersAbove) !== 0 : workersAbove.high > 0
    return [
      perHour(
        resource,
        prices,
        'Environment',
        mapKnown(monthOf(resource), () => 1),
        'environment',
      ),
      ...(hasMore ? [perHour(resource, prices, 'Additional workers', workersAbove, 'worker')] : []),
      ...(valueOf(schedulers) === 0
        ? []
        : [perHour(resource, prices, 'Additional schedulers', schedulers, 'scheduler')]),
      serviceLine(resource, prices, 'Meta database', 'GB-month', usage(resource, 'storedGB'), {
        service: 'mwaa',
        item: 'meta database',
      }),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mwaa_environment
    terraform: {
      aws_mwaa_environment: {
        facts: { environmentClass: ['environment_class', 'mw1.small'], workers, schedulers: ['schedulers', 2] },
      },
    },
  },
  label: ({ shape }) =>
    `Airflow ${shape.environmentClass === undefined ? '' : (valueOf(shape.environmentClass) ?? '')}`.trim(),
})

export const resources = [environment]

export const examples: readonly ResourceExample[] = [
  {
    name: 'small by default, and at its first worker: 730 h × $0.49; nine more would come by work',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_mwaa_environment" "airflow" {
  name = "airflow"
}
`,
    sees: [
      {
        address: 'aws_mwaa_environment.airflow',
        usd: 357.7,
        status: 'partial',
        lines: ['Environment', 'Additional workers', 'Meta database'],
        unknown: ['Meta database: usage'],
        assumed: ['environmentClass', 'schedulers', 'included'],
      },
    ],
  },
  {
    name: 'medium, 3 workers at least, 4 schedulers, 20 GB: 730 h × ($0.74 + 2 × $0.11 + 2 × $0.11) + 20 × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_mwaa_environment" "airflow" {
  name              = "airflow"
  environment_class = "mw1.medium"
  min_workers       = 3
  max_workers       = 3
  schedulers        = 4
}
`,
    usage: { aws_mwaa_environment: { storedGB: 20 } },
    sees: [{ address: 'aws_mwaa_environment.airflow', usd: 863.4, status: 'priced' }],
  },
  {
    name: 'one worker and never more: 730 h × $0.99',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_mwaa_environment" "airflow" {
  name              = "airflow"
  environment_class = "mw1.large"
  max_workers       = 1
}
`,
    sees: [
      {
        address: 'aws_mwaa_environment.airflow',
        usd: 722.7,
        status: 'partial',
        lines: ['Environment', 'Meta database'],
        unknown: ['Meta database: usage'],
      },
    ],
  },
]
