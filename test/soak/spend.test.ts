import { expect, it } from 'vitest'
import { endureSpend } from './spend-endure.ts'

it('loses nothing and counts nothing twice in a hundred faults of network, disk and processes', async () => {
  expect(await endureSpend({ faults: 100, seed: 1 })).toEqual([])
}, 60_000)
