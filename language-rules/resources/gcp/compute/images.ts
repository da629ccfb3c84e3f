import { isUnwritten } from '../../../../core/estimate/resource-line.ts'
import { assumed, valueOf } from '../../../../core/known.ts'
import type { Fact, Known, Location } from '../../../../core/types.ts'

/**
 * GiB of the disk that Google's own images are built on, which is that of a boot disk without a size:
 * https://github.com/GoogleCloudPlatform/compute-image-tools/tree/433e600c/daisy_workflows/image_build
 */
const sizes: readonly (readonly [RegExp, number])[] = [
  [/(?:^|\/)(?:rhel-[\w-]*lvm)/, 50],
  [/(?:^|\/)(?:centos|rhel|rocky-linux|almalinux)-/, 20],
  [/(?:^|\/)debian-/, 10],
  [/(?:^|\/)(?:windows|sql)-/, 50],
]

/** What is written, else the size of the image where it is one of Google's. */
export function sizeWithImage(size: Known<Fact>, image: Known<Fact>, at: Location): Known<Fact> {
  if (!isUnwritten(size)) return size
  const name = valueOf(image)
  const found = typeof name === 'string' ? sizes.find(([pattern]) => pattern.test(name)) : undefined
  return found === undefined ? size : assumed<Fact>(found[1], at, 'image')
}
