import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadPriceBook } from '../../../cli/price-book.ts'
import { estimator } from '../../../core/tokens/estimator.ts'
import { registry } from '../../../language-rules/registry.gen.ts'
import type { Base, Cell, Changes, FileChange, FromWorker } from '../../protocol.ts'
import { createDesk } from '../desk.ts'
import { disk } from '../disk.ts'
import { createGit } from './git.ts'

export const book = loadPriceBook(undefined, '2026-11-22')
export const exact = { ...estimator, exact: true }

/** A desk over a repository whose first commit has these files. */
export function repository(files: Readonly<Record<string, string>>) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'outlay-base-'))).replaceAll('\\', '/')
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', '-c', 'core.autocrlf=false', ...args],
      {
        cwd: root,
        encoding: 'utf8',
      },
    )
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const commit = (message: string) => {
    git('add', '--all')
    git('commit', '--quiet', '--message', message)
  }
  git('init', '--quiet', '--initial-branch=main')
  for (const [name, text] of Object.entries(files)) write(name, text)
  commit('first')

  const posted: FromWorker[] = []
  const steps: (() => void)[] = []
  const versions = new Map<string, number>()
  const { receive } = createDesk({
    registry,
    prices: book,
    tokens: exact,
    exactTokens: async () => exact,
    post: (message) => posted.push(message),
    ask: async ({ is }) =>
      is === 'find-terraform'
        ? git('ls-files', '--cached', '--others', '*.tf')
            .trim()
            .split('\n')
            .map((name) => `${root}/${name}`)
        : undefined,
    disk,
    env: (name) => process.env[name],
    git: createGit(() => 'git'),
    useGit: () => undefined,
    later: (step) => steps.push(step),
  })
  const until = async <T>(look: () => T | undefined): Promise<T> => {
    for (;;) {
      const seen = look()
      if (seen !== undefined) return seen
      steps.shift()?.()
      await new Promise((go) => setImmediate(go))
    }
  }
  /** Undefined while the last result has no comparison with it. */
  const changeOf = (file: string): FileChange | undefined => {
    for (const message of posted.toReversed()) {
      if (message.is !== 'result' && message.is !== 'compared') continue
      if (message.file !== `${root}/${file}`) continue
      return message.version === versions.get(file) ? message.change : undefined
    }
    return undefined
  }
  const put = (file: string, text: string) => {
    const version = (versions.get(file) ?? 0) + 1
    versions.set(file, version)
    receive({ is: 'open', file: `${root}/${file}`, version, text })
  }
  const putCells = (file: string, cells: readonly Cell[]) => {
    const version = (versions.get(file) ?? 0) + 1
    versions.set(file, version)
    receive({ is: 'open-notebook', file: `${root}/${file}`, version, cells })
  }
  return {
    root,
    putCells,
    git,
    write,
    commit,
    put,
    /** @param folders of the workspace, relative to the repository */
    choose(base: Base, ...folders: readonly string[]) {
      receive({ is: 'folders', folders: [root, ...folders.map((folder) => `${root}/${folder}`)] })
      receive({ is: 'choose-base', base, git: undefined })
    },
    compare: (...names: string[]) => receive({ is: 'compare', files: names.map((name) => `${root}/${name}`) }),
    change: (file: string) => until(() => changeOf(file)),
    /** Waits for a state of the change. */
    changeWhere: (file: string, isIt: (change: FileChange) => boolean) =>
      until(() => {
        const change = changeOf(file)
        return change && isIt(change) ? change : undefined
      }),
    async changes(isIt: (changes: Changes) => boolean = () => true) {
      receive({ is: 'watch-changes', on: true })
      return until(() =>
        posted.flatMap((each) => (each.is === 'changes' && isIt(each.changes) ? [each.changes] : [])).at(-1),
      )
    },
    name: (file: string) => file.slice(root.length + 1),
  }
}
