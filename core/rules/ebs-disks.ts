import type { Resource } from '../types.ts'
import { isPlaced } from './block-place.ts'

/** A volume of Amazon EBS that a block or a call asks for, by itself or with a machine. */
export interface EbsDisk {
  /** Of the facts: `` for the volume itself, `root.`, `ebs[0].`. */
  readonly prefix: string
  readonly isRoot: boolean
  /** The path of an attribute: `root_block_device.volume_type`; of a call the argument that holds it. */
  attribute(name: keyof typeof names): string
}

const names = {
  type: { own: 'type', nested: 'volume_type', call: 'VolumeType' },
  size: { own: 'size', nested: 'volume_size', call: 'Size' },
  iops: { own: 'iops', nested: 'iops', call: 'Iops' },
  throughput: { own: 'throughput', nested: 'throughput', call: 'Throughput' },
}

/** Those whose own text this is: a machine's volumes may stand in a launch template. */
export function ebsDisks(resource: Resource): readonly EbsDisk[] {
  return Object.keys(resource.shape).flatMap((name) => {
    const prefix = /^(|root\.|ebs\[\d+\]\.)type$/.exec(name)?.[1]
    if (prefix === undefined || !isWrittenHere(resource, prefix)) return []
    return [{ prefix, isRoot: prefix === 'root.', attribute: (of) => attributeOf(resource, prefix, of) }]
  })
}

function attributeOf(resource: Resource, prefix: string, of: keyof typeof names): string {
  const { own, nested, call } = names[of]
  if (resource.source.call) return prefix === '' ? call : 'BlockDeviceMappings'
  if (prefix === '') return own
  if (prefix === 'root.') return `root_block_device.${nested}`
  const index = /^ebs\[(\d+)\]/.exec(prefix)?.[1] ?? '0'
  return `ebs_block_device${index === '0' ? '' : `[${index}]`}.${nested}`
}

function isWrittenHere(resource: Resource, prefix: string): boolean {
  const { type, source, shape, location } = resource
  if (prefix === '') return type === 'aws_ebs_volume' || source.call === true
  if (source.call) return true
  if (!isPlaced(resource)) return source.blocks.includes(prefix === 'root.' ? 'root_block_device' : 'ebs_block_device')
  const fact = shape[`${prefix}type`]
  const at = fact && 'at' in fact ? fact.at : undefined
  return at?.file === location.file && at.span[0] > location.span[0] && at.span[1] <= location.span[1]
}
