import type { Lower } from '../../../core/language.ts'
import type { Module } from '../../../core/module.ts'
import { finish, moduleBuilder, report } from './builder.ts'

/** What a language makes of one text after the other: the text as it was before is known to the next call. */
export type Editing = () => (text: string, file?: string) => Module

/** A parser recurses into what it reads: on a text that nests past the stack, the answer is a problem, not a crash. */
export function guarded(
  language: Module['language'],
  lower: (text: string, file?: string) => Module,
  editing: Editing,
): Lower {
  const safely = (run: () => Module, text: string): Module => {
    try {
      return run()
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const empty = moduleBuilder(language, text)
      report(empty, [0, text.length], 'Nested too deeply to be read: split the expression.')
      return finish(empty)
    }
  }
  const whole = (text: string, file?: string) => safely(() => lower(text, file), text)
  return Object.assign(whole, {
    editing() {
      let edited = editing()
      return (text: string, file?: string) =>
        safely(() => {
          try {
            return edited(text, file)
          } catch (error) {
            // What was half taken over is of no use to the next call.
            edited = editing()
            throw error
          }
        }, text)
    },
  })
}
