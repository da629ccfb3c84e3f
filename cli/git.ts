import { spawnSync } from 'node:child_process'
import { type Entry, slashed, type Tree, tooLarge, type Unread } from './tree.ts'

/** What git answered, or its own words for why not. */
type Answer = { readonly out: Buffer } | { readonly error: string }

/** A repository's own config must not make `git` run anything of its choice. */
const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '--no-pager']

function git(folder: string, args: readonly string[], input?: string): Answer {
  const { stdout, stderr, status, error } = spawnSync('git', [...safe, ...args], {
    cwd: folder,
    input,
    maxBuffer: 1 << 30,
    windowsHide: true,
  })
  if (error)
    return {
      error:
        (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'git is not installed or not on the PATH' : error.message,
    }
  return status === 0
    ? { out: stdout }
    : {
        error:
          stderr
            .toString('utf8')
            .trim()
            .replace(/^fatal: /, '') || `git ${args[0]} failed`,
      }
}

/** The working tree's top folder, or why there is none. */
export function repositoryOf(folder: string): { readonly root: string } | { readonly error: string } {
  const answer = git(folder, ['rev-parse', '--show-toplevel'])
  if ('error' in answer)
    return { error: /not a git repository/i.test(answer.error) ? `${folder} is in no git repository` : answer.error }
  return { root: slashed(answer.out.toString('utf8').replace(/\r?\n$/, '')) }
}

export function commitOf(root: string, revision: string): { readonly commit: string } | { readonly error: string } {
  const answer = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  const commit = 'out' in answer ? answer.out.toString('utf8').trim() : ''
  if (commit !== '') return { commit }
  const isEmpty = 'error' in git(root, ['rev-parse', '--verify', '--quiet', 'HEAD'])
  return { error: isEmpty ? `${root} has no commit yet to compare with` : `git knows no revision "${revision}" here` }
}

/** New path → old path, of what git sees as renamed. `head` left out: the working tree. */
export function renamesBetween(root: string, base: string, head: string | undefined): ReadonlyMap<string, string> {
  const answer = git(root, [
    'diff',
    '--no-ext-diff',
    '--no-textconv',
    '--name-status',
    '-M',
    '-z',
    '--diff-filter=R',
    base,
    ...(head ? [head] : []),
    '--',
  ])
  if ('error' in answer) return new Map()
  const fields = answer.out.toString('utf8').split('\0')
  const pairs: [string, string][] = []
  for (let i = 0; i + 2 < fields.length; i += 3) pairs.push([fields[i + 2]!, fields[i + 1]!])
  return new Map(pairs)
}

interface Blob {
  readonly id: string
  readonly size: number
}

/** Bytes asked of `git cat-file` in one go. */
const batchBytes = 32_000_000

/** One commit as a tree of files. Links and submodules are left out. */
export function commitTree(root: string, commit: string): Tree | { readonly error: string } {
  const answer = git(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit])
  if ('error' in answer) return answer
  const blobs = new Map<string, Blob>()
  const folders = new Map<string, Map<string, Entry>>([['', new Map()]])
  for (const line of answer.out.toString('utf8').split('\0')) {
    const [, mode, id, size, path] = /^(\d+) blob (\S+) +(\d+)\t([\s\S]+)$/.exec(line) ?? []
    if (path === undefined || mode === '120000') continue
    blobs.set(path, { id: id!, size: Number(size) })
    addTo(folders, path)
  }
  const read = blobReader(root, blobs)
  return {
    root,
    above: [],
    list: (folder) => [...(folders.get(folder)?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)),
    read: read.read,
    announce: read.announce,
  }
}

function addTo(folders: Map<string, Map<string, Entry>>, path: string): void {
  let folder = ''
  const names = path.split('/')
  for (const [i, name] of names.entries()) {
    const kind = i === names.length - 1 ? 'file' : 'folder'
    folders.get(folder)!.set(name, { name, kind })
    if (kind === 'file') return
    folder = folder === '' ? name : `${folder}/${name}`
    if (!folders.has(folder)) folders.set(folder, new Map())
  }
}

/** Reads what was announced in batches, in order, ahead of the reads; anything else by itself. */
function blobReader(root: string, blobs: ReadonlyMap<string, Blob>) {
  let ahead: readonly string[] = []
  const loaded = new Map<string, Buffer>()

  function load(files: readonly string[]): string | undefined {
    const ids = files.map((file) => blobs.get(file)!.id)
    const answer = git(root, ['cat-file', '--batch'], `${ids.join('\n')}\n`)
    if ('error' in answer) return answer.error
    let at = 0
    for (const file of files) {
      const end = answer.out.indexOf(10, at)
      const size = Number(/ blob (\d+)$/.exec(answer.out.toString('latin1', at, end))?.[1] ?? -1)
      if (size < 0) return `git has no content for ${file}`
      loaded.set(file, answer.out.subarray(end + 1, end + 1 + size))
      at = end + 1 + size + 1
    }
    return undefined
  }

  function batchFrom(file: string, limit: number): readonly string[] {
    const start = ahead.indexOf(file)
    if (start < 0) return [file]
    const batch: string[] = []
    let bytes = 0
    for (const next of ahead.slice(start)) {
      const { size } = blobs.get(next)!
      if (batch.length > 0 && bytes + size > batchBytes) break
      if (size > limit && next !== file) continue
      batch.push(next)
      bytes += size
    }
    return batch
  }

  return {
    announce(files: readonly string[]): void {
      ahead = files.filter((file) => blobs.has(file))
    },
    read(file: string, limit: number): Buffer | Unread {
      const blob = blobs.get(file)
      if (!blob) return { problem: 'The file was gone before it could be read.' }
      if (blob.size > limit) return tooLarge(blob.size)
      if (!loaded.has(file)) {
        loaded.clear()
        const error = load(batchFrom(file, limit))
        if (error !== undefined) return { problem: `It could not be read: ${error}` }
      }
      return loaded.get(file)!
    },
  }
}
