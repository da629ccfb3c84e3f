// https://nbformat.readthedocs.io/en/latest/format_description.html
import { type ParseError, parse as parseLoosely } from 'jsonc-parser'
import { type Document, notebookDocument, type WrittenFile } from '../../core/document.ts'
import type { Container } from '../../core/language.ts'
import { extensionOf } from '../../core/path.ts'
import { blankMagics, writtenBy } from './notebook/magics.ts'

export const container: Container = { id: 'notebook', extensions: ['.ipynb'], read }

interface Problem {
  readonly problem: string
  readonly offset: number
}

interface Cell {
  readonly cell: number
  readonly text: string
}

function read(file: string, text: string, version: number): Document | Problem {
  const json = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
  const parsed = parsedJson(json)
  if ('problem' in parsed) return parsed
  const notebook = record(parsed.value)
  const cells = cellsOf(notebook)
  if (!cells) return { problem: 'This is no notebook: it has no list of cells.', offset: 0 }
  const language = languageOf(notebook)
  if (scripts.test(language)) return scriptNotebook(file, cells.flatMap(codeIn(scripts)), version)
  if (!/^(?:i?python[\d. ]*|coconut)$/i.test(language)) {
    const problem = `This notebook is written in ${language}: only notebooks of Python, TypeScript and JavaScript are read.`
    return { problem, offset: 0 }
  }
  return pythonNotebook(file, cells.flatMap(codeIn(/^python$/)), version)
}

/** What Deno, tslab and IJavascript call what they run, and editors a cell of it. */
const scripts = /^(?:typescript|javascript|deno|tslab|node(?:js)?)(?:react)?$/i

/** Cells of TypeScript or JavaScript as one document. */
export const scriptNotebook = (file: string, cells: readonly Cell[], version = 0): Document =>
  notebookDocument(file, 'typescript', cells, version)

/** Cells of Python as one document. Its text has IPython's magics blanked; its parts keep each cell as it is written. */
export function pythonNotebook(file: string, cells: readonly Cell[], version = 0): Document {
  const blanked = notebookDocument(
    file,
    'python',
    cells.map(({ cell, text }) => ({ cell, text: blankMagics(text) })),
    version,
  )
  const files = cells.flatMap((cell) => writtenFile(file, cell, version) ?? [])
  // The last cell of a name has the last word.
  const written = [...new Map(files.map((each) => [each.name, each])).values()]
  return {
    ...blanked,
    parts: blanked.parts.map((part, i) => ({ ...part, text: cells[i]!.text })),
    ...(written.length > 0 ? { written } : {}),
  }
}

const languages: Readonly<Record<string, string>> = { '.py': 'python', '.yaml': 'yaml', '.yml': 'yaml' }

/** The file that a cell writes, if it is of a language that is read: `%%writefile train.yaml`. */
function writtenFile(file: string, { cell, text }: Cell, version: number): WrittenFile | undefined {
  const found = writtenBy(text)
  const language = found && languages[extensionOf(found.name)]
  if (language === undefined) return undefined
  const parts = [{ cell, start: 0, text }]
  return { name: found!.name, document: { file, language, version, text: found!.text, parts, notebook: false } }
}

function parsedJson(text: string): { readonly value: unknown } | Problem {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    // JSON.parse says where it stopped in words that differ by engine.
    const errors: ParseError[] = []
    parseLoosely(text, errors, { disallowComments: true })
    return { problem: 'This notebook is no valid JSON: it cannot be read.', offset: errors[0]?.offset ?? 0 }
  }
}

/** Format 3 keeps its cells in worksheets. */
function cellsOf(notebook: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  if (Array.isArray(notebook.cells)) return notebook.cells
  if (!Array.isArray(notebook.worksheets)) return undefined
  return notebook.worksheets.flatMap((sheet) => {
    const { cells } = record(sheet)
    return Array.isArray(cells) ? cells : []
  })
}

/** A notebook that names no language is Python, Jupyter's own default; Coconut is a superset of Python. */
function languageOf(notebook: Readonly<Record<string, unknown>>): string {
  const metadata = record(notebook.metadata)
  const named = [record(metadata.kernelspec).language, record(metadata.language_info).name]
  // Some hosts write it empty.
  return named.find((name): name is string => typeof name === 'string' && name !== '') ?? 'python'
}

/** VS Code lets one cell be of another language than its kernel. */
const codeIn =
  (languages: RegExp) =>
  (value: unknown, cell: number): Cell[] => {
    const { cell_type, source, input, metadata } = record(value)
    const { languageId } = record(record(metadata).vscode)
    if (cell_type !== 'code' || (languageId !== undefined && !languages.test(String(languageId)))) return []
    const written = source ?? input
    if (typeof written === 'string') return [{ cell, text: written }]
    if (!Array.isArray(written)) return []
    return [{ cell, text: written.filter((line) => typeof line === 'string').join('') }]
  }

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
