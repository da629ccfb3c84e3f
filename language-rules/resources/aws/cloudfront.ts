// https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/
import { fact } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine, type Tier } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { everywhere, factOf } from '../block-facts.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const service = 'cloudfront'
const docs = 'https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/'
const TB = 1024

/** What goes out is billed by where it goes to, and tier by tier. Tiers above 150 TB are said to be the next one's. */
const placeNames: readonly (readonly [usage: string, place: string])[] = [
  ['UsOutboundGB', 'US, Mexico, Canada'],
  ['EuropeOutboundGB', 'Europe, Israel'],
  ['AfricaOutboundGB', 'South Africa, Kenya, Middle East'],
  ['SouthAmericaOutboundGB', 'South America'],
  ['JapanOutboundGB', 'Japan'],
  ['AustraliaOutboundGB', 'Australia, New Zealand'],
  ['AsiaOutboundGB', 'Hong Kong, Philippines, Asia Pacific'],
  ['IndiaOutboundGB', 'India'],
]

const tiersTo = (place: string): readonly Tier[] =>
  [
    [10 * TB, 'first 10 TB'],
    [50 * TB, 'next 40 TB'],
    [150 * TB, 'next 100 TB'],
    [500 * TB, 'next 350 TB'],
    [1024 * TB, 'next 524 TB'],
    [5120 * TB, 'next 4 PB'],
    [Number.POSITIVE_INFINITY, 'over 5 PB'],
  ].map(([upTo, name]) => ({ upTo: Number(upTo), service, item: `internet ${name} (${place})` }))

/** The place most take, told alone by `outboundGB`: the others are lines only where they are told. */
const outParts: readonly Used[] = placeNames.map(([name, place], i) => ({
  label: `Data out to ${place}`,
  unit: 'GB',
  name: i === 0 ? 'outboundGB' : `to${name}`,
  meaning: `GB sent to viewers in ${place} in a month`,
  price: tiersTo(place),
}))
const requestParts: readonly Used[] = [
  {
    label: 'HTTP requests',
    unit: 'request',
    name: 'httpRequests',
    meaning: 'HTTP requests of viewers in the US, Mexico and Canada in a month',
    price: { service, item: 'HTTP requests (US, Mexico, Canada)' },
  },
  {
    label: 'HTTPS requests',
    unit: 'request',
    name: 'requests',
    meaning: 'HTTPS requests of viewers in the US, Mexico and Canada in a month',
    price: { service, item: 'HTTPS requests (US, Mexico, Canada)' },
  },
]
const otherParts: readonly Used[] = [
  {
    label: 'Data to the origin',
    unit: 'GB',
    name: 'originGB',
    meaning: 'GB sent to the origin in a month',
    price: { service, item: 'to origin (US, Mexico, Canada)' },
  },
  {
    label: 'Invalidations',
    unit: 'path',
    name: 'invalidatedPaths',
    meaning: 'paths invalidated in a month beyond the first 1,000 of the account',
    price: { service, item: 'invalidation over 1000 paths' },
  },
]
const always = ['outboundGB', 'requests']
const allParts = [...outParts, ...requestParts, ...otherParts]

const distribution = defineResource({
  id: 'aws/cloudfront-distribution',
  cloud: 'aws',
  docs,
  shape: {
    dedicatedIp: 'whether a certificate is served from addresses of its own',
  },
  usage: usageOf(allParts),
  lines: (resource, prices) => [
    ...(valueOf(fact(resource, 'dedicatedIp')) === true
      ? [
          serviceLine(resource, prices, 'Dedicated IP certificate', 'month', fixed(resource, 1), {
            service,
            item: 'dedicated IP certificate',
          }),
        ]
      : []),
    ...usedLines(
      resource,
      prices,
      allParts.filter(({ name }) => always.includes(name) || resource.usage?.[name] !== undefined),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution
    terraform: {
      aws_cloudfront_distribution: {
        facts: {
          dedicatedIp: factOf('viewer_certificate.ssl_support_method', false, (method) => method === 'vip'),
        },
        region: everywhere,
      },
    },
  },
  label: () => 'CDN distribution',
})

const functionParts: readonly Used[] = [
  {
    label: 'Invocations',
    unit: 'invocation',
    name: 'requests',
    meaning: 'invocations in a month',
    price: { service, item: 'function invocations' },
  },
]

const fn = defineResource({
  id: 'aws/cloudfront-function',
  cloud: 'aws',
  docs,
  shape: {},
  usage: usageOf(functionParts),
  lines: (resource, prices) => usedLines(resource, prices, functionParts),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_function
  from: { terraform: { aws_cloudfront_function: { facts: {}, region: everywhere } } },
  label: () => 'edge function',
})

const logParts: readonly Used[] = [
  {
    label: 'Log lines',
    unit: 'line',
    name: 'logLines',
    meaning: 'log lines written in a month',
    price: { service, item: 'real-time log' },
  },
]

const realtimeLog = defineResource({
  id: 'aws/cloudfront-realtime-log',
  cloud: 'aws',
  docs,
  shape: {},
  usage: usageOf(logParts),
  lines: (resource, prices) => usedLines(resource, prices, logParts),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_realtime_log_config
  from: { terraform: { aws_cloudfront_realtime_log_config: { facts: {}, region: everywhere } } },
  label: () => 'real-time log',
})

const encryptionParts: readonly Used[] = [
  {
    label: 'Encrypted requests',
    unit: 'request',
    name: 'requests',
    meaning: 'requests with encrypted fields in a month',
    price: { service, item: 'field-level encryption' },
  },
]

const encryption = defineResource({
  id: 'aws/cloudfront-field-encryption',
  cloud: 'aws',
  docs,
  shape: {},
  usage: usageOf(encryptionParts),
  lines: (resource, prices) => usedLines(resource, prices, encryptionParts),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_field_level_encryption_config
  from: { terraform: { aws_cloudfront_field_level_encryption_config: { facts: {}, region: everywhere } } },
  label: () => 'field-level encryption',
})

export const resources = [distribution, fn, realtimeLog, encryption]

export const examples: readonly ResourceExample[] = [
  {
    name: 'nothing but use; a certificate on addresses of its own is $600 a month',
    terraform: `provider "aws" {
  region = "eu-west-1"
}

resource "aws_cloudfront_distribution" "web" {
  enabled = true
  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

resource "aws_cloudfront_distribution" "old" {
  enabled = true
  viewer_certificate {
    acm_certificate_arn = aws_acm_certificate.a.arn
    ssl_support_method  = "vip"
  }
}
`,
    sees: [
      {
        address: 'aws_cloudfront_distribution.web',
        usd: null,
        status: 'partial',
        lines: ['Data out to US, Mexico, Canada', 'HTTPS requests'],
        unknown: ['Data out to US, Mexico, Canada: usage', 'HTTPS requests: usage'],
      },
      {
        address: 'aws_cloudfront_distribution.old',
        usd: 600,
        status: 'partial',
        lines: ['Dedicated IP certificate', 'Data out to US, Mexico, Canada', 'HTTPS requests'],
      },
    ],
  },
  {
    name: 'use told: 12,000 GB, 10,240 × $0.085 + 1,760 × $0.08; 1,000 GB to Japan × $0.114; 5 M HTTPS requests × $0.01 by 10,000',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudfront_distribution" "web" {
  enabled = true
}

resource "aws_cloudfront_function" "rewrite" {
  name    = "rewrite"
  runtime = "cloudfront-js-2.0"
  code    = "x"
}

resource "aws_cloudfront_realtime_log_config" "log" {
  name          = "log"
  sampling_rate = 100
  fields        = ["timestamp"]
}

resource "aws_cloudfront_field_level_encryption_config" "fields" {
  comment = "fields"
}
`,
    usage: {
      aws_cloudfront_distribution: { outboundGB: 12_000, toJapanOutboundGB: 1000, requests: 5_000_000 },
      aws_cloudfront_realtime_log_config: { logLines: 100_000_000 },
      aws_cloudfront_field_level_encryption_config: { requests: 1_000_000 },
    },
    sees: [
      { address: 'aws_cloudfront_distribution.web', usd: 1130.2, status: 'priced' },
      { address: 'aws_cloudfront_function.rewrite', usd: null },
      { address: 'aws_cloudfront_realtime_log_config.log', usd: 1, status: 'priced' },
      { address: 'aws_cloudfront_field_level_encryption_config.fields', usd: 2, status: 'priced' },
    ],
  },
]
