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

/** The system of an `azurerm_virtual_machine`: said outright, by the profile it has, or by who published its image. */
export function osOf(block: Block): Known<Fact> {
  const written = block.fact('storage_os_disk.os_type')
  if (!isUnwritten(written)) return valueOf(written) === undefined ? written : lowered(written, block)
  if (block.nested('os_profile_windows_config').length > 0) return known<Fact>('windows', block.location)
  if (block.nested('os_profile_linux_config').length > 0) return known<Fact>('linux', block.location)
  const publisher = block.fact('storage_image_reference.publisher')
  if (valueOf(publisher) === undefined) return unknown('dynamic', block.location)
  const isWindows = /^MicrosoftWindows/i.test(String(valueOf(publisher)))
  return assumed<Fact>(isWindows ? 'windows' : 'linux', block.location, 'image')
}

const lowered = (written: Known<Fact>, block: Block) =>
  known<Fact>(String(valueOf(written)).toLowerCase(), block.location)
