import { extensionOf } from '../core/path.ts'
import { plainScript } from '../core/plain-script.ts'
import { maxSource } from '../core/readable.ts'
import type { Registry } from '../core/registry.ts'
import { type Wording, wordsOf } from '../core/sink-words.ts'
import { type Candidate, type Imports, importsOf } from './importers.ts'

// The first pass: one regular expression over the bytes says which files can hold anything that costs money. It rules out
// most files of a repository at some hundred MB/s and loads no parser.

export interface FirstPass {
  /** Whether a file of that name is of a type Outlay reads. */
  reads(name: string): boolean
  /** Whether files of one folder are read together once one of them is a hit. */
  together(name: string): boolean
  /** A file of data: nothing is said of one that does not tell what is rented, and it imports nothing. */
  isData(name: string): boolean
  /** More bytes than this are not worth reading. A notebook may hold that much in outputs. */
  limit(name: string): number
  look(name: string, bytes: Buffer): Wording | { readonly problem: string }
  imports(name: string, bytes: Buffer): Imports
  /** What a file that may call something from another asks of it, and what it defines itself. */
  asked(name: string, bytes: Buffer): Pick<Candidate, 'asks' | 'defines'>
  /** The functions it defines whose names are those of an SDK's. */
  defined(name: string, bytes: Buffer): ReadonlySet<string>
}

/** A cell that writes a file of data: its lines are no lines of the notebook's own text. */
const writesYaml = /%%(?:write)?file[^\n"]*\.ya?ml\b/

/** Notebooks with outputs; V8's longest string is about five times that. Bytes. */
const maxNotebook = 100_000_000

/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const maxSourceBytes = 3 * maxSource

export function firstPass(registry: Registry): FirstPass {
  const formats = new Set(registry.formats.flatMap((format) => format.extensions))
  const containers = new Set(registry.containers.flatMap((container) => container.extensions))
  const code = new Set(registry.languages.flatMap((language) => language.extensions))
  const words = wordsOf(registry)
  const languageOf = (name: string) => {
    const id = registry.languages.find((language) => language.extensions.includes(extensionOf(name)))?.id
    return id === 'python' || id === 'typescript' ? id : undefined
  }
  const data = new Set(registry.languages.filter((language) => language.data).flatMap(({ extensions }) => extensions))
  const isData = (name: string) => data.has(extensionOf(name))

  let decoded: { readonly bytes: Buffer; readonly text: string } | undefined
  const textOf = (name: string, bytes: Buffer): string => {
    if (decoded?.bytes === bytes) return decoded.text
    const text = bytes.toString('latin1')
    decoded = { bytes, text: languageOf(name) === 'typescript' ? plainScript(text) : text }
    return decoded.text
  }

  return {
    reads: (name) => [formats, containers, code].some((set) => set.has(extensionOf(name))),
    together: (name) => formats.has(extensionOf(name)),
    limit: (name) => (containers.has(extensionOf(name)) ? maxNotebook : maxSourceBytes),
    isData,
    look(name, bytes) {
      if (isData(name) && words.wording(bytes.toString('latin1'), 'yaml') === 'nothing') return 'nothing'
      if (bytes.includes(0)) return { problem: 'Skipped: this is a binary file, or text that is not UTF-8.' }
      const notebook = containers.has(extensionOf(name))
      if (!notebook && bytes.length > maxSource) {
        const units = bytes.toString('utf8').length
        if (units > maxSource)
          return { problem: `Skipped: ${(units / 1e6).toFixed(1)} MB of source is more than the 2 MB Outlay reads.` }
      }
      if (!notebook && isMinified(name, bytes)) return { problem: 'Skipped: this file is minified.' }
      const found = isData(name) ? 'hit' : words.wording(textOf(name, bytes), languageOf(name))
      // Cells may use what another cell makes, and a notebook is one module: its words are not told apart.
      if (notebook && (found === 'both' || writesYaml.test(textOf(name, bytes)))) return 'hit'
      return found
    },
    imports: (name, bytes) => importsOf(name, textOf(name, bytes)),
    asked(name, bytes) {
      const text = textOf(name, bytes)
      return { asks: words.asked(text, languageOf(name)), defines: words.defined(text) }
    },
    defined: (name, bytes) => words.defined(textOf(name, bytes)),
  }
}

/** By name, or by lines nobody writes; other languages hold long texts in long lines. A sample from the middle spares counting the lines of ordinary files. */
function isMinified(name: string, bytes: Buffer): boolean {
  if (/\.min\.[cm]?js$/i.test(name)) return true
  if (bytes.length < 20_000 || !/\.[cm]?[jt]sx?$/i.test(name)) return false
  const middle = bytes.length >> 1
  return linesIn(bytes.subarray(middle, middle + 8000)) < 16 && bytes.length / linesIn(bytes) > 500
}

function linesIn(bytes: Buffer): number {
  let count = 1
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
  return count
}
