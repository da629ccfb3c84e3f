import { isUnwritten } from '../../../../core/estimate/resource-line.ts'
import type { Block } from '../../../../core/format.ts'
import { assumed, valueOf } from '../../../../core/known.ts'
import type { Fact, Known } from '../../../../core/types.ts'
import { sizeWithImage } from './images.ts'

/** GiB of a standard disk that is made of nothing and says nothing; of other types none is documented: https://cloud.google.com/compute/docs/reference/rest/v1/disks/insert */
const emptyDisk = 500

const diskOf = (block: Block, path: string) =>
  block.target(path, 'google_compute_disk') ?? block.target(path, 'google_compute_region_disk')

const snapshotOf = (block: Block, path: string) => block.target(path, 'google_compute_snapshot')

/** A cycle of disks made of one another ends here. */
const mostSteps = 8

/** GiB of a disk: what is written, else the size of the image, snapshot or disk it is made of. */
export function diskSize(disk: Block, steps = 0): Known<Fact> {
  const written = disk.fact('size')
  if (!isUnwritten(written) || steps > mostSteps) return written
  for (const path of ['image', 'snapshot', 'source_disk', 'source_instant_snapshot', 'source_storage_object']) {
    const source = disk.fact(path)
    if (isUnwritten(source)) continue
    const image = disk.target(path, 'google_compute_image')
    if (image !== undefined) return imageSize(image, steps + 1)
    const snapshot = snapshotOf(disk, path)
    if (snapshot !== undefined) return snapshotSize(snapshot, steps + 1)
    const other = diskOf(disk, path)
    return other === undefined ? sizeWithImage(written, source, disk.location) : diskSize(other, steps + 1)
  }
  const type = disk.fact('type')
  const isStandard = isUnwritten(type) || valueOf(type) === 'pd-standard'
  return isStandard ? assumed<Fact>(emptyDisk, disk.location) : written
}

export function snapshotSize(snapshot: Block, steps = 0): Known<Fact> {
  const disk = diskOf(snapshot, 'source_disk')
  return disk === undefined ? snapshot.fact('disk_size_gb') : diskSize(disk, steps + 1)
}

export function imageSize(image: Block, steps = 0): Known<Fact> {
  const written = image.fact('disk_size_gb')
  if (!isUnwritten(written)) return written
  const disk = diskOf(image, 'source_disk')
  if (disk !== undefined) return diskSize(disk, steps + 1)
  const snapshot = snapshotOf(image, 'source_snapshot')
  if (snapshot !== undefined) return snapshotSize(snapshot, steps + 1)
  const source = image.target('source_image', 'google_compute_image')
  if (source !== undefined && steps < mostSteps) return imageSize(source, steps + 1)
  return sizeWithImage(written, image.fact('source_image'), image.location)
}
