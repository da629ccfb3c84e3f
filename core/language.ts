import type { Document } from './document.ts'
import type { Module } from './module.ts'
import type { Span } from './types.ts'

/**
 * Text to `Module`. Pure; never throws on bad input: what cannot be read ends in `Module.problems`.
 * `file` only tells dialects apart by its extension (`.ts`, `.tsx`, `.js`). The cells of a notebook make one module, each read by itself,
 * so that what is broken in one is no mistake of the next.
 */
export interface Lower {
  (text: string, file?: string, cells?: readonly Span[]): Module
  /**
   * For a text that is edited: gives what the plain call gives, and takes over what the last edit left alone. Each module it gives makes
   * the one before invalid.
   */
  editing?(): (text: string, file?: string, cells?: readonly Span[]) => Module
}

/** Of code, and of files of data. */
export type LanguageId = Module['language'] | 'yaml'

export interface Language {
  readonly id: LanguageId
  /** With the dot, lower case. */
  readonly extensions: readonly string[]
  /** VS Code's ids for it. */
  readonly editorIds: readonly string[]
  /** How a comment is written in it, for suppressions that a fix inserts. */
  readonly comment: { readonly line: string }
  /** Files of data: nothing is said of one that does not tell what is rented. */
  readonly data?: true
  /** How a named argument is written: `max_tokens=200` or a `max_tokens: 200` entry of the first object. */
  readonly named: 'keyword' | 'record'
  /** Loads the parser, on the first file that needs it. */
  load(): Promise<Lower>
}

/** A file that holds other languages: a notebook. */
export interface Container {
  readonly id: string
  readonly extensions: readonly string[]
  /** The code of a file as one document, or a sentence saying why it cannot be read. */
  read(file: string, text: string, version: number): Document | { readonly problem: string; readonly offset: number }
}

export interface LanguageExample {
  readonly name: string
  readonly code: string
  /** A few facts the lowered module must show; anything left out is not checked. */
  readonly sees: {
    readonly calls?: readonly string[]
    readonly imports?: readonly string[]
    readonly bindings?: readonly string[]
    readonly loops?: readonly string[]
    readonly problems?: number
  }
}
