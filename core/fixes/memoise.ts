// A function that always answers the same is asked once, and its answer kept.

import type { Binding, Module, Scope } from '../module.ts'
import { extensionOf } from '../path.ts'
import type { Edit } from '../types.ts'
import { type CallTools, newlineOf, replaceSpan } from './arguments.ts'
import { addImports } from './imports.ts'
import { indentAt, lineStart } from './text.ts'

/**
 * Keeps what a function without parameters answers. Undefined where that would not be the same program: it has decorators of its own, is
 * a method, or, in Python, is asynchronous (what is kept could be awaited but once); in TypeScript where it is not the value of a `const`.
 */
export function memoise(scope: Scope, tools: CallTools): readonly Edit[] | undefined {
  if (scope.kind !== 'function' || scope.parameters.length > 0 || scope.method !== undefined) return undefined
  return tools.named === 'keyword' ? python(scope, tools) : typescript(scope, tools)
}

function python({ async, decorators, span }: Scope, { document, module }: CallTools): readonly Edit[] | undefined {
  const { text } = document
  const line = lineStart(text, span[0])
  if (async || decorators.length > 0 || !/^\s*def\s/.test(text.slice(line, span[0] + 8))) return undefined
  const imports = addImports(['import functools'], span[0], document, module)
  const cache = `${indentAt(text, line)}@functools.cache${newlineOf(text)}`
  return imports && [...imports, replaceSpan(document, [line, line], cache)]
}

const once = (isTyped: boolean) => [
  '/** Makes it when it is first asked for, and gives all the same. */',
  isTyped ? 'function once<T>(make: () => T): () => T {' : 'function once(make) {',
  isTyped ? '  let made: { value: T } | undefined' : '  let made',
  '  return () => {',
  '    made ??= { value: make() }',
  '    return made.value',
  '  }',
  '}',
]

function typescript(scope: Scope, { document, module }: CallTools): readonly Edit[] | undefined {
  const { text } = document
  const value = constantOf(scope, module)?.value
  if (!value || document.notebook || /\bonce\b/.test(text)) return undefined
  const newline = newlineOf(text)
  const lines = once(/^\.[cm]?tsx?$/.test(extensionOf(document.file))).join(newline)
  const gap = text.endsWith('\n') ? newline : newline + newline
  return [
    replaceSpan(document, [value.span[0], value.span[0]], 'once('),
    replaceSpan(document, [value.span[1], value.span[1]], ')'),
    replaceSpan(document, [text.length, text.length], `${gap}${lines}${newline}`),
  ]
}

const constantOf = ({ id }: Scope, { bindings }: Module): Binding | undefined =>
  bindings.find(({ value, via }) => via === 'assign' && value?.is === 'function' && value.scope === id)
