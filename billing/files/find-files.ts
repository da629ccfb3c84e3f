import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import picomatch from 'picomatch'
import { currentParts, isData, isManifest, type Listed, newestOf } from './current-parts.ts'
import { hasWildcards, splitWildcards } from './wildcards.ts'

export type Found =
  | {
      readonly is: 'files'
      /** Absolute; the parts of one export. */
      readonly paths: readonly string[]
      /** ISO instant of the newest of them. */
      readonly modified: string
    }
  | { readonly is: 'none'; readonly message: string }

/** The files an absolute path names: itself, all that hold data in a folder, or those a glob fits. */
export async function findFiles(path: string): Promise<Found> {
  const there = await stat(path).catch(() => undefined)
  if (there?.isFile()) return { is: 'files', paths: [path], modified: there.mtime.toISOString() }
  const { folder, glob } = there ? { folder: path, glob: '' } : await splitWildcards(path, isFolder)
  if (!there && !hasWildcards(glob)) return none(`${basename(path)} cannot be opened. Was it moved?`)
  // Windows tells no capitals apart.
  const fits = there ? () => true : picomatch(glob, { nocase: sep === '\\' })
  const listed = await listing(folder)
  const chosen = listed.filter((each) => fits(each.key))
  // What a glob fits is what was asked for, also without the manifest beside it.
  const manifests = there ? await textsOf(folder, listed.filter(isManifest)) : new Map<string, string>()
  const current = currentParts(chosen, manifests)
  if (current.is === 'incomplete') return none(`${basename(folder)}: ${current.message}`)
  if (current.parts.length === 0)
    return none(`${there ? basename(path) : path} has no CSV, gzipped CSV or Parquet file: nothing was loaded.`)
  const paths = current.parts.map(({ key }) => join(folder, key)).sort()
  return { is: 'files', paths, modified: newestOf(current.parts) }
}

const isFolder = async (path: string) => (await stat(path).catch(() => undefined))?.isDirectory() ?? false

const none = (message: string) => ({ is: 'none', message }) as const

async function listing(folder: string): Promise<Listed[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((key) => isData({ key }) || isManifest({ key }))
  const dated = files.map(async (key) => ({ key, modified: (await stat(join(folder, key))).mtime.toISOString() }))
  return Promise.all(dated)
}

async function textsOf(folder: string, files: readonly Listed[]): Promise<ReadonlyMap<string, string>> {
  const read = files.map(async ({ key }) => [key, await readFile(join(folder, key), 'utf8')] as const)
  return new Map(await Promise.all(read))
}
