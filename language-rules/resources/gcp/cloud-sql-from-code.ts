// https://cloud.google.com/sql/docs/mysql/admin-api/rest/v1beta4/instances: an instance that a program makes by the admin API.
import { isUnwritten, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, valueOf } from '../../../core/known.ts'
import type { FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'

/** Of the discovery client, and of that for JavaScript. */
const told = (name: string) => `body.${name}|requestBody.${name}`

/** From version 16 on PostgreSQL is of the dearer edition unless another is written. */
export function editionFor(block: Block, written: Known<Fact>, engine: Known<Fact>): Known<Fact> {
  if (!isUnwritten(written)) return written
  const version = /^POSTGRES_(\d+)$/.exec(String(valueOf(engine)))?.[1]
  return assumed<Fact>(version && Number(version) >= 16 ? 'ENTERPRISE_PLUS' : 'ENTERPRISE', block.location)
}

export const sqlFromCode: Readonly<Record<string, FormatMapping>> = {
  'google.sql_instance': {
    facts: {
      tier: told('settings.tier'),
      engine: told('databaseVersion'),
      edition: (block) => editionFor(block, block.fact(told('settings.edition')), block.fact(told('databaseVersion'))),
      availability: [told('settings.availabilityType'), 'ZONAL'],
      activation: [told('settings.activationPolicy'), 'ALWAYS'],
      nodes: told('nodeCount'),
      storageType: [told('settings.dataDiskType'), 'PD_SSD'],
      // All 64 bits of a number are a text in JSON.
      sizeGiB: (block) => {
        const size = block.fact(told('settings.dataDiskSizeGb'))
        return isUnwritten(size) ? assumed<Fact>(10, block.location) : numberOf(size)
      },
      iops: told('settings.dataDiskProvisionedIops'),
      throughputMiBps: told('settings.dataDiskProvisionedThroughput'),
      publicIpv4: [told('settings.ipConfiguration.ipv4Enabled'), true],
    },
    region: regionBy(told('region')),
  },
}
