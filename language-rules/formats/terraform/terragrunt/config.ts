// https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/
import { type Document, fileDocument, locate } from '../../../../core/document.ts'
import { assumed, known, unknown, valueOf } from '../../../../core/known.ts'
import { folderOf } from '../../../../core/path.ts'
import type { Known, Location } from '../../../../core/types.ts'
import { attributeIn, blocksIn } from '../declarations.ts'
import { evaluate, plainScope } from '../evaluate.ts'
import type { BlockNode, BodyItem } from '../hcl/ast.ts'
import { readConfiguration } from '../hcl/read.ts'
import { lazyObject } from '../lazy-entries.ts'
import { configurationModule, type Module, once, tell, type World } from '../module.ts'
import { localOf } from '../reference.ts'
import type { Value } from '../value.ts'
import { dependencyValue } from './dependency.ts'
import { callTerragrunt } from './functions.ts'
import { includesOf } from './includes.ts'
import { placed } from './paths.ts'

/** What all configurations that one unit is made of share. Lives as long as one evaluation. */
export interface Unit {
  readonly world: World
  readonly folder: string
  /** By file and by what they are read for, so that files may read each other. */
  readonly configs: Map<string, Config>
  /** The root module of another unit; undefined where it is not to be had. */
  other(folder: string): Module | 'cycle' | undefined
}

/** One file of Terragrunt's. */
export interface Config {
  readonly unit: Unit
  readonly document: Document
  readonly items: readonly BodyItem[]
  readonly module: Module
  /** Of the file it is read for: where its relative paths, and the search in parent folders, start. */
  readonly from: string
  /** The configuration that includes it. */
  readonly child: Config | undefined
}

/** The configuration in a file; undefined where it is not there. @param at stands for all of it where it is no open document */
export function configIn(
  unit: Unit,
  file: string,
  at: Location | undefined,
  how: { readonly from: string; readonly child?: Config },
): Config | undefined {
  const key = `${file} ${how.from} ${how.child?.document.file ?? ''}`
  const before = unit.configs.get(key)
  if (before) return before
  const document = documentAt(unit.world, file, at)
  if (document === undefined) return undefined
  const { items, problems } = readConfiguration(document)
  if (document.place) for (const { message } of problems) say(unit, document.place, `${nameOf(file)}: ${message}`)
  const place = locate(document, [0, 0])
  const names = new Map(
    Object.entries({ include: includeValue, dependency: dependencyValues, feature: features }).map(([name, value]) => [
      name,
      known<Value>(
        lazyObject(
          () => blocksIn(items, name).flatMap(({ labels }) => labels[0]?.text ?? []),
          (label) => value(config, label),
        ),
        place,
      ),
    ]),
  )
  const config: Config = {
    unit,
    document,
    items,
    from: how.from,
    child: how.child,
    module: configurationModule(document, unit.world, {
      names,
      call: (call, scope) => callTerragrunt(call, scope, config),
      place: (path) => placed(path, folderOf(file)),
    }),
  }
  unit.configs.set(key, config)
  return config
}

function documentAt({ options }: World, file: string, place: Location | undefined): Document | undefined {
  const open = options.documentsIn?.(folderOf(file)).find((document) => document.file === file)
  if (open) return open
  const text = options.files?.text(file)
  return text === undefined ? undefined : { ...fileDocument(file, 'terraform', text), ...(place ? { place } : {}) }
}

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1)

export function say({ world }: Unit, at: Location, message: string): void {
  tell(world, { file: at.file, location: at, message })
}

export const placeIn = ({ document }: Config, node: { readonly span: Location['span'] }): Location =>
  locate(document, node.span)

/** What an attribute of a block, or of the file itself, comes to; undefined where it is not written. */
export function attributeOf(config: Config, items: readonly BodyItem[], name: string): Known<Value> | undefined {
  const written = attributeIn(items, name)
  return written && evaluate(written.value, plainScope(config.module, config.document))
}

export function textOf(config: Config, items: readonly BodyItem[], name: string): string | undefined {
  const value = attributeOf(config, items, name)
  const text = value && valueOf(value)
  return typeof text === 'string' ? text : undefined
}

/** A configuration as another one sees it: `include.root`, what `read_terragrunt_config` gives. */
export function configValue(config: Config): Value {
  const { module, items, document } = config
  const { locals } = module.declared
  const at = locate(document, [0, 0])
  const parts: Readonly<Record<string, () => Known<Value> | undefined>> = {
    locals: () =>
      known<Value>(
        lazyObject(
          () => [...locals.keys()],
          (name) => (locals.has(name) ? localOf(module, name, at) : undefined),
        ),
        at,
      ),
    inputs: () =>
      once(module, 'inputs', at, () => attributeOf(config, items, 'inputs') ?? known<Value>(emptyObject, at)),
    dependency: () => module.surroundings?.names.get('dependency'),
    include: () => module.surroundings?.names.get('include'),
    terraform: () => blockValue(config, 'terraform'),
    remote_state: () => blockValue(config, 'remote_state'),
  }
  return lazyObject(
    () => Object.keys(parts),
    (name) => (Object.hasOwn(parts, name) ? parts[name]!() : undefined),
  )
}

const emptyObject: Value = { kind: 'object', entries: new Map() }

function blockValue(config: Config, type: string): Known<Value> | undefined {
  const block = blocksIn(config.items, type)[0]
  if (block === undefined) return undefined
  const value = lazyObject(
    () => block.items.flatMap((item) => (item.is === 'attribute' ? [item.name] : [])),
    (name) => attributeOf(config, block.items, name),
  )
  return known<Value>(value, placeIn(config, block))
}

/** A bare `include` block has no name between: `include.locals`. */
function includeValue(config: Config, label: string): Known<Value> | undefined {
  const all = includesOf(config)
  const named = all.find((each) => each.label === label)
  if (named) return named.config ? known<Value>(configValue(named.config), named.at) : unknown('missing-file', named.at)
  const bare = all.find((each) => each.label === '')?.config
  const value = bare && configValue(bare)
  return value !== undefined && typeof value === 'object' && value?.kind === 'object'
    ? value.entries.get(label)
    : undefined
}

function dependencyValues(config: Config, label: string): Known<Value> | undefined {
  for (const each of [config, config.child, ...includesOf(config.child ?? config).map(({ config: one }) => one)]) {
    const block = each && labelled(each, 'dependency', label)
    if (each && block) return dependencyValue(each, block)
  }
  return undefined
}

export const labelled = ({ items }: Config, type: string, label: string): BlockNode | undefined =>
  blocksIn(items, type).find(({ labels }) => labels[0]?.text === label)

/** `feature.x.value`: its default, unless the command line says otherwise. */
function features(config: Config, label: string): Known<Value> | undefined {
  const block = labelled(config, 'feature', label)
  const value = block && attributeOf(config, block.items, 'default')
  if (block === undefined || value === undefined) return undefined
  const single = valueOf(value)
  const chosen = single === undefined ? value : assumed<Value>(single, placeIn(config, block))
  return known<Value>({ kind: 'object', entries: new Map([['value', chosen]]) }, placeIn(config, block))
}
