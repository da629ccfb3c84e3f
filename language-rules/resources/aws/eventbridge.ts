// https://aws.amazon.com/eventbridge/pricing/
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const service = 'eventbridge'
const docs = 'https://aws.amazon.com/eventbridge/pricing/'

/** Something of EventBridge that is billed by use alone. */
const byUse = (id: string, types: readonly string[], label: string, parts: readonly Used[]) =>
  defineResource({
    id,
    cloud: 'aws',
    docs,
    shape: {},
    usage: usageOf(parts),
    lines: (resource, prices) => usedLines(resource, prices, parts),
    from: { terraform: Object.fromEntries(types.map((type) => [type, { facts: {} }])) },
    label: () => label,
  })

/** Events of AWS services cost nothing; those of one's own and of partners do. */
const bus = byUse('aws/event-bus', ['aws_cloudwatch_event_bus'], 'event bus', [
  {
    label: 'Events',
    unit: 'event',
    name: 'events',
    meaning: 'custom and partner events of up to 64 KB published in a month',
    price: { service, item: 'custom events' },
  },
])

const archive = byUse('aws/event-archive', ['aws_cloudwatch_event_archive'], 'event archive', [
  {
    label: 'Events archived',
    unit: 'GB',
    name: 'ingestedGB',
    meaning: 'GB of events archived in a month',
    price: { service, item: 'archive processed' },
  },
  {
    label: 'Storage',
    unit: 'GB-month',
    name: 'storedGB',
    meaning: 'GB kept, mean of the month',
    price: { service, item: 'archive storage' },
  },
])

const destination = byUse('aws/event-api-destination', ['aws_cloudwatch_event_api_destination'], 'API destination', [
  {
    label: 'Invocations',
    unit: 'request',
    name: 'requests',
    meaning: 'events sent to it in a month',
    price: { service, item: 'API destination invocations' },
  },
])

const pipe = byUse('aws/event-pipe', ['aws_pipes_pipe'], 'pipe', [
  {
    label: 'Requests',
    unit: 'request',
    name: 'requests',
    meaning: 'requests of up to 64 KB into it after filtering in a month',
    price: { service, item: 'pipe requests' },
  },
])

const schedule = byUse('aws/schedule', ['aws_scheduler_schedule'], 'schedule', [
  {
    label: 'Invocations',
    unit: 'request',
    name: 'requests',
    meaning: 'invocations in a month',
    price: { service, item: 'scheduler invocations' },
  },
])

const discoverer = byUse('aws/schema-discoverer', ['aws_schemas_discoverer'], 'schema discoverer', [
  {
    label: 'Events looked at',
    unit: 'event',
    name: 'events',
    meaning: 'events of up to 8 KB looked at in a month',
    price: { service, item: 'schema discovery' },
  },
])

export const resources = [bus, archive, destination, pipe, schedule, discoverer]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a bus is what is published to it: 5 M × $1.00; a rule costs nothing',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_event_bus" "own" {
  name = "own"
}

resource "aws_cloudwatch_event_bus" "untold" {
  name = "untold"
}
`,
    usage: { '*.own': { events: 5_000_000 } },
    sees: [
      { address: 'aws_cloudwatch_event_bus.own', usd: 5, status: 'priced' },
      { address: 'aws_cloudwatch_event_bus.untold', usd: null, status: 'partial', unknown: ['Events: usage'] },
    ],
  },
  {
    name: 'what a region has no row for is never free',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_cloudwatch_event_archive" "all" {
  name             = "all"
  event_source_arn = "x"
}

resource "aws_cloudwatch_event_api_destination" "hook" {
  name                = "hook"
  invocation_endpoint = "https://example.com"
  http_method         = "POST"
  connection_arn      = "x"
}

resource "aws_pipes_pipe" "pipe" {
  role_arn = "x"
  source   = "x"
  target   = "x"
}

resource "aws_scheduler_schedule" "nightly" {
  schedule_expression = "rate(1 hours)"
}

resource "aws_schemas_discoverer" "all" {
  source_arn = "x"
}
`,
    sees: [
      { address: 'aws_cloudwatch_event_archive.all', usd: null, status: 'unknown' },
      { address: 'aws_cloudwatch_event_api_destination.hook', usd: null, status: 'unknown' },
      { address: 'aws_pipes_pipe.pipe', usd: null, status: 'unknown' },
      { address: 'aws_scheduler_schedule.nightly', usd: null, status: 'unknown' },
      { address: 'aws_schemas_discoverer.all', usd: null, status: 'unknown' },
    ],
  },
]
