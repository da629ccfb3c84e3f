// https://terragrunt.gruntwork.io/docs/features/units/
import { type Document, locate } from '../../../../core/document.ts'
import type { Evaluation, FormatOptions, ModuleCall } from '../../../../core/format.ts'
import { folderOf, joinPath } from '../../../../core/path.ts'
import type { Problem } from '../../../../core/types.ts'
import { blocksOf, callsOf } from '../blocks.ts'
import { loadedByItself } from '../variable-files.ts'
import { unitName } from './files.ts'
import { includesOf } from './includes.ts'
import { folderNamed, sourceOf } from './source.ts'
import { openUnit, type ReadUnit, readUnit, type Shared } from './unit.ts'

export interface EvaluatedUnit extends Evaluation {
  readonly folders: readonly string[]
}

const sharedBy = (options: FormatOptions): Shared => ({
  options,
  folders: new Set(),
  running: [],
  others: new Map(),
  circles: new Set(),
})

/** The module of a unit as its `terragrunt.hcl` calls it. */
export function evaluateUnit(document: Document, options: FormatOptions): EvaluatedUnit {
  const shared = sharedBy(options)
  const problems = new Map<string, Problem>()
  const folder = folderOf(document.file)
  shared.folders.add(folder)
  const unit = readUnit(document, shared, problems)
  const blocks = unit?.root ? blocksOf(unit.root) : []
  const calls = unit ? [...callOf(unit, folder), ...(unit.root ? callsOf(unit.root) : [])] : []
  const used = [...loadedByItself(unit?.documents ?? []), ...(unit?.varFiles ?? [])].map(({ file }) => file)
  return {
    blocks,
    calls,
    problems: [...problems.values(), ...[...shared.circles].map((circle) => circular(document, circle))],
    folders: [...shared.folders],
    input: { root: folder, varFiles: [...new Set(used)], workspace: options.workspace, plan: options.plan?.file },
  }
}

const circular = (document: Document, circle: string): Problem => ({
  file: document.file,
  location: locate(document, [0, 0]),
  message: `Units depend on each other in a circle: ${circle}. What one gives the other is not known.`,
})

function callOf({ source, root }: ReadUnit, folder: string): readonly ModuleCall[] {
  if (source.at === undefined) return []
  const address = folder.slice(folder.lastIndexOf('/') + 1) || '.'
  return [{ address, location: source.at, missing: root ? undefined : 'missing-module', whole: true }]
}

type ReadText = (file: string) => string | undefined

/** With the files it was read from, so that an edit elsewhere reads nothing. */
const led = new WeakMap<
  Document,
  { readonly folders: readonly string[]; readonly asked: ReadonlyMap<string, string | undefined> }
>()

/** Folders that a unit leads to: its module's, and those whose `terragrunt.hcl` it includes, which are no units then. */
export function foldersOfUnit(document: Document, text: ReadText): readonly string[] {
  const before = led.get(document)
  if (before && [...before.asked].every(([file, was]) => text(file) === was)) return before.folders
  const asked = new Map<string, string | undefined>()
  const folders = leadsTo(document, (file) => {
    const found = text(file)
    asked.set(file, found)
    return found
  })
  led.set(document, { folders, asked })
  return folders
}

function leadsTo(document: Document, text: ReadText): readonly string[] {
  const config = openUnit(document, sharedBy({ region: {}, files: { text } }), new Map())
  if (config === undefined) return []
  const source = sourceOf(config).text
  const module = source === undefined ? undefined : folderNamed(source, config)
  const parents = includesOf(config).flatMap(({ config: each }) => {
    const file = each?.document.file ?? ''
    const isParent = file.slice(file.lastIndexOf('/') + 1) === unitName
    // Beside files of its own it is a unit all the same.
    return isParent && text(joinPath(folderOf(file), 'main.tf')) === undefined ? [folderOf(file)] : []
  })
  return [...(module === undefined ? [] : [module]), ...parents]
}
