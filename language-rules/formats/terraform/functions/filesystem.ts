// https://developer.hashicorp.com/terraform/language/functions/file
import picomatch from 'picomatch'
import { known, unknown } from '../../../../core/known.ts'
import type { Known, Location } from '../../../../core/types.ts'
import { list, toText, type Value } from '../value.ts'
import { byCodePoint, type FunctionTable, onTexts, type ReadFiles } from './function.ts'

/** The text of a file Terraform would read here; `missing-file` where it is not to be had. */
export function readText(path: string, files: ReadFiles | undefined, at: Location): Known<string> {
  const text = files?.text(path)
  return text === undefined ? unknown('missing-file', at) : known(text, at, 'other-file')
}

/** As Go's `path.Clean`: no `.`, no `a/..`, no doubled slash. */
function clean(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '..' || !path.startsWith('/')) parts.push(part)
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/') || '.'
}

const dirname = (path: string) => (path.includes('/') ? clean(path.slice(0, path.lastIndexOf('/') + 1)) : '.')

function basename(path: string): string {
  const parts = path.split('/').filter((part) => part !== '')
  return parts.at(-1) ?? (path === '' ? '.' : '/')
}

/** The folders that a pattern names outright, so that no others are gone through: `a/b/` and `*.json` of `a/b/*.json`. */
function plainPart(pattern: string): readonly [plain: string, rest: string] {
  const end = pattern.slice(0, /[*?[{\\]|$/.exec(pattern)!.index).lastIndexOf('/') + 1
  return [pattern.slice(0, end), pattern.slice(end)]
}

function fileset(folder: string, pattern: string, files: ReadFiles | undefined, at: Location): Known<Value> {
  const [plain, rest] = plainPart(clean(pattern))
  const depth = rest.includes('**') ? Number.POSITIVE_INFINITY : rest.split('/').length
  const there = files?.under?.(clean(`${folder}/${plain}`), depth)
  if (there === undefined) return unknown('missing-file', at)
  const matches = picomatch(rest.replaceAll('[^', '[!'), { dot: true, noextglob: true, nonegate: true })
  const names = there
    .filter((name) => matches(name))
    .map((name) => plain + name)
    .sort(byCodePoint)
  return known<Value>(list(names.map((name) => known<Value>(name, at))), at)
}

/** What a file's bytes are hashed or encoded to: no price hangs on it. */
const opaque = (_: readonly Value[], at: Location) => unknown<Value>('dynamic', at)

export const filesystem: FunctionTable = {
  basename: onTexts(1, basename),
  dirname: onTexts(1, dirname),
  file: ([path], at, files) => {
    const name = toText(path ?? null)
    return name === undefined ? undefined : readText(name, files, at)
  },
  // That a file cannot be read here does not tell that it is not there where Terraform runs.
  fileexists: ([path], at, files) => {
    const name = toText(path ?? null)
    if (name === undefined) return undefined
    return readText(name, files, at).is === 'unknown' ? unknown('missing-file', at) : known<Value>(true, at)
  },
  fileset: ([folder, pattern], at, files) => {
    const [where, what] = [toText(folder ?? null), toText(pattern ?? null)]
    return where === undefined || what === undefined ? undefined : fileset(where, what, files, at)
  },
  pathexpand: ([path], at) => {
    const name = toText(path ?? null)
    if (name === undefined) return undefined
    return name.startsWith('~') ? unknown('dynamic', at) : known<Value>(name, at)
  },
  abspath: opaque,
  filebase64: opaque,
  filebase64sha256: opaque,
  filebase64sha512: opaque,
  filemd5: opaque,
  filesha1: opaque,
  filesha256: opaque,
  filesha512: opaque,
}
