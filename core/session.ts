import type { Document } from './document.ts'
import type { PriceBook } from './prices/book.ts'
import type { Registry } from './registry.ts'
import type { Settings } from './settings.ts'
import type { TokenCounter } from './tokens/counter.ts'
import type { Result } from './types.ts'

/** What a session cannot do by itself. */
export interface SessionHost {
  readonly registry: Registry
  readonly prices: PriceBook
  readonly tokens: TokenCounter
  settings(file: string): Settings
}

/** The open documents, their versions and results. The worker, the CLI and the language server are thin faces of it. */
export interface Session {
  /** Adds or replaces a text. Returns false where Outlay does not read files of that name. */
  open(file: string, text: string, version?: number): boolean
  close(file: string): void
  document(file: string): Document | undefined
  /** Loads the parser the file needs, once. */
  prepare(file: string): Promise<void>
  /** Synchronous, from what is open now; the same Result object until the file, or a file it depends on, changes. */
  analyse(file: string): Result
  /** Files whose results a change of this one can alter: the other files of a Terraform root. */
  dependents(file: string): readonly string[]
  files(): readonly string[]
}
