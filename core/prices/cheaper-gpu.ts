// Machines of the same cloud and region with as many GPUs of the same class. Cheap enough for a keystroke: see same-gpu.ts.
import type { Cloud } from '../types.ts'
import type { InstanceSpecs, PriceBook } from './book.ts'
import { architectureOf, gradeOf, isWithdrawn, platformOf } from './machine-kinds.ts'

export interface GpuType {
  readonly type: string
  readonly specs: InstanceSpecs
  /** USD per hour, on demand. */
  readonly hourly: number
  /** By dense FP16. Not so where it is a later GPU and no source says how fast one of the two is. */
  readonly isCompared: boolean
}

/** At this share of the other's dense FP16 it is of the same class. */
const sameSpeed = 0.9
const most = 4

const known = new WeakMap<PriceBook, Map<string, readonly { readonly type: string; readonly specs: InstanceSpecs }[]>>()
const accelerated: Readonly<Record<Cloud, RegExp>> = { aws: /^(dl|g|p)\d/, gcp: /^(a|g)\d/, azure: /^standard_n/i }

/** Types with GPUs that programs for NVIDIA's or AMD's run on, and that are still to be had. */
export function gpuTypes(book: PriceBook, cloud: Cloud) {
  const clouds = known.get(book) ?? new Map<string, readonly { type: string; specs: InstanceSpecs }[]>()
  known.set(book, clouds)
  const there = clouds.get(cloud)
  if (there) return there
  const types = book.types(cloud).flatMap((type) => {
    const specs = accelerated[cloud].test(type) && !isWithdrawn(cloud, type) ? book.specs(cloud, type) : undefined
    return specs?.accelerator !== undefined && specs.accelerators > 0 ? [{ type, specs }] : []
  })
  clouds.set(cloud, types)
  return types
}

/** The cheapest few that cost less than the type does there, have its GPUs in number and memory, and no smaller host. */
export function cheaperGpus(book: PriceBook, cloud: Cloud, type: string, region: string): readonly GpuType[] {
  const had = book.specs(cloud, type)
  const own = had && had.accelerators > 0 ? book.instance(cloud, type, region, 'on-demand') : undefined
  if (had?.accelerator === undefined || own === undefined) return []
  return gpuTypes(book, cloud)
    .filter((other) => architectureOf(cloud, other.type) === architectureOf(cloud, type))
    .flatMap((other) => {
      const price = book.instance(cloud, other.type, region, 'on-demand')
      const match = price && price.usd < own.usd ? matches(book, other.specs, had) : undefined
      return match && price && price.weak === undefined
        ? [{ ...other, hourly: price.usd, isCompared: match === 'compared' }]
        : []
    })
    .sort((a, b) => a.hourly - b.hourly)
    .slice(0, most)
}

function matches(book: PriceBook, has: InstanceSpecs, had: InstanceSpecs): 'compared' | 'later' | undefined {
  const enough = (one: number | undefined, other: number | undefined) => (one ?? 0) >= (other ?? Infinity)
  if (has.accelerators !== had.accelerators || !enough(has.vcpu, had.vcpu) || !enough(has.memoryGiB, had.memoryGiB))
    return undefined
  const [gpu, was] = [has.accelerator!, had.accelerator!]
  if (gpu === was) return 'compared'
  if (!enough(has.acceleratorMemoryGiB, had.acceleratorMemoryGiB) || platformOf(gpu) !== platformOf(was))
    return undefined
  if (gradeOf(was) === 'hbm' && gradeOf(gpu) !== 'hbm') return undefined
  const [is, before] = [book.accelerator(gpu), book.accelerator(was)]
  if (is?.fp16Tflops !== undefined && before?.fp16Tflops !== undefined)
    return is.fp16Tflops >= before.fp16Tflops * sameSpeed ? 'compared' : undefined
  return (is?.year ?? 0) > (before?.year ?? Infinity) ? 'later' : undefined
}
