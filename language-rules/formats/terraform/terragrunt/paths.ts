// https://terragrunt.gruntwork.io/docs/reference/built-in-functions/
import { joinPath, relativePath } from '../../../../core/path.ts'

/** Terragrunt's functions give absolute paths; a project that is read by relative ones stands here. */
const standIn = '/project'

const isAbsolute = (path: string) => /^(?:\/|[a-z]:|[a-z][a-z0-9+.-]+:\/\/)/i.test(path)

/** A folder or file of the project as the functions give it. */
export function absolute(path: string): string {
  if (isAbsolute(path)) return path
  return path === '' ? standIn : `${standIn}/${path}`
}

/** What a configuration means by a path, as documents are named. @param folder what a relative one starts from */
export function placed(path: string, folder: string): string {
  const plain = path.replaceAll('\\', '/')
  if (!isAbsolute(plain)) return joinPath(folder, plain)
  const isStandIn = plain === standIn || plain.startsWith(`${standIn}/`)
  return isStandIn ? joinPath('', plain.slice(standIn.length)) : joinPath(plain, '')
}

/** From one folder to another; undefined where a name on the way is not known. */
export function pathBetween(from: string, to: string): string | undefined {
  const isAbove = from.startsWith('..') && !to.startsWith(from)
  return isAbove ? undefined : relativePath(from, to)
}

/** More folders above than any project has. */
const mostAbove = 40

/** The folder above, the one above that, and so on; of a relative project also some it may stand in. */
export function foldersAbove(folder: string): readonly string[] {
  const above: string[] = []
  const depth = folder.startsWith('..') ? 0 : folder.split('/').filter(Boolean).length
  const most = isAbsolute(folder) ? Math.min(depth, mostAbove) : depth + mostOutside
  for (let at = joinPath(folder, '..'); above.length < most; at = joinPath(at, '..')) {
    if (at === (above.at(-1) ?? folder)) break
    above.push(at)
  }
  return above
}

/** Folders above the one that was asked for, where a part of a repository is read. */
const mostOutside = 8
