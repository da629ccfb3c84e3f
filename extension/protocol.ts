import type { Input } from '../core/input.ts'
import type { Alternatives } from '../core/prices/alternatives.ts'
import type { Beside } from '../core/prices/beside.ts'
import type { Match, MatchLine } from '../core/prices/match.ts'
import type { Gist } from '../core/report/gist.ts'
import type { SimulationView } from '../core/report/simulation-view.ts'
import type { SiteChange } from '../core/report/since.ts'
import type { Difference, Total } from '../core/report/total.ts'
import type { Values } from '../core/simulate/field.ts'
import type { ConfigChange } from '../core/simulate/write.ts'
import type { CostedSite, Finding, Result, Severity, Span } from '../core/types.ts'
import type { ProjectSpend } from './accounts/spend-settings.ts'
import type { Packed } from './packed.ts'

// What the extension host and its worker say to each other. A file is named by its URI (a notebook by the notebook's),
// with the language's extension added where the name does not tell it.

export interface Change {
  readonly start: number
  readonly length: number
  readonly text: string
}

/** Code cells carry code; the others keep their place so that cell indices agree with the notebook's. */
export interface Cell {
  readonly code: boolean
  readonly text: string
  /** Code in TypeScript or JavaScript, not in Python. */
  readonly script?: true
}

/** What costs are compared with. */
export type Base =
  | { readonly is: 'head' }
  /** Where the branch left the default one. */
  | { readonly is: 'merge-base' }
  | { readonly is: 'ref'; readonly ref: string }

/** A branch or a tag. */
export interface Ref {
  readonly name: string
  readonly kind: 'branch' | 'remote' | 'tag'
  readonly commit: string
  /** ISO date. */
  readonly date: string
  readonly subject: string
}

export interface Refs {
  /** The latest first. */
  readonly all: readonly Ref[]
  /** The branch that others are made from; undefined where none looks like it. */
  readonly main: string | undefined
}

/** What became of a file's sites since the base. */
export interface FileChange {
  /** The base as people call it: `HEAD`, `main`. */
  readonly base: string
  /** Empty where it costs what it did. */
  readonly sites: readonly SiteChange[]
  /** What `sites` come to. */
  readonly total: Difference
  /** Of calls of modules, by their address, what became of all that they make. */
  readonly modules: Readonly<Record<string, Difference>>
}

/** Why there is nothing to compare with. */
export type NoBase = 'no-git' | 'no-commit' | 'off'

/** What the files of one repository are compared with. */
export interface BaseOf {
  /** The repository's top folder. */
  readonly root: string
  /** As people call it: `HEAD`, `main`. */
  readonly name: string
  readonly commit: string
}

export interface Changes {
  /** One of each repository; empty where there is nothing to compare with, and `why`. */
  readonly bases: readonly BaseOf[]
  readonly why: NoBase | undefined
  /** Folders of the workspace that have nothing to compare with, while others have. */
  readonly without: readonly string[]
  /** Files with a change, by path. */
  readonly files: readonly ChangedFile[]
  /** What they add and take away together, in words: of thousands of files that is too much for the host. */
  readonly sums: string | undefined
  /** Files that were too many to be looked at. */
  readonly leftOut: number
}

export interface ChangedFile {
  readonly file: string
  readonly commit: string
  /** What it adds and takes away, in words; undefined where that is nothing. */
  readonly sums: string | undefined
  readonly change: FileChange
}

/** Of a file that a scan has read and nothing has open: what is said of it without looking into its result. */
export interface Scanned {
  /** 0-based line of each site, in the order of `result.sites`. */
  readonly lines: readonly number[]
  /** The same of the functions, in the order of `result.functions`. */
  readonly functionLines: readonly number[]
  readonly approximate: boolean
  /** With what its resources were read. */
  readonly inputs: readonly Input[]
  readonly gist: Gist
}

/** Half-open, 0-based lines and UTF-16 columns. */
export type LineRange = readonly [startLine: number, startColumn: number, endLine: number, endColumn: number]

export type Ask =
  | { readonly is: 'read'; readonly uri: string }
  | { readonly is: 'list'; readonly uri: string }
  /** Terraform files of the workspace that a file is in, a few thousand at most. */
  | { readonly is: 'find-terraform'; readonly uri: string }
  /** Every file of the workspace that a file is in, some thousands at most. */
  | { readonly is: 'find-files'; readonly uri: string }
  /** Bytes of a file of the extension's own, named from its `dist/`: a worker of a browser has no disk. */
  | { readonly is: 'own-file'; readonly uri: string }

export type Answer = string | readonly string[] | Uint8Array | undefined

export type ToWorker =
  /** Those of the editor. */
  | { readonly is: 'folders'; readonly folders: readonly string[] }
  | { readonly is: 'open'; readonly file: string; readonly version: number; readonly text: string }
  | { readonly is: 'open-notebook'; readonly file: string; readonly version: number; readonly cells: readonly Cell[] }
  | {
      readonly is: 'edit'
      readonly file: string
      readonly cell?: number
      readonly version: number
      readonly changes: readonly Change[]
      /** Length of the text afterwards, so that a lost edit is noticed. */
      readonly length: number
    }
  | { readonly is: 'close'; readonly file: string }
  /** Something on disk, or in an open `outlay.json`, is not what it was. */
  | { readonly is: 'changed'; readonly uris: readonly string[] }
  /** `undefined`: nothing is compared. `git`: the program. */
  | {
      readonly is: 'choose-base'
      readonly base: Base | undefined
      readonly git: string | undefined
    }
  /** The base may have moved: compare these files again. */
  | { readonly is: 'compare'; readonly files: readonly string[] }
  /** Somebody looks at what changed in all files, or no longer does. */
  | { readonly is: 'watch-changes'; readonly on: boolean }
  | { readonly is: 'find-refs'; readonly id: number; readonly folder: string }
  /** `isAll`: they are the whole project, and not what is read anew of it. */
  | { readonly is: 'scan'; readonly id: number; readonly files: readonly string[]; readonly isAll?: boolean }
  /** What is left of that scan is not looked at. */
  | { readonly is: 'stop-scan'; readonly id: number }
  | { readonly is: 'answer'; readonly id: number; readonly answer: Answer }
  /** What costs something, by name; its last word may be a region. A later one of these stands for all before it. */
  | { readonly is: 'find-price'; readonly id: number; readonly text: string }
  /** `names`: of one thing, the first that the price book knows is compared. */
  | {
      readonly is: 'find-alternatives'
      readonly id: number
      readonly names: readonly string[]
      readonly region: string | undefined
    }
  /** What would do for these sites of the last result what they do for less. `today`: ISO date. */
  | {
      readonly is: 'find-cheaper'
      readonly id: number
      readonly file: string
      readonly keys: readonly string[]
      readonly today: string
    }
  /** What a site of the last result would cost with these values. */
  | {
      readonly is: 'simulate'
      readonly id: number
      readonly file: string
      readonly key: string
      readonly values: Values
    }
  /** All that can be told of a site of the last result, as Markdown. `today`: ISO date. */
  | {
      readonly is: 'explain'
      readonly id: number
      readonly file: string
      readonly key: string
      readonly where: string
      readonly today: string
    }
  /** What `spend` comes to for a config, whether it is there or not. */
  | { readonly is: 'find-spend-settings'; readonly id: number; readonly file: string }
  /** Prices may have been refreshed, here or in another window. */
  | { readonly is: 'look-at-prices' }

/** A thing with its price. `others`: its spot price, or the rest of a model's or a storage class's. */
export interface Offer extends Omit<Match, 'lines'> {
  readonly line: MatchLine
  readonly others: readonly MatchLine[]
}

export interface FoundPrices {
  /** Cheapest first, the weak ones last. */
  readonly offers: readonly Offer[]
  /** How many dearer ones were left out. */
  readonly more: number
  /** What the text may become the name of, or may have meant. */
  readonly names: readonly string[]
  /** A sentence, where there is no price. */
  readonly why: string | undefined
}

export type OtherOffers = Alternatives | { readonly error: string }

export interface PricesState {
  /** ISO date of the newest price. */
  readonly asOf: string
  /** Lists that were refreshed since the bundled ones. */
  readonly refreshed: number
  /** ISO instant of the last refresh. */
  readonly checked: string | undefined
}

/** A replacement, as lines and columns of a text that the editor may not have open. */
export interface PlacedEdit {
  readonly file: string
  readonly cell?: number
  readonly range: LineRange
  readonly text: string
}

export interface Simulated {
  /** Of the text that `edits` fit. */
  readonly version: number
  readonly view: SimulationView
  readonly edits: readonly PlacedEdit[]
  readonly config: readonly ConfigChange[]
}

/** A place in a file other than the result's own, already as lines and columns. */
export interface Elsewhere {
  readonly file: string
  readonly cell?: number
  readonly span: Span
  readonly range: LineRange
}

export type FromWorker =
  | { readonly is: 'ready' }
  | {
      readonly is: 'result'
      readonly file: string
      readonly version: number
      readonly result: Result
      readonly total: Total
      /** Against the base, where that was read. */
      readonly change?: FileChange
      readonly elsewhere: readonly Elsewhere[]
      /** Found by a scan: nothing has this file open. */
      readonly scanned?: Scanned
    }
  /** Of the version that was sent last. */
  | {
      readonly is: 'compared'
      readonly file: string
      readonly version: number
      readonly change: FileChange | undefined
    }
  | { readonly is: 'changes'; readonly changes: Changes }
  /** Undefined where there is no repository. */
  | { readonly is: 'refs'; readonly id: number; readonly found: Refs | undefined }
  | { readonly is: 'config'; readonly file: string; readonly problems: readonly ConfigProblem[] }
  | { readonly is: 'scanned'; readonly id: number; readonly files: number }
  /** What was told of them by a scan holds no more: something that they read is another. */
  | { readonly is: 'outdated'; readonly files: readonly string[] }
  | { readonly is: 'ask'; readonly id: number; readonly ask: Ask }
  /** The text went out of step: send it whole. */
  | { readonly is: 'resync'; readonly file: string }
  | { readonly is: 'log'; readonly message: string }
  | { readonly is: 'prices'; readonly state: PricesState }
  | { readonly is: 'found-prices'; readonly id: number; readonly found: FoundPrices }
  /** By the site's key. */
  | { readonly is: 'cheaper'; readonly id: number; readonly beside: Readonly<Record<string, Beside>> }
  | { readonly is: 'found-alternatives'; readonly id: number; readonly found: OtherOffers }
  /** Empty where nothing is said of it. */
  | { readonly is: 'spend-settings'; readonly id: number; readonly spend: ProjectSpend }
  /** Undefined where the file has no such site. */
  | { readonly is: 'explained'; readonly id: number; readonly text: string | undefined }
  /** The same. */
  | { readonly is: 'simulated'; readonly id: number; readonly simulated: Simulated | undefined }

export type SentChange = Omit<ChangedFile, 'change'> & { readonly change: Packed<FileChange> }

/** What is known of a scanned file without a look into its result. */
export interface ScannedHead {
  readonly file: string
  readonly total: Total
  readonly scanned: Scanned
}

/**
 * What goes over the wire: of a result that follows another one only what is new, and where the rest stands now; of what
 * comes by the thousand and is seldom looked at, or is large, bytes.
 */
export type SentResult =
  | Exclude<FromWorker, { readonly is: 'result' | 'changes' }>
  | {
      readonly is: 'scanned-result'
      /** Bytes too: whatever has come until the host has time is read in one turn, and that may be hundreds. */
      readonly head: Packed<ScannedHead>
      readonly result: Packed<Result>
    }
  | {
      readonly is: 'changes'
      readonly changes: Omit<Changes, 'files'>
      /** Its files, some at a time. */
      readonly files: readonly Packed<readonly SentChange[]>[]
    }
  | (Omit<Extract<FromWorker, { readonly is: 'result' }>, 'is' | 'result' | 'scanned'> & {
      readonly is: 'result-parts'
      readonly id: number
      /** The `id` of the one it follows; undefined: of none. */
      readonly after: number | undefined
      /** A number is an index into those of the one before; null is the next of `fresh`. */
      readonly result: Omit<Result, 'sites' | 'findings'> & {
        readonly sites: readonly (number | null)[]
        readonly findings: readonly (number | null)[]
      }
      /** Start and end of every place in the sites and findings that stay, in their order. */
      readonly spans: Int32Array
      /** The sites and then the findings that are new, some at a time. */
      readonly fresh: readonly Packed<readonly (CostedSite | Finding)[]>[]
    })

export interface ConfigProblem {
  readonly message: string
  readonly range: LineRange
  /** Where it is what a rule finds, and no mistake. */
  readonly rule?: string
  /** Left out: an error. */
  readonly severity?: Severity
}
