// Files of data that code reads by name: `.env`, JSON and YAML, each as a module of its keys.
import type { Document } from '../document.ts'
import type { Module } from '../module.ts'
import { extensionOf } from '../path.ts'
import { dotenvValue } from './dotenv.ts'
import { jsonValue } from './json.ts'
import { dataModule } from './written.ts'

/** A config is shorter; what is longer is a program's own data. UTF-16 units. */
const longest = 200_000

const kinds: Readonly<Record<string, 'json' | 'yaml'>> = {
  '.json': 'json',
  '.jsonc': 'json',
  '.yaml': 'yaml',
  '.yml': 'yaml',
}

export const isDataFile = (file: string): boolean => kindOf(file) !== undefined

function kindOf(file: string): 'dotenv' | 'json' | 'yaml' | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1)
  return /^\.env(\.|$)|\.env$/.test(name) ? 'dotenv' : kinds[extensionOf(file)]
}

export interface DataFiles {
  /** Undefined where the file is none of these, cannot be read, or needs what was not loaded. */
  module(document: Document): Module | undefined
  /** Something was asked for that needs a parser. */
  wanting(): boolean
  /** Loads what is wanted, or what a text speaks of. */
  load(text?: string): Promise<void>
}

/** Parsers that are large are loaded on the first need. */
export function createDataFiles(): DataFiles {
  let yaml: ((text: string) => Module) | undefined
  let wanted = false
  const reads = { dotenv: dotenvValue, json: jsonValue }
  return {
    module({ file, text }) {
      const kind = kindOf(file)
      if (!kind || text.length > longest) return undefined
      if (kind === 'yaml') {
        if (!yaml) wanted = true
        return yaml?.(text)
      }
      const value = reads[kind](text)
      return value && dataModule(text, value)
    },
    wanting: () => wanted && !yaml,
    async load(text = '') {
      if (yaml || !(wanted || /\bya?ml\b|\bCrewBase\b/.test(text))) return
      yaml = (await import('./yaml.ts')).yamlModule
    },
  }
}
