import type { Document } from '../document.ts'
import type { Module } from '../module.ts'
import { isHandedOn } from '../resolve/cross.ts'
import { wordsIn } from '../words-in.ts'

/**
 * The names that modules of script hand out. They outlive the module: through a barrel of many files a name is looked for in all of
 * them, and only the one that has it is read again once the others were let go.
 */
export interface HandedOn {
  learn(file: string, module: Module): void
  forget(file: string): void
  /** Of a file that was not parsed by its words. `targetOf` is what a file's import names, where that is a file of the project. */
  may(file: string, name: string, targetOf: (file: string, specifier: string) => string | undefined): boolean
}

interface Names {
  may(name: string): boolean
  readonly whole: readonly string[]
}

export function createHandedOn(document: (file: string) => Document | undefined): HandedOn {
  const known = new Map<string, Names>()
  const said = new Map<string, Names | undefined>()

  /** A module of Python hands out all it binds, and each file of its folder. */
  function saidBy(file: string): Names | undefined {
    if (said.has(file)) return said.get(file)
    const there = document(file)
    const found = there?.language === 'typescript' ? namesSaid(there.text) : undefined
    said.set(file, found)
    return found
  }

  return {
    learn(file, { exports, imports, language }) {
      if (language === 'python' || known.has(file)) return
      const own = new Set(exports.map(({ name }) => name))
      known.set(file, { may: (name) => own.has(name), whole: imports.filter(isHandedOn).map(({ module }) => module) })
      said.delete(file)
    },
    forget(file) {
      known.delete(file)
      said.delete(file)
    },
    may(file, name, targetOf) {
      const seen = new Set([file])
      for (const each of seen) {
        const names = known.get(each) ?? saidBy(each)
        if (!names || names.may(name)) return true
        for (const specifier of names.whole) {
          const target = targetOf(each, specifier)
          if (target !== undefined) seen.add(target)
        }
      }
      return false
    },
  }
}

/** One way to read each comment: with two, a row of them takes twice as long for each that is added. */
const gap = String.raw`(?:\s|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|//[^\n]*(?:\n|$))*`

/** `export * from './a'`, `export * as a from './a'`, `require('./a')`, `import('./a')` */
const whole = new RegExp(
  `\\b(?:export${gap}(?:type\\b${gap})?\\*${gap}(?:as\\b${gap}[^\\s'"/]+${gap})?from|(?:require|import)${gap}\\()${gap}(['"\`])([^'"\`\\r\\n]+)\\1`,
  'g',
)

/** More than a text hands out: all its words. What is handed out as `default` need not be said. */
function namesSaid(text: string): Names {
  const words = wordsIn(text)
  return {
    may: (name) => name === 'default' || words.mayHave(name),
    whole: [...text.matchAll(whole)].map(([, , specifier]) => specifier!),
  }
}
