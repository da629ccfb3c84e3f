// https://aws.amazon.com/step-functions/pricing/
import { fact, line, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine, type Tier, tierLines } from '../../../core/estimate/service-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

/** GB-hours of express workflows in a month. */
const tiers: readonly Tier[] = [
  { service: 'stepfunctions', item: 'express duration first 1K GB-hours', upTo: 1000 },
  { service: 'stepfunctions', item: 'express duration next 4K GB-hours', upTo: 5000 },
  { service: 'stepfunctions', item: 'express duration over 5K GB-hours', upTo: Number.POSITIVE_INFINITY },
]

/** Memory is billed in steps of 64 MB, time in steps of 100 ms. */
const stepMB = 64
const stepMs = 100
const msPerHour = 3_600_000

const machine = defineResource({
  id: 'aws/step-functions',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/step-functions/pricing/',
  shape: { type: 'STANDARD or EXPRESS' },
  usage: {
    transitions: 'state transitions of a standard workflow',
    requests: 'runs of an express workflow',
    durationMs: 'mean milliseconds of a run',
    memoryMB: 'MB of memory of a run',
  },
  lines: (resource, prices) => {
    const type = fact(resource, 'type')
    const item = (name: string) => ({ service: 'stepfunctions', item: name })
    const transitions = usage(resource, 'transitions')
    if (type.is === 'unknown') return [line('Transitions', 'transition', transitions, type.why)]
    if (valueOf(type) !== 'EXPRESS')
      return [serviceLine(resource, prices, 'Transitions', 'transition', transitions, item('transitions'))]
    const requests = usage(resource, 'requests')
    const hours = mapKnown(usage(resource, 'durationMs'), (ms) => (Math.ceil(ms / stepMs) * stepMs) / msPerHour)
    const memory = mapKnown(usage(resource, 'memoryMB'), (mb) => (Math.ceil(mb / stepMB) * stepMB) / 1024)
    return [
      serviceLine(resource, prices, 'Requests', 'request', requests, item('express requests')),
      ...tierLines(resource, prices, 'Duration', 'GB-hour', product(product(requests, hours), memory), tiers),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine
    terraform: { aws_sfn_state_machine: { facts: { type: ['type', 'STANDARD'] } } },
  },
  label: () => 'Step Functions',
})

export const resources = [machine]

export const free: readonly string[] = ['aws_sfn_activity', 'aws_sfn_alias']

export const examples: readonly ResourceExample[] = [
  {
    name: 'standard by default: 10 M transitions × $0.025 / 1,000; untold, the unit price alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sfn_state_machine" "orders" {
  definition = "{}"
}

resource "aws_sfn_state_machine" "untold" {
  definition = "{}"
}
`,
    usage: { 'aws_sfn_state_machine.orders': { transitions: 10e6 } },
    sees: [
      { address: 'aws_sfn_state_machine.orders', usd: 250, status: 'priced' },
      { address: 'aws_sfn_state_machine.untold', usd: null, status: 'partial', unknown: ['Transitions: usage'] },
    ],
  },
  {
    name: 'express: 1 M × $1 / M, and 1 M × 30 s rounded up × 64 MB = 520.83 GB-hours × $0.06001',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sfn_state_machine" "events" {
  definition = "{}"
  type       = "EXPRESS"
}
`,
    usage: { aws_sfn_state_machine: { requests: 1e6, durationMs: 29_950, memoryMB: 50 } },
    sees: [{ address: 'aws_sfn_state_machine.events', usd: 32.26, status: 'priced', lines: ['Requests', 'Duration'] }],
  },
]
