import { withCarbon } from '../carbon/site.ts'
import { cloudOfType } from '../cloud-types.ts'
import type { Document } from '../document.ts'
import { estimateResource } from '../estimate/resource.ts'
import { bareResource, resourcesOf } from '../estimate/sites.ts'
import type { Block, FormatEngine, RootFiles } from '../format.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Registry } from '../registry.ts'
import { runRules } from '../rules/run.ts'
import type { Settings } from '../settings.ts'
import { applySuppressions, commentsOf } from '../suppress.ts'
import type { TokenCounter } from '../tokens/counter.ts'
import type { CostedSite, Estimate, Resource, Result } from '../types.ts'

export interface RootTools {
  readonly registry: Registry
  readonly tokens: TokenCounter
  pricesOf(file: string): PriceBook
  settingsOf(file: string): Settings
  /** What a configuration may read beside its own files. */
  readonly files?: RootFiles
}

export interface RootAnalysis {
  /** Other files that were asked for, there or not. */
  readonly asked: ReadonlySet<string>
  of(file: string): Pick<Result, 'sites' | 'findings' | 'problems'>
}

/** Resources of one root (all files of a directory, evaluated together), handed out file by file. */
export function analyseRoot(documents: readonly Document[], engine: FormatEngine, tools: RootTools): RootAnalysis {
  const region = Object.assign({}, ...documents.map((document) => tools.settingsOf(document.file).region)) as Record<
    string,
    string
  >
  const asked = new Set<string>()
  const { files } = tools
  const evaluation = engine.evaluate(documents, { region, ...(files ? { files: noted(files, asked) } : {}) })
  const definitions = new Map(
    tools.registry.resources.flatMap((definition) =>
      Object.keys(definition.from.terraform ?? {}).map((type) => [type, definition] as const),
    ),
  )
  const free = new Set(tools.registry.free)
  const estimate = (resource: Resource) =>
    estimateResource(resource, definitions.get(resource.type), tools.pricesOf(resource.location.file))
  const byFile = new Map<string, CostedSite[]>(documents.map((document) => [document.file, []]))
  for (const block of evaluation.blocks) {
    const definition = definitions.get(block.type)
    if (!definition) {
      const site = unpriced(block, free)
      if (site) byFile.get(block.location.file)?.push(site)
      continue
    }
    const { usage } = tools.settingsOf(block.location.file)
    for (const site of resourcesOf(block, definition, tools.pricesOf(block.location.file), usage)) {
      byFile.get(site.location.file)?.push(withCarbon(site, estimate(site), tools.pricesOf(site.location.file)))
    }
  }

  return {
    asked,
    of(file) {
      const document = documents.find((each) => each.file === file)
      if (!document) return { sites: [], findings: [], problems: [] }
      const sites = byFile.get(file) ?? []
      const settings = tools.settingsOf(file)
      const found = runRules({
        rules: tools.registry.rules,
        document,
        sites,
        tools: { prices: tools.pricesOf(file), tokens: tools.tokens, settings },
        estimateResource: estimate,
      })
      return {
        sites,
        findings: applySuppressions(found, commentsOf(document), document, { sites, rules: settings.rules }),
        problems: evaluation.problems.filter((problem) => problem.file === file),
      }
    },
  }
}

/** A type without a definition: free where it is known to be, else unsupported. Undefined where no cloud bills it. */
function unpriced(block: Block, free: ReadonlySet<string>): CostedSite | undefined {
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
  return { site: bareResource(block, cloud), estimate: { ...nothing, status } }
}

const noted = (files: RootFiles, asked: Set<string>): RootFiles => ({
  ...files,
  text(file) {
    asked.add(file)
    return files.text(file)
  },
})
