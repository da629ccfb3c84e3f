import type { KeptResources } from '../analyse/kept-resources.ts'
import { saved } from '../band.ts'
import type { Document } from '../document.ts'
import { type EstimateTools, estimateModelCall } from '../estimate/model-call.ts'
import { isComparable, sameAnswer, surelyCheaper, surelySaved } from '../estimate/ranged.ts'
import { aligned } from '../fixes/aligned.ts'
import { candidatesOf } from '../known.ts'
import type { Module } from '../module.ts'
import { extensionOf } from '../path.ts'
import { holds as isIn } from '../preset.ts'
import type { PriceBook } from '../prices/book.ts'
import { isGone } from '../prices/retirements.ts'
import type { DocumentRule, ProposedFix, Report, Rule, RuleContext } from '../rule.ts'
import type { RuleSetting, Settings } from '../settings.ts'
import { isTestData } from '../test-file.ts'
import type { Band, CostedSite, Estimate, Finding, Fix, ModelCall, Resource, Severity } from '../types.ts'
import { firstPerPlace, oncePerPlace } from './alike.ts'
import { isPlaced } from './block-place.ts'

export interface RuleInput {
  readonly rules: readonly Rule[]
  readonly document: Document
  readonly sites: readonly CostedSite[]
  /** Of all documents of the root; left out, the document is all there is. */
  rootSites?(): readonly CostedSite[]
  readonly tools: EstimateTools
  /** For model calls: the module they were read from and how its language writes a named argument. */
  readonly code?: { readonly module: Module; readonly named: 'keyword' | 'record' }
  estimateResource(resource: Resource): Estimate
  /** What the rules said of resources before an edit. */
  readonly kept?: Pick<KeptResources, 'foundBefore' | 'found'>
}

/** Every finding of every rule that is on, in source order; of one place, in the order of the rules. */
export function runRules(input: RuleInput): Finding[] {
  const { tools } = input
  // Fixes are written in a format's own syntax, which JSON is not.
  const isJson = extensionOf(input.document.file).endsWith('.json')
  const chosen = input.rules.flatMap((rule) => {
    const setting = settingOf(rule, tools.settings)
    return setting ? [{ rule, setting }] : []
  })
  const found: { readonly finding: Finding; readonly rule: number }[] = []
  const asked = input.sites.filter(costs)
  for (const [i, { rule, setting }] of chosen.entries())
    if (rule.on === 'document' && input.sites.length > 0)
      for (const finding of ofDocument(rule, setting, input)) found.push({ finding, rule: i })
  for (const costed of asked) {
    const ask = () => chosen.map(({ rule, setting }) => findingsOf(rule, setting, costed, input))
    const byRule =
      input.kept?.foundBefore(costed, tools.settings) ?? input.kept?.found(costed, tools.settings, ask()) ?? ask()
    for (const [rule, some] of byRule.entries())
      for (const finding of some) found.push({ finding: isJson ? { ...finding, fixes: [] } : finding, rule })
  }
  const place = ({ location }: Finding) => location.cell ?? 0
  found.sort(
    (a, b) =>
      place(a.finding) - place(b.finding) || a.finding.location.span[0] - b.finding.location.span[0] || a.rule - b.rule,
  )
  const fitted = fitting(
    found.map(({ finding }) => finding),
    asked,
  )
  return input.code ? firstPerPlace(fitted) : oncePerPlace(fitted)
}

interface Setting {
  readonly severity: Severity
  readonly options: unknown
  /** What is to be said after each message. */
  readonly learn: string
}

function ofDocument(rule: DocumentRule<never>, { severity, options, learn }: Setting, input: RuleInput): Finding[] {
  const { document, sites } = input
  const rootSites = input.rootSites ?? (() => sites)
  const context = { options: options as never, prices: input.tools.prices, document, sites, rootSites }
  return [...rule.check(context)].map((report) => ({
    rule: rule.id,
    site: undefined,
    location: report.at,
    message: report.message + learn,
    severity,
    related: report.related ?? [],
    saves: undefined,
    unit: undefined,
    fixes: (report.fixes ?? []).flatMap((fix) =>
      fix.claim === 'governs' ? kept(fix, undefined, undefined, undefined) : [],
    ),
  }))
}

function findingsOf(
  rule: Rule,
  { severity, options, learn }: Setting,
  costed: CostedSite,
  input: RuleInput,
): readonly Finding[] {
  return [...check(rule, costed, options, input)].flatMap((report) => {
    const finding = finish(rule.id, severity, costed, report)
    if (!finding) return []
    return [
      {
        ...finding,
        message: finding.message + learn,
        fixes: finding.fixes
          .flatMap((fix) => atCall(fix, costed.site))
          .map((fix) => ({ ...fix, ...safetyIn(input.document, fix), edits: aligned(fix.edits, input.document) })),
      },
    ]
  })
}

/**
 * Instances that differ share one block, and what is edited there changes all of them: only what each of them is offered is. Those of one
 * module share its call, where what is edited elsewhere stands.
 */
function fitting(findings: Finding[], sites: readonly CostedSite[]): Finding[] {
  const starts = new Set(sites.map(({ site: { location } }) => location.span[0]))
  if (starts.size === sites.length) return findings
  const bySite = new Map(sites.map(({ site }) => [site.key, site]))
  const groups = (partOf: (site: CostedSite['site']) => string) => {
    let found: Map<string, Set<string>> | undefined
    return (of: CostedSite['site']) => {
      found ??= grouped(sites, partOf)
      return found.get(partOf(of))!
    }
  }
  const inBlock = groups(({ location }) => location.span.join())
  const atCall = groups(blockAddress)
  return findings.map((finding) => {
    const site = bySite.get(finding.site ?? '')
    if (site === undefined || finding.fixes.length === 0) return finding
    const isOfferedAll = (fix: Fix) => {
      const others = (isAtCall(fix, site) ? atCall : inBlock)(site)
      const same = (each: Fix) => JSON.stringify(each.edits) === JSON.stringify(fix.edits)
      const offered = findings.filter(
        ({ rule, site, fixes }) => rule === finding.rule && others.has(site ?? '') && fixes.some(same),
      )
      return offered.length === others.size
    }
    return { ...finding, fixes: finding.fixes.filter(isOfferedAll) }
  })
}

function grouped(sites: readonly CostedSite[], partOf: (site: CostedSite['site']) => string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { site } of sites) {
    const there = found.get(partOf(site))
    if (there) there.add(site.key)
    else found.set(partOf(site), new Set([site.key]))
  }
  return found
}

/** One for all instances of a block, and of the modules around it. */
const blockAddress = (site: CostedSite['site']): string =>
  site.kind === 'resource' ? `${site.readFrom?.root ?? ''} ${site.address.replace(/\[[^\]]*\]/g, '')}` : site.key

/** What else a module makes of an argument is for somebody to look at; where nobody sees into it nothing but arguments can be edited. */
function atCall(fix: Fix, site: CostedSite['site']): readonly Fix[] {
  if (!isAtCall(fix, site)) return [fix]
  const [start, end] = site.location.span
  const isInside = fix.edits.every(({ span }) => span[0] > start && span[1] < end)
  return isInside || site.kind !== 'resource' || !isPlaced(site) ? [{ ...fix, safety: 'suggestion' }] : []
}

/** What a test reads is nobody's bill, and the test says what it expects of it. */
const safetyIn = ({ file, path }: Document, { safety }: Fix) =>
  ({ safety: isTestData(path ?? file) ? 'suggestion' : safety }) as const

/** Whether it edits the call of the module that the block stands in, and not the block itself. */
function isAtCall({ edits }: Fix, site: CostedSite['site']): boolean {
  if (site.kind !== 'resource') return false
  if (isPlaced(site)) return true
  const { file, span } = site.location
  return (
    site.module !== undefined &&
    edits.every((edit) => edit.file !== file || edit.span[1] < span[0] || edit.span[0] > span[1])
  )
}

/** Nothing is wasted on what is free, and a call in a test is answered by a mock, or made once to see that it works. */
const costs = ({ site, estimate }: CostedSite) =>
  estimate.status !== 'free' && !site.hints.includes('test') && !isSupposed(site)

/** What its path alone tells to be a call, nobody knows of whom, is shown and not complained of. */
const isSupposed = (site: CostedSite['site']) =>
  site.kind === 'model-call' && site.confidence === 'low' && site.provider === 'unknown'

/** Undefined where the rule is off. Options were validated with the config; here only defaults are filled in. */
function settingOf(rule: Rule, settings: Settings): Setting | undefined {
  const chosen: RuleSetting | undefined = settings.rules.get(rule.id)
  const preset = settings.preset ?? 'recommended'
  if (chosen?.severity === 'off' || (!chosen && !isIn(preset, rule.preset))) return undefined
  const parsed = rule.options.safeParse(chosen?.options ?? {})
  const severity = chosen?.severity ?? rule.severity
  const learns = preset === 'learn'
  return {
    severity: learns && !chosen && severity !== 'hint' ? 'info' : severity,
    options: parsed.success ? parsed.data : rule.options.parse({}),
    learn: learns ? ` Why: ${rule.docs.why} Leave it where: ${rule.docs.unless}` : '',
  }
}

function check(rule: Rule, { site, estimate }: CostedSite, options: unknown, input: RuleInput): Iterable<Report> {
  const shared: Omit<RuleContext<never, never>, 'estimateWith'> = {
    options: options as never,
    estimate,
    prices: input.tools.prices,
    tokens: input.tools.tokens,
    document: input.document,
    sites: input.sites,
  }
  if (rule.on === 'model-call' && site.kind === 'model-call' && input.code) {
    if (!rule.evenGone && asksGone(site, input.tools.prices)) return []
    const estimateWith = (change: Partial<ModelCall>) => estimateModelCall({ ...site, ...change }, input.tools)
    return rule.check(site, { ...shared, ...input.code, estimateWith })
  }
  if (rule.on === 'resource' && site.kind === 'resource') {
    const code = input.code ? { code: input.code } : {}
    const estimateWith = (change: Partial<Resource>) => input.estimateResource({ ...site, ...change })
    return rule.check(site, { ...shared, ...code, estimateWith })
  }
  return []
}

/** Of several models that it may be, each is served no more. */
function asksGone({ provider, model }: ModelCall, prices: PriceBook): boolean {
  const ids = candidatesOf(model)
  const isIdGone = (id: string) => {
    const price = prices.model(provider, id)
    return price !== undefined && isGone(price, prices.asOf)
  }
  return ids.length > 0 && ids.every(isIdGone)
}

/** Keeps only what holds: a report that promises less cost and does not bring it is no finding. */
function finish(rule: string, severity: Severity, { site, estimate }: CostedSite, report: Report): Finding | undefined {
  const before = report.run?.before ?? estimate.usd
  const after = report.run?.after ?? amountOf(estimate, report.after)
  const per = report.run ? 'run' : estimate.per
  const cheaper = before && after && (after.likely < before.likely || after.high < before.high)
  if (before && after && !cheaper) return undefined
  const promised =
    report.run || !report.after || !isComparable(estimate, report.after)
      ? undefined
      : sameAnswer(estimate, report.after)
  if (promised && !mayClaim(estimate, promised)) return undefined
  const least = promised ? surelySaved(estimate, promised) : undefined
  const saves =
    before && after && after.likely < before.likely ? { per, usd: least ?? saved(before, after) } : undefined
  return {
    rule,
    site: site.key,
    location: report.at,
    message: report.message,
    severity,
    related: report.related ?? [],
    saves,
    unit: report.unit,
    fixes: (report.fixes ?? []).flatMap((fix) =>
      kept(fix, before, amountOf(estimate, fix.after) ?? after, report.unit, per),
    ),
  }
}

const amountOf = (before: Estimate, after: Estimate | undefined): Band | undefined =>
  after && isComparable(before, after) ? after.usd : undefined

/** Lists that differ on a price must not make a saving of a loss: by each of them it is cheaper. */
function mayClaim(before: Estimate, after: Estimate): boolean {
  const likely = before.usd && after.usd && after.usd.likely < before.usd.likely
  return likely ? surelySaved(before, after) !== undefined : surelyCheaper(before, after)
}

function kept(
  fix: ProposedFix,
  before: Band | undefined,
  after: Band | undefined,
  unit: Finding['unit'],
  per?: Estimate['per'],
): Fix[] {
  const { title, safety } = fix
  const edits = fix.edits.filter((edit) => edit !== undefined)
  if (edits.length === 0 || edits.length < fix.edits.length || !holds(fix.claim, before, after, unit)) return []
  if (fix.claim === 'governs') return [{ title, safety, edits, before: undefined, after: undefined }]
  const claimed = before && after ? per : unit?.per
  return [{ title, safety, edits, before, after, ...(claimed === undefined ? {} : { per: claimed }) }]
}

function holds(
  claim: ProposedFix['claim'],
  before: Band | undefined,
  after: Band | undefined,
  unit: Finding['unit'],
): boolean {
  switch (claim) {
    case 'governs':
      return true
    case 'bounds':
      return before === undefined || (after !== undefined && after.high < before.high)
    case 'saves':
      return before && after ? after.likely < before.likely : unit !== undefined && unit.after < unit.before
  }
}
