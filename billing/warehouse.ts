import type { SpendStoreSetting } from '../core/config/spend-store-schema.ts'
import type { Outside } from './runner.ts'
import type { Credentials, Provider } from './source.ts'
import type { SpendStore } from './store.ts'
import { StoreError } from './store-error.ts'

export type WarehouseKind = SpendStoreSetting['kind']

/** A warehouse the organisation already has, in place of the store on this machine. */
export interface WarehousePlace {
  readonly is: 'warehouse'
  readonly settings: SpendStoreSetting
  /** By the id of the warehouse's fields. */
  readonly credentials: Credentials
  /** Whose spend is kept there: projects of different scopes share the tables, and none of the rows. Left out: of no scope. */
  readonly scope?: string
  /** Absolute: where this machine keeps what a provider answered in a reading that broke off; left out: it is gone with the process. */
  readonly folder?: string
}

/** `billing/stores/<id>.ts` exports one as `store`. */
export interface Warehouse {
  readonly id: WarehouseKind
  readonly name: string
  readonly needs: WarehouseNeeds
  /** What is paid for asking: `the bytes a question scans`. Not asked by itself unless allowed. */
  readonly asking?: string
  /** Asks nobody anything: what is wrong with the place is said by the first question. Throws where an address may not be asked. */
  open(place: WarehousePlace, outside: Outside): SpendStore
}

export interface WarehouseNeeds extends Omit<Provider['needs'], 'grant'> {
  /** Keys of `spend.store`, in the order they are asked for. */
  readonly settings: readonly WarehouseSetting[]
  /** The least right that suffices, as it is given there; `<key>` stands for what `spend.store` says. */
  readonly grant: string
}

export interface WarehouseSetting {
  readonly key: Exclude<keyof SpendStoreSetting, 'kind' | 'columns' | 'maxGigabytes'>
  /** What to ask for, as it stands in a sentence. */
  readonly label: string
  readonly example?: string
  readonly optional?: true
}

/** Outlay keeps spend only in tables of its own. */
export const isOnlyRead = ({ kind, table }: SpendStoreSetting): boolean => kind !== 'clickhouse' || table !== undefined

/** An error whose message is a sentence for the user: it names the warehouse, what was expected and what to do. */
export class WarehouseError extends StoreError {
  override readonly name = 'WarehouseError'
}
