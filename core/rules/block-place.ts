import { type Document, textOf } from '../document.ts'
import type { CallArgument, Fact, Known, Location, Resource } from '../types.ts'

/** Stands at the call of a module nobody sees into: there is no block of it to edit. */
export const isPlaced = ({ source, location }: Resource): boolean => source.body === location && !source.call

/** Where an attribute is written: in the block, else at the call of its module. */
export const writtenAt = ({ source }: Resource, path: string): Location | undefined =>
  source.values[path] ?? source.given?.[path]?.at

/** A block, or the call of the module that makes it, up to its brace; of a call in code the whole. */
export function headerOf(resource: Resource, document: Document): Location {
  const { location, source } = resource
  const [start, end] = location.span
  if (source.call) return location
  if (!isPlaced(resource))
    return source.body.span[0] > start ? { ...location, span: [start, source.body.span[0]] } : location
  const brace = textOf(document, location.cell).indexOf('{', start)
  return brace > start && brace < end ? { ...location, span: [start, brace] } : location
}

/** The tightest place that stands for a fact: where its value is written inside the block, or the call, or what is read there; else the header. */
export function factPlace(resource: Resource, fact: Known<Fact> | undefined, document: Document): Location {
  const at = fact && 'at' in fact ? fact.at : undefined
  const [start, end] = resource.location.span
  const isInside =
    at?.file === resource.location.file && at.cell === resource.location.cell && at.span[0] > start && at.span[1] <= end
  return at && isInside ? at : ((at && readAt(resource, at)) ?? headerOf(resource, document))
}

/** What the call of the block's module, or a name it reads, gives one of its attributes: told by its place. */
export function setElsewhere({ source }: Resource, { file, cell, span }: Location): [string, CallArgument] | undefined {
  return Object.entries({ ...source.declared, ...source.given }).find(
    ([, { at }]) => at?.file === file && at.cell === cell && at.span[0] === span[0] && at.span[1] === span[1],
  )
}

/** The attribute that reads what is set elsewhere. */
function readAt(resource: Resource, at: Location): Location | undefined {
  const { location, source } = resource
  const [path] = setElsewhere(resource, at) ?? []
  const read = path === undefined ? undefined : source.values[path]
  return read?.file === location.file && read.cell === location.cell ? read : undefined
}
