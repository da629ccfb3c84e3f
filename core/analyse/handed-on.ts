import type { Module } from '../module.ts'
import { isHandedOn } from '../resolve/cross.ts'

/**
 * The names that modules of script hand out. They outlive the module: through a barrel of many files a name is looked for in all of
 * them, and only the one that has it is read again once the others were let go.
 */
export interface HandedOn {
  learn(file: string, module: Module): void
  forget(file: string): void
  /** True for a file that was never read. `targetOf` is what a file's import names, where that is a file of the project. */
  may(file: string, name: string, targetOf: (file: string, specifier: string) => string | undefined): boolean
}

interface Names {
  readonly own: ReadonlySet<string>
  readonly whole: readonly string[]
}

export function createHandedOn(): HandedOn {
  const known = new Map<string, Names>()
  return {
    learn(file, { exports, imports, language }) {
      // A module of Python hands out all it binds, and each file of its folder.
      if (language === 'python' || known.has(file)) return
      known.set(file, {
        own: new Set(exports.map(({ name }) => name)),
        whole: imports.filter(isHandedOn).map(({ module }) => module),
      })
    },
    forget: (file) => void known.delete(file),
    may(file, name, targetOf) {
      const seen = new Set([file])
      for (const each of seen) {
        const names = known.get(each)
        if (!names || names.own.has(name)) return true
        for (const specifier of names.whole) {
          const target = targetOf(each, specifier)
          if (target !== undefined) seen.add(target)
        }
      }
      return false
    },
  }
}
