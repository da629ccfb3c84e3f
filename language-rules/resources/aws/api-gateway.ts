// https://aws.amazon.com/api-gateway/pricing/
import { fact, line, monthOf, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Tier } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { flagFact, isValue } from '../block-facts.ts'
import { type Used, unpriced, usageOf, usedLines } from '../used.ts'

const service = 'apigateway'
const docs = 'https://aws.amazon.com/api-gateway/pricing/'
const million = 1e6

const rest: readonly Tier[] = [
  { upTo: 333 * million, service, item: 'REST first 333M' },
  { upTo: 1000 * million, service, item: 'REST next 667M' },
  { upTo: 20_000 * million, service, item: 'REST next 19B' },
  { upTo: Number.POSITIVE_INFINITY, service, item: 'REST over 20B' },
]
const http: readonly Tier[] = [
  { upTo: 300 * million, service, item: 'HTTP first 300M' },
  { upTo: Number.POSITIVE_INFINITY, service, item: 'HTTP over 300M' },
]
const messages: readonly Tier[] = [
  { upTo: 1000 * million, service, item: 'WebSocket messages first 1B' },
  { upTo: Number.POSITIVE_INFINITY, service, item: 'WebSocket messages over 1B' },
]

const requests = { label: 'Requests', unit: 'request', name: 'requests', meaning: 'requests in a month' }
const restParts: readonly Used[] = [{ ...requests, price: rest }]
const httpParts: readonly Used[] = [{ ...requests, price: http }]
const socketParts: readonly Used[] = [
  {
    label: 'Messages',
    unit: 'message',
    name: 'messages',
    meaning: 'messages of up to 32 KB in a month',
    price: messages,
  },
  {
    label: 'Connections',
    unit: 'minute',
    name: 'connectionMinutes',
    meaning: 'minutes of all connections in a month',
    price: { service, item: 'WebSocket connection' },
  },
]

const restApi = defineResource({
  id: 'aws/api-gateway-rest',
  cloud: 'aws',
  docs,
  shape: {},
  usage: usageOf(restParts),
  lines: (resource, prices) => usedLines(resource, prices, restParts),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_rest_api
  from: { terraform: { aws_api_gateway_rest_api: { facts: {} } } },
  label: () => 'REST API',
})

const api = defineResource({
  id: 'aws/api-gateway-v2',
  cloud: 'aws',
  docs,
  shape: { protocol: 'HTTP or WEBSOCKET' },
  usage: usageOf([...httpParts, ...socketParts]),
  lines: (resource, prices) => {
    const protocol = fact(resource, 'protocol')
    if (valueOf(protocol) === 'WEBSOCKET') return usedLines(resource, prices, socketParts)
    const made = usedLines(resource, prices, httpParts)
    return protocol.is === 'unknown' ? made.map((each) => ({ ...each, usd: undefined, why: protocol.why })) : made
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_api
  from: { terraform: { aws_apigatewayv2_api: { facts: { protocol: 'protocol_type' } } } },
  label: ({ shape }) => `${(shape.protocol && valueOf(shape.protocol)) ?? ''} API`.trim(),
})

/** A cache is billed by the hour from when it is on, by its size. */
function cacheLines(resource: Resource, prices: Parameters<typeof usedLines>[1]): Line[] {
  const cached = fact(resource, 'cached')
  if (isValue(cached, false)) return []
  const price = priceFor(resource, [fact(resource, 'cacheGB')], (region, size) =>
    prices.service('aws', service, `cache ${size} GB`, region),
  )
  const made = line('Cache', 'hour', monthOf(resource), price)
  return cached.is === 'unknown' ? [{ ...made, quantity: undefined, usd: undefined, why: cached.why }] : [made]
}

const stage = defineResource({
  id: 'aws/api-gateway-stage',
  cloud: 'aws',
  docs,
  shape: { cached: 'whether it has a cache', cacheGB: 'GB of the cache: 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237' },
  lines: cacheLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage
    terraform: {
      aws_api_gateway_stage: {
        facts: {
          cached: flagFact('cache_cluster_enabled', false),
          cacheGB: 'cache_cluster_size',
        },
      },
    },
  },
  label: () => 'API stage',
})

const detailed: readonly Used[] = [
  {
    label: 'Detailed metrics',
    unit: 'metric-month',
    name: 'customMetrics',
    meaning: 'metrics of methods or routes, each counted once a month',
    price: { service: 'cloudwatch', item: 'custom metric first 10k' },
  },
]

/** Settings cost nothing but where metrics by the method or route are on: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
const settings = defineResource({
  id: 'aws/api-gateway-metrics',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudwatch/pricing/',
  shape: { isDetailed: 'whether metrics by the method or route go to CloudWatch' },
  usage: usageOf(detailed),
  lines: (resource, prices) => {
    const isDetailed = fact(resource, 'isDetailed')
    if (isDetailed.is === 'unknown') return unpriced(usedLines(resource, prices, detailed), isDetailed.why)
    return valueOf(isDetailed) === true ? usedLines(resource, prices, detailed) : []
  },
  from: {
    terraform: {
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings
      aws_api_gateway_method_settings: { facts: { isDetailed: flagFact('settings.metrics_enabled', false) } },
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_stage
      aws_apigatewayv2_stage: {
        facts: { isDetailed: flagFact('default_route_settings.detailed_metrics_enabled', false) },
      },
    },
  },
  label: () => 'API settings',
})

export const resources = [restApi, api, stage, settings]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a REST API of 400 M requests: 333 M × $3.50 + 67 M × $2.80; its stage is free without a cache',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_api_gateway_rest_api" "api" {
  name = "api"
}

resource "aws_api_gateway_stage" "plain" {
  deployment_id = aws_api_gateway_deployment.a.id
  rest_api_id   = aws_api_gateway_rest_api.api.id
  stage_name    = "plain"
}

resource "aws_api_gateway_stage" "cached" {
  deployment_id         = aws_api_gateway_deployment.a.id
  rest_api_id           = aws_api_gateway_rest_api.api.id
  stage_name            = "cached"
  cache_cluster_enabled = true
  cache_cluster_size    = 0.5
}

resource "aws_api_gateway_stage" "large" {
  deployment_id         = aws_api_gateway_deployment.a.id
  rest_api_id           = aws_api_gateway_rest_api.api.id
  stage_name            = "large"
  cache_cluster_enabled = true
  cache_cluster_size    = "237"
}
`,
    usage: { aws_api_gateway_rest_api: { requests: 400_000_000 } },
    sees: [
      {
        address: 'aws_api_gateway_rest_api.api',
        usd: 1353.1,
        status: 'priced',
        lines: ['Requests', 'Requests over 333,000,000'],
      },
      { address: 'aws_api_gateway_stage.plain', usd: null, status: 'free' },
      { address: 'aws_api_gateway_stage.cached', usd: 14.6, status: 'priced', lines: ['Cache'] },
      { address: 'aws_api_gateway_stage.large', usd: 2774, status: 'priced' },
    ],
  },
  {
    name: 'HTTP and WebSocket APIs are use alone: 10 M × $1.00; 2 M × $1.00 + 1 M minutes × $0.25',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_apigatewayv2_api" "http" {
  name          = "http"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_api" "socket" {
  name          = "socket"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_api" "untold" {
  name          = "untold"
  protocol_type = "WEBSOCKET"
}
`,
    usage: {
      'aws_apigatewayv2_api.http': { requests: 10_000_000 },
      'aws_apigatewayv2_api.socket': { messages: 2_000_000, connectionMinutes: 1_000_000 },
    },
    sees: [
      { address: 'aws_apigatewayv2_api.http', usd: 10, status: 'priced' },
      { address: 'aws_apigatewayv2_api.socket', usd: 2.25, status: 'priced' },
      {
        address: 'aws_apigatewayv2_api.untold',
        usd: null,
        status: 'partial',
        unknown: ['Messages: usage', 'Connections: usage'],
      },
    ],
  },
  {
    name: 'settings are free unless metrics by the method or route are on: 6 × $0.30',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_apigatewayv2_stage" "plain" {
  api_id = "a"
  name   = "plain"
}

resource "aws_apigatewayv2_stage" "watched" {
  api_id = "a"
  name   = "watched"

  default_route_settings {
    detailed_metrics_enabled = true
  }
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "a"
  stage_name  = "prod"
  method_path = "*/*"

  settings {
    metrics_enabled = true
  }
}
`,
    usage: { aws_apigatewayv2_stage: { customMetrics: 6 } },
    sees: [
      { address: 'aws_apigatewayv2_stage.plain', usd: null, status: 'free' },
      { address: 'aws_apigatewayv2_stage.watched', usd: 1.8, status: 'priced' },
      {
        address: 'aws_api_gateway_method_settings.all',
        usd: null,
        status: 'partial',
        unknown: ['Detailed metrics: usage'],
      },
    ],
  },
]
