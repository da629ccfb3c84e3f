// https://docs.beam.cloud/v2/resources/pricing-and-billing
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { containerLines, containerPer, containerShape, gpuFacts, keptCount } from '../container-lines.ts'
import { modelBelow, modelShape } from '../loaded-model.ts'

/** Where a fact of the machine is told. */
type Path = (name: string) => string

/** Of the first SDK: by what is on the app, else by the app, in a `Runtime` or without one. */
const ofApp: Path = (name) => ['runtime.', '', '^runtime.', '^'].map((at) => `${at}${name}`).join('|')
const itself: Path = (name) => name

/** `32Gi`, or MiB where it is a number. */
function memory(block: Block, at: Path): Known<Fact> {
  const told = block.fact(at('memory'))
  if (isUnwritten(told)) return assumed<Fact>(0.125, block.location)
  const size = mapKnown(told, (value): Fact => {
    const [, many, unit] = /^([\d.]+)\s*(Gi|Mi|G|M)?$/i.exec(String(value)) ?? []
    return Number(many) / (/^g/i.test(unit ?? '') ? 1 : 1024)
  })
  return Number.isNaN(valueOf(size)) ? unknown('unsupported', block.location) : size
}

function gpu(block: Block, at: Path): Record<string, Known<Fact>> {
  const choices = block.list(at('gpu'))
  const told = choices.is === 'known' && choices.value.length === 1 ? choices.value[0]! : block.fact(at('gpu'))
  const several = choices.is === 'known' && choices.value.length > 1
  const { accelerator } = gpuFacts(several ? unknown('dynamic', block.location) : told)
  const count = block.fact(at('gpu_count'))
  const isNone = isUnwritten(accelerator)
  return {
    accelerator,
    acceleratorCount: isNone || !isUnwritten(count) ? count : assumed<Fact>(1, block.location),
  }
}

const runningOn = (at: Path): FormatMapping => ({
  facts: {
    cpuCores: [at('cpu'), 1],
    memoryGiB: (block) => memory(block, at),
    minContainers: 'autoscaler.min_containers',
    maxContainers: 'autoscaler.max_containers',
    idleSeconds: 'keep_warm_seconds',
    lifetimeHours: (block) => {
      const seconds = block.fact('timeout')
      // -1: no limit
      return valueOf(seconds) === -1 ? unknown('absent') : mapKnown(seconds, (value): Fact => Number(value) / 3600)
    },
  },
  more: (block) => ({ ...gpu(block, at), ...modelBelow(block) }),
  region: (block) => known('global', block.location),
  count: (block) => keptCount(block.fact('autoscaler.min_containers'), block.location),
})

const container = defineResource({
  id: 'beam/container',
  cloud: 'beam',
  docs: 'https://www.beam.cloud/pricing',
  shape: { ...containerShape, ...modelShape },
  per: containerPer,
  lines: (resource, prices) =>
    containerLines(resource, prices, {
      cloud: 'beam',
      service: 'serverless',
      gpu: (name) => name,
      core: 'core',
      memory: 'memory',
      memoryUnit: 'GB-second',
    }),
  from: {
    sdk: {
      'beam.container': runningOn(itself),
      // https://docs.beam.cloud/v1/environment/custom-images
      'beam.app': runningOn(ofApp),
    },
  },
  label: ({ shape }) => `Beam · ${String((shape.accelerator && valueOf(shape.accelerator)) ?? 'CPU')}`,
})

export const resources = [container]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'an hour: 3,600 s × ($0.000292 + 2 × $0.0000528 + 16 GB × $0.0000056)',
    lang: 'python',
    code: `from beam import endpoint

@endpoint(gpu="A10G", cpu=2, memory="16Gi")
def serve():
    pass
`,
    sees: [{ address: 'serve/beam.container', usd: 1.75, status: 'priced' }],
  },
]
