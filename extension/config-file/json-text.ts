import type { Node } from 'jsonc-parser'

/** Replaces `[start, end)`, in UTF-16 units of the text as it was. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const eolOf = (text: string) => /\r?\n/.exec(text)?.[0] ?? '\n'

/** A step of indentation: the least that a line of the text begins with. */
const stepOf = (text: string) => /(?:^|\n)(\t| +)\S/.exec(text)?.[1] ?? '  '

/** What the line of a place begins with. */
const indentAt = (text: string, offset: number) =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))![0]

/** A value as JSON, with the line ends and the indentation of the text it comes into. */
export const shaped = (text: string, offset: number, value: unknown, indent = indentAt(text, offset)): string =>
  JSON.stringify(value, null, stepOf(text)).replaceAll('\n', eolOf(text) + indent)

/**
 * What adds a member to an object or an array, on a line of its own after the last, whose comment stays with it.
 * @param name undefined for an array
 */
export function added(text: string, container: Node, name: string | undefined, value: unknown): readonly TextEdit[] {
  const [eol, outer] = [eolOf(text), indentAt(text, container.offset)]
  const indent = outer + stepOf(text)
  const member = `${name === undefined ? '' : `${JSON.stringify(name)}: `}${shaped(text, container.offset, value, indent)}`
  const close = container.offset + container.length - 1
  const last = container.children?.at(-1)
  if (last === undefined) {
    const inner = text.slice(container.offset + 1, close).trimEnd()
    const start = container.offset + 1 + inner.length
    return [{ start, end: close, text: `${eol}${indent}${member}${eol}${outer}` }]
  }
  const end = last.offset + last.length
  // A number or a word joins its neighbours on their one line.
  if (typeof value !== 'object' && !text.slice(container.offset, close).includes('\n'))
    return [{ start: end, end, text: `, ${member}` }]
  const [rest, comma] = /^[ \t]*(,?)[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n|$)/.exec(
    text.slice(end, close),
  ) ?? ['', '']
  const line = { start: end + rest.length, end: end + rest.length, text: `${eol}${indent}${member}` }
  return comma === ','
    ? [{ ...line, text: `${line.text},` }]
    : rest === ''
      ? [{ ...line, text: `,${line.text}` }]
      : [{ start: end, end, text: ',' }, line]
}

/** The edits do not overlap. */
export const withEdits = (text: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end), text)
