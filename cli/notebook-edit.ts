import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'

/**
 * The text of a notebook with one cell's joined source replaced; the rest, and how the source is laid out, stays as it
 * is. Undefined where the cell is not there.
 */
export function setCellSource(notebook: string, cell: number, source: string): string | undefined {
  const tree = parseTree(notebook.replace(/^\ufeff/, ' '))
  const node = tree && findNodeAtLocation(tree, ['cells', cell, 'source'])
  if (!node) return undefined
  const written = node.type === 'array' ? lines(source, node, notebook) : JSON.stringify(source)
  return notebook.slice(0, node.offset) + written + notebook.slice(node.offset + node.length)
}

/** nbformat's list of lines, each with its line end, indented as the list was. */
function lines(source: string, list: Node, notebook: string): string {
  const all = source.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const first = list.children?.[0]
  const newline = notebook.includes('\r\n') ? '\r\n' : '\n'
  const open = first === undefined ? '' : notebook.slice(list.offset + 1, first.offset)
  const last = list.children?.at(-1)
  const close = last === undefined ? '' : notebook.slice(last.offset + last.length, list.offset + list.length - 1)
  const between = open.includes(newline) ? `,${open}` : ', '
  return all.length === 0 ? '[]' : `[${open}${all.map((line) => JSON.stringify(line)).join(between)}${close}]`
}
