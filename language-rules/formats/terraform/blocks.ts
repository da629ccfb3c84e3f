import { locate } from '../../../core/document.ts'
import type { Block, BlockPlace, ModuleCall } from '../../../core/format.ts'
import { known } from '../../../core/known.ts'
import type { Location } from '../../../core/types.ts'
import { readBody, sourceOf, valueIn } from './body.ts'
import { countIn, modulesApart, standsForMany } from './counts.ts'
import { type Declarations, placeOf } from './declarations.ts'
import type { BlockNode } from './hcl/ast.ts'
import { instancesOf } from './instances.ts'
import { ancestors, anyModule, childOf, isMissing, type Module } from './module.ts'
import { partsOfPath } from './path.ts'
import { isNamedElsewhere } from './reach.ts'
import { expressionAt, referencesIn } from './references.ts'
import { regionOf } from './region.ts'
import { mayHaveMore, tagsOf } from './tags.ts'
import { type Target, targetIn, targetOf } from './target.ts'
import { isList } from './value.ts'

/** More instances than this are told by their count alone. */
const mostInstances = 500

/** Every resource of a root and of the modules it calls, each block once: it stands for all its instances. */
export const blocksOf = (root: Module): readonly Block[] => madeOf(blockPlaces(modulesOf(root)))

export const madeOf = (places: readonly BlockPlace[]): readonly Block[] => places.flatMap((each) => each.block() ?? [])

/** Those of all modules of a root before anything of them is worked out. @param asked is given every type that a block asks for */
export function blockPlaces(modules: readonly Module[], asked?: { add(type: string): void }): readonly BlockPlace[] {
  const made = new Map<Target, Block>()
  const references = new Map<Target, ReadonlySet<Target>>()
  const refersTo = (from: Target, to: Target) => {
    const found = references.get(from) ?? referencesIn(from.block.node.items, from.module)
    references.set(from, found)
    return found.has(to)
  }
  const anyOf = (block: Target['block'], module: Module) => targetIn(module, block, standsFor(block, module))
  let byType: Map<string, Target[]> | undefined
  function targetsByType(): Map<string, Target[]> {
    if (byType) return byType
    byType = new Map()
    for (const module of modules)
      for (const block of module.declared.resources) {
        const type = typeOf(block.node)
        const there = byType.get(type)
        if (there) there.push(anyOf(block, module))
        else byType.set(type, [anyOf(block, module)])
      }
    return byType
  }
  function asking(type: string): readonly Target[] {
    asked?.add(type)
    return targetsByType().get(type) ?? []
  }

  function blockOf(target: Target): Block {
    const before = made.get(target)
    if (before) return before
    const block = makeBlock(target, { blockOf, referredBy, ofType: (type) => asking(type).map(blockOf), isNamed })
    made.set(target, block)
    return block
  }

  function referredBy(target: Target, type: string): readonly Block[] {
    const any = targetIn(anyModule(target.module), target.block, undefined)
    return asking(type)
      .filter((from) => refersTo(from, any))
      .map((from) => blockOf(nearest(from, target)))
  }

  function isNamed({ block, module }: Target): boolean {
    asked?.add('*')
    return isNamedElsewhere(block.node, module.declared)
  }

  return modules.flatMap((module) => {
    // That there are too many modules is told by telling those of one call apart.
    if (standsForMany(module)) for (const block of module.declared.resources) countIn(block, module)
    const part = partOf(module)
    const callOfIt = () => callOf(module)
    return module.declared.resources.map((block): BlockPlace => {
      const local = resourceAddress(block.node)
      return {
        type: typeOf(block.node),
        key: addressIn(module, local) + ordinalOf(block.node, module.declared),
        file: (block.document.place ?? block.document).file,
        part: part ?? local,
        module: callOfIt,
        block() {
          const one = blockOf(anyOf(block, module))
          return isMade(one) ? one : undefined
        },
      }
    })
  })
}

/** The root's call that a module is made by, or by one inside it; undefined in the root. */
const partOf = ({ address }: Module) => (address === '' ? undefined : address.split(/[.[]/, 2).join('.'))

const addressIn = (module: Module, local: string) => (module.address === '' ? local : `${module.address}.${local}`)

const resourceAddress = ({ labels: [type, name] }: BlockNode) => `${type!.text}.${name!.text}`

/** What a module can make and does not make here is no resource of the root. */
const isMade = ({ module, count }: Block) => module === undefined || !('value' in count) || count.value > 0

const typeOf = (node: BlockNode) => node.labels[0]!.text

/** Empty where there is one instance; undefined where there are several. */
const standsFor = (block: Target['block'], module: Module) =>
  instancesOf(block, module).keyed === 'once' ? '' : undefined

/** A module with all that are called from it, each call once. */
export function modulesOf(module: Module): readonly Module[] {
  const children = [...module.declared.calls.values()].flatMap((call) => {
    const instances = instancesOf(call, module)
    const child = childOf(module, call, instances.any(), instances.keyed !== 'once')
    return isMissing(child) ? [] : [child]
  })
  return [module, ...children.flatMap(modulesOf)]
}

/** Every module call, also of what was not found. */
export function callsOf(root: Module): readonly ModuleCall[] {
  return modulesOf(root).flatMap((module) =>
    [...module.declared.calls.values()].flatMap((call): readonly ModuleCall[] => {
      // Inside a module that stands at its call there is no call to be seen.
      if (call.document.place !== undefined) return []
      const instances = instancesOf(call, module)
      const child = childOf(module, call, instances.any(), instances.keyed !== 'once')
      const address = `${module.address === '' ? '' : `${module.address}.`}module.${call.node.labels[0]!.text}`
      return [{ address, location: placeOf(call), missing: isMissing(child) ? child.missing : undefined }]
    }),
  )
}

/** Of several instances the one in the same module, and with the same index, as another resource. */
function nearest(from: Target, other: Target): Target {
  const module = nearestModule(from.module, other.module)
  const each = other.index ? instancesOf(from.block, module).each() : undefined
  const isThere = each?.some(({ index }) => index === other.index)
  return targetIn(module, from.block, isThere ? other.index : standsFor(from.block, module))
}

function nearestModule(from: Module, other: Module): Module {
  const same = ancestors(other).find((each) => anyModule(each) === from)
  if (same || from.call === undefined) return same ?? from
  const above = nearestModule(from.call.from, other)
  if (above === from.call.from) return from
  const instances = instancesOf(from.call.block, above)
  const child = childOf(above, from.call.block, instances.any(), from.call.index === undefined)
  return isMissing(child) ? from : child
}

interface Tools {
  blockOf(target: Target): Block
  referredBy(target: Target, type: string): readonly Block[]
  ofType(type: string): readonly Block[]
  isNamed(target: Target): boolean
}

function makeBlock(target: Target, tools: Tools): Block {
  const { module, block, index } = target
  const { items, labels } = block.node
  const instances = instancesOf(block, module)
  const one = (index ? instances.each()?.find((each) => each.index === index) : undefined) ?? instances.any()
  const isOne = index !== undefined && instances.keyed !== 'once'
  const { scope } = one
  const count = isOne && !standsForMany(module) ? known(1, placeOf(block)) : countIn(block, module)
  const address = addressIn(module, resourceAddress(block.node) + (index ?? ''))
  const kept = <T>(work: () => T) => {
    let result: { readonly value: T } | undefined
    return () => {
      result ??= { value: work() }
      return result.value
    }
  }
  const region = kept(() => regionOf(block, scope, module.world.options.region))
  const source = kept(() => sourceOf(block, scope))
  const tags = kept(() => tagsOf(block, scope))
  const hasOpenTags = kept(() => mayHaveMore(block, scope))
  return {
    ...readBody(items, scope, count),
    type: labels[0]!.text,
    name: labels[1]!.text,
    address,
    key: address + ordinalOf(block.node, module.declared),
    location: placeOf(block),
    get source() {
      return source()
    },
    get region() {
      return region()
    },
    get tags() {
      return tags()
    },
    get hasOpenTags() {
      return hasOpenTags()
    },
    module: callOf(module),
    referredBy: (type) => tools.referredBy(target, type),
    ofType: tools.ofType,
    isNamed: () => tools.isNamed(target),
    target(path, type) {
      const found = targetAt(target, scope, partsOfPath(path), type)
      return found && tools.blockOf(found)
    },
    modules() {
      if (!standsForMany(module)) return []
      return (modulesApart(module) ?? []).map((each) => tools.blockOf(targetIn(each, block, standsFor(block, each))))
    },
    instances() {
      if (standsForMany(module)) return this.modules()
      const each = isOne || instances.keyed === 'once' ? undefined : instances.each()
      if (each === undefined || each.length > mostInstances) return []
      return each.map((instance) => tools.blockOf(targetIn(module, block, instance.index)))
    },
  }
}

/** By what the value is of, or is a list of; where it is text made of several things, by what it names. */
function targetAt(
  { block, module }: Target,
  scope: Parameters<typeof valueIn>[1],
  path: readonly string[],
  type: string | undefined,
): Target | undefined {
  const isWanted = (one: Target | undefined): one is Target => {
    if (one === undefined) return false
    const { node } = one.block
    const name = node.type === 'data' ? `data.${typeOf(node)}` : typeOf(node)
    return type === undefined ? node.type === 'resource' : type === name
  }
  const value = valueIn(block.node.items, scope, path)
  const isNowhere = value.is === 'unknown' && value.why === 'absent' && value.at === undefined
  // A `dynamic` block that is made of nothing is not there, whatever its content names.
  if (isNowhere) return undefined
  const members = 'value' in value && value.value !== null && isList(value.value) ? value.value.items : [value]
  const found = members.map(targetOf).find(isWanted)
  if (found) return found
  const written = expressionAt(block.node.items, path)
  const isDecided = 'value' in value && written?.value.is === 'conditional'
  if (written === undefined || isDecided) return undefined
  const named = [...referencesIn([written], module)].find(isWanted)
  return named && targetIn(named.module, named.block, standsFor(named.block, named.module))
}

const ordinals = new WeakMap<Declarations, ReadonlyMap<BlockNode, string>>()

/** `#2` where one file writes an address twice. */
function ordinalOf(node: BlockNode, declared: Declarations): string {
  const before = ordinals.get(declared)
  if (before) return before.get(node) ?? ''
  const made = new Map<BlockNode, string>()
  const seen = new Map<string, number>()
  const isTwice = ({ node: each }: Target['block']) => declared.byAddress.get(resourceAddress(each))?.node !== each
  for (const each of declared.resources.some(isTwice) ? declared.resources : []) {
    const place = `${each.document.file} ${resourceAddress(each.node)}`
    const nth = (seen.get(place) ?? 0) + 1
    seen.set(place, nth)
    if (nth > 1) made.set(each.node, `#${nth}`)
  }
  ordinals.set(declared, made)
  return made.get(node) ?? ''
}

const calls = new WeakMap<Module, Block['module']>()

/** The call that made a module: of one inside a module that stands at its call, that one. */
function callOf(module: Module): Block['module'] {
  const { call } = module
  if (call === undefined) return undefined
  const before = calls.get(module)
  if (before) return before
  const written = ancestors(module).find((each) => each.call && each.call.block.document.place === undefined)
  const { document, node } = (written?.call ?? call).block
  const place: Location = locate(document, node.span)
  const { unit } = module.world
  const { text } = written === undefined && unit?.file === place.file ? unit : document
  const line = text.slice(0, place.span[0]).split('\n').length
  const made = { address: module.address, file: place.file, line }
  calls.set(module, made)
  return made
}
