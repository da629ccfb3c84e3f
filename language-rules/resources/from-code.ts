import { isUnwritten, numberOf } from '../../core/estimate/resource-line.ts'
import type { Block } from '../../core/format.ts'
import { known, mapKnown } from '../../core/known.ts'
import type { Known } from '../../core/types.ts'

/** Where the program says so, `boto3.client("ec2", region_name="eu-west-1")`; else unknown. */
export const regionBy =
  (path: string) =>
  (block: Block): Known<string> =>
    mapKnown(block.fact(path), String)

/** A zone's region: `us-central1` of `us-central1-a`. */
export const zoneBy =
  (path: string) =>
  (block: Block): Known<string> =>
    mapKnown(block.fact(path), (zone) => String(zone).replace(/^(.*\d)-[a-z]$/, '$1'))

/** How many machines the argument asks for; `unwritten` where it is left out and the SDK then takes so many. */
export const countedBy =
  (path: string, unwritten?: number) =>
  (block: Block): Known<number> => {
    const told = block.fact(path)
    return isUnwritten(told) && unwritten !== undefined ? known(unwritten, block.location) : numberOf(told)
  }
