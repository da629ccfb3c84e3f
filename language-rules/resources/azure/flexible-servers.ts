// Compute, storage and backups of the flexible servers of PostgreSQL and MySQL.
import { committable, fact, isUnwritten, numberFact, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Committable, Fact, Known, Line, Resource } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

export const serverShape = {
  sku: 'B_Standard_B1ms, GP_Standard_D2s_v3, MO_Standard_E4s_v3',
  storageGiB: 'GiB',
  copies: '2 with a standby, which has a server and a disk of its own; else 1',
}

export const serverUsage = { backupGB: 'GB of backups beyond the size of the server, mean of the month' }

/** `GP_Standard_D2s_v3` → `D2s_v3`. */
const sizeOf = (sku: string) => sku.replace(/^[a-z]+_standard_/i, '')

/** By the vCores of a series; of burstable servers no rate was read. */
function reservedServer(sku: Fact | undefined, service: string): Committable | undefined {
  const [, letters, rest] = /^(?:GP|MO)_Standard_([a-z]+)\d+([a-z]*_v\d)$/i.exec(String(sku)) ?? []
  if (letters === undefined) return undefined
  const family = `${letters}${rest}`.toLowerCase()
  return { service: service.replace('-flexible', ''), family, what: String(sku) }
}

export function serverLines(resource: Resource, prices: PriceBook, service: string): Line[] {
  const { hours, item, used } = itemLines(resource, prices, service)
  const copies = numberFact(resource, 'copies')
  return [
    committable(
      hours('Compute', { by: [fact(resource, 'sku')], item: (sku) => sizeOf(sku!) }, copies),
      reservedServer(valueOf(fact(resource, 'sku')), service),
    ),
    item('Storage', 'GB-month', product(copies, numberFact(resource, 'storageGiB')), 'storage'),
    used('Backup storage', 'GB-month', 'backup storage', 'backupGB'),
  ]
}

/** A server in standby doubles what is billed: https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-high-availability */
export const copiesOf = (block: Block): Known<Fact> => {
  const mode = block.fact('high_availability.mode')
  return isUnwritten(mode) ? known<Fact>(1, block.location) : mapKnown(mode, (is): Fact => (is === 'Disabled' ? 1 : 2))
}
