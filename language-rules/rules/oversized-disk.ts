import * as z from 'zod/mini'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { factPlace, writtenAt } from '../../core/rules/block-place.ts'
import type { Fact, Resource } from '../../core/types.ts'
import { oversizedDisk } from './examples/oversized-disk.ts'

interface Disk {
  readonly fact: string
  readonly attribute: string
  /** GiB that it cannot be less than: of a boot disk, those of the provider's own image of Linux, and of Windows. */
  readonly least: readonly [linux: number, windows: number | undefined]
}

const data = (attribute: string): Disk => ({ fact: 'sizeGiB', attribute, least: [1, 1] })

const azureBoot: Disk = {
  fact: 'osDisk.sizeGiB',
  attribute: 'os_disk.disk_size_gb',
  // https://learn.microsoft.com/azure/virtual-machines/linux/expand-disks, …/windows/expand-os-disk
  least: [30, 127],
}

const disks: Readonly<Record<string, Disk>> = {
  aws_ebs_volume: data('size'),
  google_compute_disk: data('size'),
  google_compute_region_disk: data('size'),
  azurerm_managed_disk: data('disk_size_gb'),
  // https://docs.aws.amazon.com/linux/al2023/ug/compare-with-al2.html; of Windows no page that was read says it.
  aws_instance: { fact: 'root.sizeGiB', attribute: 'root_block_device.volume_size', least: [8, undefined] },
  // https://github.com/GoogleCloudPlatform/compute-image-tools/tree/433e600c/daisy_workflows/image_build
  google_compute_instance: {
    fact: 'disks[0].sizeGiB',
    attribute: 'boot_disk.initialize_params.size',
    least: [10, 50],
  },
  azurerm_linux_virtual_machine: azureBoot,
  azurerm_windows_virtual_machine: azureBoot,
}

/** What a disk is made of, which it cannot be smaller than. */
const origins = ['snapshot_id', 'snapshot', 'image', 'source_disk', 'source_resource_id', 'gallery_image_reference_id']

const options = z.object({
  times: z
    ._default(z.number().check(z.gte(1)), 2)
    .check(z.describe('How many times what is in use on a disk its size may be; the fix gives it that.')),
})

export const rule = defineRule({
  id: 'oversized-disk',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A disk is much larger than what is in use on it.',
    why: 'A disk is billed for all it could hold. Nothing is said where its use is not told: no source shows how full a disk is.',
    fix: 'Tell `usedGiB` in `usage` of outlay.json, as `df` or the provider’s metrics show it. Make the disk smaller, and let it grow when it is needed: no provider shrinks one, a new one has to be made and the data copied.',
    unless: 'Its speed comes with its size, it is about to be filled, or the machine’s own image is as large.',
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/requesting-ebs-volume-modifications.html',
    alters: ['replacement'],
    notIn: {
      python: 'code makes a disk anew each time: how full it is nobody can tell by its address',
      typescript: 'code makes a disk anew each time: how full it is nobody can tell by its address',
      notebook: 'code makes a disk anew each time: how full it is nobody can tell by its address',
    },
  },
  options,
  *check(resource, { estimate, estimateWith, document, options: { times } }) {
    const disk = disks[resource.type]
    const used = resource.usage?.usedGiB && valueOf(resource.usage.usedGiB)
    if (!disk || used === undefined || origins.some((name) => resource.source.values[name])) return
    const size = resource.shape[disk.fact]
    const least = disk.least[isWindows(resource) ? 1 : 0]
    if (size?.is !== 'known' || typeof size.value !== 'number' || least === undefined) return
    const enough = Math.max(least, Math.ceil(used * times))
    if (size.value <= enough) return
    const after = estimateWith({
      shape: { ...resource.shape, [disk.fact]: known<Fact>(enough, resource.location) },
    })
    const [now, then] = [estimate.usd, after.usd]
    if (!now || !then || then.likely >= now.likely) return
    yield {
      at: writtenAt(resource, disk.attribute) ?? factPlace(resource, size, document),
      message: say`Of this disk’s ${size.value} GiB, ${used} are in use, as you told: one of ${enough} GiB costs ${usd(now.likely - then.likely)} a month less. A new one has to be made: none is ever made smaller.`,
      after,
      fixes: [
        {
          title: `Make it ${enough} GiB`,
          safety: 'suggestion',
          edits: [setAttribute(resource, disk.attribute, String(enough), document, size)],
          claim: 'saves',
        },
      ],
    }
  },
})

const isWindows = ({ type, shape }: Resource) =>
  type.includes('windows') ||
  ['operatingSystem', 'os', 'image'].some((name) => shape[name] && /windows/i.test(String(valueOf(shape[name]))))

export const examples = oversizedDisk
