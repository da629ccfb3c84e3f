import type { Entry, Expr, Module } from '../module.ts'
import type { Span } from '../types.ts'

export type Written = Expr | undefined

/** What stands there is not read: it is a secret, or nothing that a program would be billed by. */
export const unread = (span: Span): Expr => ({ is: 'opaque', children: [], span })

/** A number of tokens is none. */
const secretName =
  /key|token(?!s|iz)|secret|passw|pwd|passphrase|credential|auth|private|cookie|session|salt|dsn|cert|signature|webhook/i

export const isSecret = (name: string): boolean => secretName.test(name)

/** A text under the name of a secret is never read. */
export const entry = (name: string, value: Expr, span: Span): Entry => ({
  name,
  value: value.is === 'text' && isSecret(name) ? unread(value.span) : value,
  span,
})

/** A file of data as a module that hands out its keys, and all of it as `default`: it is reached and forgotten as any other file. */
export function dataModule(text: string, value: Written): Module {
  const span: Span = [0, text.length]
  const keys =
    value?.is === 'record' ? value.entries.filter(({ name }) => name !== undefined && name !== 'default') : []
  return {
    language: 'python',
    scopes: [
      { id: 0, kind: 'module', parent: -1, parameters: [], decorators: [], bases: [], returns: [], async: false, span },
    ],
    bindings: [],
    calls: [],
    loops: [],
    guards: [],
    imports: [],
    exports: [
      ...(value ? [{ name: 'default', value, span }] : []),
      ...keys.map(({ name, value: of, span: at }) => ({ name: name!, value: of, span: at })),
    ],
    comments: [],
    problems: [],
    data: true,
  }
}
