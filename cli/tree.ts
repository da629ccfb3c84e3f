import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export interface Entry {
  readonly name: string
  /** A symbolic link is `other`: what it points to is read where it really is, and no loop is walked. */
  readonly kind: 'file' | 'folder' | 'other'
}

/** Why a file has no bytes, in words for the user. */
export interface Unread {
  readonly problem: string
}

/** Files by path relative to a root, with `/`: the working directory, or one commit. */
export interface Tree {
  /** Absolute, with `/`. */
  readonly root: string
  /** Sorted by name; undefined where the folder cannot be read. */
  list(folder: string): readonly Entry[] | undefined
  /** The bytes, good until the next read. More than `limit` bytes are not read. */
  read(file: string, limit: number): Buffer | Unread
  /** .gitignore files of the folders above the root, outermost first; `prefix` leads from there to the root. */
  readonly above: readonly { readonly prefix: string; readonly text: string }[]
  /** Called with everything that will be read, before it is. */
  announce?(files: readonly string[]): void
}

export const slashed = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path)

/** What the file system says, in words: no path in it, the caller names the file. */
export function readProblem(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'The file was gone before it could be read.'
    case 'EACCES':
    case 'EPERM':
      return 'There is no permission to read it.'
    default:
      return `It could not be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

export const tooLarge = (bytes: number): Unread => ({
  problem: `Skipped: ${(bytes / 1e6).toFixed(1)} MB is more than Outlay reads.`,
})

/** Plain synchronous reads into one buffer: promises cost several times more per file. */
export function diskTree(root: string): Tree {
  let buffer = Buffer.allocUnsafeSlow(1 << 20)

  function readOpen(handle: number, limit: number): Buffer | Unread {
    let length = readSync(handle, buffer, 0, buffer.length, 0)
    if (length === buffer.length) {
      const { size } = fstatSync(handle)
      if (size > limit) return tooLarge(size)
      if (size >= buffer.length) buffer = Buffer.allocUnsafeSlow(size + 1)
      length = 0
      for (let got = -1; got !== 0 && length < buffer.length; length += got)
        got = readSync(handle, buffer, length, buffer.length - length, length)
    }
    return buffer.subarray(0, length)
  }

  return {
    root: slashed(root),
    above: ignoresAbove(root),
    list(folder) {
      try {
        return readdirSync(join(root, folder), { withFileTypes: true })
          .map(
            (entry): Entry => ({
              name: entry.name,
              kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
            }),
          )
          .sort((a, b) => (a.name < b.name ? -1 : 1))
      } catch {
        return undefined
      }
    },
    read(file, limit) {
      let handle: number | undefined
      try {
        handle = openSync(join(root, file), 'r')
        return readOpen(handle, limit)
      } catch (error) {
        return { problem: readProblem(error) }
      } finally {
        if (handle !== undefined) closeSync(handle)
      }
    },
  }
}

export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Up to the folder that holds `.git`; none where there is no repository. */
function ignoresAbove(root: string): Tree['above'] {
  const found: { prefix: string; text: string }[] = []
  for (let folder = root; ; folder = dirname(folder)) {
    const prefix = folder === root ? '' : `${slashed(relative(folder, root))}/`
    const text = prefix === '' ? undefined : readText(join(folder, '.gitignore'))
    if (text !== undefined) found.unshift({ prefix, text })
    if (readGit(folder)) {
      const exclude = readText(join(folder, '.git', 'info', 'exclude'))
      return exclude === undefined ? found : [{ prefix, text: exclude }, ...found]
    }
    if (dirname(folder) === folder) return []
  }
}

function readGit(folder: string): boolean {
  try {
    return readdirSync(folder).includes('.git')
  } catch {
    return false
  }
}
