// https://cloud.google.com/run/pricing
import { fact, isUnwritten, line, numberFact, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { factOf, isValue } from '../block-facts.ts'
import { examples as runExamples } from './cloud-run-examples.ts'
import { active, always, idle, runPrice } from './cloud-run-price.ts'
import { regionOfLocation } from './location.ts'

const docs = 'https://cloud.google.com/run/pricing'
const secondsPerMonth = 730 * 3600

/** vCPUs of `2` or `500m`; unknown for another spelling. */
export const vcpusOf = (written: Fact): number => {
  const [, amount, milli] = /^([\d.]+)(m?)$/.exec(String(written)) ?? []
  return amount === undefined ? Number.NaN : Number(amount) / (milli ? 1000 : 1)
}

const units: Readonly<Record<string, number>> = {
  Ki: 2 ** -20,
  Mi: 2 ** -10,
  Gi: 1,
  k: 1e3 / 2 ** 30,
  M: 1e6 / 2 ** 30,
  G: 1e9 / 2 ** 30,
}

export const gibOf = (written: Fact): number => {
  const [, amount, unit] = /^([\d.]+)(Ki|Mi|Gi|k|M|G)$/.exec(String(written)) ?? []
  return amount === undefined ? Number.NaN : Number(amount) * units[unit!]!
}

/** https://cloud.google.com/run/docs/configuring/services/cpu, https://cloud.google.com/run/docs/configuring/services/memory-limits */
const usual = { cpu: 1, memory: 0.5 }

/** Of all containers of an instance together. */
function amount(
  containers: readonly NestedBlock[],
  path: string,
  { of, otherwise, block }: { of: (written: Fact) => number; otherwise: number; block: Block },
): Known<Fact> {
  const each = containers.map((container) => container.fact(path))
  if (each.every(isUnwritten)) return assumed<Fact>(otherwise, block.location)
  const values = each.map((written) => (isUnwritten(written) ? 0 : of(valueOf(written) ?? '')))
  const open = each.find((written) => !isUnwritten(written) && valueOf(written) === undefined)
  if (open !== undefined) return open
  const total = values.reduce((sum, value) => sum + value, 0)
  return Number.isFinite(total) ? known<Fact>(total, block.location) : unknown('unsupported', block.location)
}

const shape = {
  vcpus: 'vCPUs of an instance',
  memoryGiB: 'GiB of an instance',
  minInstances: 'instances that are kept ready',
  cpuIdle: 'whether CPU is given only while a request is answered',
  gpu: 'type of the GPU of an instance, nvidia-l4',
}

const use = {
  vcpuSeconds: 'vCPU-seconds in a month',
  memoryGiBSeconds: 'GiB-seconds in a month',
  requests: 'requests in a month',
}

function gpuLines(resource: Resource, prices: PriceBook, kept: Known<number>): Line[] {
  const gpu = fact(resource, 'gpu')
  if (isUnwritten(gpu)) return []
  const price = priceFor(resource, [gpu], (region, name) =>
    prices.service('gcp', 'cloud-run', `${name!.replace('nvidia-', '').toUpperCase()} GPU`, region),
  )
  const hours = mapKnown(kept, (count) => count * 730)
  const isKept = valueOf(kept) !== 0
  return [line('GPU', 'hour', isKept ? hours : usage(resource, 'gpuHours'), price)]
}

export function keptLines(resource: Resource, prices: PriceBook, isIdle: boolean): Line[] {
  const kept = numberFact(resource, 'minInstances')
  if (valueOf(kept) === 0) return []
  const seconds = mapKnown(kept, (count) => count * secondsPerMonth)
  const items = isIdle ? idle : always
  const part = (label: string, unit: string, name: string, item: (typeof items)['vcpu' | 'memory']) =>
    line(label, unit, product(numberFact(resource, name), seconds), runPrice(resource, prices, item))
  return [
    part('Kept instances, vCPUs', 'vCPU-second', 'vcpus', items.vcpu),
    part('Kept instances, memory', 'GiB-second', 'memoryGiB', items.memory),
  ]
}

function serviceLines(resource: Resource, prices: PriceBook): Line[] {
  const isIdle = !isValue(fact(resource, 'cpuIdle'), false)
  const items = isIdle ? active : always
  const requests = priceFor(resource, [], () => prices.service('gcp', 'cloud-run', 'requests', 'us-central1'))
  return [
    ...keptLines(resource, prices, isIdle),
    ...gpuLines(resource, prices, numberFact(resource, 'minInstances')),
    line('vCPUs', 'vCPU-second', usage(resource, 'vcpuSeconds'), runPrice(resource, prices, items.vcpu)),
    line('Memory', 'GiB-second', usage(resource, 'memoryGiBSeconds'), runPrice(resource, prices, items.memory)),
    ...(isIdle ? [line('Requests', 'request', usage(resource, 'requests'), requests)] : []),
  ]
}

const limits = (block: Block, path: string) => ({
  vcpus: amount(block.nested(path), 'resources.limits.cpu', { of: vcpusOf, otherwise: usual.cpu, block }),
  memoryGiB: amount(block.nested(path), 'resources.limits.memory', { of: gibOf, otherwise: usual.memory, block }),
})

const first = (...facts: readonly Known<Fact>[]) => facts.find((each) => !isUnwritten(each))

const second: FormatMapping = {
  facts: {
    vcpus: (block) => limits(block, 'template.containers').vcpus,
    memoryGiB: (block) => limits(block, 'template.containers').memoryGiB,
    minInstances: (block) =>
      first(block.fact('scaling.min_instance_count'), block.fact('template.scaling.min_instance_count')) ??
      assumed<Fact>(0, block.location),
    cpuIdle: ['template.containers.resources.cpu_idle', true],
    gpu: 'template.node_selector.accelerator',
  },
  region: (block) => regionOfLocation(block),
}

const service = defineResource({
  id: 'gcp/cloud-run-service',
  cloud: 'gcp',
  docs,
  shape,
  usage: { ...use, gpuHours: 'hours of GPUs in a month' },
  lines: serviceLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service
    terraform: {
      google_cloud_run_v2_service: second,
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_service
      google_cloud_run_service: {
        facts: {
          vcpus: (block) => limits(block, 'template.spec.containers').vcpus,
          memoryGiB: (block) => limits(block, 'template.spec.containers').memoryGiB,
          minInstances: (block) =>
            first(
              block.fact('template.metadata.annotations."autoscaling.knative.dev/minScale"'),
              block.fact('metadata.annotations."run.googleapis.com/minScale"'),
            ) ?? assumed<Fact>(0, block.location),
          cpuIdle: factOf(
            'template.metadata.annotations."run.googleapis.com/cpu-throttling"',
            true,
            (is) => String(is) !== 'false',
          ),
        },
        region: (block) => regionOfLocation(block),
      },
    },
  },
  label: () => 'Cloud Run service',
})

const workers = defineResource({
  id: 'gcp/cloud-run-worker-pool',
  cloud: 'gcp',
  docs,
  shape,
  usage: { gpuHours: 'hours of GPUs in a month' },
  lines: (resource, prices) => [
    ...keptLines(resource, prices, false),
    ...gpuLines(resource, prices, numberFact(resource, 'minInstances')),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_worker_pool
    terraform: {
      google_cloud_run_v2_worker_pool: {
        ...second,
        facts: { ...second.facts, minInstances: 'scaling.manual_instance_count' },
      },
    },
  },
  label: () => 'Cloud Run worker pool',
})

const job = defineResource({
  id: 'gcp/cloud-run-job',
  cloud: 'gcp',
  docs,
  shape: {},
  usage: { vcpuSeconds: use.vcpuSeconds, memoryGiBSeconds: use.memoryGiBSeconds },
  lines: (resource, prices) => [
    line('vCPUs', 'vCPU-second', usage(resource, 'vcpuSeconds'), runPrice(resource, prices, always.vcpu)),
    line('Memory', 'GiB-second', usage(resource, 'memoryGiBSeconds'), runPrice(resource, prices, always.memory)),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_job
    terraform: { google_cloud_run_v2_job: { facts: {}, region: (block) => regionOfLocation(block) } },
  },
  label: () => 'Cloud Run job',
})

export const resources = [service, workers, job]

export const examples = runExamples
