// Which imports may bring in something that is called for money: the package, and of a script's the names that are taken from it.
import type { Module } from '../module.ts'
import type { Sdk } from '../sdk.ts'

type Language = Module['language']

/** What a module takes from another; without names it may be anything. */
export interface Taken {
  readonly path: string
  readonly names?: readonly string[] | undefined
}

export const listOf = (names: string | readonly string[] | undefined): readonly string[] =>
  names === undefined ? [] : typeof names === 'string' ? [names] : names

/** How a script names a package by address: the schemes of Deno and JSR, and servers that send packages as modules. */
export const packageAddress =
  '(?:(?:npm|jsr):\\/?|https?:\\/\\/(?:esm\\.sh|esm\\.run|unpkg\\.com|deno\\.land\\/x|cdn\\.skypack\\.dev|cdn\\.jsdelivr\\.net\\/npm)\\/(?:v\\d+\\/)?)'
const addressed = new RegExp(`^${packageAddress}`)

/**
 * `npm:openai@4`, `https://esm.sh/openai@4?bundle`, `openai/index.mjs` and `openai` are one package; Python's is the first part of a
 * dotted module.
 */
export function packageOf(module: string, language: Language): string {
  if (language === 'python') return module.split('.')[0]!
  const path = module.replace(addressed, '')
  const named = path === module ? path : path.replace(/[?#].*$/, '').replace(/\/(?:\+esm|mod\.[jt]s)$/, '')
  return named.replace(/(?<=.)@[\dv^~*][^/]*/, '').replace(/\/index(\.[cm]?js)?$/, '')
}

/** What a package of an SDK has that makes a client or is called for money; `any` where that cannot be told by a name. */
type Offered = Set<string> | 'any'

/** Is something that may be called for money, or make what is, among what is taken? A type or a helper of an SDK's package is not. */
export function offersOf(
  language: Language,
  sdks: readonly Sdk[],
  knows: (specifier: string) => boolean,
): (taken: Taken) => boolean {
  // What is taken from a package of Python's may be a module of it.
  if (language === 'python') return ({ path }) => knows(path)
  const offered = new Map<string, Offered>()
  const add = (name: string, steps: Offered) => {
    const [path = '', own = ''] = name.split('#')
    const first = stepOf(own)
    const there = offered.get(path) ?? new Set()
    if (first !== '*') offered.set(path, there === 'any' || first === '' ? 'any' : there.add(first))
    else offered.set(path, there === 'any' || steps === 'any' ? 'any' : new Set([...there, ...steps]))
  }
  for (const sdk of sdks) {
    const steps = firstSteps(sdk)
    for (const name of Object.keys(sdk.same ?? {})) add(name, 'any')
    for (const client of sdk.clients)
      for (const name of listOf(client[language])) add(name, client.module ? steps : 'any')
  }
  const folders = [...offered.keys()].filter((name) => name.endsWith('/**')).map((name) => name.slice(0, -2))
  return ({ path, names }) => {
    if (!knows(path)) return false
    const name = packageOf(path, language)
    const there = offered.get(name)
    const isAny = there === undefined || there === 'any' || folders.some((folder) => `${name}/`.startsWith(folder))
    if (names === undefined || isAny) return true
    return names.some((name) => name === '*' || name === 'default' || there.has(name))
  }
}

const stepOf = (path: string): string => /^[^.(]*/.exec(path)![0]

/** What a function of a module is named that is called for money, or leads to one that is. */
function firstSteps({ calls, rents = [], transparent = [] }: Sdk): Offered {
  const steps = new Set([...calls, ...rents].map(({ path }) => stepOf(path)).concat(transparent.map(stepOf)))
  return steps.has('') ? 'any' : steps
}

/** What may be a module of the program, in a folder that is named as a package is: `agents.research`, and not `agents.run`. */
export function ownModules(
  language: Language,
  sdks: readonly Sdk[],
  names: readonly string[],
): (specifier: string) => boolean {
  const roots = new Set(sdks.flatMap(({ plainNames = [] }) => plainNames))
  if (language !== 'python' || roots.size === 0) return () => false
  const listed = new Set<string>()
  for (const name of names)
    if (roots.has(packageOf(name, language)))
      for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) listed.add(name.slice(0, end))
  return (specifier) => specifier.includes('.') && roots.has(packageOf(specifier, language)) && !listed.has(specifier)
}
