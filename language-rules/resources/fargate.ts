// https://aws.amazon.com/fargate/pricing/
import { fact, line, monthOf, numberFact, priceFor, product } from '../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../core/known.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { Fact, Known, Line, Resource } from '../../core/types.ts'

/** What a task is billed by, as `fargateLines` reads it from a shape. */
export const taskShape = {
  vCPU: 'vCPU of one task',
  memoryGiB: 'GiB of memory of one task',
  ephemeralGiB: 'GiB of ephemeral storage of one task, the 20 that are included counted',
  architecture: 'X86_64 or ARM64',
  os: 'LINUX or a WINDOWS_SERVER family',
}

/** Ephemeral storage of a task that its price includes. */
const includedGiB = 20

/** Tasks that run the whole month, or so many hours, on demand or on spot capacity. */
export function fargateLines(
  resource: Resource,
  prices: PriceBook,
  tasks: Known<number>,
  isSpot: boolean,
  each = monthOf(resource),
): Line[] {
  const prefix = isSpot ? 'Spot ' : ''
  const hours = product(tasks, each)
  const vCPU = numberFact(resource, 'vCPU')
  const storage = mapKnown(numberFact(resource, 'ephemeralGiB'), (size) => Math.max(0, size - includedGiB))
  const billed = (label: string, unit: string, size: Known<number>, item: (kind: string) => string) =>
    line(
      `${prefix}${label}`,
      unit,
      product(hours, size),
      priceFor(resource, [fact(resource, 'os'), fact(resource, 'architecture')], (region, os, architecture) =>
        prices.service('aws', 'fargate', item(kindOf(os!, architecture!, isSpot)), region),
      ),
    )
  const isWindows = String(valueOf(fact(resource, 'os'))).startsWith('WINDOWS')
  const licence = () => billed('Windows licence', 'vCPU-hour', vCPU, () => 'windows licence')
  const ephemeral = () => billed('Ephemeral storage', 'GB-hour', storage, () => 'ephemeral storage over 20 GB')
  return [
    billed('vCPU', 'vCPU-hour', vCPU, (kind) => `${kind}vCPU`),
    billed('Memory', 'GB-hour', numberFact(resource, 'memoryGiB'), (kind) => `${kind}memory`),
    ...(isWindows ? [licence()] : []),
    ...(valueOf(storage) === 0 ? [] : [ephemeral()]),
  ]
}

/** The words of the price book before `vCPU` and `memory`. */
const kindOf = (os: string, architecture: string, isSpot: boolean) =>
  `${isSpot ? 'spot ' : ''}${architecture === 'ARM64' ? 'arm ' : ''}${os.startsWith('WINDOWS') ? 'windows ' : ''}`

/** `256`, `".25 vCPU"`: CPU units of which 1,024 are one. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html */
export const vcpuOf = (cpu: Known<Fact>): Known<Fact> => inUnits(cpu, /^([\d.]+)\s*vcpu$/i)

/** `512` MiB, `"1 GB"`: in GiB. */
export const gibOf = (memory: Known<Fact>): Known<Fact> => inUnits(memory, /^([\d.]+)\s*gb$/i)

const inUnits = (value: Known<Fact>, whole: RegExp): Known<Fact> =>
  mapKnown(value, (written) => {
    const units = whole.exec(String(written).trim())?.[1]
    return units === undefined ? Number(written) / 1024 : Number(units)
  })
