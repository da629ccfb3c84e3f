// https://aws.amazon.com/sns/pricing/
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { flagFact } from '../block-facts.ts'
import { type Used, unpriced, usageOf, usedLines } from '../used.ts'
import { billedByUse } from './by-use.ts'

const perRequest = (item: string, meaning: string, label = 'Requests'): Used => ({
  label,
  unit: 'request',
  name: 'requests',
  meaning,
  price: { service: 'sns', item },
})

const published = 'messages of up to 64 KB published in a month'
const standard: readonly Used[] = [perRequest('requests over 1M', published)]
const fifo: readonly Used[] = [
  perRequest('FIFO publish requests', published),
  {
    label: 'Payload',
    unit: 'GB',
    name: 'publishedGB',
    meaning: 'GB published in a month, of a FIFO topic',
    price: { service: 'sns', item: 'FIFO publish payload' },
  },
]

const topic = defineResource({
  id: 'aws/sns-topic',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/sns/pricing/',
  shape: { isFifo: 'whether it keeps the order of its messages' },
  usage: usageOf(fifo),
  lines: (resource, prices) => {
    const isFifo = fact(resource, 'isFifo')
    if (isFifo.is === 'unknown') return unpriced(usedLines(resource, prices, standard), isFifo.why)
    return usedLines(resource, prices, valueOf(isFifo) === true ? fifo : standard)
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic
  from: { terraform: { aws_sns_topic: { facts: { isFifo: flagFact('fifo_topic', false) } } } },
  label: () => 'topic',
})

/** By protocol; to a queue or a function nothing is paid for the delivery: https://aws.amazon.com/sns/pricing/. */
const deliveries: Readonly<Record<string, string>> = {
  http: 'HTTP notifications',
  https: 'HTTP notifications',
  email: 'email notifications',
  'email-json': 'email notifications',
  application: 'mobile push notifications',
  firehose: 'firehose notifications',
  sms: 'SMS notifications',
}
const notified = (item: string): readonly Used[] => [
  perRequest(item, 'notifications delivered in a month', 'Notifications'),
]

const subscription = defineResource({
  id: 'aws/sns-subscription',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/sns/pricing/',
  shape: { protocol: 'sqs, lambda, http, https, email, email-json, sms, application or firehose' },
  usage: usageOf(notified('')),
  lines: (resource, prices) => {
    const protocol = fact(resource, 'protocol')
    const name = valueOf(protocol)
    if (name === 'sqs' || name === 'lambda') return []
    const item = deliveries[String(name)]
    if (item !== undefined) return usedLines(resource, prices, notified(item))
    const why = protocol.is === 'unknown' ? protocol.why : 'unsupported'
    return unpriced(usedLines(resource, prices, notified('HTTP notifications')), why)
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_subscription
  from: { terraform: { aws_sns_topic_subscription: { facts: { protocol: 'protocol' } } } },
  label: () => 'subscription',
})

/** What is pushed to its devices straight, without a topic. */
const platform = billedByUse({
  id: 'aws/sns-platform',
  docs: 'https://aws.amazon.com/sns/pricing/',
  types: { aws_sns_platform_application: {} },
  label: 'mobile push',
  parts: notified('mobile push notifications'),
})

export const resources = [topic, subscription, platform]

export const examples: readonly ResourceExample[] = [
  {
    name: 'topics are what is published, subscriptions what is delivered: 1 M × $0.50; 1 M × $0.30 + 10 GB × $0.017; 100,000 × $0.06',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sns_topic" "plain" {}

resource "aws_sns_topic" "ordered" {
  fifo_topic = true
}

resource "aws_sns_topic_subscription" "hook" {
  topic_arn = aws_sns_topic.plain.arn
  protocol  = "https"
  endpoint  = "https://example.com"
}

resource "aws_sns_topic_subscription" "queue" {
  topic_arn = aws_sns_topic.plain.arn
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:us-east-1:123456789012:q"
}

resource "aws_sns_topic_subscription" "open" {
  topic_arn = aws_sns_topic.plain.arn
  protocol  = var.protocol
  endpoint  = var.endpoint
}
`,
    usage: {
      aws_sns_topic: { requests: 1_000_000, publishedGB: 10 },
      aws_sns_topic_subscription: { requests: 100_000 },
    },
    sees: [
      { address: 'aws_sns_topic.plain', usd: 0.5, status: 'priced' },
      { address: 'aws_sns_topic.ordered', usd: 0.47, status: 'priced', lines: ['Requests', 'Payload'] },
      { address: 'aws_sns_topic_subscription.hook', usd: 0.06, status: 'priced' },
      { address: 'aws_sns_topic_subscription.queue', usd: null, status: 'free' },
      { address: 'aws_sns_topic_subscription.open', usd: null, status: 'unknown', unknown: ['Notifications: absent'] },
    ],
  },
  {
    name: 'what is pushed to phones is billed: 2 M × $0.50',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sns_platform_application" "phones" {
  name                = "phones"
  platform            = "GCM"
  platform_credential = "x"
}
`,
    usage: { aws_sns_platform_application: { requests: 2_000_000 } },
    sees: [{ address: 'aws_sns_platform_application.phones', usd: 1, status: 'priced', lines: ['Notifications'] }],
  },
]
