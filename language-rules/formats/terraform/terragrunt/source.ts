// https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#terraform
import type { Document } from '../../../../core/document.ts'
import { folderOf } from '../../../../core/path.ts'
import type { Location } from '../../../../core/types.ts'
import { adapterFor, type OtherVersion } from '../adapter.ts'
import { attributeIn, blocksIn } from '../declarations.ts'
import type { BlockNode } from '../hcl/ast.ts'
import { type Config, placeIn, textOf } from './config.ts'
import { isTerragrunt } from './files.ts'
import { includesOf } from './includes.ts'
import { placed } from './paths.ts'

/** What a unit says of its module. */
export interface Source {
  readonly block: BlockNode | undefined
  /** The `terraform` block; of one that is included, the include; undefined where neither is written. */
  readonly at: Location | undefined
  /** Undefined where nothing is written, or it is not known. */
  readonly text: string | undefined
  readonly isWritten: boolean
}

/** The unit's own source wins over that of what it includes, the last include over the first. */
export function sourceOf(config: Config): Source {
  const own = blocksIn(config.items, 'terraform')[0]
  const included = [...includesOf(config)].reverse().filter(({ merge }) => merge !== 'no_merge')
  const all = [
    ...(own ? [{ from: config, block: own, at: placeIn(config, own) }] : []),
    ...included.flatMap(({ config: from, at }) => {
      const block = from && blocksIn(from.items, 'terraform')[0]
      return block ? [{ from, block, at }] : []
    }),
  ]
  const saying = all.find(({ block }) => attributeIn(block.items, 'source') !== undefined)
  const at = (own ? all[0]?.at : undefined) ?? saying?.at ?? included.at(-1)?.at
  if (saying === undefined) return { block: own, at, text: undefined, isWritten: false }
  return { block: saying.block, at, text: textOf(saying.from, saying.block.items, 'source'), isWritten: true }
}

export interface UnitModule {
  readonly folder: string
  readonly documents: readonly Document[]
}

const isLocal = (source: string) => /^(?:\.{0,2}\/|\.{1,2}$|[a-z]:[\\/]|\.{1,2}\\)/i.test(source)

/** The folder a source names; undefined for one that is fetched from elsewhere. `//` ends the part that is copied, and is no step. */
export function folderNamed(source: string, config: Config): string | undefined {
  if (!isLocal(source)) return undefined
  return placed(
    source
      .replace(/[?#].*$/, '')
      .replaceAll('\\', '/')
      .replaceAll('//', '/'),
    config.from,
  )
}

/** The files of a unit's module; undefined where they are not to be had. */
export function moduleOfUnit(
  { text, isWritten, block, at }: Source,
  config: Config,
): UnitModule | OtherVersion | undefined {
  const { options } = config.unit.world
  const within = (folder: string) => (options.documentsIn?.(folder) ?? []).filter((document) => !isTerragrunt(document))
  const own = folderOf(config.document.file)
  if (!isWritten) return { folder: own, documents: within(own) }
  if (text === undefined) return undefined
  const folder = folderNamed(text, config)
  if (folder === own) return { folder, documents: within(own) }
  if (folder !== undefined) {
    const documents = within(folder)
    return documents.length === 0 ? undefined : { folder, documents: beside(documents, within(own)) }
  }
  const made =
    block && at ? adapterFor(text, { block, place: at, version: undefined }, options.adapters ?? []) : undefined
  return made && ('known' in made ? made : { folder: made.folder, documents: [...made.documents, ...within(own)] })
}

/** Terragrunt copies the files of the unit over those of the module. */
function beside(module: readonly Document[], own: readonly Document[]): readonly Document[] {
  const nameOf = ({ file }: Document) => file.slice(file.lastIndexOf('/') + 1)
  const names = new Set(own.map(nameOf))
  return [...module.filter((document) => !names.has(nameOf(document))), ...own]
}
