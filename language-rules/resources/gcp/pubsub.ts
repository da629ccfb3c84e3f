// https://cloud.google.com/pubsub/pricing
import type { ResourceExample } from '../../../core/resource.ts'
import { everywhere } from '../block-facts.ts'
import { usedResource } from './used-resource.ts'

const docs = 'https://cloud.google.com/pubsub/pricing'
const service = 'pubsub'

const topic = usedResource({
  id: 'pubsub-topic',
  docs,
  label: 'Pub/Sub topic',
  used: [
    {
      label: 'Messages published',
      unit: 'TiB',
      name: 'publishedTiB',
      meaning: 'TiB published in a month',
      price: { service, item: 'ingestion' },
    },
  ],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/pubsub_topic
  types: ['google_pubsub_topic'],
  region: everywhere,
})

const subscription = usedResource({
  id: 'pubsub-subscription',
  docs,
  label: 'Pub/Sub subscription',
  used: [
    {
      label: 'Messages delivered',
      unit: 'TiB',
      name: 'deliveredTiB',
      meaning: 'TiB delivered in a month',
      price: { service, item: 'delivery' },
    },
    {
      label: 'Acknowledged messages kept',
      unit: 'GiB-month',
      name: 'retainedGiB',
      meaning: 'GiB of acknowledged messages that are kept',
      price: { service, item: 'retained messages' },
    },
    {
      label: 'Snapshot backlog',
      unit: 'GiB-month',
      name: 'snapshotGiB',
      meaning: 'GiB of the backlog that snapshots keep',
      price: { service, item: 'snapshot backlog' },
    },
  ],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/pubsub_subscription
  types: ['google_pubsub_subscription'],
  region: everywhere,
})

export const resources = [topic, subscription]

export const examples: readonly ResourceExample[] = [
  {
    name: '2 TiB published × $40; 4 TiB delivered × $40 + 10 GiB kept × $0.27; nobody says',
    terraform: `resource "google_pubsub_topic" "events" {
  name = "events"
}

resource "google_pubsub_subscription" "worker" {
  name  = "worker"
  topic = google_pubsub_topic.events.id
}

resource "google_pubsub_topic" "open" {
  name = "open"
}
`,
    usage: {
      'google_pubsub_topic.events': { publishedTiB: 2 },
      google_pubsub_subscription: { deliveredTiB: 4, retainedGiB: 10, snapshotGiB: 0 },
    },
    sees: [
      { address: 'google_pubsub_topic.events', usd: 80, status: 'priced' },
      { address: 'google_pubsub_subscription.worker', usd: 162.7, status: 'priced' },
      { address: 'google_pubsub_topic.open', usd: null, status: 'partial', unknown: ['Messages published: usage'] },
    ],
  },
]
