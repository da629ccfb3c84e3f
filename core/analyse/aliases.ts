// Names that a project gives to its own folders: https://www.typescriptlang.org/tsconfig/#paths
import { parse } from 'jsonc-parser'
import { folderOf } from '../path.ts'
import { type Aliases, normalised, rootOf } from './specifiers.ts'
import type { Readable } from './workspace.ts'

/** Configs that lead to one another are followed through so many. */
const mostConfigs = 8

/** What a tsconfig.json, one it extends, or one it refers to says of paths. */
export function readAliases(host: Readable, file: string, left = mostConfigs): Aliases | undefined {
  const config: unknown = parse(host.text(file) ?? '', [], { allowTrailingComma: true })
  const options = fieldOf(config, 'compilerOptions')
  const base = fieldOf(options, 'baseUrl')
  const folder = typeof base === 'string' ? `${folderOf(file)}/${base}` : folderOf(file)
  const listed = Object.entries(fieldOf(options, 'paths') ?? {}).filter((entry): entry is [string, string[]] =>
    Array.isArray(entry[1]),
  )
  const below: readonly (readonly [string, readonly string[]])[] = typeof base === 'string' ? [['*', ['*']]] : []
  if (listed.length > 0) return { folder, paths: Object.fromEntries([...listed, ...below]) }
  const extended = [fieldOf(config, 'extends')].flat()
  const referred = [fieldOf(config, 'references')].flat().map((each) => fieldOf(each, 'path'))
  for (const next of left > 1 ? [...extended, ...referred] : []) {
    if (typeof next !== 'string' || !next.startsWith('.')) continue
    const there = host.find(configsAt(file, next))
    const found = there === undefined || there === file ? undefined : readAliases(host, there, left - 1)
    if (found) return found
  }
  return below.length > 0 ? { folder, paths: Object.fromEntries(below) } : undefined
}

function configsAt(file: string, path: string): readonly string[] {
  const root = rootOf(file)
  const whole = normalised(`${folderOf(file.slice(root.length))}/${path}`)
  if (whole === undefined) return []
  return whole.endsWith('.json') ? [root + whole] : [`${root}${whole}.json`, `${root}${whole}/tsconfig.json`]
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
