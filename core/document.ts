import type { Location, Span } from './types.ts'

/** One cell of a notebook, or the whole of a file. `start` is its offset in the document's joined text. */
export interface Part {
  readonly cell?: number
  readonly start: number
  readonly text: string
}

/**
 * A text at a version. A notebook is one document of parts, its code cells in order, joined by newlines, so that a
 * language lowers it once and a constant in one cell is seen in the next; a span never crosses a part.
 */
export interface Document {
  /** Path relative to the session's root, with `/`; or a URI in the editor. An id, never parsed here. */
  readonly file: string
  /** From the folder of the project, where `file` is from further up; see `pathIn`. */
  readonly path?: string
  /** Id of the language or format that reads it: `python`, `typescript`, `terraform`. */
  readonly language: string
  readonly version: number
  readonly text: string
  readonly parts: readonly Part[]
  readonly notebook: boolean
  /** Of a text that is in no file and stands for something in one: all of it is there. */
  readonly place?: Location
  /** Files that cells of a notebook write when they are run. */
  readonly written?: readonly WrittenFile[]
}

export interface WrittenFile {
  /** As the cell names it: `src/train.py`. */
  readonly name: string
  /** Its places are those of the cell. */
  readonly document: Document
}

export function fileDocument(file: string, language: string, text: string, version = 0): Document {
  return { file, language, version, text, parts: [{ start: 0, text }], notebook: false }
}

/** Weak both ways: an edited text does not hold those it was before. */
const previous = new WeakMap<Document, WeakRef<Document>>()

/** Says that a document is another one after an edit. */
export function follows(document: Document, before: Document): void {
  previous.set(document, new WeakRef(before))
}

/** What a document was before its last edit, while that is remembered. */
export const previousOf = (document: Document): Document | undefined => previous.get(document)?.deref()

export function notebookDocument(
  file: string,
  language: string,
  cells: readonly { readonly cell: number; readonly text: string }[],
  version = 0,
): Document {
  const parts: Part[] = []
  let start = 0
  for (const { cell, text } of cells) {
    parts.push({ cell, start, text })
    start += text.length + 1
  }
  return { file, language, version, text: cells.map((c) => c.text).join('\n'), parts, notebook: true }
}

/** Where each cell of a notebook stands in its joined text; undefined for a file. */
export function cellsOf({ notebook, parts }: Document): readonly Span[] | undefined {
  return notebook ? parts.map(({ start, text }) => [start, start + text.length]) : undefined
}

/** The part an offset falls in. An offset on the newline between two parts belongs to the part before it. */
function partAt(document: Document, offset: number): Part {
  let low = 0
  let high = document.parts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (document.parts[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return document.parts[low] ?? { start: 0, text: document.text }
}

/** A span of the joined text as a place in the file or cell. What would run past its part is cut there. */
export function locate(document: Document, [start, end]: Span): Location {
  if (document.place) return document.place
  const part = partAt(document, start)
  const cut = (offset: number) => Math.max(0, Math.min(offset - part.start, part.text.length))
  const span: Span = [cut(start), cut(end)]
  return part.cell === undefined ? { file: document.file, span } : { file: document.file, cell: part.cell, span }
}

/** The text of the file or cell a location points into. */
export function textOf(document: Document, cell: number | undefined): string {
  return document.parts.find((part) => part.cell === cell)?.text ?? document.text
}
