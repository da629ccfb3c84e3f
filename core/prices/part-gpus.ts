import type { InstanceSpecs } from './book.ts'

/**
 * Types with part of a GPU, which the price list counts as one; 0 where no page that was read says how large the part is. Azure's
 * NVadsA10 v5 go from a sixth (4 GiB) to a whole A10 (24 GiB):
 * https://learn.microsoft.com/azure/virtual-machines/sizes/gpu-accelerated/nvadsa10v5-series. Google's first G4 with a whole GPU has
 * 48 vCPUs; Azure's RTX PRO 6000 sizes below 128 vCPUs cost a half or less of those with one.
 */
const parts: readonly (readonly [types: RegExp, share: number])[] = [
  [/^standard_nc\d{1,2}l?ds_xl_rtxpro6000bse_v6$/, 0],
  [/^g4-standard-(6|12|24)$/, 0],
  [/^standard_nv(4|8|12)ads_v710_v5$/, 0],
  [/^standard_nv6ads_a10_v5$/, 1 / 6],
  [/^standard_nv12ads_a10_v5$/, 1 / 3],
  [/^standard_nv18ads_a10_v5$/, 1 / 2],
]

const isPart = ({ accelerators }: InstanceSpecs) => accelerators > 0 && accelerators < 1

/** The price list's specs, with a part of a GPU as a part. */
export function withPart(type: string, specs: InstanceSpecs | undefined): InstanceSpecs | undefined {
  const share = parts.find(([types]) => types.test(type.toLowerCase()))?.[1]
  if (specs === undefined) return undefined
  const memory = specs.acceleratorMemoryGiB
  // Of AWS's g6f and gr6f the list has the part, an eighth of an L4, beside the memory of the whole.
  if (share === undefined)
    return isPart(specs) ? { ...specs, acceleratorMemoryGiB: memory && memory * specs.accelerators } : specs
  return { ...specs, accelerators: share, acceleratorMemoryGiB: (memory && memory * share) || undefined }
}

/** `8`, `1/6`. */
export const printAccelerators = (count: number): string =>
  count > 0 && count < 1 ? `1/${Math.round(1 / count)}` : String(count)
