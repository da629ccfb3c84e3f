import { unknown } from '../known.ts'
import type { PriceBook } from '../prices/book.ts'
import type { ResourceDefinition } from '../resource.ts'
import type { Fact, Line, Resource, Unknown } from '../types.ts'

/**
 * Facts that were written and cannot be known, that the lines were made with, and that no line tells of. What was taken in their
 * place is a guess, so that what the lines come to must not be shown as all there is.
 */
export function untold(
  resource: Resource,
  definition: ResourceDefinition,
  prices: PriceBook,
  lines: readonly Line[],
): readonly Unknown[] {
  const isOpen = lines.some(({ why }) => why === 'dynamic')
  const open = Object.entries(resource.shape).flatMap(([what, value]): Unknown[] => {
    // unwritten ones have no place: what the provider does then is the definition's to say
    if (isOpen || value.is !== 'unknown' || value.at === undefined || value.why === 'usage') return []
    return [{ what, why: value.why, at: value.at }]
  })
  if (open.length === 0) return []
  const read = new Set<PropertyKey>()
  const shape = new Proxy(resource.shape, {
    get: (all, name) => {
      read.add(name)
      return Reflect.get(all, name)
    },
  })
  definition.lines({ ...resource, shape }, prices)
  return open.filter(({ what }) => read.has(what) && !isTold(resource, definition, prices, lines, what))
}

/** Whether the reason for which the fact is not known is that of a line: then another reason makes another line. */
function isTold(
  resource: Resource,
  definition: ResourceDefinition,
  prices: PriceBook,
  lines: readonly Line[],
  what: string,
): boolean {
  const value = resource.shape[what]
  const other = unknown<Fact>(value?.is === 'unknown' && value.why === 'cycle' ? 'limit' : 'cycle', resource.location)
  const made = definition.lines({ ...resource, shape: { ...resource.shape, [what]: other } }, prices)
  return made.some(({ why }, i) => why !== lines[i]?.why)
}
