import type { Document } from '../document.ts'
import type { CallSite, Expr, Loop, Module, Scope } from '../module.ts'
import { calledAs, carriedArguments, type LocalCall, meansFunction, offsetOf } from './callers.ts'
import type { Context, Importer, Link } from './context.ts'
import { callsWithGiven, givesBefore } from './given.ts'
import { lastName, within } from './module-index.ts'
import { asks, closed, opened, type Reads, readAgain } from './reads.ts'

/** A call of a function that stands in another module. */
export interface FarCall extends LocalCall, Importer {}

/** What other modules of the project do with a function. */
export interface Elsewhere {
  readonly calls: readonly FarCall[]
  /** Calls it is handed to by name. */
  readonly given: readonly (Importer & { readonly site: CallSite })[]
  /** Loops that call it for each element: `map(embed, texts)`. */
  readonly loops: readonly (Importer & { readonly loop: Loop })[]
  /** False where there may be more: a value that all of them pass is not known. */
  readonly all: boolean
}

const nowhere: Elsewhere = { calls: [], given: [], loops: [], all: true }

const cache = new WeakMap<Link, Map<number, Elsewhere>>()
const reads = new WeakMap<Elsewhere, Reads>()

/** Found once for each function of a module as it stands: whoever changes what it rests on lets go of its link. */
export function usedElsewhere(context: Context, scope: number): Elsewhere {
  if (!context.link) return nowhere
  const seen = cache.get(context.link) ?? new Map<number, Elsewhere>()
  cache.set(context.link, seen)
  const there = seen.get(scope)
  if (there) {
    readAgain(reads, there)
    return there
  }
  const find = () => {
    const around = opened()
    const found = lookFor(context, scope)
    closed(around, reads, found)
    seen.set(scope, found)
    return found
  }
  // Modules that import each other ask for each other's callers: the inner question adds nothing.
  return context.unlessOpen(`used elsewhere ${scope}`, find, nowhere)
}

function lookFor(context: Context, scope: number): Elsewhere {
  const { module, link } = context
  const found = module.scopes[scope]
  const name = found?.kind === 'function' && isSeen(module, found) ? calledAs(context, found) : undefined
  if (!found || !name || !link) return { ...nowhere }
  const names = exportedAs(context, name, found.id)
  const { found: importers, all } = link.importers(names)
  const uses = importers.map((importer) => usesIn(context, importer, scope, names))
  return {
    calls: uses.flatMap(({ calls }) => calls),
    given: uses.flatMap(({ given }) => given),
    loops: uses.flatMap(({ loops }) => loops),
    all,
  }
}

/** Can other modules name it: a function of the module itself, a method, or in a script what stands in something that is exported? */
function isSeen({ language, scopes, exports }: Module, { id, name, parent, method, span }: Scope): boolean {
  if (method !== undefined) return language === 'python' || exports.length > 0
  if (scopes[parent]?.kind !== 'module') return false
  if (language === 'python') return name !== undefined
  return exports.some(({ name: as, value }) => as === name || within(value.span, span[0]) || holds(value, id, name))
}

const holds = (value: Expr, id: number, name: string | undefined): boolean =>
  (value.is === 'name' && value.name === name) ||
  (value.is === 'function' && value.scope === id) ||
  (value.is === 'record' && value.entries.some((entry) => holds(entry.value, id, name)))

/** Under its own name, and under those by which it is exported: `export { ask as query }`, `export default ask`. */
function exportedAs({ module }: Context, name: string, scope: number): readonly string[] {
  asks('exports')
  const others = module.exports.filter(
    ({ value }) => (value.is === 'name' && value.name === name) || (value.is === 'function' && value.scope === scope),
  )
  return [...new Set([name, ...others.map((each) => each.name)])]
}

function usesIn(home: Context, importer: Importer, scope: number, names: readonly string[]): Omit<Elsewhere, 'all'> {
  const { context } = importer
  const { index, module } = context
  const wanted = home.module.scopes[scope]!
  const offset = offsetOf(home, wanted)
  const means = (expr: Expr) => context.evaluate(expr).some((value) => meansFunction(value, home, wanted))
  const local = localNames(context, names)
  const calls = local
    .flatMap(index.callsNamed)
    .filter(({ expr }) => means(expr.callee))
    .map((site) => ({ ...importer, site, offset }))
  const given: { context: Context; document: Document; site: CallSite }[] = []
  for (const site of new Set(local.flatMap(index.callsGiven))) {
    if (givesBefore(site.expr) && site.expr.args[0] && means(site.expr.args[0].value)) {
      calls.push(...callsWithGiven(context, site).map((expr) => ({ ...importer, site: { ...site, expr }, offset })))
      continue
    }
    const args = carriedArguments(site.expr, means)
    if (args) calls.push({ ...importer, site: { ...site, expr: { ...site.expr, args } }, offset })
    else if (site.expr.args.some(({ value }) => local.includes(lastName(value) ?? '') && means(value)))
      given.push({ ...importer, site })
  }
  const loops = module.loops
    .filter((loop) => loop.calls && local.includes(lastName(loop.calls) ?? '') && means(loop.calls))
    .map((loop) => ({ ...importer, loop }))
  return { calls, given, loops }
}

/** What a module calls them: as they are named, or as its imports rename them. */
function localNames({ module }: Context, names: readonly string[]): readonly string[] {
  const renamed = module.imports.flatMap((found) => (names.includes(found.name) ? [found.local] : []))
  return [...new Set([...names, ...renamed])]
}
