import {
  findNodeAtLocation,
  getNodeValue,
  modify,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { added, shaped, type TextEdit, withEdits } from './json-text.ts'

/** One way to write a text differently: what it was, with other variable files for one root. */
export interface RootFiles {
  /** Of the root, relative to the config's folder; empty for that folder itself. */
  readonly root: string
  /** Relative to the config's folder, in order; none: what Terraform loads by itself. */
  readonly varFiles: readonly string[]
}

/** Why a text is left as it is: whoever wrote it has to mend it, so that nothing of it is lost. */
export interface Refused {
  /** `broken`: it is no JSON with comments. `shape`: something else stands where the files are noted. */
  readonly refused: 'broken' | 'shape'
  readonly offset: number
  /** What is wrong (`CommaExpected`), or where (`overrides[0].terraform`). */
  readonly what: string
}

type Path = readonly (string | number)[]

/** One value of a config: for all its files, or for those of one glob, in an override of its own. */
export interface Setting {
  readonly files?: string
  readonly path: readonly string[]
  readonly value: unknown
}

/**
 * The edits that note other variable files for one root in an outlay.json; everything else, its comments and its line ends, stays as it
 * was. A root below the config's folder gets an override of its own. None where nothing changes.
 */
export const varFilesEdits = (text: string, { root, varFiles }: RootFiles): readonly TextEdit[] | Refused =>
  settingEdits(text, {
    ...(root === '' ? {} : { files: `${root}/**` }),
    path: ['terraform', 'varFiles'],
    value: varFiles.length === 0 ? undefined : varFiles,
  })

/** The same of any setting. A `value` that is undefined takes it away. */
function settingEdits(text: string, { files, path, value }: Setting): readonly TextEdit[] | Refused {
  const errors: ParseError[] = []
  const tree = text.trim() === '' ? undefined : parseTree(text, errors, { allowTrailingComma: true })
  const [error] = errors
  if (error) return { refused: 'broken', offset: error.offset, what: printParseErrorCode(error.error) }
  const nested = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object
  const override = { files, ...nested }
  if (tree === undefined) {
    if (value === undefined) return []
    const whole = files === undefined ? nested : { overrides: [override] }
    return [{ start: 0, end: text.length, text: `${JSON.stringify(whole, null, 2)}\n` }]
  }
  if (files === undefined) return put(text, tree, path, value)
  const overrides = findNodeAtLocation(tree, ['overrides'])
  if (overrides && overrides.type !== 'array') return { refused: 'shape', offset: overrides.offset, what: 'overrides' }
  const at = overrideFor(overrides, files)
  if (at !== undefined) return put(text, tree, ['overrides', at, ...path], value)
  if (value === undefined) return []
  return overrides ? added(text, overrides, undefined, override) : put(text, tree, ['overrides'], [override])
}

/** Several settings, one after the other, as one edit of what differs. */
export function allEdits(text: string, settings: readonly Setting[]): readonly TextEdit[] | Refused {
  let now = text
  for (const setting of settings) {
    const edits = settingEdits(now, setting)
    if ('refused' in edits) return edits
    now = withEdits(now, edits)
  }
  return now === text ? [] : [difference(text, now)]
}

function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let same = 0
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++
  return { start, end: before.length - same, text: after.slice(start, after.length - same) }
}

/** The last one for just these files: a later override wins. */
function overrideFor(overrides: Node | undefined, files: string): number | undefined {
  const found = (overrides?.children ?? []).findLastIndex((each) => {
    const glob = findNodeAtLocation(each, ['files'])
    return glob !== undefined && [getNodeValue(glob) as unknown].flat().join() === files
  })
  return found < 0 ? undefined : found
}

/** @param value undefined: it is taken away */
function put(text: string, tree: Node, path: Path, value: unknown): readonly TextEdit[] | Refused {
  const there = findNodeAtLocation(tree, [...path])
  if (value === undefined) {
    if (there === undefined) return []
    return modify(text, [...path], undefined, {}).map((edit) => ({
      start: edit.offset,
      end: edit.offset + edit.length,
      text: edit.content,
    }))
  }
  if (there) {
    const written = JSON.stringify(getNodeValue(there)) === JSON.stringify(value)
    return written
      ? []
      : [{ start: there.offset, end: there.offset + there.length, text: shaped(text, there.offset, value) }]
  }
  // The deepest object that is there already takes the rest of the path.
  let depth = path.length - 1
  while (depth > 0 && findNodeAtLocation(tree, path.slice(0, depth)) === undefined) depth--
  const container = depth === 0 ? tree : findNodeAtLocation(tree, path.slice(0, depth))!
  if (container.type !== 'object')
    return { refused: 'shape', offset: container.offset, what: nameOf(path.slice(0, depth)) }
  const rest = path.slice(depth + 1).reduceRight<unknown>((inner, name) => ({ [name]: inner }), value)
  return added(text, container, String(path[depth]), rest)
}

const nameOf = (path: Path) =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('')
