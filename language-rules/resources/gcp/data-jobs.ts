// https://cloud.google.com/data-fusion/pricing, https://cloud.google.com/dataflow/pricing, https://cloud.google.com/dataproc-serverless/pricing
import { fact, line, monthOf, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Resource } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { regionOfLocation } from './location.ts'
import { usedResource } from './used-resource.ts'

const fusion = defineResource({
  id: 'gcp/data-fusion-instance',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/data-fusion/pricing',
  shape: { type: 'DEVELOPER, BASIC or ENTERPRISE' },
  lines: (resource, prices) => {
    const price = priceFor(resource, [fact(resource, 'type')], (region, type) =>
      prices.service('gcp', 'data-fusion', type!.toLowerCase(), region),
    )
    return [line('Instance', 'hour', monthOf(resource), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/data_fusion_instance
    terraform: { google_data_fusion_instance: { facts: { type: 'type' } } },
  },
  label: (resource) => `Data Fusion ${valueOf(fact(resource, 'type')) ?? ''}`.trim(),
})

const flowPrice = (resource: Resource, prices: PriceBook, item: string) =>
  priceFor(resource, [], (region) => prices.service('gcp', 'dataflow', item, region))

const flow: FormatMapping = {
  facts: {
    machineType: 'machine_type',
    mostWorkers: 'max_workers',
    isStreaming: ['enable_streaming_engine', false],
  },
  region: (block) => regionOfLocation(block, 'region'),
}

/** A job costs what its workers do while it runs, and how long that is nothing written says. */
const dataflow = defineResource({
  id: 'gcp/dataflow-job',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/dataflow/pricing',
  shape: {
    machineType: 'machine type of each worker',
    mostWorkers: 'how many workers it may have',
    isStreaming: 'whether the streaming engine keeps its state',
  },
  usage: {
    vcpuHours: 'vCPU-hours of its workers in a month',
    memoryGBHours: 'GB-hours of memory of its workers in a month',
    processedGB: 'GB that it shuffles in a month',
    streamingUnits: 'compute units of the streaming engine in a month',
  },
  lines: (resource, prices) => {
    const isStreaming = isValue(fact(resource, 'isStreaming'), true)
    const kind = isStreaming ? 'streaming' : 'batch'
    return [
      line('Worker vCPUs', 'vCPU-hour', usage(resource, 'vcpuHours'), flowPrice(resource, prices, `${kind} vCPU`)),
      line('Worker memory', 'GB-hour', usage(resource, 'memoryGBHours'), flowPrice(resource, prices, 'memory')),
      isStreaming
        ? line(
            'Streaming engine',
            'unit',
            usage(resource, 'streamingUnits'),
            flowPrice(resource, prices, 'streaming engine'),
          )
        : line('Shuffle', 'GB', usage(resource, 'processedGB'), flowPrice(resource, prices, 'batch shuffle')),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataflow_job
    terraform: { google_dataflow_job: flow, google_dataflow_flex_template_job: flow },
  },
  label: () => 'Dataflow job',
})

const batch = usedResource({
  id: 'dataproc-batch',
  docs: 'https://cloud.google.com/dataproc-serverless/pricing',
  label: 'Dataproc batch',
  used: [
    {
      label: 'Data compute units',
      unit: 'DCU-hour',
      name: 'dcuHours',
      meaning: 'hours of data compute units in a month',
      price: { service: 'dataproc', item: 'serverless data compute unit' },
    },
  ],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_batch
  types: ['google_dataproc_batch'],
  region: (block) => regionOfLocation(block),
})

export const resources = [fusion, dataflow, batch]

export const examples: readonly ResourceExample[] = [
  {
    name: 'an enterprise instance 730 h × $4.20, a basic one 730 h × $1.80: its 120 free hours are not taken off; a region without a row',
    terraform: `resource "google_data_fusion_instance" "enterprise" {
  name   = "enterprise"
  region = "us-central1"
  type   = "ENTERPRISE"
}

resource "google_data_fusion_instance" "basic" {
  name   = "basic"
  region = "us-central1"
  type   = "BASIC"
}

resource "google_data_fusion_instance" "far" {
  name   = "far"
  region = "asia-east1"
  type   = "BASIC"
}
`,
    sees: [
      { address: 'google_data_fusion_instance.enterprise', usd: 3066, status: 'priced', lines: ['Instance'] },
      { address: 'google_data_fusion_instance.basic', usd: 1314, status: 'priced' },
      { address: 'google_data_fusion_instance.far', usd: null, status: 'unknown', unknown: ['Instance: no-price'] },
    ],
  },
  {
    name: 'a batch job in Belgium, 100 vCPU-hours × $0.059, 375 GB-hours × $0.004172 and 10 GB × $0.011; streaming, its vCPUs × $0.072 alone known; 50 unit-hours of Spark × $0.06',
    terraform: `resource "google_dataflow_job" "batch" {
  name              = "batch"
  region            = "europe-west1"
  template_gcs_path = "gs://templates/one"
  temp_gcs_location = "gs://temp/one"
}

resource "google_dataflow_flex_template_job" "stream" {
  name                    = "stream"
  region                  = "europe-west1"
  container_spec_gcs_path = "gs://templates/two"
  enable_streaming_engine = true
}

resource "google_dataproc_batch" "spark" {
  batch_id = "spark"
  location = "us-central1"
}
`,
    usage: {
      'google_dataflow_job.batch': { vcpuHours: 100, memoryGBHours: 375, processedGB: 10 },
      'google_dataflow_flex_template_job.stream': { vcpuHours: 730 },
      'google_dataproc_batch.spark': { dcuHours: 50 },
    },
    sees: [
      { address: 'google_dataflow_job.batch', usd: 7.57, status: 'priced' },
      {
        address: 'google_dataflow_flex_template_job.stream',
        usd: 52.56,
        status: 'partial',
        lines: ['Worker vCPUs', 'Worker memory', 'Streaming engine'],
      },
      { address: 'google_dataproc_batch.spark', usd: 3, status: 'priced' },
    ],
  },
]
