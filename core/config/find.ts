import { configName } from './name.ts'
import { type ConfigError, type KnownRule, keyText, parseConfig } from './parse.ts'
import { folderOf, join, normalise } from './paths.ts'
import type { Config } from './schema.ts'
import { readSheets, type Sheets } from './sheets.ts'
import type { KnownResource } from './usage.ts'

/** The text of a file, by absolute path or URI with `/`; undefined where there is none. */
export type Read = (path: string) => string | undefined

/** One config of a chain. Its globs are relative to `folder`: its own, or for a package that of the config using it. */
export interface Layer {
  readonly file: string
  readonly folder: string
  readonly config: Config
  readonly sheets: Sheets
}

export interface Chain {
  /** The outlay.json it began with. */
  readonly file: string
  /** Every file the chain rests on, also those that were looked for in vain: a change of any may change it. */
  readonly files: readonly string[]
  /** What is extended first, the config itself last. */
  readonly layers: readonly Layer[]
  readonly errors: readonly ConfigError[]
}

/** The nearest outlay.json upward from a file; undefined where there is none up to the root. `known` remembers each folder's. */
export function findConfig(
  file: string,
  read: Read,
  known = new Map<string, string | undefined>(),
): string | undefined {
  const folder = folderOf(normalise(file))
  if (folder === undefined) return undefined
  if (!known.has(folder)) {
    const own = join(folder, configName)
    known.set(folder, read(own) === undefined ? findConfig(folder, read, known) : own)
  }
  return known.get(folder)
}

export type Env = (name: string) => string | undefined

const noEnv: Env = () => undefined

/**
 * A config with all it extends and the price sheets they name. A config that is missing, or that leads back to itself, is an error
 * on its `extends`; a sheet that is missing or wrong one on its `sheet`.
 */
export function loadChain(
  file: string,
  read: Read,
  rules: readonly KnownRule[],
  env: Env = noEnv,
  resources?: readonly KnownResource[],
): Chain {
  const start = normalise(file)
  const layers: Layer[] = []
  const errors: ConfigError[] = []
  const files = new Set<string>()
  const lookUp: Read = (path) => {
    files.add(path)
    return read(path)
  }

  const add = (path: string, folder: string, text: string, trail: readonly string[]) => {
    const parsed = parseConfig(path, text, rules, resources)
    errors.push(...parsed.errors)
    const config = parsed.config
    if (config === undefined) return
    const bases = config.extends === undefined ? [] : [config.extends].flat()
    bases.forEach((name, i) => {
      const at = Array.isArray(config.extends) ? ['extends', i] : ['extends']
      const complain = (message: string) =>
        errors.push({ file: path, key: 'extends', message: `"extends": ${message}`, location: parsed.locate(at) })
      const base = resolveExtends(name, path, lookUp)
      if (base === undefined)
        complain(
          `there is no config "${name}"${isPath(name) ? ` at ${placeOf(name, path)}` : ' in node_modules; install it, or write a path that starts with "./"'}`,
        )
      else if (trail.includes(base.file)) complain(`"${name}" leads back to a config that extends this one`)
      else add(base.file, base.package ? folder : folderOf(base.file)!, base.text, [...trail, base.file])
    })
    const sheets = readSheets(path, config, { read: lookUp, env }, (at, says) => {
      const key = keyText(at)
      errors.push({ file: path, key, message: `"${key}": ${says}`, location: parsed.locate(at) })
    })
    layers.push({ file: path, folder, config, sheets })
  }

  const text = lookUp(start)
  if (text !== undefined) add(start, folderOf(start)!, text, [start])
  return { file: start, files: [...files], layers, errors }
}

const isPath = (name: string) => /^(?:\.{0,2}[/\\]|[a-z]:[/\\]|[a-z][a-z0-9+.-]+:\/\/)/i.test(name)

const placeOf = (name: string, from: string) => join(folderOf(from)!, name.replaceAll('\\', '/'))

interface Base {
  readonly file: string
  readonly text: string
  readonly package: boolean
}

function resolveExtends(name: string, from: string, read: Read): Base | undefined {
  const found = (file: string, inPackage: boolean): Base | undefined => {
    const text = read(file)
    return text === undefined ? undefined : { file, text, package: inPackage }
  }
  if (isPath(name)) return found(placeOf(name, from), false)
  // `@scope/name`, `name`: the package's outlay.json; `name/strict`: strict.json in it.
  const inner = /^(?:@[^/]+\/[^/]+|[^@/][^/]*)\/(.+)$/.exec(name)?.[1]
  const path = inner === undefined ? `${name}/${configName}` : inner.endsWith('.json') ? name : `${name}.json`
  for (let folder = folderOf(from); folder !== undefined; folder = folderOf(folder)) {
    const base = found(join(folder, `node_modules/${path}`), true)
    if (base) return base
  }
  return undefined
}
