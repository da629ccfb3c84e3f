// https://aws.amazon.com/sqs/pricing/
// https://aws.amazon.com/sns/pricing/
// https://aws.amazon.com/ses/pricing/
import { fact } from '../../../core/estimate/resource-line.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Resource } from '../../../core/types.ts'
import { flag } from '../block-facts.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const requests = { label: 'Requests', unit: 'request', name: 'requests' }
const perRequest = (service: string, item: string, meaning: string): readonly Used[] => [
  { ...requests, meaning, price: { service, item } },
]

const standardQueue = perRequest('sqs', 'requests', 'requests of up to 64 KB in a month')
const fifoQueue = perRequest('sqs', 'requests, FIFO', 'requests of up to 64 KB in a month')

const isFifo = (resource: Resource) => valueOf(fact(resource, 'isFifo')) === true

/** Whether it keeps the order of its messages, which costs more. */
const fifo = {
  isFifo: (block: Parameters<typeof flag>[0] & { location: Resource['location'] }) => {
    const is = flag(block, 'fifo_queue', false)
    return is === undefined ? unknown<Fact>('dynamic') : known<Fact>(is, block.location)
  },
}

const queue = defineResource({
  id: 'aws/sqs-queue',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/sqs/pricing/',
  shape: { isFifo: 'whether it keeps the order of its messages' },
  usage: usageOf(standardQueue),
  lines: (resource, prices) => usedLines(resource, prices, isFifo(resource) ? fifoQueue : standardQueue),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue
  from: { terraform: { aws_sqs_queue: { facts: fifo } } },
  label: () => 'queue',
})

const standardTopic = perRequest('sns', 'requests over 1M', 'messages of up to 64 KB published in a month')
const fifoTopic: readonly Used[] = [
  ...perRequest('sns', 'FIFO publish requests', 'messages of up to 64 KB published in a month'),
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
  usage: usageOf(fifoTopic),
  lines: (resource, prices) => usedLines(resource, prices, isFifo(resource) ? fifoTopic : standardTopic),
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic
    terraform: {
      aws_sns_topic: {
        facts: {
          isFifo: (block) => {
            const is = flag(block, 'fifo_topic', false)
            return is === undefined ? unknown('dynamic') : known<Fact>(is, block.location)
          },
        },
      },
    },
  },
  label: () => 'topic',
})

/** By protocol; to a queue or a function nothing is paid for the delivery. */
const deliveries: Readonly<Record<string, string>> = {
  http: 'HTTP notifications',
  https: 'HTTP notifications',
  email: 'email notifications',
  'email-json': 'email notifications',
  application: 'mobile push notifications',
  firehose: 'firehose notifications',
  sms: 'SMS notifications',
}
const notified = (item: string): readonly Used[] =>
  perRequest('sns', item, 'notifications delivered in a month').map((part) => ({ ...part, label: 'Notifications' }))

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
    return usedLines(resource, prices, notified('HTTP notifications')).map((each) => ({
      ...each,
      unitUsd: undefined,
      usd: undefined,
      prices: [],
      why,
    }))
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_subscription
  from: { terraform: { aws_sns_topic_subscription: { facts: { protocol: 'protocol' } } } },
  label: () => 'subscription',
})

const sent: readonly Used[] = [
  {
    label: 'Messages',
    unit: 'message',
    name: 'messages',
    meaning: 'messages sent to one recipient each in a month',
    price: { service: 'ses', item: 'message' },
  },
]

const sender = defineResource({
  id: 'aws/ses-identity',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ses/pricing/',
  shape: {},
  usage: usageOf(sent),
  lines: (resource, prices) => usedLines(resource, prices, sent),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sesv2_email_identity
  from: {
    terraform: {
      aws_sesv2_email_identity: { facts: {} },
      aws_ses_domain_identity: { facts: {} },
      aws_ses_email_identity: { facts: {} },
    },
  },
  label: () => 'mail sender',
})

export const resources = [queue, topic, subscription, sender]

export const examples: readonly ResourceExample[] = [
  {
    name: 'queues are requests: 10 M × $0.40 and, in order, 10 M × $0.50',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sqs_queue" "plain" {}

resource "aws_sqs_queue" "ordered" {
  fifo_queue = true
}

resource "aws_sqs_queue" "untold" {}
`,
    usage: {
      'aws_sqs_queue.plain': { requests: 10_000_000 },
      'aws_sqs_queue.ordered': { requests: 10_000_000 },
    },
    sees: [
      { address: 'aws_sqs_queue.plain', usd: 4, status: 'priced' },
      { address: 'aws_sqs_queue.ordered', usd: 5, status: 'priced' },
      { address: 'aws_sqs_queue.untold', usd: null, status: 'partial', unknown: ['Requests: usage'] },
    ],
  },
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
    name: 'mail: 50,000 messages × $0.10 by 1,000, of whichever identity sends them',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sesv2_email_identity" "new" {
  email_identity = "example.com"
}

resource "aws_ses_domain_identity" "old" {
  domain = "example.com"
}
`,
    usage: { aws_sesv2_email_identity: { messages: 50_000 } },
    sees: [
      { address: 'aws_sesv2_email_identity.new', usd: 5, status: 'priced' },
      { address: 'aws_ses_domain_identity.old', usd: null, status: 'partial', unknown: ['Messages: usage'] },
    ],
  },
]
