// Which files an import may mean. Pure: nobody looks whether they are there.
import type { Module } from '../module.ts'
import { folderOf } from '../path.ts'

/** A package's top is not deeper than this. */
const mostFolders = 8

const scripts = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs']

/** `paths` of the nearest tsconfig.json, with the folder they are relative to. */
export interface Aliases {
  readonly folder: string
  readonly paths: Readonly<Record<string, readonly string[]>>
}

/**
 * Files an import of `file` may mean, the likeliest first; none for what can only be a package. Paths are relative to the root, with `/`.
 * https://docs.python.org/3/reference/import.html, https://www.typescriptlang.org/docs/handbook/modules/reference.html
 */
export function candidatesOf(
  file: string,
  specifier: string,
  language: Module['language'],
  aliases: Aliases | undefined,
): readonly string[] {
  const root = rootOf(file)
  const path = file.slice(root.length)
  const inside = aliases && { ...aliases, folder: aliases.folder.slice(root.length) }
  const found = language === 'python' ? pythonFiles(path, specifier) : scriptFiles(path, specifier, inside)
  return found.map((candidate) => root + candidate)
}

/** What a file's name begins with where it is a URI or an absolute path: `file:///`, `/`, `C:/`. */
export const rootOf = (file: string) => /^(?:[a-z][\w+.-]+:\/\/[^/]*\/|\/|[a-z]:\/)/i.exec(file)?.[0] ?? ''

/** Where a file's tsconfig.json may be, the nearest first. */
export function configsAbove(file: string, name: string): readonly string[] {
  const root = rootOf(file)
  return foldersAbove(folderOf(file.slice(root.length))).map((folder) => root + joined(folder, name))
}

/** Where a path that code opens may lead, the nearest first: nobody knows what folder a program runs in. */
export function filesNear(file: string, path: string): readonly string[] {
  const root = rootOf(file)
  return foldersAbove(folderOf(file.slice(root.length))).flatMap((folder) => {
    const whole = normalised(joined(folder, path))
    return whole === undefined ? [] : [root + whole]
  })
}

function pythonFiles(file: string, specifier: string): readonly string[] {
  const dots = /^\.*/.exec(specifier)![0].length
  const path = specifier.slice(dots).split('.').filter(Boolean).join('/')
  if (dots > 0) {
    const folder = up(folderOf(file), dots - 1)
    return folder === undefined ? [] : moduleIn(folder, path)
  }
  // A script sees its own folder, a package the folder that holds its top: any folder above.
  return foldersAbove(folderOf(file)).flatMap((folder) => [
    ...moduleIn(folder, path),
    ...moduleIn(joined(folder, 'src'), path),
  ])
}

function moduleIn(folder: string, path: string): readonly string[] {
  if (path === '') return [joined(folder, '__init__.py')]
  const whole = joined(folder, path)
  return [`${whole}.py`, `${whole}/__init__.py`]
}

function scriptFiles(file: string, specifier: string, aliases: Aliases | undefined): readonly string[] {
  if (/^\.{1,2}(\/|$)/.test(specifier)) {
    const whole = normalised(`${folderOf(file)}/${specifier}`)
    return whole === undefined ? [] : whole.endsWith('.json') ? [whole] : scriptsAt(whole)
  }
  if (!aliases) return []
  return Object.entries(aliases.paths).flatMap(([pattern, targets]) => {
    const [before = '', after] = pattern.split('*')
    const fits =
      after === undefined
        ? specifier === pattern
        : specifier.startsWith(before) && specifier.endsWith(after) && specifier.length >= before.length + after.length
    if (!fits) return []
    const middle = after === undefined ? '' : specifier.slice(before.length, specifier.length - after.length)
    return targets.flatMap((target) => {
      const whole = normalised(`${aliases.folder}/${target.replace('*', middle)}`)
      return whole === undefined ? [] : scriptsAt(whole)
    })
  })
}

/** `./x.js` is written for `./x.ts`. */
export function scriptsAt(path: string): readonly string[] {
  const written = /\.(?:[cm]?[jt]s|[jt]sx)$/.exec(path)
  const bare = written ? path.slice(0, -written[0].length) : path
  const files = scripts.map((extension) => `${bare}.${extension}`)
  return written ? [path, ...files] : [...files, ...scripts.map((extension) => `${bare}/index.${extension}`)]
}

function foldersAbove(folder: string): readonly string[] {
  const found = [folder]
  for (let at = folder; at !== '' && found.length < mostFolders; ) {
    at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : ''
    found.push(at)
  }
  return found
}

function up(folder: string, steps: number): string | undefined {
  let at = folder
  for (let i = 0; i < steps; i++) {
    if (at === '') return undefined
    at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : ''
  }
  return at
}

export const joined = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`)

/** Without `.` and `..`; undefined where it leads out of the root. @param path without what a whole path begins with */
export function normalised(path: string): string | undefined {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}
