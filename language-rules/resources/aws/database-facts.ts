// Facts that databases of several services share.
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Fact, Known } from '../../../core/types.ts'

/** A chain of references longer than this is no chain of databases. */
const longestChain = 8

/**
 * What is written at the path here, or else where the block refers to: a replica is as its source, an instance as its cluster.
 * @param via paths that may refer to such a block, with its type
 */
export const inherited =
  (path: string, via: Readonly<Record<string, string>>, fallback?: (block: Block) => Known<Fact>) =>
  (block: Block): Known<Fact> => {
    let from: Block | undefined = block
    for (let step = 0; from !== undefined && step < longestChain; step++) {
      const value = from.fact(path)
      if (!isUnwritten(value)) return value
      const here: Block = from
      from = Object.entries(via)
        .map(([reference, type]) => here.target(reference, type))
        .find((target) => target !== undefined)
    }
    return fallback ? fallback(block) : block.fact(path)
  }

/** `r6g` of `db.r6g.large`. */
export const familyOf = (type: string): string => type.replace(/^db\./, '').split('.')[0]!

/** vCPUs of `db.r5.large`, `cache.m5.large` or `m5.large.search`: those of the EC2 instance it is named after. */
export function vcpusOf(prices: PriceBook, type: Known<Fact>): Known<number> {
  if (type.is === 'unknown') return type
  const name = valueOf(type)
  const machine = String(name).replace(/^(db|cache)\.|\.(search|elasticsearch)$/g, '')
  const vcpu = name === undefined ? undefined : prices.specs('aws', machine)?.vcpu
  return vcpu === undefined ? unknown('unsupported', type.at) : mapKnown(type, () => vcpu)
}
