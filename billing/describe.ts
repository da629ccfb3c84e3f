import { signalSources } from './registry.gen.ts'
import type { SignalSource } from './signals/signal.ts'
import type { BillingSource, Provider } from './source.ts'
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
  /** What its provider says of money besides what was spent, where it is asked for with the same credentials. */
  readonly tells: readonly SignalInfo[]
}

export interface SignalInfo extends Pick<SignalSource, 'id' | 'name' | 'reads' | 'tells' | 'needs' | 'askCosts'> {
  /** Another address of the source is one of this too: both speak to the same. */
  readonly isThere: boolean
}

export function describe(source: Provider & Pick<BillingSource, 'accounts'>): SourceInfo {
  const { id, name, reads, needs, askCosts, asking, keeps, narrows, renews } = source
  return {
    ...{ id, name, reads, needs, askCosts, asking, keeps, narrows, renews },
    isOwn: source.base === undefined && source.baseFor === undefined,
    byAccount: source.accounts !== undefined,
    tells: signalSources
      .filter((each) => each.with === source.id && each.tells !== 'use')
      .map(({ id, name, reads, tells, needs, askCosts, base }) => ({
        ...{ id, name, reads, tells, needs },
        ...(askCosts ? { askCosts } : {}),
        isThere: base === source.base,
      })),
  }
}

/** The same of a warehouse. */
export type WarehouseInfo = Pick<Warehouse, 'id' | 'name' | 'needs' | 'asking'>

export const describeWarehouse = ({ id, name, needs, asking }: Warehouse): WarehouseInfo => ({
  ...{ id, name, needs },
  ...(asking === undefined ? {} : { asking }),
})
