// https://aws.amazon.com/eventbridge/pricing/
import type { ResourceExample } from '../../../core/resource.ts'
import { billedByUse } from './by-use.ts'

const service = 'eventbridge'
const docs = 'https://aws.amazon.com/eventbridge/pricing/'

/** Events of AWS services cost nothing; those of one's own and of partners do. */
const bus = billedByUse({
  id: 'aws/event-bus',
  docs,
  types: { aws_cloudwatch_event_bus: {} },
  label: 'event bus',
  parts: [
    {
      label: 'Events',
      unit: 'event',
      name: 'events',
      meaning: 'custom and partner events of up to 64 KB published in a month',
      price: { service, item: 'custom events' },
    },
  ],
})

const archive = billedByUse({
  id: 'aws/event-archive',
  docs,
  types: { aws_cloudwatch_event_archive: {} },
  label: 'event archive',
  parts: [
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
  ],
})

const destination = billedByUse({
  id: 'aws/event-api-destination',
  docs,
  types: { aws_cloudwatch_event_api_destination: {} },
  label: 'API destination',
  parts: [
    {
      label: 'Invocations',
      unit: 'request',
      name: 'requests',
      meaning: 'events sent to it in a month',
      price: { service, item: 'API destination invocations' },
    },
  ],
})

const pipe = billedByUse({
  id: 'aws/event-pipe',
  docs,
  types: { aws_pipes_pipe: {} },
  label: 'pipe',
  parts: [
    {
      label: 'Requests',
      unit: 'request',
      name: 'requests',
      meaning: 'requests of up to 64 KB into it after filtering in a month',
      price: { service, item: 'pipe requests' },
    },
  ],
})

const schedule = billedByUse({
  id: 'aws/schedule',
  docs,
  types: { aws_scheduler_schedule: {} },
  label: 'schedule',
  parts: [
    {
      label: 'Invocations',
      unit: 'request',
      name: 'requests',
      meaning: 'invocations in a month',
      price: { service, item: 'scheduler invocations' },
    },
  ],
})

const discoverer = billedByUse({
  id: 'aws/schema-discoverer',
  docs,
  types: { aws_schemas_discoverer: {} },
  label: 'schema discoverer',
  parts: [
    {
      label: 'Events looked at',
      unit: 'event',
      name: 'events',
      meaning: 'events of up to 8 KB looked at in a month',
      price: { service, item: 'schema discovery' },
    },
  ],
})

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
