import type { Span } from '../../types.ts'

const literal = /^([A-Za-z]*)("""|'''|"|')([\s\S]*)\2$/
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\n': '' }

/** The text of a docstring, as `inspect.cleandoc` has it: https://docs.python.org/3/library/inspect.html#inspect.cleandoc */
export function docstringAt(text: string, doc: Span | undefined): string | undefined {
  const [, prefix = '', , inside] = (doc && literal.exec(text.slice(...doc))) ?? []
  if (inside === undefined) return undefined
  const plain = inside.replace(/\r\n?/g, '\n')
  const written = /r/i.test(prefix) ? plain : plain.replace(/\\([\s\S])/g, (_, one: string) => escapes[one] ?? one)
  const [first = '', ...rest] = written.replaceAll('\t', '        ').split('\n')
  const margin = Math.min(...rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  const lines = [first.trimStart(), ...rest.map((line) => line.slice(Number.isFinite(margin) ? margin : 0))]
  return lines.join('\n').trim() || undefined
}
