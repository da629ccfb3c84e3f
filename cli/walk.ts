import ignore, { type Ignore } from 'ignore'
import type { Problem } from '../core/types.ts'
import type { Tree } from './tree.ts'

/** Folders that hold what others wrote or what a tool made. One that is named on the command line is read all the same. */
const skipped = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  '.tox',
  'site-packages',
  'dist',
  'build',
  '.next',
  '.terraform',
  '.terragrunt-cache',
  '__pycache__',
])

interface Ignores {
  /** Of the walked path: taken off before the rules see it. */
  readonly base: string
  /** Leads from the rules' folder to the root, for rules from above it. */
  readonly prefix: string
  readonly rules: Ignore
}

export interface Walked {
  readonly files: readonly string[]
  readonly problems: readonly Problem[]
}

/** Files below a folder that are wanted by name, in order of path; what .gitignore names is left out. Links are not followed. */
export function walk(tree: Tree, start: string, wanted: (name: string) => boolean): Walked {
  const files: string[] = []
  const problems: Problem[] = []

  function visit(folder: string, above: readonly Ignores[]): void {
    const entries = tree.list(folder)
    if (entries === undefined) {
      problems.push({ file: folder || '.', message: 'The folder could not be read.' })
      return
    }
    const own = entries.some((entry) => entry.name === '.gitignore' && entry.kind === 'file')
      ? readIgnores(tree, folder)
      : undefined
    const ignores = own ? [...above, own] : above
    for (const { name, kind } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (kind === 'folder') {
        if (!skipped.has(name) && !isIgnored(`${path}/`, ignores)) visit(path, ignores)
      } else if (kind === 'file' && wanted(name) && !isIgnored(path, ignores)) files.push(path)
    }
  }

  visit(start, startIgnores(tree, start))
  return { files, problems }
}

/** Rules of the folders above the start, except where they leave out the start itself: it was asked for. */
function startIgnores(tree: Tree, start: string): readonly Ignores[] {
  const outside = tree.above.map(({ prefix, text }) => ({ base: '', prefix, rules: ignore().add(text) }))
  const parents = start === '' ? [] : start.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))
  const inside = parents.flatMap((folder) => readIgnores(tree, folder) ?? [])
  const all = [...outside, ...inside]
  return all.filter((one) => {
    const path = pathFor(start === '' ? '' : `${start}/`, one)
    return path === '' || !one.rules.test(path).ignored
  })
}

function readIgnores(tree: Tree, folder: string): Ignores | undefined {
  const bytes = tree.read(folder === '' ? '.gitignore' : `${folder}/.gitignore`, 1e6)
  return 'problem' in bytes
    ? undefined
    : { base: folder === '' ? '' : `${folder}/`, prefix: '', rules: ignore().add(bytes.toString('utf8')) }
}

const pathFor = (path: string, { base, prefix }: Ignores) => prefix + path.slice(base.length)

/** The deepest .gitignore that says anything decides. */
function isIgnored(path: string, ignores: readonly Ignores[]): boolean {
  for (let i = ignores.length - 1; i >= 0; i--) {
    const verdict = ignores[i]!.rules.test(pathFor(path, ignores[i]!))
    if (verdict.ignored || verdict.unignored) return verdict.ignored
  }
  return false
}
