// Compute, storage and backups of the flexible servers of PostgreSQL and MySQL.
import { committable, fact, isUnwritten, numberFact, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Committable, Fact, Known, Line, Resource } from '../../../core/types.ts'
import { itemLines, type Multiple } from './item-lines.ts'

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

/** Of a B1ms. */
const burstable: Readonly<Record<string, number>> = {
  ...{ B1s: 0.5, B2s: 4, B2ms: 8, B4ms: 16, B8ms: 32, B12ms: 48, B16ms: 64, B20ms: 80 },
}

/** Series that cost the same in each list that was read. */
const sameAs: Readonly<Record<string, string>> = {
  ...{ Ddsv4: 'Ddsv5', Dadsv5: 'Ddsv5', Dadsv6: 'Ddsv6' },
  ...{ Edsv4: 'Edsv5', Eadsv5: 'Edsv5', Eadsv6: 'Edsv6' },
}

/** The list has servers by the vCore of their series: `D4ads_v5` is four of `Ddsv5 vCore`. */
function multipleOf(size: string): Multiple | undefined {
  if (burstable[size] !== undefined) return ['B1ms', burstable[size]]
  const [, kind, vcores, features, version] = /^([DE])(\d+)i?([a-z]*)_(v\d)$/.exec(size) ?? []
  const series = `${kind}${features}${version}`
  return kind === undefined ? undefined : [`${sameAs[series] ?? series} vCore`, Number(vcores)]
}

export function serverLines(resource: Resource, prices: PriceBook, service: string): Line[] {
  const { hours, item, used } = itemLines(resource, prices, service)
  const copies = numberFact(resource, 'copies')
  return [
    committable(
      hours(
        'Compute',
        { by: [fact(resource, 'sku')], item: (sku) => sizeOf(sku!), multiple: (sku) => multipleOf(sizeOf(sku!)) },
        copies,
      ),
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
