import type { Listed } from './files/current-parts.ts'
import type { SpendRow } from './focus.ts'

/** Whole UTC days, `since` inclusive, `until` exclusive: `2026-11-01`. */
export interface Range {
  readonly since: string
  readonly until: string
}

/** Why nothing came back, in one sentence for the user; never holds a key, a header or a body. */
export interface Failure {
  readonly kind: 'key' | 'scope' | 'rate' | 'network' | 'answer' | 'cancelled'
  readonly message: string
  /** Of the answer, where there was one that no retry mends. */
  readonly status?: number
}

/** One page as the provider sent it. `at`: when it arrived. */
export interface Page {
  readonly is: 'page'
  readonly body: unknown
  readonly at: string
  /** What the source asked for, where the answer does not say it. */
  readonly about?: string
  /** Other answers that say more of what is in it. */
  readonly beside?: readonly unknown[]
  /** What the ids in it are called, where another answer says so. */
  readonly names?: Readonly<Record<string, string>>
}

export type Fetched = Page | { readonly is: 'failed'; readonly failure: Failure }

/** One request as the source writes it. The runner adds the address and what proves who asks, and has the patience. */
export interface Ask {
  /** Left out: GET. */
  readonly method?: 'GET' | 'POST'
  /** From the source's base, or absolute where a page names the next one; another server is never asked. */
  readonly path: string
  readonly query?: readonly (readonly [string, string])[]
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** What the answer is; left out: JSON. The page of a text has it as its body. */
  readonly answer?: 'text'
  /** It says the same whichever days are read, as what keys are called: of a reading in several windows it is asked in the first. */
  readonly once?: true
  /** It begins work: the field of the body by which the provider knows the same request again and begins none twice, where an answer was lost. */
  readonly sameBy?: string
  /** It ends work at the provider: what was answered of that work is worth nothing any more. */
  readonly ends?: true
}

/** What ends work at the provider. */
export type Stop = Ask & { readonly ends: true }

/** What a source may do to the outside. The runner retries, waits and cancels; the source only asks. */
export interface SourceIo {
  ask(request: Ask): Promise<Fetched>
  /** Between two looks at work that goes on at the provider. ms; at once where the reading is cancelled. */
  wait(ms: number): Promise<void>
  /** What ends the work that goes on at the provider, asked for where the reading is cancelled; undefined: none goes on. */
  onCancel(request: Stop | undefined): void
  /** What the user gave that is no secret, by the id of its field. */
  readonly settings: Credentials
}

export interface Mapped {
  readonly rows: readonly SpendRow[]
  /** What of the page made no row, and why. */
  readonly problems: readonly string[]
  /** What somebody should know and is no lack: how much a query reads. */
  readonly notes?: readonly string[]
}

/** Values by the id of a `Field`. */
export type Credentials = Readonly<Record<string, string>>

/** What the user gives, one value each. */
export interface Field {
  readonly id: string
  /** What to ask for, as it stands in a sentence: `an admin key (sk-admin-…)`. */
  readonly label: string
  /** Kept in the secret storage; else in plain sight: a region, an account. */
  readonly secret: boolean
  /** The environment variable the command line reads it from. */
  readonly env: string
  readonly optional?: true
  /** A key in several lines. */
  readonly multiline?: true
  /** How a setting is written, where its label does not show it. */
  readonly example?: string
}

/** A way to prove who asks without typing a key: something that is signed in already makes values of fields. */
export type SignIn =
  /** A profile of AWS's config files, SSO among them: makes accessKeyId, secretAccessKey and sessionToken. */
  | { readonly with: 'aws' }
  /** Google's application default credentials: make an access token. `field`: its id. */
  | { readonly with: 'google'; readonly field: string; readonly scopes: readonly string[] }
  /** A Microsoft account, of the editor or of Azure's command line: the same. */
  | { readonly with: 'microsoft'; readonly field: string; readonly scopes: readonly string[] }

/** A sign-in that was chosen, for the billing process to carry out. The editor itself does that of `microsoft`. */
export type ChosenSignIn =
  | { readonly with: 'aws'; readonly profile: string }
  | { readonly with: 'google' }
  /** Azure's command line, for what takes a Microsoft account. */
  | { readonly with: 'azure' }

/** An account that the credentials may read, named as `spend.scope` names it. */
export interface Readable {
  readonly id: string
  readonly name: string
}

/** A request as it leaves, for those who sign it. */
export interface Leaving {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  /** Those of the request, names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Empty where there is none. */
  readonly body: string
  readonly at: Date
}

/** What an answer that is no success means, where its status does not say it; left to the status: undefined. */
export type Meaning = 'key' | 'scope' | 'again' | { readonly message: string }

/** Whoever is asked: where, by whose right, at what price. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** What of the provider is read, for the list of sources: `OpenAI costs API`. */
  readonly reads: string
  /** Used when the user gives no other; left out where every user has an own server. */
  readonly base?: string
  /** Where the address depends on a setting: a region, a storage account. Undefined where the setting cannot be right. */
  baseFor?(settings: Credentials): string | undefined
  readonly needs: {
    readonly fields: readonly Field[]
    /** The least right that suffices: a scope, a role, a policy. */
    readonly scope: string
    /** What can be copied where the right is given: a policy as JSON, a role's name. */
    readonly grant?: string
    /** Where the key is made. */
    readonly link: string
    /** Each makes the values of some fields; what it does not make is still asked for. */
    readonly signIns?: readonly SignIn[]
  }
  /** USD that the provider takes for one request; left out: nothing. Such a source is read only where it is named. */
  readonly askCosts?: { readonly usd: number; readonly source: string }
  /** What is paid for asking, where that is no price of a request: `the bytes a reading scans`. Not read by itself unless allowed. */
  readonly asking?: string
  /** How often the provider lets itself be asked, as it says so; left out: it names no number. */
  readonly limits?: string
  /** How late amounts are and how long they may still change, as the provider says so. */
  readonly freshness?: string
  /** Whatever days are asked for, an answer tells the same: a reading in windows would ask for each anew. */
  readonly tellsAll?: true
  /** How many days back the provider tells of; left out: all that are asked for. */
  readonly keeps?: number
  /** Parts of a scope that `pages` obeys, and what they are here: `{ projects: 'namespaces' }`. What else a scope names is told. */
  readonly narrows?: Readonly<Partial<Record<keyof Scope, string>>>
  /** How long the provider takes to have newer figures; asking more often is of no use. Left out: nobody says. */
  readonly renews?: { readonly hours: number; readonly source: string }
  /** What proves who asks. */
  headers(
    credentials: Credentials,
    leaving: Leaving,
  ): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>
  /** `body`: as the provider wrote it; nothing of it may stand in a message. */
  meaning?(status: number, body: string): Meaning | undefined
  /** The provider's own pages in order; ends after the first failure. */
  pages(range: Range, io: SourceIo, scope: Scope): AsyncIterable<Fetched>
}

/** What it takes to ask somebody over HTTP. */
export type Asked = Pick<Provider, 'id' | 'name' | 'base' | 'baseFor' | 'needs' | 'headers' | 'meaning'>

export interface BillingSource extends Provider {
  /** Pure. */
  rows(page: Page): Mapped
  /** Where the bill is files: what `pages` lists, and how one is asked for. The store reads them, `rows` makes none. */
  readonly files?: RemoteFiles
  /** Where nothing is read unless accounts are named: those there are. */
  accounts?(io: SourceIo): Promise<readonly Readable[] | Failure>
}

export interface RemoteFiles {
  /** Undefined where the page is no listing. */
  listed(page: Page): readonly RemoteFile[] | undefined
  request(key: string, settings: Credentials): Ask
}

export interface RemoteFile extends Listed {
  /** Another one whenever the content is: an entity tag. */
  readonly version: string
}

/** What of a provider's spend is the project's: `spend.scope` of outlay.json. Empty: all the credentials can see. */
export interface Scope {
  readonly accounts?: readonly string[]
  readonly projects?: readonly string[]
  readonly keys?: readonly string[]
  readonly tags?: Readonly<Record<string, string>>
}

export interface SourceExample {
  readonly name: string
  readonly page: Page
  readonly rows: readonly SpendRow[]
  readonly problems?: readonly string[]
  readonly notes?: readonly string[]
}
