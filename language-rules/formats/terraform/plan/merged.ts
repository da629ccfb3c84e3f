import type { NestedBlock } from '../../../../core/format.ts'
import { known } from '../../../../core/known.ts'
import type { Known } from '../../../../core/types.ts'

/** Several instances read as one: what they agree on is known, what they do not is one of several. */
export function mergedBody(bodies: readonly NestedBlock[]): NestedBlock {
  const [first] = bodies
  if (bodies.length === 1) return first!
  return {
    count: first!.count,
    fact: (path) => merge(bodies.map((body) => body.fact(path))),
    list: (path) => merge(bodies.map((body) => body.list(path))),
    nested: (path) => {
      const all = bodies.map((body) => body.nested(path))
      const longest = all.reduce((a, b) => (b.length > a.length ? b : a))
      return longest.map((_, i) => {
        const there = all.flatMap((each) => each[i] ?? [])
        return { ...mergedBody(there), count: merge(all.map((each) => countOf(each[i], first!))) }
      })
    },
  }
}

const countOf = (block: NestedBlock | undefined, beside: NestedBlock): Known<number> =>
  block?.count ?? known(0, beside.count.at!)

function merge<T>(all: readonly Known<T>[]): Known<T> {
  const open = all.find((each) => each.is !== 'known')
  const different = new Map(all.map((each) => [JSON.stringify(each, withoutPlace), each]))
  if (different.size === 1) return all[0]!
  if (open !== undefined) return { is: 'unknown', why: 'limit' }
  const among = [...different.values()].flatMap((each) => (each.is === 'known' ? [each.value] : []))
  return { is: 'oneOf', among, at: all[0]!.at! }
}

const withoutPlace = (key: string, value: unknown) => (key === 'at' ? 0 : value)
