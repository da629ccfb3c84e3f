// The GPUs of a resource: of its machine type, attached to it, or asked for by name.
import { valueOf } from '../known.ts'
import { say } from '../money.ts'
import type { InstanceSpecs, PriceBook } from '../prices/book.ts'
import type { Fact, Known, Resource } from '../types.ts'
import { machineTypeOf } from './machine-type.ts'

export interface Gpus {
  /** As the price list names it, or the code. */
  readonly name: string
  /** Of one machine or container; undefined where it is not told. */
  readonly count: number | undefined
  /** `g5.xlarge (1 × A10G)`, `2 × L40S`, `A100`. */
  readonly text: string
  /** Of the machine type they are part of. */
  readonly specs?: InstanceSpecs
}

/** Facts by which a GPU is named that is not part of a machine type. */
const named = ['accelerator', 'attachedGpu', 'pools[0].attachedGpu']

/** Undefined where there is none, or nobody knows which. */
export function gpusOf(resource: Resource, prices: PriceBook): Gpus | undefined {
  // Spot or on demand, the GPUs are the same.
  const machine = machineTypeOf({ ...resource, purchase: 'on-demand' })
  const specs = machine && prices.specs(machine.cloud, machine.bare)
  if (machine && specs?.accelerator !== undefined && specs.accelerators > 0) {
    const { accelerator: name, accelerators: count } = specs
    return { name, count, text: say`${machine.named(machine.bare)} (${count} × ${name})`, specs }
  }
  const fact = named.map((name): Known<Fact> | undefined => resource.shape[name]).find((one) => one && valueOf(one))
  const name = fact && valueOf(fact)
  const many = resource.shape.acceleratorCount && valueOf(resource.shape.acceleratorCount)
  // Vertex AI's own word for none: https://cloud.google.com/vertex-ai/docs/reference/rest/v1/MachineSpec
  if (name === undefined || name === 'ACCELERATOR_TYPE_UNSPECIFIED' || many === 0) return undefined
  const count = typeof many === 'number' ? many : undefined
  return {
    name: String(name),
    count,
    text: count === undefined || count === 1 ? String(name) : say`${count} × ${String(name)}`,
  }
}
