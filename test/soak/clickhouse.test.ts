import { expect, it } from 'vitest'
import { noClickHouse } from '../engines/clickhouse.ts'
import { endureClickHouse } from './clickhouse-endure.ts'

if (noClickHouse)
  it(`is not tested with ClickHouse on ${process.platform}-${process.arch}: chdb has no build for it`, () => {
    expect(noClickHouse).toBe(true)
  })
else
  it('loses nothing and counts nothing twice in ClickHouse in forty faults of network, server and processes', async () => {
    const { wrong, struck } = await endureClickHouse({ faults: 40, seed: 1, killEvery: 20 })
    expect(wrong).toEqual([])
    expect(struck).toBeGreaterThan(10)
  }, 180_000)
