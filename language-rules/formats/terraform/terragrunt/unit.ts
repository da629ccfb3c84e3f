// https://terragrunt.gruntwork.io/docs/features/units/
import { type Document, locate } from '../../../../core/document.ts'
import type { FormatOptions } from '../../../../core/format.ts'
import { folderOf } from '../../../../core/path.ts'
import type { Location, Problem } from '../../../../core/types.ts'
import { type OtherVersion, otherVersion } from '../adapter.ts'
import { blocksIn } from '../declarations.ts'
import { type Module, rootModule, tell, type World } from '../module.ts'
import { type Config, configIn, labelled, say, type Unit } from './config.ts'
import { dependencyValue } from './dependency.ts'
import { unitFileOf } from './files.ts'
import { generatedIn } from './generate.ts'
import { includesOf } from './includes.ts'
import { inputsOf } from './inputs.ts'
import { moduleOfUnit, type Source, sourceOf } from './source.ts'
import { varFilesOf } from './var-files.ts'

export interface ReadUnit {
  readonly config: Config
  readonly source: Source
  /** Undefined where its module is not there. */
  readonly root: Module | undefined
  readonly documents: readonly Document[]
  readonly varFiles: readonly Document[]
}

/** What the units of one evaluation share. */
export interface Shared {
  readonly options: FormatOptions
  readonly folders: Set<string>
  /** Units that are being read, outermost first. */
  readonly running: string[]
  readonly others: Map<string, Module | undefined>
  /** `a → b → a`: units that depend on each other, as seen from the first that is read. */
  readonly circles: Set<string>
}

/** A chain of units longer than this is not followed. */
const mostUnits = 20

export const worldOf = (
  folder: string,
  { options, folders }: Pick<Shared, 'options' | 'folders'>,
  problems: World['problems'],
): World => ({ folder, options, problems, folders, depth: 0, modules: 0 })

/** The configuration of a unit, without its module. */
export function openUnit(document: Document, shared: Shared, problems: Map<string, Problem>): Config | undefined {
  const folder = folderOf(document.file)
  const unit: Unit = {
    world: worldOf(folder, shared, problems),
    folder,
    configs: new Map(),
    other: (wanted) => otherUnit(wanted, shared),
  }
  return configIn(unit, document.file, undefined, { from: folder })
}

export function readUnit(document: Document, shared: Shared, problems: Map<string, Problem>): ReadUnit | undefined {
  const config = openUnit(document, shared, problems)
  if (config === undefined) return undefined
  const folder = folderOf(document.file)
  shared.running.push(folder)
  const source = sourceOf(config)
  const module = moduleOfUnit(source, config)
  const found = module && !('known' in module) ? module : undefined
  const varFiles = [...varFilesOf(config), ...(shared.options.varFiles ?? [])]
  const { world } = config.unit
  if (found === undefined)
    tell(world, missing(source, module && 'known' in module ? module : undefined, locate(document, [0, 0])))
  const documents = found ? withGenerated(found.documents, generatedIn(config, found.folder, found.documents)) : []
  const inner = found && {
    ...worldOf(found.folder, { ...shared, options: { ...shared.options, varFiles } }, problems),
    unit: document,
  }
  const root = inner && rootModule(documents, inner, inputsOf(config))
  if (root && documents.length === 0 && source.at && includesOf(config).length > 0)
    say(config.unit, source.at, 'This unit has no Terraform: it names no module, and its folder holds no files of one.')
  follow(config)
  shared.running.pop()
  return { config, source, root, documents, varFiles }
}

/** Every dependency is looked up once now, so that what is wrong with it is told. */
function follow(config: Config): void {
  for (const each of [config, ...includesOf(config).flatMap(({ config: one }) => one ?? [])]) {
    for (const { labels } of blocksIn(each.items, 'dependency')) {
      const block = labelled(each, 'dependency', labels[0]?.text ?? '')
      const value = block && dependencyValue(each, block)
      if (value && 'value' in value && typeof value.value === 'object' && value.value?.kind === 'object')
        value.value.entries.get('outputs')
    }
  }
}

function missing({ text, isWritten, at }: Source, other: OtherVersion | undefined, start: Location): Problem {
  const place = at ?? start
  const what = text === undefined ? 'a source that is only known at run time' : text
  const message = isWritten
    ? other
      ? `The module of this unit ${otherVersion(what, undefined, other)}: what it makes is not counted.`
      : `The module of this unit (${what}) is not on this machine: what it makes is not counted.`
    : 'This unit names no module.'
  return { file: place.file, location: place, message }
}

function otherUnit(folder: string, shared: Shared): Module | 'cycle' | undefined {
  const { running, others, options } = shared
  if (running.includes(folder)) {
    const start = running.indexOf(folder)
    const circle = [...running.slice(start), folder].map((each) => each || '.').join(' → ')
    // Each unit of a circle tells of it where it is the one that is read.
    if (start === 0) shared.circles.add(circle)
    return 'cycle'
  }
  if (others.has(folder)) return others.get(folder)
  const document = unitFileOf(options.documentsIn?.(folder) ?? [])
  if (document === undefined || running.length > mostUnits) return undefined
  shared.folders.add(folder)
  // What is wrong with the other unit is told there.
  const root = readUnit(document, shared, new Map())?.root
  others.set(folder, root)
  return root
}

function withGenerated(documents: readonly Document[], generated: readonly Document[]): readonly Document[] {
  const nameOf = ({ file }: Document) => file.slice(file.lastIndexOf('/') + 1)
  const over = new Set(generated.map(nameOf))
  return [...documents.filter((each) => !over.has(nameOf(each))), ...generated]
}
