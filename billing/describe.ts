import type { BillingSource } from './source.ts'

/** What somebody who connects a source has to know of it: all of its data, none of its code. */
export interface SourceInfo
  extends Pick<
    BillingSource,
    'id' | 'name' | 'reads' | 'base' | 'needs' | 'askCosts' | 'asking' | 'keeps' | 'narrows' | 'renews'
  > {
  /** Nothing is read unless accounts are named, and the source says which there are. */
  readonly byAccount: boolean
}

export function describe({
  accounts,
  headers: _,
  pages: __,
  rows: ___,
  meaning: ____,
  ...data
}: BillingSource): SourceInfo {
  return { ...data, byAccount: accounts !== undefined }
}
