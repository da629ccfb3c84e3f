import type { Document } from '../document.ts'
import type { CallExpr, Expr, Module } from '../module.ts'
import type { Fields } from './fields.ts'
import type { Foreigners } from './foreign.ts'
import type { ModuleIndex } from './module-index.ts'
import type { Reads } from './reads.ts'
import type { Value } from './value.ts'

/** Other modules of the project, as one file sees them. */
export interface Link {
  readonly document: Document
  /** What an import names: `undefined` for a package, and where there is no such file. */
  module(specifier: string): Context | undefined
  /** False where what an import names surely hands out nothing of that name. Asked before it is read for that alone. */
  mayHandOut(specifier: string, name: string): boolean
  /** A file of data the code names by its path; undefined where there is none near the file or above it. */
  data(path: string): Context | undefined
  /** Could what an import names hold a model call, or make a client? Asked before it is read for that alone. */
  mayBill(specifier: string): boolean
  /** May a module that its imports lead to hold a call, or make a client? */
  leadsToClient(): boolean
  /** Of this module and those that lead to it by imports, the ones whose text holds a word, nearest first. */
  reaching(word: string): readonly Context[]
  /** Does it import a package of an SDK itself? */
  readonly namesSdk: boolean
  /** Other modules of the project that may import this one and name one of these. */
  importers(names: readonly string[]): Importers
  /** Of those, the ones whose text may give what has this name another value, `config.MODEL = "gpt-4o"`. */
  setters(name: string): readonly Importer[]
}

export interface Importer {
  readonly context: Context
  readonly document: Document
}

export interface Importers {
  readonly found: readonly Importer[]
  /** False where there are more than are looked at. */
  readonly all: boolean
}

export interface OnlyCall {
  readonly scope: number
  readonly call: CallExpr
  /** Where the call stands. */
  readonly from: Context
  /** Parameters before the first argument: 1 where `self` is passed unseen. */
  readonly offset: number
  /** What it is made on, there, where that tells its `self` from that of any other call (receivers.ts). */
  readonly receiver?: Expr | undefined
  /** It stands in a function that is worked out for one call too: what that was given holds in there. */
  readonly within?: OnlyCall | undefined
  /** It is given nothing, and what it reads has changed since it was called before. */
  readonly since?: true
}

export type ByExpr<T> = Pick<WeakMap<Expr, T>, 'get' | 'has' | 'set'>

/** One module under evaluation. Every expression is worked out once. */
export interface Context {
  /** What is looked for in all of it, by name, is asked for (reads.ts): an edit elsewhere may change the answer. */
  readonly module: Module
  /** How its imports reach other modules; undefined where it is read by itself. */
  readonly link: Link | undefined
  /** Expressions of other modules that its values hold. */
  readonly foreign: Foreigners
  /** The one call a function is worked out for, instead of for every caller. */
  readonly only: OnlyCall | undefined
  readonly index: ModuleIndex
  evaluate(expr: Expr): readonly Value[]
  /** What `fieldsOf` found, by expression. */
  readonly fields: ByExpr<Fields>
  /** What that was found from. */
  readonly fieldReads: ByExpr<Reads>
  /** Runs, unless it is already running for that key: a record that spreads itself has an answer all the same. */
  unlessOpen<T>(key: unknown, run: () => T, instead: T): T
}
