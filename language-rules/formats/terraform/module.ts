// https://developer.hashicorp.com/terraform/language/modules
import type { Document } from '../../../core/document.ts'
import type { FormatOptions } from '../../../core/format.ts'
import { unknown } from '../../../core/known.ts'
import { folderOf } from '../../../core/path.ts'
import type { Known, Location, Problem, Why } from '../../../core/types.ts'
import { type Declarations, declarationsOf, declare, type In } from './declarations.ts'
import type { Scope } from './evaluate.ts'
import type { BlockNode, Expression } from './hcl/ast.ts'
import { type Instance, type Instances, instancesOf } from './instances.ts'
import { findModule } from './module-source.ts'
import type { Target } from './target.ts'
import type { Value } from './value.ts'
import { assignments } from './variable-files.ts'

/** What all modules of one root share. Lives as long as one evaluation. */
export interface World {
  readonly folder: string
  readonly options: FormatOptions
  /** By what they say and where, so that nothing is said twice. */
  readonly problems: Map<string, Problem>
  /** The `terragrunt.hcl` that calls the root, where one does. */
  readonly unit?: Document
  /** Every folder whose files were read. */
  readonly folders: Set<string>
  /** Depth of the expression that is being evaluated. */
  depth: number
  modules: number
}

/** The call that makes a module. */
export interface Call {
  readonly block: In<BlockNode>
  readonly from: Module
  /** `["a"]`, `[0]`, empty where there is one; undefined where it stands for any of several. */
  readonly index: string | undefined
  /** What the arguments of the call see. */
  readonly scope: Scope
}

/** What the expressions of a Terragrunt configuration see beside what Terraform's do. */
export interface Surroundings {
  readonly names: ReadonlyMap<string, Known<Value>>
  /** Undefined where the function is one of Terraform's. */
  call(call: Extract<Expression, { is: 'call' }>, scope: Scope): Known<Value> | undefined
  /** The file that a path means, as documents are named. */
  place(path: string): string
}

/** A module as one call makes it, and what of it has been worked out. The root has no call. */
export interface Module {
  readonly world: World
  readonly declared: Declarations
  readonly folder: string
  readonly call: Call | undefined
  /** `module.a["x"].module.b`; empty for the root. */
  readonly address: string
  /** Values given to its variables from outside. */
  given(name: string): Known<Value> | undefined
  /** By `var.x`, `local.x`, `output.x` or what an instance is addressed by; `running` is what is being worked out, to see a cycle. */
  readonly results: Map<string, Known<Value>>
  readonly running: Set<string>
  readonly instances: Map<BlockNode, Instances>
  readonly children: Map<string, Module | Missing>
  readonly targets: Map<string, Target>
  readonly surroundings?: Surroundings
}

/** A module that was not found, or is not read. */
export interface Missing {
  readonly missing: Why
  readonly at: Location
}

export const isMissing = (module: Module | Missing): module is Missing => 'missing' in module

/** More modules than any root has; what calls itself in a roundabout way ends here. */
const mostModules = 5000
const deepest = 30

/** @param environment what variables are set to before any file is asked: `TF_VAR_size` */
export function rootModule(
  documents: Declarations['documents'],
  world: World,
  environment: Module['given'] = () => undefined,
): Module {
  const { assigned, problems } = assignments(documents, world.options.varFiles ?? [])
  const module = moduleOf(world, declarationsOf(documents), world.folder, undefined, (name) => {
    const found = assigned.get(name)
    return found ? found(module) : environment(name)
  })
  for (const problem of problems) tell(world, problem)
  return module
}

/** A configuration of Terragrunt: its locals are read as a module's are. */
export function configurationModule(document: Document, world: World, surroundings: Surroundings): Module {
  const folder = folderOf(document.file)
  return { ...moduleOf(world, declare([document]), folder, undefined, () => undefined), surroundings }
}

function moduleOf(
  world: World,
  declared: Declarations,
  folder: string,
  call: Call | undefined,
  given: Module['given'],
): Module {
  world.modules++
  world.folders.add(folder)
  return {
    world,
    declared,
    folder,
    call,
    address: call === undefined ? '' : childAddress(call),
    given,
    results: new Map(),
    running: new Set(),
    instances: new Map(),
    children: new Map(),
    targets: new Map(),
  }
}

const childAddress = ({ from, block, index }: Call) =>
  `${from.address === '' ? '' : `${from.address}.`}module.${block.node.labels[0]!.text}${index ?? ''}`

/** The module that an instance of a call makes; `instance` undefined for any of several. */
export function childOf(from: Module, block: In<BlockNode>, instance: Instance, isAny: boolean): Module | Missing {
  const name = block.node.labels[0]!.text
  const key = `${name}${isAny ? '[*]' : instance.index}`
  const before = from.children.get(key)
  if (before !== undefined) return before
  const call: Call = { block, from, index: isAny ? undefined : instance.index, scope: instance.scope }
  const made = make(call)
  from.children.set(key, made)
  return made
}

/** The module that stands for any of those its calls make. */
export function anyModule(module: Module): Module {
  const { call } = module
  if (call === undefined) return module
  const from = anyModule(call.from)
  if (call.index === '' && from === call.from) return module
  const child = childOf(from, call.block, instancesOf(call.block, from).any(), call.index !== '')
  return isMissing(child) ? module : child
}

function make(call: Call): Module | Missing {
  const { world } = call.from
  const found = findModule(call)
  if ('missing' in found) return found
  const isInside = ancestors(call.from).some((each) => each.folder === found.folder)
  if (isInside) return refused(call, 'cycle', 'calls a module that calls it: it is read once')
  if (world.modules >= mostModules || ancestors(call.from).length >= deepest)
    return refused(call, 'limit', 'is one of more modules than Outlay reads: it is not counted')
  return moduleOf(world, declarationsOf(found.documents), found.folder, call, (name) => found.given(name))
}

export function ancestors(module: Module): readonly Module[] {
  return module.call === undefined ? [module] : [module, ...ancestors(module.call.from)]
}

export function refused({ block, from }: Pick<Call, 'block' | 'from'>, missing: Why, because: string): Missing {
  const at = { file: block.document.file, span: block.node.span }
  const place = block.document.place ?? at
  const name = block.node.labels[0]!.text
  tell(from.world, { file: place.file, location: place, message: `Module "${name}" ${because}.` })
  return { missing, at: place }
}

export function tell(world: World, problem: Problem): void {
  world.problems.set(JSON.stringify(problem), problem)
}

/** Worked out the first time it is asked for; unknown, `cycle`, where it asks for itself. */
export function once(module: Module, key: string, at: Location, work: () => Known<Value>): Known<Value> {
  const before = module.results.get(key)
  if (before !== undefined) return before
  if (module.running.has(key)) return unknown('cycle', at)
  module.running.add(key)
  const result = work()
  module.running.delete(key)
  module.results.set(key, result)
  return result
}
