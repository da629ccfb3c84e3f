// https://cloud.google.com/managed-service-for-apache-kafka/pricing
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { regionOfLocation } from './location.ts'

const docs = 'https://cloud.google.com/managed-service-for-apache-kafka/pricing'
const service = 'managed-kafka'

/** Data compute units of a vCPU and of a GiB of memory, from the table of the page. */
const unitsOf = { vcpu: 0.6, gib: 0.1 }
/** GiB of local storage that come with each vCPU unless brokers are told a size: the page's own rule. */
const localGiBOfVcpu = 100

const scales: Readonly<Record<string, number>> = { '': 1, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 }

/** `3221225472` or `3Gi`. */
function gibOf(bytes: Fact): Fact {
  const [, amount, scale] = /^(\d+(?:\.\d+)?)([KMGT]i)?$/.exec(String(bytes)) ?? []
  return amount === undefined ? Number.NaN : (Number(amount) * scales[scale ?? '']!) / scales.Gi!
}

function memoryOf(block: Block): Known<Fact> {
  const gib = mapKnown(block.fact('capacity_config.memory_bytes'), gibOf)
  return Number.isNaN(valueOf(gib)) ? unknown('unsupported', block.location) : gib
}

const shape = { vcpus: 'vCPUs of all brokers', memoryGiB: 'GiB of memory of all brokers' } as const

const mapping: FormatMapping = {
  facts: { vcpus: 'capacity_config.vcpu_count', memoryGiB: memoryOf },
  region: (block) => regionOfLocation(block),
}

function computeLine(resource: Resource, prices: PriceBook, item: string): Line {
  const gib = numberFact(resource, 'memoryGiB')
  const vcpus = valueOf(numberFact(resource, 'vcpus'))
  const units: Known<number> =
    vcpus === undefined
      ? unknown('dynamic', resource.location)
      : mapKnown(gib, (memory) => vcpus * unitsOf.vcpu + memory * unitsOf.gib)
  const price = priceFor(resource, [], (region) => prices.service('gcp', service, item, region))
  return line('Data compute units', 'DCU-hour', product(units, monthOf(resource)), price)
}

const cluster = defineResource({
  id: 'gcp/managed-kafka-cluster',
  cloud: 'gcp',
  docs,
  shape: { ...shape, localGiB: 'GiB of local storage of all brokers' },
  usage: { storedGB: 'GB kept beyond the local storage', interZoneGB: 'GB copied between zones in a month' },
  lines: (resource, prices) => {
    const of = (item: string) => priceFor(resource, [], (region) => prices.service('gcp', service, item, region))
    return [
      computeLine(resource, prices, 'data compute unit'),
      line('Local storage', 'GiB-month', numberFact(resource, 'localGiB'), of('local storage')),
      line('Long-term storage', 'GB-month', usage(resource, 'storedGB'), of('long-term storage')),
      line('Copies between zones', 'GB', usage(resource, 'interZoneGB'), of('inter-zone transfer')),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/managed_kafka_cluster
    terraform: {
      google_managed_kafka_cluster: {
        ...mapping,
        facts: {
          ...mapping.facts,
          localGiB: (block) => {
            // how many brokers there are is Google's choice
            if (!isUnwritten(block.fact('broker_capacity_config.disk_size_gib')))
              return unknown('dynamic', block.location)
            const vcpus = mapKnown(block.fact('capacity_config.vcpu_count'), Number)
            const count = valueOf(vcpus)
            return count === undefined ? vcpus : assumed<Fact>(count * localGiBOfVcpu, block.location)
          },
        },
      },
    },
  },
  label: (resource) => `Kafka · ${valueOf(fact(resource, 'vcpus')) ?? '?'} vCPUs`,
})

const connect = defineResource({
  id: 'gcp/managed-kafka-connect-cluster',
  cloud: 'gcp',
  docs,
  shape,
  lines: (resource, prices) => [computeLine(resource, prices, 'connect data compute unit')],
  from: { terraform: { google_managed_kafka_connect_cluster: mapping } },
  label: () => 'Kafka Connect cluster',
})

export const resources = [cluster, connect]

export const examples: readonly ResourceExample[] = [
  {
    name: 'six vCPUs with 24 GiB are 6 × 0.6 + 24 × 0.1 = 6 units: 6 × 730 h × $0.09, and 600 GiB × $0.17; three with 3 GiB are 2.1; of Connect there is no row',
    terraform: `resource "google_managed_kafka_cluster" "main" {
  cluster_id = "main"
  location   = "us-central1"

  capacity_config {
    vcpu_count   = 6
    memory_bytes = 25769803776
  }
}

resource "google_managed_kafka_cluster" "sized" {
  cluster_id = "sized"
  location   = "us-central1"

  capacity_config {
    vcpu_count   = 3
    memory_bytes = "3Gi"
  }

  broker_capacity_config {
    disk_size_gib = 500
  }
}

resource "google_managed_kafka_connect_cluster" "sync" {
  connect_cluster_id = "sync"
  kafka_cluster      = google_managed_kafka_cluster.main.id
  location           = "us-central1"

  capacity_config {
    vcpu_count   = 3
    memory_bytes = "3221225472"
  }
}
`,
    sees: [
      {
        address: 'google_managed_kafka_cluster.main',
        usd: 496.2,
        status: 'partial',
        lines: ['Data compute units', 'Local storage', 'Long-term storage', 'Copies between zones'],
        assumed: ['localGiB'],
      },
      {
        address: 'google_managed_kafka_cluster.sized',
        usd: 137.97,
        status: 'partial',
        unknown: ['Local storage: dynamic', 'Long-term storage: no-price', 'Copies between zones: no-price'],
      },
      {
        address: 'google_managed_kafka_connect_cluster.sync',
        usd: null,
        status: 'unknown',
        unknown: ['Data compute units: no-price'],
      },
    ],
  },
]
