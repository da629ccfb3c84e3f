import type * as z from 'zod/mini'
import type { Document } from './document.ts'
import type { Module } from './module.ts'
import type { Preset } from './preset.ts'
import type { PriceBook } from './prices/book.ts'
import type { TokenCounter } from './tokens/counter.ts'
import type {
  Band,
  CostedSite,
  Edit,
  Estimate,
  Finding,
  Location,
  ModelCall,
  Resource,
  Safety,
  Severity,
} from './types.ts'

/** What a rule says of one site. The runner fills in rule id, severity and docs, and refuses a fix that does not save. */
export interface Report {
  /** The tightest place: the argument, not the call; the attribute, not the block. */
  readonly at: Location
  /** Written with `say`: what costs, how much, what to do. */
  readonly message: string
  readonly related?: Finding['related']
  /** What the site costs once the advice is followed; the saving is `before − after` of the two estimates. */
  readonly after?: Estimate
  /** Where the call itself costs the same but is made less often: what one run of the code around it costs. */
  readonly run?: { readonly before: Band; readonly after: Band }
  /** Where the quantity is unknown: unit prices instead. */
  readonly unit?: Finding['unit']
  readonly fixes?: readonly ProposedFix[]
}

export interface ProposedFix {
  readonly title: string
  readonly safety: Safety
  /** Where one of them cannot be made, the fix is not offered. */
  readonly edits: readonly (Edit | undefined)[]
  /** What the site costs after these edits; left out where `Report.after` says it. */
  readonly after?: Estimate
  /** `saves`: the likely cost must fall. `bounds`: the high end must fall. `governs`: claims nothing. */
  readonly claim: 'saves' | 'bounds' | 'governs'
}

export interface RuleContext<Site, Options> {
  readonly options: Options
  readonly estimate: Estimate
  readonly prices: PriceBook
  readonly tokens: TokenCounter
  readonly document: Document
  /** Every site of the document. */
  readonly sites: readonly CostedSite[]
  /** What the site would cost if it were so changed. Nothing is written. */
  estimateWith(change: Partial<Site>): Estimate
}

/** Of a call in code that rents: what its fixes are made with. */
export interface RentedCode {
  readonly module: Module
  readonly named: 'keyword' | 'record'
}

export interface ResourceContext<Options> extends RuleContext<Resource, Options> {
  /** Of a program; a format's blocks have none. */
  readonly code?: RentedCode
}

export interface ModelCallContext<Options> extends RuleContext<ModelCall, Options> {
  readonly module: Module
  /** `keyword` or `record`: how this document's language writes a named argument. */
  readonly named: 'keyword' | 'record'
}

/** Why somebody looks at a fix before it is made: see `Safety` of core/types.ts. */
export type Alteration =
  | 'answers'
  | 'results'
  | 'speed'
  | 'errors'
  | 'data'
  | 'availability'
  | 'access'
  | 'place'
  | 'sight'
  | 'replacement'
  | 'bill'

export interface RuleDocs {
  readonly what: string
  readonly why: string
  /** What to do about it. */
  readonly fix: string
  /** When it is right to leave it. */
  readonly unless: string
  /** Where the lever's effect is documented. */
  readonly source: string
  /** What else than the bill its fix can change; of a rule without a fix, left out. */
  readonly alters?: readonly [Alteration, ...Alteration[]]
  /** Where its fix is safe none the less: `where the disk is changed in use`. */
  readonly safe?: string
  /** Why there is nothing to find where no example finds anything; the page of all rules says it. */
  readonly notIn?: Readonly<Partial<Record<RuleExample['lang'], string>>>
}

interface RuleBase<Options> {
  /** The file's name: a smell that reads after "allow". */
  readonly id: string
  readonly severity: Severity
  /** The smallest preset it is part of. `recommended` is on by itself, the others where the config chooses them or names the rule. */
  readonly preset: Preset
  readonly docs: RuleDocs
  readonly options: z.ZodMiniType<Options>
}

export interface ModelCallRule<Options = unknown> extends RuleBase<Options> {
  readonly on: 'model-call'
  /** Asked of calls of models that are served no more, too: whatever those cost nobody pays. */
  readonly evenGone?: true
  check(call: ModelCall, context: ModelCallContext<Options>): Iterable<Report>
}

export interface ResourceRule<Options = unknown> extends RuleBase<Options> {
  readonly on: 'resource'
  /** Of the text only the block and its indentation are looked at, and of the sites none but this: what it says is kept while these are. */
  check(resource: Resource, context: ResourceContext<Options>): Iterable<Report>
}

/** Of all that is rented and called in one file, or in the Terraform root it is part of. */
export interface DocumentContext<Options> {
  readonly options: Options
  readonly prices: PriceBook
  readonly document: Document
  /** Of the document, in source order. */
  readonly sites: readonly CostedSite[]
  /** Of the whole root, where the document is part of one; else the document's own. */
  rootSites(): readonly CostedSite[]
}

export interface DocumentRule<Options = unknown> extends RuleBase<Options> {
  readonly on: 'document'
  /** Asked once for each document that holds a site. Of its reports `after`, `run` and `unit` are of no site and are left out. */
  check(context: DocumentContext<Options>): Iterable<Pick<Report, 'at' | 'message' | 'related' | 'fixes'>>
}

export type Rule = ModelCallRule<never> | ResourceRule<never> | DocumentRule<never>

export function defineRule<Options>(
  rule: ModelCallRule<Options> | ResourceRule<Options> | DocumentRule<Options>,
): Rule {
  return rule as Rule
}

export interface RuleExample {
  readonly name: string
  readonly lang: 'python' | 'typescript' | 'terraform' | 'notebook'
  readonly code: string
  readonly options?: Readonly<Record<string, unknown>>
  /** As `usage` in outlay.json: by a resource's address. */
  readonly usage?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Every finding of the rule in the code, in order; `[]` for a good example. */
  readonly finds: readonly {
    readonly line: number
    /** The whole message. */
    readonly message: string
    /** The whole text after the first fix is applied; undefined where the finding has no fix. */
    readonly fixed?: string
  }[]
}
