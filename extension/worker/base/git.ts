import { execFile } from 'node:child_process'
import type { Ref } from '../../protocol.ts'
import type { Blob, Git } from './repository.ts'

// Git is started from the worker: starting a process takes the thread that does it 5 to 20 ms, and the thread of the
// extension host is everybody's. Which git it is, the editor's own extension says.

/** A repository's own config must not make git run anything of its choice. */
const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '--no-pager', '--no-optional-locks']

/** Largest answer and longest wait: bytes and milliseconds. */
const limits = { maxBuffer: 64_000_000, timeout: 20_000 }

/** @param program path of git, asked for each time */
export function createGit(program: () => string): Git {
  /** Undefined where git is not installed, the folder is not there, or git says no. */
  function run(cwd: string, args: readonly string[], input?: string): Promise<Buffer | undefined> {
    return new Promise((done) => {
      const child = execFile(
        program(),
        [...safe, ...args],
        { cwd, ...limits, encoding: 'buffer', windowsHide: true },
        (error, stdout) => done(error ? undefined : stdout),
      )
      // It may end without having read everything: what it answered counts.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input ?? '')
    })
  }

  /** Nothing may pass for a repository without files. */
  async function must(cwd: string, args: readonly string[], input?: string): Promise<Buffer> {
    const out = await run(cwd, args, input)
    if (out === undefined) throw new Error(`git ${args[0]} failed in ${cwd}`)
    return out
  }

  const words = async (cwd: string, args: readonly string[]) => (await run(cwd, args))?.toString('utf8').trim() ?? ''
  const listed = async (cwd: string, args: readonly string[]) =>
    ((await run(cwd, args))?.toString('utf8') ?? '').split('\0').filter(Boolean)

  const commitOf = (root: string, ref: string) =>
    words(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])

  async function mainBranch(root: string): Promise<string | undefined> {
    const remote = await words(root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'])
    if (remote !== '') return remote
    for (const name of ['origin/main', 'origin/master', 'main', 'master'])
      if ((await commitOf(root, name)) !== '') return name
    return undefined
  }

  return {
    async rootOf(folder) {
      const prefix = await run(folder, ['rev-parse', '--show-prefix'])
      if (prefix === undefined) return undefined
      const inner = prefix.toString('utf8').trim().replace(/\/$/, '')
      if (inner === '') return folder
      if (folder.endsWith(`/${inner}`)) return folder.slice(0, -inner.length - 1)
      return (await words(folder, ['rev-parse', '--show-toplevel'])) || undefined
    },

    async resolve(root, base) {
      if (base.is === 'head') {
        const commit = await commitOf(root, 'HEAD')
        return commit === '' ? undefined : { commit, name: 'HEAD' }
      }
      if (base.is === 'ref') {
        const commit = await commitOf(root, base.ref)
        return commit === '' ? undefined : { commit, name: base.ref }
      }
      const branch = await mainBranch(root)
      const commit = branch === undefined ? '' : await words(root, ['merge-base', 'HEAD', branch])
      return commit === '' ? undefined : { commit, name: branch!.replace(/^origin\//, '') }
    },

    async files(root, commit) {
      const found = new Map<string, Blob>()
      const out = await must(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit])
      for (const line of out.toString('utf8').split('\0')) {
        const [, mode, id, size, path] = /^(\d+) blob (\S+) +(\d+)\t([\s\S]+)$/.exec(line) ?? []
        if (path !== undefined && mode !== '120000') found.set(path, { id: id!, size: Number(size) })
      }
      return found
    },

    async texts(root, ids) {
      const texts = new Map<string, string>()
      if (ids.length === 0) return texts
      const out = await must(root, ['cat-file', '--batch'], `${ids.join('\n')}\n`)
      for (let at = 0; at < out.length; ) {
        const end = out.indexOf(10, at)
        const [, id, size] = /^(\S+) blob (\d+)$/.exec(out.toString('latin1', at, end)) ?? []
        if (id !== undefined) texts.set(id, out.toString('utf8', end + 1, end + 1 + Number(size)))
        at = id === undefined ? end + 1 : end + 1 + Number(size) + 1
      }
      return texts
    },

    async changes(root, commit) {
      const fields = await listed(root, [
        'diff',
        '--no-ext-diff',
        '--no-textconv',
        '--name-status',
        '-M',
        '-z',
        commit,
        '--',
      ])
      const paths = await listed(root, ['ls-files', '--others', '--exclude-standard', '-z', '--full-name', ':/'])
      const renames = new Map<string, string>()
      for (let i = 0; i < fields.length; i++) {
        const isPair = /^[RC]/.test(fields[i]!)
        const from = fields[++i]!
        paths.push(from)
        if (!isPair) continue
        const to = fields[++i]!
        paths.push(to)
        renames.set(to, from)
      }
      return { paths, renames }
    },

    grep: (root, some) =>
      some.length === 0
        ? Promise.resolve([])
        : listed(root, [
            'grep',
            '-l',
            '-z',
            '-I',
            '-F',
            '--untracked',
            '--full-name',
            ...some.flatMap((word) => ['-e', word]),
          ]),

    mainBranch,

    async refs(root) {
      const format = '%(refname)%00%(objectname:short)%00%(committerdate:short)%00%(creatordate:short)%00%(subject)'
      const lines = (
        await words(root, [
          'for-each-ref',
          '--sort=-creatordate',
          '--count=500',
          `--format=${format}`,
          'refs/heads',
          'refs/remotes',
          'refs/tags',
        ])
      ).split('\n')
      return lines.flatMap((line): Ref[] => {
        const [full = '', commit = '', date = '', made = '', subject = ''] = line.split('\0')
        const [, kind, name] = /^refs\/(heads|remotes|tags)\/(.+)$/.exec(full) ?? []
        if (kind === undefined || name === undefined || name.endsWith('/HEAD')) return []
        return [
          {
            name,
            kind: kind === 'tags' ? 'tag' : kind === 'heads' ? 'branch' : 'remote',
            commit,
            date: date || made,
            subject,
          },
        ]
      })
    },
  }
}
