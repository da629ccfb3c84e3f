import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { Fact, Known } from '../../../core/types.ts'

/**
 * GiB of the OS disk of a Marketplace image, where none are written: https://learn.microsoft.com/azure/virtual-machines/linux/expand-disks
 * ("typically 30 GB") and …/windows/expand-os-disk ("usually 127 GiB"). Of an image of one's own nothing is known.
 */
export const osDiskSize =
  (path: string, os: (block: Block) => Known<Fact>, ownImage = 'source_image_id') =>
  (block: Block): Known<Fact> => {
    const written = block.fact(path)
    if (!isUnwritten(written)) return written
    if (!isUnwritten(block.fact(ownImage))) return unknown('absent', block.location)
    const system = valueOf(os(block))
    if (system === undefined) return unknown('dynamic', block.location)
    return assumed<Fact>(system === 'windows' ? 127 : 30, block.location, 'image')
  }

export const always =
  (value: Fact) =>
  (block: Block): Known<Fact> =>
    known<Fact>(value, block.location)

/** An OS disk on the host costs nothing. */
export function isEphemeral(block: Block): Known<Fact> {
  const [settings] = block.nested('os_disk.diff_disk_settings')
  if (settings === undefined) return known<Fact>(false, block.location)
  return settings.count.is === 'known'
    ? mapKnown(settings.count, (count) => count > 0)
    : unknown('dynamic', block.location)
}
