import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown } from '../../../core/known.ts'
import type { Known } from '../../../core/types.ts'

/** Where it says itself; else with what it is a part of, the first of the paths that is written. */
export const regionOf =
  (...paths: readonly string[]) =>
  (block: Block): Known<string> => {
    if (block.region.is === 'known') return block.region
    const location = block.fact('location')
    if (location.is === 'unknown' && !isUnwritten(location)) return location
    const path = paths.find((each) => !isUnwritten(block.fact(each)))
    const owner = path === undefined ? undefined : block.target(path)
    if (owner !== undefined) return owner.region.is === 'unknown' ? regionOf(...paths)(owner) : owner.region
    return block.region.is === 'assumed' ? block.region : unknown('dynamic', block.location)
  }

/** What costs the same wherever it is asked for. */
export const everywhere = (block: Block): Known<string> => known('global', block.location)
