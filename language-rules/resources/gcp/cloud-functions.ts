// https://cloud.google.com/functions/pricing-1stgen
import { isUnwritten, line, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { gibOf, keptLines, vcpusOf } from './cloud-run.ts'
import { active, runPrice } from './cloud-run-price.ts'
import { regionOfLocation } from './location.ts'

const service = 'cloud-functions'

/** Regions of the lower of two price levels, whose prices are those of us-central1: https://cloud.google.com/functions/1stgendocs/locations */
const lower = [
  'asia-east1',
  'asia-east2',
  'asia-northeast1',
  'asia-northeast2',
  'europe-west1',
  'europe-west2',
  'us-central1',
  'us-east1',
  'us-east4',
  'us-west1',
]

const priced = (resource: Resource, prices: PriceBook, item: string) =>
  priceFor(resource, [], (region) =>
    prices.service('gcp', service, item, lower.includes(region) ? 'us-central1' : region),
  )

const first = defineResource({
  id: 'gcp/cloud-function',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/functions/pricing-1stgen',
  shape: {},
  usage: {
    requests: 'invocations in a month',
    ghzSeconds: 'GHz-seconds in a month',
    memoryGBSeconds: 'GB-seconds in a month',
    outboundGB: 'GB sent out in a month',
  },
  lines: (resource, prices): Line[] => [
    line('Invocations', 'request', usage(resource, 'requests'), priced(resource, prices, 'invocations')),
    line('CPU', 'GHz-second', usage(resource, 'ghzSeconds'), priced(resource, prices, 'CPU')),
    line('Memory', 'GB-second', usage(resource, 'memoryGBSeconds'), priced(resource, prices, 'memory')),
    line('Data sent', 'GB', usage(resource, 'outboundGB'), priced(resource, prices, 'egress')),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions_function
    terraform: { google_cloudfunctions_function: { facts: {} } },
  },
  label: () => 'Cloud Function',
})

/** The vCPUs an instance has with so many GiB, where none are written: https://cloud.google.com/functions/docs/configuring/memory */
const vcpusWith: readonly (readonly [gib: number, vcpus: number])[] = [
  [0.125, 0.083],
  [0.25, 0.167],
  [0.5, 0.333],
  [1, 0.583],
  [2, 1],
  [4, 2],
  [8, 2],
  [16, 4],
  [32, 8],
]

const amount = (block: Block, written: Known<Fact>, of: (written: Fact) => number): Known<Fact> => {
  const read = mapKnown(written, (value): Fact => of(value))
  return Number.isNaN(valueOf(read)) ? unknown('unsupported', block.location) : read
}

/** https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions2_function: 256M unless it says otherwise. */
function memoryOf(block: Block): Known<Fact> {
  const written = block.fact('service_config.available_memory')
  return isUnwritten(written) ? assumed<Fact>(gibOf('256M'), block.location) : amount(block, written, gibOf)
}

function vcpusOfFunction(block: Block): Known<Fact> {
  const written = block.fact('service_config.available_cpu')
  if (!isUnwritten(written)) return amount(block, written, vcpusOf)
  return mapKnown(memoryOf(block), (gib): Fact => vcpusWith.find(([most]) => Number(gib) <= most)?.[1] ?? 8)
}

/** Of the second generation is a service of Cloud Run. */
const second = defineResource({
  id: 'gcp/cloud-function-2',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/run/pricing',
  shape: {
    minInstances: 'instances that are kept ready',
    vcpus: 'vCPUs of an instance',
    memoryGiB: 'GiB of an instance',
  },
  usage: {
    requests: 'requests in a month',
    vcpuSeconds: 'vCPU-seconds in a month',
    memoryGiBSeconds: 'GiB-seconds in a month',
  },
  lines: (resource, prices): Line[] => [
    ...keptLines(resource, prices, true),
    line('vCPUs', 'vCPU-second', usage(resource, 'vcpuSeconds'), runPrice(resource, prices, active.vcpu)),
    line('Memory', 'GiB-second', usage(resource, 'memoryGiBSeconds'), runPrice(resource, prices, active.memory)),
    line(
      'Requests',
      'request',
      usage(resource, 'requests'),
      priceFor(resource, [], () => prices.service('gcp', 'cloud-run', 'requests', 'us-central1')),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions2_function
    terraform: {
      google_cloudfunctions2_function: {
        facts: {
          minInstances: ['service_config.min_instance_count', 0],
          vcpus: vcpusOfFunction,
          memoryGiB: memoryOf,
        },
        region: (block) => regionOfLocation(block),
      },
    },
  },
  label: () => 'Cloud Run function',
})

export const resources = [first, second]

export const examples: readonly ResourceExample[] = [
  {
    name: '10,000,000 invocations × $0.40 a million + 200,000 GHz-seconds × $0.00001 + 100,000 GB-seconds × $0.0000025 + 5 GB × $0.12; of the second generation nobody says; one kept ready: 2,628,000 s × (1 vCPU + 2 GiB) × $0.0000025',
    terraform: `provider "google" {
  region = "us-east1"
}

resource "google_cloudfunctions_function" "resize" {
  name    = "resize"
  runtime = "nodejs20"
}

resource "google_cloudfunctions2_function" "open" {
  name     = "open"
  location = "us-central1"
}

resource "google_cloudfunctions2_function" "kept" {
  name     = "kept"
  location = "us-central1"

  service_config {
    min_instance_count = 1
    available_memory   = "2Gi"
  }
}
`,
    usage: {
      google_cloudfunctions_function: {
        requests: 10_000_000,
        ghzSeconds: 200_000,
        memoryGBSeconds: 100_000,
        outboundGB: 5,
      },
    },
    sees: [
      { address: 'google_cloudfunctions_function.resize', usd: 6.85, status: 'priced' },
      {
        address: 'google_cloudfunctions2_function.open',
        usd: null,
        status: 'partial',
        unknown: ['vCPUs: usage', 'Memory: usage', 'Requests: usage'],
      },
      {
        address: 'google_cloudfunctions2_function.kept',
        usd: 19.71,
        status: 'partial',
        unknown: ['vCPUs: usage', 'Memory: usage', 'Requests: usage'],
      },
    ],
  },
]
