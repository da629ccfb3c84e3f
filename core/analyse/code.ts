import { withCarbon } from '../carbon/site.ts'
import { type Document, locate } from '../document.ts'
import { type EstimateTools, estimateModelCall } from '../estimate/model-call.ts'
import { estimateResource } from '../estimate/resource.ts'
import { resourcesOf } from '../estimate/sites.ts'
import type { Language } from '../language.ts'
import type { SyntaxProblem } from '../module.ts'
import type { Registry } from '../registry.ts'
import { findModelCalls } from '../resolve/calls.ts'
import type { Context } from '../resolve/context.ts'
import { fileHints } from '../resolve/hints.ts'
import { findRented } from '../resolve/rented.ts'
import type { ResourceDefinition } from '../resource.ts'
import { runRules } from '../rules/run.ts'
import { applySuppressions } from '../suppress.ts'
import type { CostedSite, Estimate, Location, Problem, Resource, Result } from '../types.ts'
import { cellCosts, functionCosts, type SitesOf, type Sums } from './functions.ts'
import type { Keeping, KeptCalls } from './kept-calls.ts'

export interface AnalysisTools extends EstimateTools {
  readonly registry: Registry
}

export type CodeAnalysis = Pick<Result, 'sites' | 'findings' | 'problems' | 'approximate' | 'functions' | 'cells'>

/** Model calls of one document of code and the machines it rents, what they cost and what the rules say of them. */
export function analyseCode(
  document: Document,
  context: Context,
  language: Language,
  tools: AnalysisTools,
  sitesOf: SitesOf,
  kept?: KeptCalls,
  sums?: Sums,
): CodeAnalysis {
  const { module } = context
  const calls = costedCalls(document, context, tools, kept?.next(document, context, tools))
  const sites = inOrder([...calls, ...costedRented(document, context, tools)])
  const found = runRules({
    rules: tools.registry.rules,
    document,
    sites,
    tools,
    code: { module, named: language.named },
    estimateResource: (resource) => estimateRented(resource, tools),
  })
  const comments = module.comments.map((comment) => ({ text: comment.text, location: locate(document, comment.span) }))
  const callsIn: SitesOf = (of) => (of === context ? calls : sitesOf(of))
  return {
    sites,
    functions: functionCosts(document, context, callsIn, sums),
    ...(document.notebook ? { cells: cellCosts(document, context, callsIn, sums) } : {}),
    findings: applySuppressions(found, comments, document, {
      sites,
      rules: tools.settings.rules,
      known: tools.registry.rules,
    }),
    problems: language.data && sites.length === 0 ? [] : problemsOf(document, module.problems),
    approximate: calls.length > 0 && !tools.tokens.exact,
  }
}

/** The model calls of a document and what they cost. */
export function costedCalls(
  document: Document,
  context: Context,
  tools: AnalysisTools,
  keeping?: Keeping,
): readonly CostedSite[] {
  return findModelCalls(document, context.module, tools.registry.sdks, context, keeping?.keep).map((site) => {
    const before = keeping?.costedBefore(site)
    if (before) return before
    const costed = withCarbon(site, estimateModelCall(site, tools), tools.prices)
    return keeping?.costed(site, costed.estimate) ?? costed
  })
}

/** What the calls of a document rent, and what that costs. */
function costedRented(document: Document, context: Context, tools: AnalysisTools): readonly CostedSite[] {
  const { sdks, resources } = tools.registry
  const hints = fileHints(context, document)
  return findRented(document, context.module, sdks, context).flatMap((block) => {
    const definition = definitionsOf(resources).get(block.type)
    if (!definition) return []
    return resourcesOf(block, definition, tools.prices, tools.settings.usage, tools.settings.region).map((site) =>
      withCarbon({ ...site, hints }, estimateResource(site, definition, tools.prices), tools.prices),
    )
  })
}

const estimateRented = (resource: Resource, { registry, prices }: AnalysisTools): Estimate =>
  estimateResource(resource, definitionsOf(registry.resources).get(resource.type), prices)

const byType = new WeakMap<Registry['resources'], ReadonlyMap<string, ResourceDefinition>>()

/** By the types of calls that rent. */
function definitionsOf(resources: Registry['resources']): ReadonlyMap<string, ResourceDefinition> {
  const there = byType.get(resources)
  if (there) return there
  const made = new Map(
    resources.flatMap((definition) =>
      Object.keys(definition.from.sdk ?? {}).map((type) => [type, definition] as const),
    ),
  )
  byType.set(resources, made)
  return made
}

const inOrder = (sites: readonly CostedSite[]): readonly CostedSite[] =>
  sites.toSorted(({ site: a }, { site: b }) => startOf(a.location) - startOf(b.location))

/** A cell's offsets are its own. */
const startOf = ({ cell = 0, span }: Location) => cell * 1e9 + span[0]

/** One mistake makes a parser stumble several times over the next lines of its cell; the first place is where to look. */
function problemsOf(document: Document, problems: readonly SyntaxProblem[]): readonly Problem[] {
  let end = Number.NEGATIVE_INFINITY
  let cell: number | undefined
  return problems.flatMap(({ span, message }) => {
    const location = locate(document, span)
    if (location.cell !== cell) end = Number.NEGATIVE_INFINITY
    cell = location.cell
    const isNew = end < 0 || document.text.slice(end, span[0]).split('\n').length > 4
    const stumble = end >= 0 && span[0] === span[1]
    end = Math.max(end, span[1])
    return isNew && !stumble ? [{ file: document.file, location, message }] : []
  })
}
