import * as native from 'node:path'

/** What of `node:path` is asked; another platform's in tests. */
type Paths = Pick<typeof native, 'parse' | 'join' | 'sep'>

export const hasWildcards = (text: string): boolean => /[*?[{]|[!@+]\(/.test(text)

export interface Wildcards {
  /** Where what is looked for lies, as the platform writes it. */
  readonly folder: string
  /** From there on, with slashes on every platform; without wildcards where the path had none. */
  readonly glob: string
}

/**
 * A folder may have characters in its name that are wildcards elsewhere: one that is there is meant.
 * @param path absolute: `/bills/*.csv`, `C:\bills\*.csv`, `\\server\share\2026-*\part.parquet`
 */
export async function splitWildcards(
  path: string,
  isFolder: (path: string) => Promise<boolean>,
  { parse, join, sep }: Paths = native,
): Promise<Wildcards> {
  const { root } = parse(path)
  const segments = path
    .slice(root.length)
    .split(sep === '\\' ? /[\\/]/ : '/')
    .filter((segment) => segment !== '')
  let folder = root
  while (segments.length > 1) {
    const next = join(folder, segments[0]!)
    if (hasWildcards(segments[0]!) && !(await isFolder(next))) break
    folder = next
    segments.shift()
  }
  return { folder, glob: segments.join('/') }
}
