// Types that stand beside a machine in the same line: the same size with another processor, or of a later generation.
import type { Cloud } from '../types.ts'
import type { PriceBook } from './book.ts'
import { isWithdrawn } from './machine-kinds.ts'

export type Processor = 'intel' | 'amd' | 'arm'

export interface SizedType {
  readonly type: string
  readonly generation: number
  readonly processor: Processor
}

interface Named extends SizedType {
  /** The line, what else its letters say, and the size: two types with one name differ in generation and processor alone. */
  readonly name: string
}

/** General, compute and memory lines. What has an accelerator or disks for its purpose is chosen for that. */
const awsLines: ReadonlySet<string> = new Set(['m', 'c', 'r', 't'])
const azureLines: ReadonlySet<string> = new Set(['d', 'e', 'f', 'b'])
const googleLines: ReadonlySet<string> = new Set(['n', 'c', 't'])

/** These take Hyperdisk and no Persistent Disk: to move there is to make the disks anew. https://github.com/nextflow-io/nextflow/issues/6614 */
const hyperdiskOnly = /^(c4|n4)/

/**
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html: up to generation 5 Intel has no letter.
 * https://docs.cloud.google.com/compute/docs/machine-resource, https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions
 */
const readers: Readonly<Record<Cloud, (type: string) => Named | undefined>> = {
  aws(type) {
    const [, line, generation, letters, size] = /^([a-z]+)(\d+)([a-z]*)\.(.+)$/.exec(type) ?? []
    if (line === undefined || !awsLines.has(line)) return undefined
    const [, maker = '', extras] = /^([agi]?)([a-z]*)$/.exec(letters!) ?? []
    return { type, generation: Number(generation), processor: makers[maker]!, name: `${line} ${extras} ${size}` }
  },
  gcp(type) {
    const [, line, generation, letter, size] = /^([a-z])(\d+)([a-z]?)-([a-z]+-\d+)$/.exec(type) ?? []
    if (line === undefined || !googleLines.has(line) || hyperdiskOnly.test(type)) return undefined
    const processor = ({ '': 'intel', d: 'amd', a: 'arm' } as const)[letter!]
    return processor && { type, generation: Number(generation), processor, name: `${line} ${size}` }
  },
  azure(type) {
    const [, premium, old] = /^standard_d(s?)([1-5])_v2$/.exec(type.toLowerCase()) ?? []
    if (old !== undefined)
      return { type, generation: 2, processor: 'intel', name: `d ${premium} ${oldSizes[Number(old)]}` }
    const [, line, size, letters, version] =
      /^standard_([a-z]{1,2})(\d+)([a-z]*)_v(\d+)$/.exec(type.toLowerCase()) ?? []
    if (line === undefined || !azureLines.has(line)) return undefined
    const processor = letters!.includes('p') ? 'arm' : letters!.includes('a') ? 'amd' : 'intel'
    const extras = [...letters!.replace(/[ap]/, '')].sort().join('')
    return { type, generation: Number(version), processor, name: `${line} ${extras} ${size}` }
  },
}

/** vCPUs of D1 to D5 of version 2; since version 3 the number is that of the vCPUs. https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/dsv2-series */
const oldSizes: readonly number[] = [0, 1, 2, 4, 8, 16]

const makers: Readonly<Record<string, Processor>> = { '': 'intel', i: 'intel', a: 'amd', g: 'arm' }

/** Where each type's equals are; made once per book and cloud, in about 2 ms. */
const known = new WeakMap<PriceBook, Map<Cloud, ReadonlyMap<string, readonly Named[]>>>()

function namesOf(book: PriceBook, cloud: Cloud): ReadonlyMap<string, readonly Named[]> {
  const clouds = known.get(book) ?? new Map<Cloud, ReadonlyMap<string, readonly Named[]>>()
  known.set(book, clouds)
  const there = clouds.get(cloud)
  if (there) return there
  const names = new Map<string, Named[]>()
  for (const type of book.types(cloud)) {
    const read = isWithdrawn(cloud, type) ? undefined : readers[cloud](type)
    if (read === undefined) continue
    const same = names.get(read.name)
    if (same) same.push(read)
    else names.set(read.name, [read])
  }
  clouds.set(cloud, names)
  return names
}

export interface Siblings {
  readonly of: SizedType
  /** With as many vCPUs and as much memory, or more; of its own generation or a later one; never itself. */
  readonly others: readonly SizedType[]
}

/** Undefined where the name is of no line that is known. */
export function siblingsOf(book: PriceBook, cloud: Cloud, type: string): Siblings | undefined {
  const of = readers[cloud](type)
  const had = of && book.specs(cloud, type)
  if (of === undefined || had === undefined) return undefined
  const isEnough = (has: number | undefined, asked: number | undefined) => (has ?? 0) >= (asked ?? Infinity)
  const others = (namesOf(book, cloud).get(of.name) ?? []).filter((other) => {
    const specs =
      other.type.toLowerCase() === type.toLowerCase() || other.generation < of.generation
        ? undefined
        : book.specs(cloud, other.type)
    return specs !== undefined && isEnough(specs.vcpu, had.vcpu) && isEnough(specs.memoryGiB, had.memoryGiB)
  })
  return { of, others }
}
