// https://aws.amazon.com/sqs/pricing/
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { flagFact } from '../block-facts.ts'
import { type Used, unpriced, usageOf, usedLines } from '../used.ts'

const requests = (item: string): readonly Used[] => [
  {
    label: 'Requests',
    unit: 'request',
    name: 'requests',
    meaning: 'requests of up to 64 KB in a month',
    price: { service: 'sqs', item },
  },
]
const standard = requests('requests')
const fifo = requests('requests, FIFO')

const queue = defineResource({
  id: 'aws/sqs-queue',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/sqs/pricing/',
  shape: { isFifo: 'whether it keeps the order of its messages, which costs more' },
  usage: usageOf(standard),
  lines: (resource, prices) => {
    const isFifo = fact(resource, 'isFifo')
    if (isFifo.is === 'unknown') return unpriced(usedLines(resource, prices, standard), isFifo.why)
    return usedLines(resource, prices, valueOf(isFifo) === true ? fifo : standard)
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue
  from: { terraform: { aws_sqs_queue: { facts: { isFifo: flagFact('fifo_queue', false) } } } },
  label: () => 'queue',
})

export const resources = [queue]

export const examples: readonly ResourceExample[] = [
  {
    name: 'queues are requests: 10 M × $0.40 and, in order, 10 M × $0.50; whether in order is not known, no price',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "is_fifo" {}

resource "aws_sqs_queue" "plain" {}

resource "aws_sqs_queue" "ordered" {
  fifo_queue = true
}

resource "aws_sqs_queue" "untold" {}

resource "aws_sqs_queue" "open" {
  fifo_queue = var.is_fifo
}
`,
    usage: {
      'aws_sqs_queue.plain': { requests: 10_000_000 },
      'aws_sqs_queue.ordered': { requests: 10_000_000 },
    },
    sees: [
      { address: 'aws_sqs_queue.plain', usd: 4, status: 'priced' },
      { address: 'aws_sqs_queue.ordered', usd: 5, status: 'priced' },
      { address: 'aws_sqs_queue.untold', usd: null, status: 'partial', unknown: ['Requests: usage'] },
      { address: 'aws_sqs_queue.open', usd: null, status: 'unknown', unknown: ['Requests: absent'] },
    ],
  },
]
