import * as z from 'zod/mini'
import type { Document } from '../../core/document.ts'
import { codeOf, setAttribute } from '../../core/fixes/blocks.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { factPlace, writtenAt } from '../../core/rules/block-place.ts'
import { isNonProduction } from '../../core/rules/environment.ts'
import { fixedPart } from '../../core/rules/unit-lines.ts'
import type { Fact, Resource } from '../../core/types.ts'
import { multiZoneExamples } from './examples/multi-zone-non-production.ts'

interface Standby {
  readonly fact: string
  readonly on: Fact
  readonly off: Fact
  readonly attribute: string
  /** As the attribute is written; left out: it takes more than one value to turn it off. */
  readonly code?: { readonly on: string; readonly off: string }
  /** Switches that ask for a standby, and are off without one. */
  readonly switches?: readonly string[]
}

const multiAz: Standby = {
  fact: 'multiAz',
  on: true,
  off: false,
  attribute: 'multi_az',
  code: { on: 'true', off: 'false' },
}
const pair: Standby = { fact: 'copies', on: 2, off: 1, attribute: 'high_availability.mode' }
const zones: Standby = {
  fact: 'zoneRedundant',
  on: true,
  off: false,
  attribute: 'zone_redundant',
  code: { on: 'true', off: 'false' },
}

const named = (fact: string, attribute: string, on: string, off: string): Standby => ({
  fact,
  on,
  off,
  attribute,
  code: { on: `"${on}"`, off: `"${off}"` },
})

const standbys: Readonly<Record<string, Standby>> = {
  aws_db_instance: multiAz,
  aws_dms_replication_instance: multiAz,
  // A third node is there to be read from.
  aws_elasticache_replication_group: {
    fact: 'nodes',
    on: 2,
    off: 1,
    attribute: 'num_cache_clusters',
    code: { on: '2', off: '1' },
    switches: ['automatic_failover_enabled', 'multi_az_enabled'],
  },
  aws_mq_broker: named('deployment', 'deployment_mode', 'ACTIVE_STANDBY_MULTI_AZ', 'SINGLE_INSTANCE'),
  google_sql_database_instance: named('availability', 'settings.availability_type', 'REGIONAL', 'ZONAL'),
  google_redis_instance: named('tier', 'tier', 'STANDARD_HA', 'BASIC'),
  azurerm_postgresql_flexible_server: pair,
  azurerm_mysql_flexible_server: pair,
  azurerm_mssql_database: zones,
  azurerm_mssql_elasticpool: zones,
}

export const rule = defineRule({
  id: 'multi-zone-non-production',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A database, a cache or a broker that is not production is kept twice, so that it survives the failure of a zone.',
    why: 'The standby is a second machine with a second disk, and both are billed all month.',
    fix: 'Keep it in one zone; backups are made all the same.',
    unless: 'The failover itself is what is tried there.',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html',
    alters: ['availability'],
    notIn: {
      python: 'databases and caches that code makes are not read',
      typescript: 'databases and caches that code makes are not read',
      notebook: 'databases and caches that code makes are not read',
    },
  },
  options: z.object({}),
  *check(resource, { estimate, estimateWith, document }) {
    const standby = standbys[resource.type]
    const is = standby && resource.shape[standby.fact]
    if (!standby || is?.is !== 'known' || String(valueOf(is)) !== String(standby.on)) return
    if (!isNonProduction(resource)) return
    const after = estimateWith(without(resource, standby))
    const [now, one] = [fixedPart(estimate), fixedPart(after)]
    if (!now || !one || one.likely >= now.likely) return
    const isLiteral = standby.code && codeOf(resource, standby.attribute, document, is) === standby.code.on
    yield {
      at: writtenAt(resource, standby.attribute) ?? factPlace(resource, is, document),
      message: say`A standby in another zone, and nothing here is in production: ${usd(now)} a month, ${usd(one)} in one zone. Turn it off.`,
      after,
      fixes: isLiteral
        ? [
            {
              title: 'Keep it in one zone',
              safety: 'suggestion',
              edits: [
                setAttribute(resource, standby.attribute, standby.code!.off, document, is),
                ...switchedOff(resource, standby, document),
              ],
              claim: 'saves',
            },
          ]
        : [],
    }
  },
})

const without = ({ shape, location }: Resource, { fact, off }: Standby): Partial<Resource> => ({
  shape: { ...shape, [fact]: known<Fact>(off, location) },
})

const switchedOff = (resource: Resource, { switches = [] }: Standby, document: Document) =>
  switches.flatMap((name) => {
    const code = codeOf(resource, name, document)
    if (code === undefined || code === 'false') return []
    return [code === 'true' ? setAttribute(resource, name, 'false', document) : undefined]
  })

export const examples = multiZoneExamples
