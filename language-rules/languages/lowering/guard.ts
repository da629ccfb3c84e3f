import type { Lower } from '../../../core/language.ts'
import type { Module } from '../../../core/module.ts'
import { finish, moduleBuilder, report } from './builder.ts'

/** A parser recurses into what it reads: on a text that nests past the stack, the answer is a problem, not a crash. */
export function guarded(language: Module['language'], lower: Lower): Lower {
  return (text, file) => {
    try {
      return lower(text, file)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const empty = moduleBuilder(language, text)
      report(empty, [0, text.length], 'Nested too deeply to be read: split the expression.')
      return finish(empty)
    }
  }
}
