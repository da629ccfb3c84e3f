import { withCarbon } from '../carbon/site.ts'
import { cloudOfType } from '../cloud-types.ts'
import { type Document, fileDocument } from '../document.ts'
import { withFreeTiers } from '../estimate/free-tiers.ts'
import { estimateResource } from '../estimate/resource.ts'
import { bareResource, resourcesOf } from '../estimate/sites.ts'
import type { Block, BlockPlace, Evaluation, FormatEngine, ModuleCall, RootFiles } from '../format.ts'
import { folderOf, joinPath } from '../path.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Registry } from '../registry.ts'
import { runRules } from '../rules/run.ts'
import type { Settings } from '../settings.ts'
import { applySuppressions, commentsOf } from '../suppress.ts'
import type { TokenCounter } from '../tokens/counter.ts'
import type { CostedSite, Estimate, Problem, Resource, Result } from '../types.ts'
import type { KeptResources } from './kept-resources.ts'
import { moduleCosts } from './modules.ts'

export interface RootTools {
  readonly registry: Registry
  readonly tokens: TokenCounter
  pricesOf(file: string): PriceBook
  settingsOf(file: string): Settings
  documentsIn(folder: string): readonly Document[]
  /** What a configuration may read beside its own files. */
  readonly files?: RootFiles
}

/** What was found of one root and the modules it calls. */
export interface RootAnalysis {
  /** Every folder whose files were read. */
  readonly folders: ReadonlySet<string>
  /** Other files that were asked for, there or not; with a `/` at its end, a folder whose files were. */
  readonly asked: ReadonlySet<string>
  readonly kept: KeptResources
  /** Every site, whatever the file. */
  readonly sites: readonly CostedSite[]
  readonly calls: readonly ModuleCall[]
  sitesIn(file: string): readonly CostedSite[]
  /** The same at list price, no allowance taken off: what rules compare. */
  readonly listed: readonly CostedSite[]
  atListPrice(file: string): readonly CostedSite[]
  problemsIn(file: string): readonly Problem[]
}

/** Resources of one root, with those of the modules it calls: evaluated together, told file by file. */
export function analyseRoot(
  documents: readonly Document[],
  engine: FormatEngine,
  tools: RootTools,
  { kept, read }: { readonly kept: KeptResources; readonly read: readonly Document[] },
): RootAnalysis {
  const settings = documents.map((document) => tools.settingsOf(document.file))
  const region = Object.assign({}, ...settings.map((each) => each.region)) as Record<string, string>
  const chosen = settings.find((each) => each.terraform)?.terraform
  const asked = new Set<string>()
  const files = tools.files && noted(tools.files, asked)
  const reading = { ...tools, ...(files ? { files } : {}) }
  const given = namedFiles(documents[0], chosen?.varFiles ?? [], reading, {
    what: 'variable file',
    otherwise: 'its variables are not set',
  })
  const planned = namedFiles(documents[0], chosen?.plan === undefined ? [] : [chosen.plan], reading, {
    what: 'plan',
    otherwise: 'the source is read',
  })
  const [plan] = planned.documents
  const evaluation = engine.evaluate(documents, {
    region,
    varFiles: given.documents,
    ...(chosen?.workspace === undefined ? {} : { workspace: chosen.workspace }),
    ...(plan ? { plan } : {}),
    adapters: tools.registry.modules,
    documentsIn: tools.documentsIn,
    ...(files ? { files } : {}),
  })
  const usage = settings[0]?.usage ?? noUsage
  kept.next({ documents: read, evaluation, usage, asked })
  const byFile = new Map<string, BlockPlace[]>()
  for (const place of evaluation.places ?? evaluation.blocks.map(placed)) {
    const there = byFile.get(place.file)
    if (there) there.push(place)
    else byFile.set(place.file, [place])
  }
  const costed = new Map<string, readonly CostedSite[]>()
  // A file that nobody looks at costs nothing.
  const atListPrice = (file: string): readonly CostedSite[] => {
    const before = costed.get(file)
    if (before) return before
    const found = sitesOf(byFile.get(file) ?? [], evaluation, usage, tools, kept)
    kept.whole(file)
    costed.set(file, found)
    return found
  }
  let everything: readonly CostedSite[] | undefined
  // Rules of whole documents ask for it once for each file.
  const listed = () => {
    everything ??= [...byFile.keys()].flatMap(atListPrice)
    return everything
  }
  let lowered: ReadonlyMap<CostedSite, CostedSite> | undefined
  const withoutFree = (file: string): readonly CostedSite[] => {
    // An allowance is shared by all files, so that all of them have to be known.
    lowered ??= withFreeTiers(listed(), tools.registry.freeTiers)
    return atListPrice(file).map((costed) => lowered!.get(costed) ?? costed)
  }
  const sitesIn = settings.some(({ freeTiers }) => freeTiers) ? withoutFree : atListPrice
  let all: readonly CostedSite[] | undefined
  const problems = [...given.problems, ...planned.problems, ...evaluation.problems]
  return {
    asked,
    kept,
    get sites() {
      all ??= [...byFile.keys()].flatMap(sitesIn)
      return all
    },
    sitesIn,
    get listed() {
      return listed()
    },
    atListPrice,
    calls: evaluation.calls ?? [],
    folders: new Set([...documents.map(({ file }) => folderOf(file)), ...(evaluation.folders ?? [])]),
    problemsIn: (file) => problems.filter((problem) => problem.file === file),
  }
}

const noUsage: Settings['usage'] = () => ({})

/** @param names paths from the root's own folder, in order */
function namedFiles(
  root: Document | undefined,
  names: readonly string[],
  tools: RootTools,
  says: { readonly what: string; readonly otherwise: string },
) {
  const documents: Document[] = []
  const problems: Problem[] = []
  for (const name of root ? names : []) {
    const file = joinPath(folderOf(root!.file), name)
    const there = tools.documentsIn(folderOf(file)).find((document) => document.file === file)
    const text = there ? there.text : tools.files?.text(file)
    if (text !== undefined) documents.push(there ?? fileDocument(file, root!.language, text))
    else problems.push({ file: root!.file, message: `There is no ${says.what} ${name}: ${says.otherwise}.` })
  }
  return { documents, problems }
}

/** A block that is worked out already. */
const placed = (block: Block): BlockPlace => ({
  type: block.type,
  key: block.key,
  file: block.location.file,
  part: '',
  module: () => block.module,
  block: () => block,
})

function sitesOf(
  places: readonly BlockPlace[],
  { input, asked }: Evaluation,
  usage: Settings['usage'],
  { registry, pricesOf }: RootTools,
  kept: KeptResources,
): readonly CostedSite[] {
  const { definitions, free } = known(registry)
  const readFrom = input ? { readFrom: input } : {}

  function work(place: BlockPlace, block: Block, prices: PriceBook): readonly CostedSite[] {
    const modules = block.modules()
    if (modules.length > 0) return modules.flatMap((one) => work(place, one, prices))
    const definition = definitions.get(block.type)
    if (!definition) {
      const found = unpriced(block, free)
      if (!found) return []
      const site = { ...found.site, ...readFrom }
      return [kept.costedBefore(place, site, prices) ?? kept.costed({ ...found, site })]
    }
    return resourcesOf(block, definition, prices, usage).map((resource) => {
      const site = { ...resource, ...readFrom }
      return (
        kept.costedBefore(place, site, prices) ??
        kept.costed(withCarbon(site, estimateResource(site, definition, prices), prices))
      )
    })
  }

  return places.flatMap((place) => {
    const prices = pricesOf(place.file)
    const before = kept.blockBefore(place, prices)
    if (before) return before
    asked?.()
    const block = place.block()
    if (block === undefined) return []
    const sites = work(place, block, prices)
    kept.block(place, prices, sites, asked?.() ?? none)
    return sites
  })
}

const none: ReadonlySet<string> = new Set()

/** What a file shows: the sites in it of every root that reads it, and what the rules say of them. */
export function fileResult(
  document: Document,
  roots: readonly RootAnalysis[],
  tools: RootTools,
): Pick<Result, 'sites' | 'findings' | 'modules' | 'problems'> {
  const { file } = document
  const sites = distinct(roots.flatMap((root) => root.sitesIn(file)))
  const isListed = roots.every((root) => root.sitesIn === root.atListPrice)
  const listed = isListed ? sites : distinct(roots.flatMap((root) => root.atListPrice(file)))
  const settings = tools.settingsOf(file)
  const found = runRules({
    rules: tools.registry.rules,
    document,
    sites: listed,
    rootSites: () => roots.flatMap((root) => root.listed),
    tools: { prices: tools.pricesOf(file), tokens: tools.tokens, settings },
    estimateResource: (resource) =>
      estimateResource(resource, known(tools.registry).definitions.get(resource.type), tools.pricesOf(file)),
    ...(roots.length === 1 ? { kept: roots[0]!.kept } : {}),
  })
  const problems = roots.flatMap((root) => root.problemsIn(file))
  return {
    sites,
    findings: applySuppressions(found, commentsOf(document), document, {
      sites,
      rules: settings.rules,
      known: tools.registry.rules,
    }),
    modules: moduleCosts(file, roots),
    problems: [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()],
  }
}

/** Two roots may make the same address of one file: then each says of which root it is. */
export function distinct(sites: readonly CostedSite[]): readonly CostedSite[] {
  const times = new Map<string, number>()
  const idOf = ({ site: { location, key } }: CostedSite) => `${location.file}\0${key}`
  for (const costed of sites) times.set(idOf(costed), (times.get(idOf(costed)) ?? 0) + 1)
  return sites.map((costed) => {
    const { site } = costed
    if (times.get(idOf(costed)) === 1 || site.kind !== 'resource' || !site.readFrom) return costed
    return { ...costed, site: { ...site, key: `${site.key} @ ${site.readFrom.root || '.'}` } }
  })
}

const knowledge = new WeakMap<Registry, ReturnType<typeof learn>>()

function known(registry: Registry) {
  const before = knowledge.get(registry) ?? learn(registry)
  knowledge.set(registry, before)
  return before
}

const learn = ({ resources, free }: Registry) => ({
  free: new Set(free),
  definitions: new Map(
    resources.flatMap((definition) =>
      Object.keys(definition.from.terraform ?? {}).map((type) => [type, definition] as const),
    ),
  ),
})

/** A type without a definition: free where it is known to be, else unsupported. Undefined where no cloud bills it. */
function unpriced(
  block: Block,
  free: ReadonlySet<string>,
): { readonly site: Resource; readonly estimate: Estimate } | undefined {
  const cloud = cloudOfType(block.type)
  if (cloud === undefined) return undefined
  const nothing: Omit<Estimate, 'status'> = {
    per: 'month',
    usd: undefined,
    month: undefined,
    lines: [],
    unknown: [],
    assumed: [],
  }
  const status = free.has(block.type) ? 'free' : 'unsupported'
  // Without a definition the type is all that says what it is.
  const site = { ...bareResource(block, cloud), label: `${block.type}.${block.name}` }
  return { site, estimate: { ...nothing, status } }
}

const noted = (files: RootFiles, asked: Set<string>): RootFiles => ({
  ...files,
  text(file) {
    asked.add(file)
    return files.text(file)
  },
  ...(files.under
    ? {
        under(folder, depth) {
          asked.add(`${folder}/`)
          return files.under!(folder, depth)
        },
      }
    : {}),
})

/** Whether a file that has come, gone or changed can alter a root: it was asked for, or what is in a folder of it. */
export const asksFor = ({ asked }: Pick<RootAnalysis, 'asked'>, file: string): boolean =>
  asked.has(file) || [...asked].some((each) => each.endsWith('/') && (each === '/' || file.startsWith(each)))
