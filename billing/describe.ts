import type { BillingSource } from './source.ts'
import type { Warehouse } from './warehouse.ts'

/** What somebody who connects a source has to know of it: all of its data, none of its code. */
export interface SourceInfo
  extends Pick<
    BillingSource,
    'id' | 'name' | 'reads' | 'needs' | 'askCosts' | 'asking' | 'keeps' | 'narrows' | 'renews'
  > {
  /** Every user has a server of their own: its address is asked for. */
  readonly isOwn: boolean
  /** Nothing is read unless accounts are named, and the source says which there are. */
  readonly byAccount: boolean
}

export function describe(source: BillingSource): SourceInfo {
  const { id, name, reads, needs, askCosts, asking, keeps, narrows, renews } = source
  return {
    ...{ id, name, reads, needs, askCosts, asking, keeps, narrows, renews },
    isOwn: source.base === undefined && source.baseFor === undefined,
    byAccount: source.accounts !== undefined,
  }
}

/** The same of a warehouse. */
export type WarehouseInfo = Pick<Warehouse, 'id' | 'name' | 'needs' | 'asking'>

export const describeWarehouse = ({ id, name, needs, asking }: Warehouse): WarehouseInfo => ({
  ...{ id, name, needs },
  ...(asking === undefined ? {} : { asking }),
})
