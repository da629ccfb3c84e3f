import type { Module } from '../module.ts'
import type { CallShape, ClientShape, Sdk } from '../sdk.ts'
import { dotted, type Segment, type SymbolValue } from './value.ts'

/** A path from an import that ends in a billable method of a client. */
export interface Match {
  readonly sdk: Sdk
  readonly client: ClientShape
  readonly shape: CallShape
  readonly symbol: SymbolValue
}

export interface Matcher {
  /** Could a module with these imports hold a call at all? */
  concerns(module: Module): boolean
  match(symbol: SymbolValue): Match | undefined
}

interface Entry {
  readonly sdk: Sdk
  readonly client: ClientShape
}

export function matcherFor(language: Module['language'], sdks: readonly Sdk[]): Matcher {
  const clients = new Map<string, Entry>()
  for (const sdk of sdks) {
    for (const client of sdk.clients) for (const name of namesOf(client, language)) clients.set(name, { sdk, client })
  }
  const packages = new Set([...clients.keys()].map((name) => name.split(language === 'python' ? '.' : '#')[0]!))
  return {
    concerns: (module) =>
      module.imports.some((found) => packages.has(packageOf(found.module, language))) || requires(module),
    match: (symbol) => matchSymbol(clients, language, symbol),
  }
}

function namesOf(client: ClientShape, language: Module['language']): readonly string[] {
  const names = client[language]
  return names === undefined ? [] : typeof names === 'string' ? [names] : names
}

const requires = (module: Module) =>
  module.language === 'typescript' &&
  module.calls.some(({ expr }) => expr.callee.is === 'name' && /^(require|import)$/.test(expr.callee.name))

/** `npm:openai@4` and `openai` are one package; Python's is the first part of a dotted module. */
function packageOf(module: string, language: Module['language']): string {
  if (language === 'python') return module.split('.')[0]!
  return module.replace(/^npm:/, '').replace(/(?<=.)@[\dv^~*][^/]*/, '')
}

function matchSymbol(
  clients: ReadonlyMap<string, Entry>,
  language: Module['language'],
  symbol: SymbolValue,
): Match | undefined {
  if (symbol.global) return undefined
  const path = normal(symbol.path, language)
  const made = path.findIndex((segment) => segment.called)
  const length = made < 0 ? moduleLength(clients, path) : made + 1
  const entry = clients.get(
    path
      .slice(0, length)
      .map((segment) => segment.name)
      .join('.'),
  )
  if (!entry || (made < 0 && !entry.client.module)) return undefined
  const quiet = new Set(entry.sdk.transparent ?? [])
  const rest = path.slice(length).filter((segment) => !quiet.has(dotted([segment])))
  const called = dotted(rest)
  const shape = entry.sdk.calls.find((candidate) => candidate.path === called)
  return shape && { ...entry, shape, symbol }
}

/** A module that answers calls itself is the longest path before the first lower step that names a client. */
function moduleLength(clients: ReadonlyMap<string, Entry>, path: readonly Segment[]): number {
  for (let length = path.length; length > 0; length--) {
    if (
      clients.get(
        path
          .slice(0, length)
          .map((segment) => segment.name)
          .join('.'),
      )?.client.module
    )
      return length
  }
  return 0
}

/** CommonJS hands out the default export as the namespace itself, or as its member `default`. */
function normal(path: readonly Segment[], language: Module['language']): readonly Segment[] {
  const [first, ...rest] = path
  if (!first || language === 'python') return path
  const [module = '', name = ''] = first.name.split('#')
  const root = `${packageOf(module, language)}#${name === '*' && first.called ? 'default' : name}`
  return [{ ...first, name: root }, ...rest]
}
