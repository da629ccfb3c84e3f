import type { Bought, Purchase } from './bought.ts'
import type { Carbon } from './carbon-figures.ts'
import type { FreeShare } from './free-tier.ts'
import type { Host } from './hosts.ts'
import type { Input } from './input.ts'
import type { Currency } from './prices/user/prices.ts'
import type { Asked, Growth, PromptPart } from './sent.ts'
import type { BlockSource, CallSource } from './site-source.ts'
import type { CellCost, FunctionCost, ModuleCost } from './summed.ts'

export type { Committable, Machine, Purchase } from './bought.ts'
export type { Carbon, PublishedFigure } from './carbon-figures.ts'
export type { Cloud, GpuCloud, Host, Seller } from './hosts.ts'
export type { Asked, Growth, Picture, PromptPart, Retrieved } from './sent.ts'
export type { BlockSource, CallArgument, CallSource, OpenArguments } from './site-source.ts'
export type { CellCost, FunctionCost, ModuleCost } from './summed.ts'

// The vocabulary. Every other file speaks in these words; what they mean in the JSON is fixed by docs/json.md.

/** Half-open UTF-16 offsets into one text: a file, or one notebook cell's source. */
export type Span = readonly [start: number, end: number]

/** A place in a file. `cell` is the 0-based index over all cells of a notebook, and `span` is then inside that cell. */
export interface Location {
  readonly file: string
  readonly cell?: number
  readonly span: Span
}

/** Why a value, a quantity or a price is not known. The same word reaches the JSON. */
export type Why =
  | 'dynamic' // computed at run time: a request, a function's result, an unresolved parameter
  | 'absent' // not written anywhere, and the provider has no documented default
  | 'missing-file'
  | 'missing-module'
  | 'not-indexed' // in another file that was not read yet
  | 'cycle'
  | 'limit' // we stopped: too deep, too many
  | 'unsupported' // we read it and do not know how to cost it
  | 'no-price' // no row in the price book for exactly this thing in exactly this region
  | 'usage' // depends on use nobody has told us about

/** How a known value reached the place that uses it. */
export type Via =
  | 'literal'
  | 'constant'
  | 'attribute'
  | 'parameter' // the default of a function's parameter
  | 'environment' // the default given beside an environment variable, or what a `.env` has that the program loads
  | 'default' // the provider's documented default
  | 'image' // what the provider's own machine image has, where none is read
  | 'variable' // the default of a Terraform variable
  | 'local'
  | 'config' // chosen in outlay.json
  | 'other-file'
  | 'mock' // stands in for the output of another Terragrunt unit

export type Known<T> =
  | {
      readonly is: 'known' | 'assumed'
      readonly value: T
      readonly at: Location
      readonly via: Via
      /** The file and line of data it stands in, where it is read from one: `.env:3`. */
      readonly written?: string
    }
  | { readonly is: 'range'; readonly low: T; readonly likely?: T; readonly high: T; readonly at: Location }
  | { readonly is: 'oneOf'; readonly among: readonly T[]; readonly at: Location }
  | { readonly is: 'unknown'; readonly why: Why; readonly at?: Location }

/** An uncertain quantity or an uncertain amount of money. low ≤ likely ≤ high. */
export interface Band {
  readonly low: number
  readonly likely: number
  readonly high: number
}

export type Provider =
  | 'openai'
  | 'azure-openai'
  | 'anthropic'
  | 'bedrock'
  | 'vertex'
  | 'google'
  | 'mistral'
  | 'groq'
  | 'together'
  | 'fireworks'
  | 'cohere'
  | 'deepseek'
  | 'xai'
  | 'openrouter'
  | 'perplexity'
  | 'replicate'
  | 'voyage'
  | 'jina'
  | 'deepgram'
  | 'elevenlabs'
  | 'assemblyai'
  | 'fal'
  | 'huggingface'
  | 'stability'
  | 'recraft'
  | 'runway'
  | 'black-forest-labs'
  | 'moonshot'
  | 'cerebras'
  | 'sambanova'
  | 'nebius'
  | 'cloudflare'
  | 'gateway'
  | 'litellm'
  | 'routellm'
  | 'local'
  | 'unknown'

export type Api =
  | 'chat'
  | 'embed'
  | 'image'
  | 'speech'
  | 'transcribe'
  | 'rerank'
  | 'video'
  | 'batch'
  | 'fine-tune'
  | 'moderate'

/** A reason one call is made many times. `where: 'caller'` means the function around the call is called in the loop. */
export interface Repeat {
  readonly kind: 'data' | 'retry' | 'agent'
  readonly bound: number | undefined
  /** No more than these, where how many there are is not known: `rows[:5]`. */
  readonly most?: number
  readonly where: 'here' | 'caller'
  readonly via: 'loop' | 'comprehension' | 'callback' | 'option'
  readonly at: Location
}

/** What the code around a site tells about who waits for it and how often it runs. */
export type EnvironmentHint = 'http' | 'job' | 'cli' | 'test' | 'notebook'

interface SiteBase {
  /** Unique within its file; holds no path and no line: enclosing names and call path, an ordinal only among equals. */
  readonly key: string
  readonly label: string
  /** The whole call expression, or the whole block. */
  readonly location: Location
  readonly hints: readonly EnvironmentHint[]
}

/** One of several ways a run may have a call billed. */
export interface Offered {
  readonly provider: Provider
  readonly model: Known<string>
}

export interface ModelCall extends SiteBase {
  readonly kind: 'model-call'
  readonly sdk: string
  readonly provider: Provider
  /** Where another may bill it as well: what this one is taken from. */
  readonly providerFrom?: string
  /** Where a run picks one of several, so that `provider` is none of them: each, with the model it is then asked for. */
  readonly offered?: readonly Offered[]
  readonly api: Api
  /** The SDK's call path with its SDK: `openai.chat.completions.create`. */
  readonly call: string
  readonly model: Known<string>
  /** Where no model is written: the one the library takes, by its documentation. It moves with the library's version. */
  readonly usualModel?: string
  readonly maxOutput: Known<number>
  readonly input: readonly PromptPart[]
  readonly n: Known<number>
  readonly cached: boolean
  /** Where the mark asks for more than the provider's own five minutes. */
  readonly cacheLife?: '1h'
  readonly batch: boolean
  readonly tier: Known<string>
  readonly reasoning: Known<string | number>
  readonly stream: boolean
  /** What else decides the price of what is not billed by tokens, as far as the call gives it. */
  readonly asked?: Asked
  readonly repeats: readonly Repeat[]
  /** Recognised by the host and the path of a URL alone, or by its path on something nobody sees the making of: not by an SDK's client. */
  readonly confidence?: 'low'
  /** How rules edit this call. Absent where the call was not read from an editable expression. */
  readonly source: CallSource
}

export type Fact = string | number | boolean

export interface Resource extends SiteBase {
  readonly kind: 'resource'
  readonly cloud: Host
  /** The format's own word for it: `aws_instance`. */
  readonly type: string
  /** The format's full address: `module.train.aws_instance.gpu[0]`. */
  readonly address: string
  readonly region: Known<string>
  readonly count: Known<number>
  readonly purchase: Purchase | undefined
  /** Id of the resource definition that knows what is billed; undefined for a type Outlay does not price yet. */
  readonly definition: string | undefined
  /** The neutral facts that are billed, by the definition's own names; a repeated part is `disks[0].type`. */
  readonly shape: Readonly<Record<string, Known<Fact>>>
  /** What it uses in a month, where outlay.json says so: by the definition's names of quantities. */
  readonly usage?: Readonly<Record<string, Known<number>>>
  readonly source: BlockSource
  readonly module: { readonly address: string; readonly file: string; readonly line: number } | undefined
  /** No hint beside it while it has no amount. */
  readonly quiet?: true
  /** Left out: the folder it is in, alone. */
  readonly readFrom?: Input
  readonly tags: Readonly<Record<string, string>>
  /** Further ones may be added that are not known here. */
  readonly hasOpenTags?: true
}

export type CostSite = ModelCall | Resource

/** What one list says a thing costs: USD for as many units as the price it stands beside. */
export interface Quote {
  readonly usd: number
  readonly source: string
  /** ISO date. */
  readonly asOf: string
}

/** A list price as it was published. */
export interface Price {
  readonly usd: number
  /** How many units `usd` buys: 1 hour, 1,000,000 tokens. */
  readonly per: number
  /** `hour`, `GB-month`, `input token`, … */
  readonly unit: string
  readonly sku: string
  readonly region: string | undefined
  readonly source: string
  /** ISO date on which the source published or was read; empty for a price of the user's own that has none. */
  readonly asOf: string
  /** Why this price deserves less trust than the others. */
  readonly weak?: string
  /** Where current lists differ by more than 2 %: the lowest and the highest. `usd` is that of the list that is kept to, between them. */
  readonly range?: { readonly low: Quote; readonly high: Quote }
}

export interface Line extends Bought {
  readonly label: string
  readonly unit: string
  readonly quantity: Band | undefined
  /** USD for one unit. */
  readonly unitUsd: Band | undefined
  readonly usd: Band | undefined
  /** Why `quantity` or `usd` is not known. */
  readonly why?: Why
  readonly prices: readonly Price[]
  /** Only where a monthly allowance was taken off: `quantity` and `usd` are of what is left to pay. */
  readonly free?: FreeShare
}

export interface Unknown {
  readonly what: string
  readonly why: Why
  readonly at?: Location
  /** The name in the price book that is most like the one without a price. Said, and never used for money. */
  readonly nearest?: string
}

export interface Assumption {
  readonly what: string
  readonly value: string
  /** Where the assumed value comes from: `provider default`, `outlay.json`, or a citation. */
  readonly from: string
  readonly at?: Location
}

/** priced: all known. partial: an amount or a unit price, and something unknown. unknown: neither. free: costs nothing. */
export type Status = 'priced' | 'partial' | 'unknown' | 'free' | 'unsupported'

export interface Estimate {
  readonly per: 'call' | 'run' | 'hour' | 'month'
  readonly status: Status
  /** All instances of the site (count applied, repeats not): the sum of the known lines, undefined if none is known. */
  readonly usd: Band | undefined
  /** Only where the volume is configured or measured. */
  readonly month: { readonly usd: Band; readonly calls: Band; readonly from: string } | undefined
  readonly lines: readonly Line[]
  readonly unknown: readonly Unknown[]
  readonly assumed: readonly Assumption[]
  /** Model calls only: tokens of one call; undefined where part of them is only known at run time. */
  readonly inputTokens?: Band
  readonly outputTokens?: Band
  /** Where every turn of a loop adds to what is sent. */
  readonly growth?: Growth
  /** Of the same instances and the same period as `usd`; undefined where no method is published for what it is. */
  readonly carbon?: Carbon
}

export type Severity = 'error' | 'warning' | 'info' | 'hint'
/**
 * Safe: nothing but the bill can change, and that only downwards. Whatever runs does the same, as fast, with the same data, reached the same
 * way; applying it stops nothing; the saving is that of two prices, whatever the use; what is edited is written there for this alone.
 */
export type Safety = 'safe' | 'suggestion'

/** One replacement. Offsets are into the file as read, or into the cell's joined source. */
export interface Edit {
  readonly file: string
  readonly cell?: number
  readonly span: Span
  readonly text: string
}

export interface Fix {
  readonly title: string
  readonly safety: Safety
  readonly edits: readonly Edit[]
  readonly before: Band | undefined
  readonly after: Band | undefined
  readonly per?: string | undefined // of both, or of the finding's unit prices; undefined where the fix claims nothing
}

export interface Finding {
  readonly rule: string
  /** Key of the site it is about, in `location.file`. */
  readonly site: string | undefined
  readonly location: Location
  /** What costs, how much, what to do. */
  readonly message: string
  readonly severity: Severity
  readonly related: readonly { readonly message: string; readonly location: Location }[]
  readonly saves: { readonly per: Estimate['per']; readonly usd: Band } | undefined
  /** Where the quantity is unknown: unit prices before and after. */
  readonly unit: { readonly per: string; readonly before: number; readonly after: number } | undefined
  readonly fixes: readonly Fix[]
  readonly suppressed?: { readonly reason: string; readonly at: Location }
}

/** Something that kept part of a file from being read, in words for the user: what, where, what to do. */
export interface Problem {
  readonly file: string
  readonly location?: Location
  readonly message: string
}

export interface CostedSite {
  readonly site: CostSite
  readonly estimate: Estimate
}

/** What Outlay knows of one document at one version. */
export interface Result {
  readonly file: string
  readonly version: number
  readonly sites: readonly CostedSite[]
  readonly findings: readonly Finding[]
  /** Functions that make model calls, themselves or through others, in source order. */
  readonly functions?: readonly FunctionCost[]
  /** Of a notebook: its cells that cost something to run, in order. */
  readonly cells?: readonly CellCost[]
  /** Module calls of an infrastructure file, in source order. */
  readonly modules?: readonly ModuleCost[]
  readonly problems: readonly Problem[]
  /** True while token counts come from the estimator, because the tokenizer is not loaded yet. */
  readonly approximate: boolean
  /** Another currency the user wants to see beside USD. */
  readonly currency?: Currency
}
