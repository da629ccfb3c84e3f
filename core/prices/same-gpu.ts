// The same GPUs in the same number at another cloud. Cheap enough for a keystroke: the types of each GPU are looked up once per
// book (about 10 ms, when the first GPU is met), and a question is answered once.
import { isCloud } from '../cloud-types.ts'
import type { Cloud, Host } from '../types.ts'
import type { PriceBook } from './book.ts'
import { isWithdrawn } from './machine-kinds.ts'
import { allowedRegions, clouds, hourly, type Machine } from './machines.ts'

interface Known {
  /** `8 H100` → the types that have them. */
  readonly types: ReadonlyMap<string, readonly { readonly cloud: Cloud; readonly type: string }[]>
  readonly answers: Map<string, Machine | undefined>
}

/** Families with accelerators, by the beginning of their names: the others need not be looked at. Wider than it must be. */
const accelerated: Readonly<Record<Cloud, RegExp>> = {
  aws: /^(dl|f|g|inf|p|trn|vt)/,
  gcp: /^(a|g|ct|v)\d/,
  azure: /^standard_n/i,
}

const known = new WeakMap<PriceBook, Known>()

const nameOf = (gpu: string, count: number) => `${count} ${gpu}`

function knownOf(book: PriceBook): Known {
  const there = known.get(book)
  if (there) return there
  const types = new Map<string, { cloud: Cloud; type: string }[]>()
  for (const cloud of clouds)
    for (const type of book.types(cloud)) {
      const specs = accelerated[cloud].test(type) ? book.specs(cloud, type) : undefined
      if (specs?.accelerator === undefined || isWithdrawn(cloud, type)) continue
      const name = nameOf(specs.accelerator, specs.accelerators)
      types.set(name, [...(types.get(name) ?? []), { cloud, type }])
    }
  const made: Known = { types, answers: new Map() }
  known.set(book, made)
  return made
}

/**
 * The cheapest machine of the two other clouds with just these GPUs, on demand, in the same part of the world; undefined where there
 * is none, or where the price in the place itself is not known or no higher.
 */
export function sameGpuElsewhere(book: PriceBook, cloud: Host, type: string, region: string): Machine | undefined {
  if (!isCloud(cloud)) return undefined
  const { types, answers } = knownOf(book)
  const question = `${cloud} ${type} ${region}`
  if (!answers.has(question)) answers.set(question, cheapest(book, types, cloud, type, region))
  return answers.get(question)
}

function cheapest(
  book: PriceBook,
  types: Known['types'],
  of: Cloud,
  type: string,
  region: string,
): Machine | undefined {
  const specs = book.specs(of, type)
  const own = book.instance(of, type, region, 'on-demand')
  // How many there are of some is not told: 0 of one is not as many as 0 of another.
  if (own === undefined || specs?.accelerator === undefined || specs.accelerators === 0) return undefined
  let best: Machine | undefined
  for (const { cloud, type: other } of types.get(nameOf(specs.accelerator, specs.accelerators)) ?? []) {
    if (cloud === of) continue
    for (const place of allowedRegions(book, cloud, [region])) {
      const price = book.instance(cloud, other, place, 'on-demand')
      const has = book.specs(cloud, other)
      if (price === undefined || has === undefined || price.weak !== undefined) continue
      const it: Machine = {
        provider: cloud,
        type: other,
        region: place,
        specs: has,
        purchase: 'on-demand',
        price,
        machines: 1,
      }
      if (hourly(it) < (best ? hourly(best) : own.usd)) best = it
    }
  }
  return best
}
