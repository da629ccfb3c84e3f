import type * as vscode from 'vscode'
import type { Credentials } from '../../billing/source.ts'
import type { SpendStoreSetting } from '../../core/config/spend-store-schema.ts'
import type { Keys } from './keys.ts'

/** What this user gave for a warehouse that outlay.json names. What is secret of it is elsewhere: see keys.ts. */
export interface ConnectedWarehouse {
  /** What was given that is no secret, by the field. */
  readonly values: Credentials
  /** May be asked when the panel opens; else only when somebody asks. */
  readonly byItself: boolean
}

export interface Warehouses {
  /** Undefined where nobody has connected it here: a file that came with a project sends no secret anywhere. */
  of(warehouse: SpendStoreSetting): ConnectedWarehouse | undefined
  /** All that it is signed in to with; undefined where it is not connected. */
  credentials(warehouse: SpendStoreSetting): Promise<Credentials | undefined>
  put(warehouse: SpendStoreSetting, connected: ConnectedWarehouse, secrets?: Credentials): Promise<void>
  remove(warehouse: SpendStoreSetting): Promise<void>
}

const key = 'outlay.warehouses'

export function createWarehouses(memento: vscode.Memento, keys: Keys): Warehouses {
  const all = () => memento.get<Readonly<Record<string, ConnectedWarehouse>>>(key, {})
  return {
    of: (warehouse) => all()[receiver(warehouse)],
    async credentials(warehouse) {
      const connected = all()[receiver(warehouse)]
      return connected && { ...connected.values, ...(await keys.read(receiver(warehouse))) }
    },
    async put(warehouse, connected, secrets) {
      if (secrets) await keys.write(receiver(warehouse), secrets)
      await memento.update(key, { ...all(), [receiver(warehouse)]: connected })
    },
    async remove(warehouse) {
      await keys.remove(receiver(warehouse))
      const { [receiver(warehouse)]: _, ...others } = all()
      await memento.update(key, others)
    },
  }
}

/** Whoever gets the secret, and who pays: where an outlay.json names another one, it has to be connected anew. */
const receiver = ({ kind, address, user, region, profile, workgroup, project, warehouse, role }: SpendStoreSetting) =>
  `warehouse ${JSON.stringify([kind, address, user, region, profile, workgroup, project, warehouse, role])}`
