// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html

import { isUnwritten } from '../../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../../core/format.ts'
import { valueOf } from '../../../../core/known.ts'
import type { Fact, Known } from '../../../../core/types.ts'
import { type Facts, orDefault } from './written.ts'

/** What the root device is called: on Amazon Linux, and on the other images. */
const rootNames = ['/dev/xvda', '/dev/sda1']

/** Of a volume whose type is not written: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html */
export const usualType = 'gp2'

/** A volume as it is written, with its device's name. */
export interface Device {
  readonly name: Known<Fact>
  readonly count: Known<number>
  readonly fact: (path: string) => Known<Fact>
}

interface Devices {
  readonly root: Device | undefined
  readonly others: readonly Device[]
  /** One whose name is not known: it may say what the root is, or be a further volume. */
  readonly mayBeRoot?: Device
}

/** Of an instance, a launch configuration or the launch of a spot fleet: the root has a block of its own. */
export function flatDevices(block: Pick<NestedBlock, 'nested'>): Devices {
  const device = (nested: NestedBlock): Device => ({
    name: nested.fact('device_name'),
    count: nested.count,
    fact: (path) => nested.fact(path),
  })
  const [root] = block.nested('root_block_device').map(device)
  return split(root, block.nested('ebs_block_device').map(device))
}

/** Of a launch template: mappings without an `ebs` block are instance storage, which is part of the instance's price. */
export function mappedDevices(block: Block): Devices {
  const devices = block.nested('block_device_mappings').flatMap((mapping) =>
    mapping.nested('ebs').map(
      (ebs): Device => ({
        name: mapping.fact('device_name'),
        count: mapping.count,
        fact: (path) => ebs.fact(path),
      }),
    ),
  )
  return split(undefined, devices)
}

/** A volume under the root device's name is no further volume: it says what the root is. */
function split(root: Device | undefined, devices: readonly Device[]): Devices {
  const named = devices.find(({ name }) => rootNames.includes(String(valueOf(name))))
  const mayBeRoot = devices.find(({ name }) => name.is === 'unknown' && !isUnwritten(name))
  return {
    root: root ?? named,
    others: devices.filter((each) => each !== named || root !== undefined),
    ...(mayBeRoot === undefined ? {} : { mayBeRoot }),
  }
}

/** The shape of all volumes of a machine; nothing of a root that is nowhere written. */
export function deviceFacts(block: Block, { root, others, mayBeRoot }: Devices): Facts {
  const facts: Record<string, Known<Fact>> = {}
  if (root !== undefined) add(facts, 'root', root)
  else if (mayBeRoot !== undefined) facts['root.sizeGiB'] = mayBeRoot.name
  for (const [i, device] of others.entries()) {
    facts[`ebs[${i}].count`] =
      device === mayBeRoot && root === undefined ? (device.name as Known<number>) : device.count
    add(facts, `ebs[${i}]`, device)
    facts[`ebs[${i}].type`] = orDefault(device.fact('volume_type'), usualType, block.location)
  }
  return facts
}

function add(facts: Record<string, Known<Fact>>, at: string, device: Device): void {
  facts[`${at}.type`] = device.fact('volume_type')
  facts[`${at}.sizeGiB`] = device.fact('volume_size')
  facts[`${at}.iops`] = device.fact('iops')
  facts[`${at}.throughputMiBps`] = device.fact('throughput')
}
