// https://cloud.google.com/tpu/pricing: by the chip and hour
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  type Priced,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Purchase, Resource } from '../../../core/types.ts'
import { flag } from '../block-facts.ts'

/** The machine whose price tells that of a chip, and how many it has. */
const machines: Readonly<Record<string, readonly [type: string, chips: number]>> = {
  v4: ['v4-8', 4],
  v5e: ['ct5lp-hightpu-1t', 1],
  v5p: ['ct5p-hightpu-4t', 4],
  v6e: ['ct6e-standard-1t', 1],
}

/** `v5litepod-16` has 16 chips, `v4-16` and `v5p-16` count two cores for each: https://cloud.google.com/tpu/docs/supported-tpu-configurations */
export function sliceOf(accelerator: Fact): readonly [version: string, chips: number] | undefined {
  const [, name, count] = /^(v\d+[a-z]*|v5litepod)-(\d+)$/.exec(String(accelerator)) ?? []
  if (name === undefined) return undefined
  const isByChip = name === 'v5litepod' || name === 'v6e'
  return [name === 'v5litepod' ? 'v5e' : name, Number(count) / (isByChip ? 1 : 2)]
}

const versions: Readonly<Record<string, string>> = { V4: 'v4', V5LITE_POD: 'v5e', V5P: 'v5p', V6E: 'v6e' }

interface Slice {
  readonly version: Known<Fact>
  readonly chips: Known<Fact>
}

function written(block: Block, path: string): Slice {
  const at = block.location
  const topology = block.fact(`${path}accelerator_config.topology`)
  const type = block.fact(`${path}accelerator_type`)
  if (!isUnwritten(topology) && valueOf(type) === undefined) {
    const sides = String(valueOf(topology) ?? '')
      .split('x')
      .map(Number)
    const chips = sides.reduce((all, side) => all * side, 1)
    const version = block.fact(`${path}accelerator_config.type`)
    return {
      version: mapKnown(version, (name): Fact => versions[String(name)] ?? String(name)),
      chips:
        valueOf(topology) === undefined
          ? topology
          : Number.isFinite(chips)
            ? known<Fact>(chips, at)
            : unknown('unsupported', at),
    }
  }
  const accelerator: Known<Fact> = isUnwritten(type) ? known<Fact>('v2-8', at) : type
  const slice = valueOf(accelerator) === undefined ? undefined : sliceOf(valueOf(accelerator)!)
  if (slice === undefined)
    return { version: accelerator, chips: accelerator.is === 'unknown' ? accelerator : unknown('unsupported', at) }
  return { version: known<Fact>(slice[0], at), chips: known<Fact>(slice[1], at) }
}

function purchaseOf(block: Block, path: string): Purchase | undefined {
  const flags = ['spot', 'preemptible'].map((name) => flag(block, `${path}scheduling_config.${name}`, false))
  if (flags.includes(true)) return 'spot'
  return flags.includes(undefined) ? undefined : 'on-demand'
}

const mapping = (path: string): FormatMapping => ({
  facts: {
    version: (block) => written(block, path).version,
    chips: (block) => written(block, path).chips,
  },
  purchase: (block) => purchaseOf(block, path),
})

/** A request, or its fields as arguments; where it is told `projects/p/locations/us-central1-a`. */
function requested(path: string, spot?: string): FormatMapping {
  const at = (name: string) => ['', 'request.', '[0].'].map((before) => `${before}${name}`).join('|')
  const of = (block: Block): Block => ({ ...block, fact: (name) => block.fact(at(name)) })
  return {
    facts: {
      version: (block) => written(of(block), path).version,
      chips: (block) => written(of(block), path).chips,
    },
    region: (block) =>
      mapKnown(block.fact(at('parent')), (name) =>
        String(name)
          .replace(/^.*\//, '')
          .replace(/-[a-z]$/, ''),
      ),
    purchase: (block) =>
      spot !== undefined && !isUnwritten(block.fact(at(spot))) ? 'spot' : purchaseOf(of(block), path),
  }
}

/** Of one chip for an hour, as the resource is bought. */
export const chipPrice = (resource: Resource, prices: PriceBook, version: Known<Fact>): Priced =>
  priceFor(resource, [version], (region, name) => {
    const [type, chips] = machines[name!] ?? []
    const { purchase } = resource
    const found =
      type === undefined || purchase === undefined ? undefined : prices.instance('gcp', type, region, purchase)
    return found && { ...found, usd: found.usd / chips!, unit: 'chip-hour' }
  })

const tpu = defineResource({
  id: 'gcp/tpu',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/tpu/pricing',
  shape: { version: 'v2, v3, v4, v5e, v5p or v6e', chips: 'chips of the slice' },
  lines: (resource, prices) => {
    const { purchase } = resource
    const hours = product(numberFact(resource, 'chips'), monthOf(resource))
    const price = chipPrice(resource, prices, fact(resource, 'version'))
    return [line('TPU chips', 'chip-hour', hours, purchase === undefined ? 'dynamic' : price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/tpu_v2_vm
    terraform: {
      google_tpu_v2_vm: mapping(''),
      // what waits for room costs as much once it runs: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/tpu_v2_queued_resource
      google_tpu_v2_queued_resource: mapping('tpu.node_spec.node.'),
    },
    // https://cloud.google.com/python/docs/reference/tpu/latest
    sdk: {
      'google.tpu': requested('node.'),
      'google.queued_tpu': requested('queued_resource.tpu.node_spec.[0].node.', 'queued_resource.spot'),
    },
  },
  label: (resource) => {
    const [version, chips] = [valueOf(fact(resource, 'version')), valueOf(fact(resource, 'chips'))]
    return chips === undefined ? `TPU ${version ?? ''}`.trim() : `TPU ${version} · ${chips} chips`
  },
})

export const resources = [tpu]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in a queue until there is room, then 8 × 730 h × $1.20',
    terraform: `resource "google_tpu_v2_queued_resource" "lite" {
  name = "lite"
  zone = "us-central1-a"

  tpu {
    node_spec {
      parent = "projects/p/locations/us-central1-a"

      node {
        runtime_version  = "v2-alpha-tpuv5-lite"
        accelerator_type = "v5litepod-8"
      }
    }
  }
}
`,
    sees: [{ address: 'google_tpu_v2_queued_resource.lite', usd: 7008, status: 'priced', lines: ['TPU chips'] }],
  },
  {
    name: 'by the chip: 16 × 730 h × $1.20; 4 of v5p, two cores each, × 730 h × $4.20; 4 of v6e by their topology × 730 h × $2.70; v2 has no price here',
    terraform: `resource "google_tpu_v2_vm" "lite" {
  name             = "lite"
  zone             = "us-central1-a"
  runtime_version  = "v2-alpha-tpuv5-lite"
  accelerator_type = "v5litepod-16"
}

resource "google_tpu_v2_vm" "pod" {
  name             = "pod"
  zone             = "us-east5-a"
  runtime_version  = "v2-alpha-tpuv5"
  accelerator_type = "v5p-8"
}

resource "google_tpu_v2_vm" "six" {
  name            = "six"
  zone            = "us-central1-b"
  runtime_version = "v2-alpha-tpuv6e"

  accelerator_config {
    type     = "V6E"
    topology = "2x2"
  }
}

resource "google_tpu_v2_vm" "old" {
  name            = "old"
  zone            = "us-central1-b"
  runtime_version = "tpu-vm-base"
}
`,
    sees: [
      { address: 'google_tpu_v2_vm.lite', usd: 14016, status: 'priced', lines: ['TPU chips'] },
      { address: 'google_tpu_v2_vm.pod', usd: 12264, status: 'priced' },
      { address: 'google_tpu_v2_vm.six', usd: 7884, status: 'priced' },
      { address: 'google_tpu_v2_vm.old', usd: null, status: 'unknown', unknown: ['TPU chips: no-price'] },
    ],
  },
  {
    name: 'as spot, 8 × 730 h × $0.629917',
    terraform: `resource "google_tpu_v2_vm" "spot" {
  name             = "spot"
  zone             = "us-central1-a"
  runtime_version  = "v2-alpha-tpuv5-lite"
  accelerator_type = "v5litepod-8"

  scheduling_config {
    spot = true
  }
}
`,
    sees: [{ address: 'google_tpu_v2_vm.spot', usd: 3678.71, status: 'priced' }],
  },
]
