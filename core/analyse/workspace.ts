// Packages of the same repository, by their names: https://docs.npmjs.com/cli/using-npm/workspaces, https://pnpm.io/pnpm-workspace_yaml,
// https://nodejs.org/api/packages.html#exports
import { parse } from 'jsonc-parser'
import { folderOf } from '../path.ts'
import { isRecord } from '../record.ts'
import type { Find } from './program.ts'
import { configsAbove, joined, scriptsAt } from './specifiers.ts'

export interface Readable {
  readonly find: Find
  /** Undefined where it cannot be read. */
  text(file: string): string | undefined
}

interface Workspace {
  readonly folder: string
  /** `packages/*`, `tools/build`. */
  readonly patterns: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

interface Package {
  readonly folder: string
  readonly fields: Fields
}

/** Which files an import of a package of the same repository may mean, the likeliest first; none where it is no such package. */
export interface Workspaces {
  candidates(file: string, specifier: string): readonly string[]
}

export function createWorkspaces(host: Readable): Workspaces {
  const workspaces = new Map<string, Workspace | undefined>()
  const packages = new Map<string, Package | undefined>()

  function workspaceAbove(folder: string): Workspace | undefined {
    if (!workspaces.has(folder)) workspaces.set(folder, lookAbove(folder))
    return workspaces.get(folder)
  }

  function lookAbove(folder: string): Workspace | undefined {
    for (const file of configsAbove(`${folder === '' ? '' : `${folder}/`}-`, 'package.json')) {
      const above = folderOf(file)
      const listed = joined(above, 'pnpm-workspace.yaml')
      const patterns = host.find([listed])
        ? listedIn(host.text(listed) ?? '')
        : host.find([file]) && declared(fieldsOf(host, file).workspaces)
      if (patterns) return { folder: above, patterns }
    }
    return undefined
  }

  function packageOf(workspace: Workspace, name: string): Package | undefined {
    const key = `${workspace.folder}\n${name}`
    if (!packages.has(key)) packages.set(key, find(workspace, name))
    return packages.get(key)
  }

  function find({ folder, patterns }: Workspace, name: string): Package | undefined {
    for (const within of patterns.flatMap((pattern) => foldersOf(pattern, name))) {
      const file = joined(joined(folder, within), 'package.json')
      if (host.find([file]) === undefined) continue
      const fields = fieldsOf(host, file)
      if (fields.name === name) return { folder: folderOf(file), fields }
    }
    return undefined
  }

  return {
    candidates(file, specifier) {
      const [, name, inner = ''] = /^((?:@[\w.-]+\/)?[\w.-]+)(?:\/(.+))?$/.exec(specifier) ?? []
      const workspace = name === undefined ? undefined : workspaceAbove(folderOf(file))
      const found = workspace && packageOf(workspace, name!)
      if (!found) return []
      const paths = [
        ...exported(found.fields, inner),
        ...(inner === '' ? ['index', 'src/index'] : [inner, `src/${inner}`]),
      ]
      return [...new Set(paths.flatMap(sourcesOf))].flatMap((path) => scriptsAt(joined(found.folder, path)))
    },
  }
}

/** A package's folder has its name by custom: `@acme/llm` is in `packages/llm`, `packages/acme-llm` or `packages/@acme/llm`. */
function foldersOf(pattern: string, name: string): readonly string[] {
  if (pattern.startsWith('!')) return []
  const [before = '', after] = pattern
    .replace(/^\.\//, '')
    .replace(/\/$/, '')
    .split(/\/?\*+/)
  if (after === undefined) return [before]
  const own = name.slice(name.lastIndexOf('/') + 1)
  return [...new Set([own, name.replace('@', '').replace('/', '-'), name])].map((each) => joined(before, each) + after)
}

/** The list under `packages:`; other lists of the file name packages, which no folder is. */
const listedIn = (yaml: string): readonly string[] =>
  [...yaml.matchAll(/^[ \t]*-[ \t]*(["']?)([^"'#\s]+)\1/gm)].map(([, , pattern]) => pattern!)

function declared(workspaces: unknown): readonly string[] | undefined {
  const listed = isRecord(workspaces) ? workspaces.packages : workspaces
  return Array.isArray(listed) ? listed.filter((each) => typeof each === 'string') : undefined
}

/** What a package says stands behind a path of it, without `./`. */
function exported({ exports, source, module, main, types }: Fields, inner: string): readonly string[] {
  const named = isRecord(exports) && Object.keys(exports).some((key) => key.startsWith('.'))
  const found: string[] = []
  for (const [key, value] of named ? Object.entries(exports) : inner === '' ? [['.', exports] as const] : []) {
    const [before = '', after] = key.split('*')
    const asked = inner === '' ? '.' : `./${inner}`
    if (after === undefined ? asked !== key : !asked.startsWith(before) || !asked.endsWith(after)) continue
    const middle = after === undefined ? '' : asked.slice(before.length, asked.length - after.length)
    found.push(...leaves(value).map((path) => path.replaceAll('*', middle)))
  }
  const others = inner === '' ? [source, module, main, types].filter((each) => typeof each === 'string') : []
  return [...found, ...others].map((path) => path.replace(/^\.\//, ''))
}

const leaves = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : isRecord(value) ? Object.values(value).flatMap(leaves) : []

/** What is built is not in a repository; what it is built from is. */
function sourcesOf(path: string): readonly string[] {
  const bare = path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '')
  const built = /^(?:dist|build|lib|out)\/(?:(?:cjs|esm|es|types)\/)?(.+)$/.exec(bare)?.[1]
  return built === undefined ? [bare] : [bare, `src/${built}`]
}

function fieldsOf(host: Readable, file: string): Fields {
  const value: unknown = parse(host.text(file) ?? '', [], { allowTrailingComma: true })
  return isRecord(value) ? value : {}
}
