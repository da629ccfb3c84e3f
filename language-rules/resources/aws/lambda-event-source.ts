// https://aws.amazon.com/lambda/pricing/: a mapping costs nothing by itself, unless it keeps pollers of its own ready.
import { monthOf, numberFact, numberOf, product } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'

/** From the minimum, which is the likely number, to the maximum; none without a block. */
function pollers(block: Block): Known<Fact> {
  if (block.nested('provisioned_poller_config').length === 0) return known<Fact>(0, block.location)
  const [low, high] = ['minimum', 'maximum'].map((end) =>
    valueOf(numberOf(block.fact(`provisioned_poller_config.${end}_pollers`))),
  )
  if (low === undefined) return unknown('dynamic', block.location)
  return { is: 'range', low, likely: low, high: Math.max(low, high ?? low), at: block.location }
}

const mapping = defineResource({
  id: 'aws/lambda-event-source',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/lambda/pricing/',
  shape: { pollers: 'event pollers kept ready' },
  lines: (resource, prices) => {
    const many = numberFact(resource, 'pollers')
    if (valueOf(many) === 0) return []
    const item = { service: 'lambda', item: 'event poller' }
    return [serviceLine(resource, prices, 'Event pollers', 'hour', product(many, monthOf(resource)), item)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_event_source_mapping
    terraform: { aws_lambda_event_source_mapping: { facts: { pollers } } },
  },
  label: () => 'Lambda event source',
})

export const resources = [mapping]

export const examples: readonly ResourceExample[] = [
  {
    name: 'free, unless pollers are kept ready',
    terraform: `provider "aws" {
  region = "mx-central-1"
}

resource "aws_lambda_event_source_mapping" "queue" {
  function_name    = "work"
  event_source_arn = "arn:aws:sqs:mx-central-1:123456789012:work"
}

resource "aws_lambda_event_source_mapping" "topic" {
  function_name    = "work"
  event_source_arn = "arn:aws:kafka:mx-central-1:123456789012:cluster/events/1"
  topics           = ["events"]

  provisioned_poller_config {
    minimum_pollers = 2
    maximum_pollers = 10
  }
}
`,
    sees: [
      { address: 'aws_lambda_event_source_mapping.queue', usd: null, status: 'free' },
      {
        address: 'aws_lambda_event_source_mapping.topic',
        usd: null,
        status: 'unknown',
        unknown: ['Event pollers: no-price'],
      },
    ],
  },
]
