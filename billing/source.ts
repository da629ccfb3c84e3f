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
}

/** One page as the provider sent it. `at`: when it arrived. */
export interface Page {
  readonly is: 'page'
  readonly body: unknown
  readonly at: string
}

export type Fetched = Page | { readonly is: 'failed'; readonly failure: Failure }

/** What a source may do to the outside: one GET. The runner retries, waits and cancels; the source only asks. */
export interface SourceIo {
  get(path: string, query: readonly (readonly [string, string])[]): Promise<Fetched>
}

export interface Mapped {
  readonly rows: readonly SpendRow[]
  /** What of the page made no row, and why. */
  readonly problems: readonly string[]
}

export interface BillingSource {
  readonly id: string
  readonly name: string
  /** Used when the user gives no other. */
  readonly base: string
  readonly needs: {
    /** What to ask the user for. */
    readonly key: string
    readonly scope: string
    /** Where the key is made. */
    readonly link: string
  }
  headers(key: string): Readonly<Record<string, string>>
  /** The provider's own pages in order; ends after the first failure. */
  pages(range: Range, io: SourceIo): AsyncIterable<Fetched>
  /** Pure. */
  rows(page: Page): Mapped
}

export interface SourceExample {
  readonly name: string
  readonly page: Page
  readonly rows: readonly SpendRow[]
  readonly problems?: readonly string[]
}
