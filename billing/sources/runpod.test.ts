import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { daysOf } from '../range.ts'
import contract from '../testing/contracts/runpod-billing.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './runpod.ts'

let fake: Fake
afterEach(() => fake.close())

const ids: Readonly<Record<string, string>> = {
  pods: 'podId',
  serverless: 'serverlessId',
  clusters: 'clusterId',
  'network-volumes': 'networkVolumeId',
}

/** Each day of each kind costs 1.25: a dollar for a GPU or for storage, a quarter for the rest. */
function billing({ path, query }: Heard): Said {
  const kind = path.replace('/v2/billing/', '')
  const [since, until] = [query.get('startTime')!.slice(0, 10), query.get('endTime')!.slice(0, 10)]
  const parts = {
    pods: { gpuAmount: 1, cpuAmount: 0, diskAmount: 0.25 },
    serverless: { gpuAmount: 1, cpuAmount: 0, diskAmount: 0, feeAmount: 0.25 },
    clusters: { gpuAmount: 1, diskAmount: 0, networkingAmount: 0.25 },
    'network-volumes': { standardAmount: 0.25, highPerformanceAmount: 1 },
  }[kind]
  const records = daysOf({ since, until }).map((day) => ({
    startTime: `${day}T00:00:00Z`,
    endTime: new Date(Date.parse(day) + 86_400_000).toISOString(),
    totalAmount: 1.25,
    ...parts,
    ...(ids[kind] ? { [ids[kind]]: `${kind}-1` } : {}),
  }))
  return { body: { records, metadata: { recordCount: records.length } } }
}

test('five kinds of spend, by day and part, to the cent', async () => {
  fake = await startFake({ answer: billing, contract: contractOf(contract) })
  const connection = { credentials: { key: 'rpa_not_real' }, base: fake.base }
  const range = { since: '2026-11-01', until: '2026-11-19' }
  const collected = await collect(source, connection, range, heldOutside(), new AbortController().signal)
  const rows = collected.is === 'rows' ? collected.rows : []
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({ is: 'rows', pages: 5, problems: [] })
  expect(rows.reduce((sum, { BilledCost }) => sum + BilledCost, 0)).toBe(18 * 5 * 1.25)
  expect(new Set(rows.map(({ ResourceId }) => ResourceId))).toEqual(
    new Set(['pods-1', 'serverless-1', 'clusters-1', 'network-volumes-1', undefined]),
  )
})
