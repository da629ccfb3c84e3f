import type { Document } from '../document.ts'
import { textOf } from '../document.ts'
import type { Edit, Location, Resource } from '../types.ts'
import { newlineOf, replace } from './arguments.ts'
import { indentAt } from './text.ts'

/** Gives an attribute a value: replaces what is written, or adds a line at the end of the block. A call's arguments are left as they are. */
export function setAttribute(resource: Resource, path: string, code: string, document: Document): Edit | undefined {
  if (resource.source.call) return undefined
  const written = resource.source.values[path]
  if (written) return replace(written, code)
  return path.includes('.') ? undefined : addToBlock(resource, [`${path} = ${code}`], document)
}

/** Adds lines at the end of the block's body, indented as the block is. Lines of a nested block bring their own extra indent. */
export function addToBlock(resource: Resource, lines: readonly string[], document: Document): Edit {
  const { body } = resource.source
  const text = textOf(document, body.cell)
  const newline = newlineOf(text)
  const outer = indentAt(text, resource.location.span[0])
  const inside = text.slice(body.span[0], body.span[1])
  const kept = inside.replace(/[ \t\r\n]*$/, '')
  const added = lines.map((line) => (line === '' ? '' : `${outer}  ${line}`)).join(newline)
  // A block on one line holds one attribute; with more, each stands on its own.
  if (kept !== '' && !/[\r\n]/.test(inside)) {
    return replace(body, `${newline}${outer}  ${kept.trim()}${newline}${added}${newline}${outer}`)
  }
  const at: Location = { ...body, span: [body.span[0] + kept.length, body.span[1]] }
  return replace(at, `${newline}${added}${newline}${outer}`)
}

/** Adds a block of its own after this one. */
export function addAfterBlock(resource: Resource, lines: readonly string[], document: Document): Edit {
  const end = resource.location.span[1]
  const newline = newlineOf(textOf(document, resource.location.cell))
  return replace({ ...resource.location, span: [end, end] }, `${newline}${newline}${lines.join(newline)}`)
}
