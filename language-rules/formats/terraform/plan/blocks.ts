import { withoutIndexes } from '../../../../core/address.ts'
import type { Document } from '../../../../core/document.ts'
import type { Block, Evaluation, FormatOptions } from '../../../../core/format.ts'
import { known } from '../../../../core/known.ts'
import type { Location } from '../../../../core/types.ts'
import { resourcesReferred } from './configuration.ts'
import { mergedBody } from './merged.ts'
import { type Plan, type PlannedResource, planIn } from './plan.ts'
import { plannedRegion } from './region.ts'
import { plannedTags } from './tags.ts'
import { plannedBody } from './values.ts'

/**
 * The resources a plan leaves behind, in place of those the source was evaluated to. Each stands at the block of the source
 * that makes it, else at its address in the plan where that is one of the root's documents, else where the root begins. What is no plan is one problem, and the source counts.
 */
export function planBlocks(
  document: Document,
  source: Evaluation,
  documents: readonly Document[],
  options: FormatOptions,
): Evaluation {
  const isHere = documents.length === 0 || documents.some(({ file }) => file === document.file)
  const read = planIn(document)
  if ('says' in read)
    return {
      ...source,
      problems: [
        ...source.problems,
        isHere
          ? { file: document.file, message: read.says }
          : { file: documents[0]!.file, message: `${document.file}: ${read.says}` },
      ],
    }
  const bySource = new Map(source.blocks.map((block) => [withoutIndexes(block.address), block]))
  const groups = groupsOf(read.plan.resources)
  const places = isHere ? placesIn(document, read.plan) : () => ({ file: documents[0]!.file, span: [0, 0] as const })
  const blocks: Block[] = []
  const shared = { plan: read.plan, made: madeIn(blocks), options, referring: referringIn(read.plan, groups.keys()) }
  for (const instances of groups.values()) {
    const first = instances[0]!
    const written = bySource.get(withoutIndexes(first.block))
    const location = written?.location ?? places(first)
    blocks.push(blockOf(instances, written, location, shared))
  }
  return { ...source, blocks }
}

/** All blocks of the plan, found by what a resource is asked for: a plan may have ten thousand of them. */
interface Made {
  /** By address without indexes. */
  at(address: string): readonly Block[]
  ofType(type: string): readonly Block[]
}

interface Shared {
  readonly plan: Plan
  readonly made: Made
  readonly options: FormatOptions
  /** Addresses without indexes of the blocks that refer to one. */
  readonly referring: (address: string) => ReadonlySet<string>
}

/** Asked for only once all blocks are made. */
function madeIn(blocks: readonly Block[]): Made {
  const grouped = (by: (block: Block) => string) => {
    const all = new Map<string, Block[]>()
    for (const block of blocks) {
      const key = by(block)
      const group = all.get(key)
      if (group === undefined) all.set(key, [block])
      else group.push(block)
    }
    return all
  }
  let byAddress: ReadonlyMap<string, readonly Block[]> | undefined
  let byType: ReadonlyMap<string, readonly Block[]> | undefined
  return {
    at(address) {
      byAddress ??= grouped((block) => withoutIndexes(block.address))
      return byAddress.get(address) ?? []
    },
    ofType(type) {
      byType ??= grouped((block) => block.type)
      return byType.get(type) ?? []
    },
  }
}

function groupsOf(resources: readonly PlannedResource[]): ReadonlyMap<string, readonly PlannedResource[]> {
  const groups = new Map<string, PlannedResource[]>()
  for (const resource of resources) {
    const group = groups.get(resource.block)
    if (group === undefined) groups.set(resource.block, [resource])
    else group.push(resource)
  }
  return groups
}

/** Worked out for all at once, the first time somebody asks. */
function referringIn(plan: Plan, blocks: Iterable<string>): Shared['referring'] {
  const configured = new Set([...blocks].map(withoutIndexes))
  let made: Map<string, Set<string>> | undefined
  const make = () => {
    const map = new Map<string, Set<string>>()
    for (const from of configured)
      for (const to of resourcesReferred(plan, from)) map.set(to, (map.get(to) ?? new Set()).add(from))
    return map
  }
  return (address) => {
    made ??= make()
    return made.get(address) ?? new Set()
  }
}

/** One block for all instances a block of the source makes in one module instance. */
function blockOf(
  instances: readonly PlannedResource[],
  written: Block | undefined,
  location: Location,
  { plan, made, options, referring }: Shared,
): Block {
  const first = instances[0]!
  const configured = withoutIndexes(first.block)
  const nearest = (found: readonly Block[]) =>
    found.find((block) => block.address.startsWith(first.module === '' ? '' : `${first.module}.`)) ?? found[0]
  const make = (resources: readonly PlannedResource[], address: string): Omit<Block, 'instances' | 'modules'> => ({
    ...mergedBody(resources.map((each) => plannedBody(each.values, each.afterApply, location))),
    count: known(resources.length, location),
    type: first.type,
    name: first.name,
    address,
    key: address,
    location,
    source: written?.source ?? { body: location, values: {}, blocks: [] },
    region: plannedRegion(plan, resources, location, options.region),
    tags: plannedTags(resources),
    module: written?.module,
    target: (path, type) => {
      const found = [...resourcesReferred(plan, configured, path)]
        .flatMap((address) => made.at(address))
        .filter((block) => (type ?? block.type) === block.type)
      if (found.length > 0) return nearest(found)
      const inSource = written?.target(path, type)
      // A plan leaves only resources behind.
      if (type?.startsWith('data.')) return inSource
      return inSource && nearest(made.at(withoutIndexes(inSource.address)))
    },
    referredBy: (type) => {
      const inSource = (written?.referredBy(type) ?? []).map((other) => withoutIndexes(other.address))
      const from = new Set([...referring(configured), ...inSource])
      return made.ofType(type).filter((block) => from.has(withoutIndexes(block.address)))
    },
    ofType: made.ofType,
    isNamed: () => written?.isNamed(),
  })
  const single = (resource: PlannedResource): Block => ({
    ...make([resource], resource.address),
    instances: () => [],
    modules: () => [],
  })
  return instances.length === 1
    ? single(first)
    : { ...make(instances, first.block), instances: () => instances.map(single), modules: () => [] }
}

/** Where an address stands in the plan's text. */
function placesIn(document: Document, plan: Plan): (resource: PlannedResource) => Location {
  const places = new Map<string, Location>()
  const wanted = new Set(plan.resources.map(({ address }) => JSON.stringify(address)))
  for (const match of document.text.matchAll(/"address"\s*:\s*("(?:[^"\\]|\\.)*")/g)) {
    const written = match[1]!
    if (!wanted.has(written) || places.has(written)) continue
    const start = match.index + match[0].length - written.length
    places.set(written, { file: document.file, span: [start, start + written.length] })
  }
  return ({ address }) => places.get(JSON.stringify(address)) ?? { file: document.file, span: [0, 0] }
}
