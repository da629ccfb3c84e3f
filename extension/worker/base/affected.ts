import { configName } from '../../../core/config/name.ts'
import { extensionOf, folderOf } from '../../../core/path.ts'
import type { Registry } from '../../../core/registry.ts'
import type { BaseSide } from './base-side.ts'

export interface AffectedTools {
  readonly registry: Registry
  isFormat(file: string): boolean
  /** Of the editor: what is outside of them is left alone. */
  readonly folders: readonly string[]
  readonly before: Pick<BaseSide, 'around' | 'list'>
  /** Names of the files in a folder now. */
  list(folder: string): Promise<readonly string[]>
  around(folders: Iterable<string>): Promise<ReadonlySet<string>>
  /** Files that have one of these words. */
  grep(words: readonly string[]): Promise<readonly string[]>
}

/** More files than this are not looked at. */
const most = 400

/** Importers of importers of what changed. */
const deepest = 3

/** Files whose cost can be another one since some files changed: these, what imports them, and the roots they are of. */
export async function affectedBy(
  changed: readonly string[],
  tools: AffectedTools,
): Promise<{ readonly files: readonly string[]; readonly leftOut: number }> {
  const { registry, isFormat } = tools
  const extensions = new Set([...registry.languages, ...registry.containers].flatMap((each) => each.extensions))
  const isCode = (file: string) => extensions.has(extensionOf(file))
  const isInside = (file: string) =>
    tools.folders.some((folder) => file.startsWith(`${folder}/`)) &&
    !/\/(?:node_modules|\.terraform|\.git)\//.test(file)
  const own = [...new Set(changed)].filter(isInside)
  const code = new Set(own.filter(isCode))
  // The files that changed themselves come first: they are what is left where there are too many.
  let last = own.filter((file) => !isFormat(file) && !file.endsWith(`/${configName}`))
  for (let depth = 0; depth < deepest && last.length > 0 && code.size < most; depth++) {
    const found = await tools.grep(namesOf(last))
    last = found.filter((file) => isCode(file) && isInside(file) && !code.has(file))
    for (const file of last) code.add(file)
  }
  const configured = own.filter((file) => file.endsWith(`/${configName}`)).map(folderOf)
  const isConfigured = (file: string) => configured.some((folder) => file.startsWith(`${folder}/`))
  const words = configured.length === 0 ? [] : registry.sdks.flatMap((sdk) => sdk.words)
  for (const file of await tools.grep(words)) if (isCode(file) && isInside(file) && isConfigured(file)) code.add(file)
  const roots = await rootFiles([...own.filter(isFormat).map(folderOf), ...configured], tools)
  const all = [...new Set([...roots, ...code])]
  return { files: all.slice(0, most), leftOut: Math.max(0, all.length - most) }
}

/** What an import, or a path in the code, calls a file by. */
function namesOf(files: readonly string[]): readonly string[] {
  const names = files.map((file) => {
    const name = file.slice(file.lastIndexOf('/') + 1)
    const stem = name.replace(/\.[^.]+$/, '')
    const isFolders = stem === 'index' || stem === '__init__'
    return isFolders ? folderOf(file).slice(folderOf(file).lastIndexOf('/') + 1) : stem || name
  })
  return [...new Set(names)].filter((name) => name.length > 1)
}

async function rootFiles(
  folders: readonly string[],
  { before, around, list, isFormat }: AffectedTools,
): Promise<readonly string[]> {
  if (folders.length === 0) return []
  const now = await around(folders)
  const all = new Set([...now, ...(await before.around(new Set([...folders, ...now])))])
  const files: string[] = []
  for (const folder of all) {
    const names = await list(folder)
    files.push(...names.map((name) => `${folder}/${name}`), ...before.list(folder))
  }
  return [...new Set(files)].filter(isFormat).sort()
}
