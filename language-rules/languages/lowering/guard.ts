import type { Lower } from '../../../core/language.ts'
import type { Module } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { finish, moduleBuilder, report } from './builder.ts'
import { deepMessage, type Shallow } from './shallow.ts'

/** What a language makes of one text after the other: the text as it was before is known to the next call. */
export type Editing = () => Read

type Read = (text: string, file?: string, cells?: readonly Span[]) => Module

/**
 * A parser recurses into what it reads: on a text that nests past the stack, the answer is a problem, not a crash. Without its deepest
 * brackets the rest of it is read.
 * @param shallow what to read instead
 */
export function guarded(
  language: Module['language'],
  lower: Read,
  editing: Editing,
  shallow?: (text: string) => Shallow,
): Lower {
  const orElse = (run: () => Module, otherwise: () => Module): Module => {
    try {
      return run()
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return otherwise()
    }
  }
  const nothing = (text: string): Module => {
    const empty = moduleBuilder(language, text)
    report(empty, [0, text.length], 'Nested too deeply to be read: split the expression.')
    return finish(empty)
  }
  const withoutDeep: Read = (text, file) => {
    const less = shallow?.(text)
    if (!less || less.deep.length === 0) return nothing(text)
    const module = lower(less.text, file)
    const problems = less.deep.map(([from]) => ({ span: [from - 1, from] as const, message: deepMessage }))
    return { ...module, problems: [...problems, ...module.problems] }
  }
  const safely = (run: () => Module, text: string, file: string | undefined): Module =>
    orElse(run, () =>
      orElse(
        () => withoutDeep(text, file),
        () => nothing(text),
      ),
    )
  const whole: Read = (text, file, cells) => safely(() => lower(text, file, cells), text, file)
  return Object.assign(whole, {
    editing() {
      let edited = editing()
      return (text: string, file?: string, cells?: readonly Span[]) =>
        safely(
          () => {
            try {
              return edited(text, file, cells)
            } catch (error) {
              // What was half taken over is of no use to the next call.
              edited = editing()
              throw error
            }
          },
          text,
          file,
        )
    },
  })
}
