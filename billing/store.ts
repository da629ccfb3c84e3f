import type { SpendRow } from './focus.ts'
import type { Answers, Question, Within } from './questions.ts'
import type { Range } from './source.ts'
import type { ValidationAnswer } from './validate/validate.ts'
import type { WarehousePlace } from './warehouse.ts'

/** Where spend is asked for. An engine that is only read is this much. */
export interface SpendReader {
  /**
   * Rows as the question's answer is described. Rejects with the signal's reason within half a second of an abort, and with
   * an error whose first line says what is wrong where the engine cannot answer.
   */
  ask<Q extends Question>(question: Q, signal?: AbortSignal): Promise<readonly Answers[Q['ask']][]>
  close(): Promise<void>
}

/** Where spend is kept as well. Every load is whole or not there at all, also after a crash in the middle of it. */
export interface SpendStore extends SpendReader {
  /** Rows already mapped by a source. */
  load(rows: readonly SpendRow[], replaces: Replaces, more?: LoadOptions): Promise<Loaded>
  /** A FOCUS file, CSV (also gzipped) or Parquet. `asOf`: ISO instant its content is from. */
  importFocus(path: string, replaces: Replaces, asOf: string, more?: LoadOptions): Promise<Loaded>
  /** Checks a file against the rules of FOCUS 1.2; nothing is loaded. */
  validate(path: string): Promise<ValidationAnswer>
  /** Writes single charges to a file. Left out: the store is only asked. @returns how many */
  exportTo?(to: string, format: ExportFormat, within: Within, signal?: AbortSignal): Promise<number>
  /** The last load of each source that is still there, by the source's id. */
  loads(): Promise<readonly LoadState[]>
  /** Removes all rows of a source. */
  forget(source: string): Promise<void>
  /** Removes everything. */
  erase(): Promise<void>
}

/** focus: FOCUS 1.2 as CSV. parquet: the same rows and columns. */
export type ExportFormat = 'focus' | 'parquet'

export interface LoadOptions {
  /** What of the source's answer made no row, and why; kept with the load. */
  readonly problems?: readonly string[]
  /** Where the rows are from, for sources that share a name: an absolute path. */
  readonly origin?: string
  /** Days that the same reading asks for after these: until they come they are due. */
  readonly rest?: readonly Range[]
  /** An abort before the swap leaves what was there; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** What a load replaces: the whole source, or only its days. UTC days or ISO instants; `until` exclusive. */
export interface Replaces {
  readonly source: string
  readonly since?: string
  readonly until?: string
}

export type Loaded =
  | {
      readonly is: 'loaded'
      readonly rows: number
      readonly problems: readonly string[]
      /** Those of the problems that say what could not be read: it is in no total. */
      readonly unread: readonly string[]
      readonly format: string
    }
  | { readonly is: 'refused'; readonly message: string }

export interface LoadState {
  readonly source: string
  /** When it was loaded. */
  readonly at: string
  readonly problems: readonly string[]
  readonly origin?: string
  /** Days that were read and are kept: in order, none touches the next; left out: the source was read whole. */
  readonly covers?: readonly Range[]
  /** Days that a reading asked for and that did not come, as it broke off: the next one asks for them. Some may be there as they were before. */
  readonly due?: readonly Range[]
}

/** Which store the billing process opens. */
export type StorePlace =
  /** Gone with the process. */
  | { readonly is: 'memory' }
  /** Kept in a folder that any number of processes share. */
  | {
      readonly is: 'folder'
      /** Absolute; made where it is not there. */
      readonly folder: string
      /** Whole months that are kept besides the current one; left out: all. */
      readonly keepMonths?: number
      /** Tags with a column of their own in the daily cube: questions by them need not read every row. */
      readonly tags?: readonly string[]
    }
  /** The organisation's own engine; its credentials travel here. */
  | WarehousePlace
