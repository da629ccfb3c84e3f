import { expect, it } from 'vitest'
import { endureSpend } from './spend-endure.ts'

it('loses nothing and counts nothing twice in a hundred faults of network, disk and processes', async () => {
  const { wrong, spared } = await endureSpend({ faults: 100, seed: 1 })
  expect(wrong).toEqual([])
  expect(spared).toBeGreaterThan(0)
}, 60_000)
