import type { CallSite, Module } from '../module.ts'
import type { Edit } from '../types.ts'
import { type CallTools, newlineOf, replaceSpan } from './arguments.ts'
import type { BatchHelper } from './batch-helpers.ts'
import { addImports, cellStart, partAt } from './imports.ts'
import { indentAt, lineStart } from './text.ts'

/** Puts the function into the file, with what it imports, unless it is there. Undefined where there is no place for it. */
export function helperEdits(helper: BatchHelper, site: CallSite, tools: CallTools): readonly Edit[] | undefined {
  const { document, module, named } = tools
  const isThere = module.bindings.some(
    ({ target, via }) => via === 'function' && target.is === 'name' && target.name === helper.name,
  )
  if (isThere) return []
  const { text } = document
  const newline = newlineOf(text)
  const at = site.expr.span[0]
  const imports = addImports(helper.imports, at, document, module)
  if (!imports) return undefined
  const lines = helper.lines.join(newline)
  if (named === 'record') {
    // A declared function is there before its line.
    const end = document.notebook ? partAt(document, at).start + partAt(document, at).text.length : text.length
    const gap = text.slice(0, end).endsWith('\n') ? newline : newline + newline
    return [...imports, replaceSpan(document, [end, end], `${gap}${lines}${document.notebook ? '' : newline}`)]
  }
  const place = document.notebook ? cellStart(partAt(document, at)) : before(site, module, text)
  return place === undefined
    ? undefined
    : together(
        imports,
        replaceSpan(
          document,
          [place, place],
          `${gapBefore(text, place, newline)}${lines}${newline}${newline}${newline}`,
        ),
        newline,
      )
}

/** Two lines apart from what stands before. */
function gapBefore(text: string, place: number, newline: string): string {
  const blank = /(?:^|\n)((?:[ \t]*\r?\n)*)$/.exec(text.slice(0, place))?.[1] ?? ''
  return text.slice(0, place).trim() === '' ? '' : newline.repeat(Math.max(0, 2 - (blank.split('\n').length - 1)))
}

/** In one place the imports come first. */
function together(imports: readonly Edit[], helper: Edit, newline: string): readonly Edit[] {
  const [only] = imports
  if (!only || only.span[0] !== helper.span[0]) return [...imports, helper]
  return [{ ...helper, text: `${only.text}${newline}${newline}${helper.text}` }]
}

/** Where the outermost statement around a call begins, its decorators before it. */
function before({ expr, scope }: CallSite, { scopes }: Module, text: string): number | undefined {
  let outer = scopes[scope]
  while (outer && outer.parent > 0) outer = scopes[outer.parent]
  if (outer && outer.id !== 0) {
    const start = Math.min(outer.span[0], ...outer.decorators.map(({ span }) => span[0]))
    const line = lineStart(text, start)
    return indentAt(text, line) === '' ? line : blockStart(text, line)
  }
  return blockStart(text, lineStart(text, expr.span[0]))
}

/** The `for`, `if` or `with` at the margin that a line is in. */
function blockStart(text: string, from: number): number | undefined {
  for (let line = from; ; line = lineStart(text, line - 1)) {
    const code = text.slice(line, line + 40)
    if (/^(async\s+)?(for|while|if|with|try|def|class)\b|^@/.test(code)) return line
    // Something else at the margin may be the inside of a long text.
    if (/^[^\s)\]}#]/.test(code)) return line === from ? line : undefined
    if (line === 0) return undefined
  }
}
