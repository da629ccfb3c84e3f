// https://aws.amazon.com/cloudwatch/pricing/, the tab of canaries
import { numberFact, product } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'

const minutes: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 }

/** `rate(5 minutes)` → runs in a month of 730 hours; `rate(0 minute)` is one run; a cron expression is left to `usage`. */
function runsOf(expression: string): number | undefined {
  const [, every, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression.trim()) ?? []
  if (every === undefined || unit === undefined) return undefined
  return Number(every) === 0 ? 1 : (730 * 60) / (Number(every) * minutes[unit]!)
}

/** Its function, logs and artifacts are billed by their own services. */
const canary = defineResource({
  id: 'aws/canary',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudwatch/pricing/',
  shape: { runs: 'runs in a month, where the schedule is a rate' },
  usage: { runs: 'runs in a month, where the schedule is a cron expression' },
  lines: (resource, prices) => {
    const scheduled = numberFact(resource, 'runs')
    const told = resource.usage?.runs
    const runs = scheduled.is === 'unknown' ? (told ?? unknown<number>('usage')) : scheduled
    return [
      serviceLine(resource, prices, 'Runs', 'run', product(runs, fixed(resource, 1)), {
        service: 'cloudwatch',
        item: 'canary run',
      }),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/synthetics_canary
    terraform: {
      aws_synthetics_canary: {
        facts: {
          runs: (block) => {
            const expression = valueOf(block.fact('schedule.expression'))
            const runs = typeof expression === 'string' ? runsOf(expression) : undefined
            return runs === undefined ? unknown('usage') : known<Fact>(runs, block.location)
          },
        },
      },
    },
  },
  label: () => 'canary',
})

export const resources = [canary]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what a region has no row for is never free',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_synthetics_canary" "probe" {
  name = "probe"
  schedule {
    expression = "rate(5 minutes)"
  }
}
`,
    sees: [{ address: 'aws_synthetics_canary.probe', usd: null, status: 'unknown', unknown: ['Runs: no-price'] }],
  },
]
