// https://aws.amazon.com/appsync/pricing/
import { fact, line, monthOf, priceFor } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const service = 'appsync'
const docs = 'https://aws.amazon.com/appsync/pricing/'

const graphqlParts: readonly Used[] = [
  {
    label: 'Queries and mutations',
    unit: 'operation',
    name: 'requests',
    meaning: 'queries and mutations in a month',
    price: { service, item: 'queries' },
  },
  {
    label: 'Real-time updates',
    unit: 'update',
    name: 'messages',
    meaning: 'updates of up to 5 KB sent to subscribers in a month',
    price: { service, item: 'real-time updates' },
  },
  {
    label: 'Connections',
    unit: 'minute',
    name: 'connectionMinutes',
    meaning: 'minutes of all connections in a month',
    price: { service, item: 'connection minutes' },
  },
]
const eventParts: readonly Used[] = [
  {
    label: 'Event operations',
    unit: 'operation',
    name: 'requests',
    meaning: 'events published, delivered and handled in a month',
    price: { service, item: 'event operations' },
  },
  graphqlParts[2]!,
]

const graphql = defineResource({
  id: 'aws/appsync-graphql',
  cloud: 'aws',
  docs,
  shape: {},
  usage: usageOf(graphqlParts),
  lines: (resource, prices) => usedLines(resource, prices, graphqlParts),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_graphql_api
  from: { terraform: { aws_appsync_graphql_api: { facts: {} } } },
  label: () => 'GraphQL API',
})

const events = defineResource({
  id: 'aws/appsync-events',
  cloud: 'aws',
  docs,
  shape: {},
  usage: usageOf(eventParts),
  lines: (resource, prices) => usedLines(resource, prices, eventParts),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_api
  from: { terraform: { aws_appsync_api: { facts: {} } } },
  label: () => 'event API',
})

const cache = defineResource({
  id: 'aws/appsync-cache',
  cloud: 'aws',
  docs,
  shape: { instanceType: 'size of the cache: SMALL, LARGE, XLARGE … LARGE_12X' },
  lines: (resource, prices) => [
    line(
      'Cache',
      'hour',
      monthOf(resource),
      priceFor(resource, [fact(resource, 'instanceType')], (region, size) =>
        prices.service('aws', service, `cache ${size}`, region),
      ),
    ),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_api_cache
  from: { terraform: { aws_appsync_api_cache: { facts: { instanceType: 'type' } } } },
  label: () => 'API cache',
})

export const resources = [graphql, events, cache]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what the book has no row for is said to have no price, and never costs nothing',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_appsync_graphql_api" "api" {
  authentication_type = "API_KEY"
  name                = "api"
}

resource "aws_appsync_api" "events" {
  name = "events"
}

resource "aws_appsync_api_cache" "cache" {
  api_id               = aws_appsync_graphql_api.api.id
  api_caching_behavior = "FULL_REQUEST_CACHING"
  type                 = "LARGE"
  ttl                  = 900
}
`,
    sees: [
      {
        address: 'aws_appsync_graphql_api.api',
        usd: null,
        status: 'unknown',
        lines: ['Queries and mutations', 'Real-time updates', 'Connections'],
      },
      { address: 'aws_appsync_api.events', usd: null, status: 'unknown' },
      { address: 'aws_appsync_api_cache.cache', usd: null, status: 'unknown', unknown: ['Cache: no-price'] },
    ],
  },
]
