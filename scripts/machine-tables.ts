// Services that are billed by the machine and hour, with a grid of hosted.bin each, out of scripts/tables/machines-aws.tsv.
//
//   service  as `book.service` is asked: neptune, redshift, msk
//   type     db.r6g.large, ra3.4xlarge, kafka.m7g.large
//   then a column per region: USD per hour, blank where the list has no price
import { readFileSync } from 'node:fs'
import { serviceGrid } from '../core/prices/hosted.ts'
import type { HostedTable } from './hosted-tables.ts'

const pageFeed = {
  id: 'aws-page-feeds',
  source: 'AWS pricing page feeds, by aws-price',
}

const watched = {
  id: 'aws-price-watcher',
  source: 'AWS pricing page feeds, by aws-price-watcher',
}

const lists: Readonly<Record<string, Pick<HostedTable, 'id' | 'source' | 'asOf'>>> = {
  neptune: { ...pageFeed, asOf: '2025-10-09' },
  'neptune-io-optimized': { ...pageFeed, asOf: '2025-10-09' },
  redshift: { ...pageFeed, asOf: '2025-10-27' },
  msk: { ...pageFeed, asOf: '2025-10-09' },
  docdb: { ...watched, asOf: '2025-05-08' },
  'docdb-io-optimized': { ...watched, asOf: '2025-05-08' },
  mq: { ...watched, asOf: '2025-04-07' },
  mwaa: { ...watched, asOf: '2025-06-05' },
  dms: { ...watched, asOf: '2025-06-05' },
  'direct-connect': { ...watched, asOf: '2020-09-25' },
  memorydb: { ...watched, asOf: '2025-03-26' },
  rds: { ...watched, asOf: '2025-06-17' },
  'ec2-host': {
    id: 'aws-landscape',
    source: 'AWS list prices, collected from instances.vantage.sh',
    asOf: '2026-07-05',
  },
}

/** @throws where the table has a service whose list is not named above */
export function machineTables(): HostedTable[] {
  const text = readFileSync(new URL('tables/machines-aws.tsv', import.meta.url), 'utf8').trimEnd()
  const [head, ...lines] = text.split('\n').map((line) => line.split('\t'))
  const regions = head!.slice(2)
  return [...new Set(lines.map(([service]) => service!))].map((service) => {
    const list = lists[service]
    if (list === undefined) throw new Error(`scripts/machine-tables.ts does not say which list ${service} is from`)
    return {
      ...list,
      name: serviceGrid(service),
      label: service,
      baseRegion: 'us-east-1',
      rows: lines
        .filter(([of]) => of === service)
        .flatMap(([, type, ...cells]) =>
          cells.flatMap((usd, i) => (usd === '' ? [] : [{ type: type!, region: regions[i]!, usd: Number(usd) }])),
        ),
    }
  })
}
