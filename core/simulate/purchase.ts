import { known } from '../known.ts'
import type { Fact, Resource } from '../types.ts'

/** Rented as spot, or on demand. A group buys by shares of its capacity, by markets of its parts, or as a whole. */
export function boughtAs({ shape, location }: Resource, how: 'on-demand' | 'spot'): Partial<Resource> {
  const isSpot = how === 'spot'
  const all = Object.keys(shape).flatMap((name) => {
    if (name === 'onDemandShare') return [[name, known<Fact>(isSpot ? 0 : 1, location)] as const]
    if (name === 'onDemandBase') return [[name, known<Fact>(0, location)] as const]
    return name.endsWith('.market') || name.endsWith('.purchase') ? [[name, known<Fact>(how, location)] as const] : []
  })
  return { purchase: how, shape: { ...shape, ...Object.fromEntries(all) } }
}
