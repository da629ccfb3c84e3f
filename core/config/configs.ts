import { noSettings, type Settings } from '../settings.ts'
import { suppressionRule } from '../suppress.ts'
import { type Chain, type Env, findConfig, loadChain, type Read } from './find.ts'
import { configName } from './name.ts'
import type { ConfigError, KnownRule } from './parse.ts'
import { normalise } from './paths.ts'
import { resolveSettings } from './resolve.ts'
import type { KnownResource } from './usage.ts'

export interface ResolvedConfig {
  /** The outlay.json that applies; undefined where there is none. */
  readonly config: string | undefined
  /** From the last good state of the config; undefined where it never was good. No config at all: `noSettings`. */
  readonly settings: Settings | undefined
  /** What is wrong with it as it stands now. */
  readonly errors: readonly ConfigError[]
}

export interface Configs {
  /** The settings of a file, by absolute path or URI. Remembered until `changed`. */
  resolve(file: string): ResolvedConfig
  /** Call when a config, or any `.json` that may be one, was written, made or removed. True where it mattered. */
  changed(path: string): boolean
}

export interface ConfigsOptions {
  /** Use this config for every file instead of the nearest one. */
  readonly only?: string
  /** Environment variables, for the paths of price sheets. */
  readonly env?: Env
  /** Whose `usage` is judged; left out, any name is taken for one. */
  readonly resources?: readonly KnownResource[]
}

/** The one resolver of editor, command line and agent. `read` must answer at once; it is asked only for configs and price sheets. */
export function createConfigs(read: Read, siteRules: readonly KnownRule[], options: ConfigsOptions = {}): Configs {
  const rules = [...siteRules, suppressionRule]
  const nearestIn = new Map<string, string | undefined>()
  const chains = new Map<string, Chain>()
  const good = new Map<string, Chain>()
  const settings = new Map<string, ResolvedConfig>()

  const configFor = (file: string) =>
    options.only === undefined ? findConfig(file, read, nearestIn) : normalise(options.only)

  const chainOf = (config: string): Chain => {
    const chain = chains.get(config) ?? loadChain(config, read, rules, options.env, options.resources)
    chains.set(config, chain)
    if (chain.errors.length === 0) good.set(config, chain)
    return chain
  }

  const resolveNow = (file: string): ResolvedConfig => {
    const config = configFor(file)
    if (config === undefined) return { config, settings: noSettings, errors: [] }
    const { errors } = chainOf(config)
    const usable = good.get(config)
    return { config, settings: usable && resolveSettings(usable, file, rules), errors }
  }

  return {
    resolve(file) {
      const path = normalise(file)
      const resolved = settings.get(path) ?? resolveNow(path)
      settings.set(path, resolved)
      return resolved
    },
    changed(path) {
      const changed = normalise(path)
      const named = changed.endsWith(`/${configName}`)
      if (!named && ![...chains.values()].some((chain) => chain.files.includes(changed))) return false
      nearestIn.clear()
      chains.clear()
      settings.clear()
      return true
    },
  }
}
