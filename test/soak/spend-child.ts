// A process that loads what it is sent into a store, to be killed while it does.
import type { SpendRow } from '../../billing/focus.ts'
import type { Range } from '../../billing/source.ts'
import type { Replaces, StorePlace } from '../../billing/store.ts'
import { openFolder } from '../../billing/stores/folder/store.ts'
import { openWarehouse } from '../../billing/stores/warehouse.ts'
import type { WarehousePlace } from '../../billing/warehouse.ts'
import { outside } from '../engines/outside.ts'

export interface Errand {
  readonly rows: readonly SpendRow[]
  readonly replaces: Replaces
  readonly rest?: readonly Range[]
}

/** Where it loads into, as JSON. */
export type ErrandPlace = Extract<StorePlace, { is: 'folder' }> | WarehousePlace

const place = JSON.parse(process.argv[2]!) as ErrandPlace
const store = await (place.is === 'folder' ? openFolder(place) : openWarehouse(place, outside))
process.on('message', ({ rows, replaces, rest }: Errand) => {
  void store.load(rows, replaces, { rest }).then(({ is }) => process.send?.(is))
})
process.send?.('ready')
