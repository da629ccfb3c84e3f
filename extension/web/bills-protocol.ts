import type { BillFile } from '../../billing/files/read-focus.ts'
import type { Summary } from '../../billing/protocol.ts'
import type { Loaded } from '../../billing/store.ts'

// What the host and the worker that reads bills say to each other.

export type ToBills =
  | {
      readonly is: 'import'
      readonly id: number
      readonly file: BillFile
      /** The file's address. */
      readonly origin: string
      /** The script that reads Parquet, where the file is of that kind. */
      readonly part: Uint8Array | undefined
    }
  | { readonly is: 'cancel' }

/** `spend`: of all files that were read so far. */
export type FromBills =
  | { readonly is: 'imported'; readonly id: number; readonly loaded: Loaded; readonly spend: Summary }
  | { readonly is: 'cancelled'; readonly id: number }
  | { readonly is: 'failed'; readonly id: number; readonly why: string }
