import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { sources } from '../registry.gen.ts'
import contract from '../testing/contracts/opencost.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'

let fake: Fake
afterEach(() => fake.close())

const range = { since: '2026-11-01', until: '2026-11-19' }
const read = (id: string, scope = {}, credentials = {}) => {
  const source = sources.find((each) => each.id === id)!
  return collect(source, { credentials, base: fake.base, scope }, range, heldOutside(), new AbortController().signal)
}
const start = (answer: (request: Heard) => Said) => startFake({ answer, contract: contractOf(contract) })

/** The days of the window asked for, each starting at midnight UTC. */
function windowsIn({ query }: Heard) {
  const [since, until] = query.get('window')!.split(',').map(Date.parse) as [number, number]
  const iso = (time: number) => new Date(time).toISOString()
  const count = (until - since) / 86_400_000
  return Array.from({ length: count }, (_, i) => ({
    start: iso(since + i * 86_400_000),
    end: iso(since + (i + 1) * 86_400_000),
  }))
}

/** Two workloads in two namespaces, and idle machines: each day costs its number, 10, and 5. */
const allocations = (request: Heard): Said => ({
  body: {
    code: 200,
    data: windowsIn(request).map((window) => {
      const of = (name: string, properties: object, cpuCost: number) => ({
        [name]: { name, properties, window, cpuCoreHours: 24, cpuCost, totalCost: cpuCost },
      })
      return {
        ...of('quay/search', { cluster: 'quay', namespace: 'search' }, new Date(window.start).getUTCDate()),
        ...of('quay/mail', { cluster: 'quay', namespace: 'mail' }, 10),
        ...of('quay/__idle__', { cluster: 'quay' }, 5),
      }
    }),
  },
})

test.each(['opencost', 'kubecost'])(
  '%s: eighteen days in three questions, to the cent, within the contract',
  async (id) => {
    fake = await start(allocations)
    const collected = await read(id)
    const rows = collected.is === 'rows' ? collected.rows : []
    expect(fake.violations).toEqual([])
    expect(fake.heard).toHaveLength(3)
    expect(collected).toMatchObject({ is: 'rows', problems: [] })
    expect(rows.reduce((sum, { BilledCost }) => sum + BilledCost, 0)).toBe(171 + 18 * 15)
    expect(new Set(rows.map(({ x_Grade }) => x_Grade))).toEqual(new Set(['metered']))
  },
)

test('a scope of namespaces leaves the others and idle machines out, and is no silence', async () => {
  fake = await start(allocations)
  const collected = await read('opencost', { projects: ['search'] })
  expect(collected).toMatchObject({ is: 'rows', problems: [] })
  expect(collected.is === 'rows' && collected.rows.reduce((sum, { BilledCost }) => sum + BilledCost, 0)).toBe(171)
  expect(await read('opencost', { projects: ['nobody'] })).toMatchObject({ is: 'rows', rows: [], problems: [] })
  expect(await read('opencost', { tags: { team: 'nobody' } })).toMatchObject({ is: 'rows', rows: [], problems: [] })
})

test('a token goes to an ingress that asks for one; the currency is the user’s', async () => {
  fake = await start(allocations)
  const collected = await read('opencost', {}, { token: 'not-real', currency: 'eur' })
  expect(fake.heard[0]!.headers.authorization).toBe('Bearer not-real')
  expect(collected.is === 'rows' && collected.rows[0]!.BillingCurrency).toBe('EUR')
})

test('the clouds’ bills come with the accounts of the scope alone', async () => {
  const of = (accountID: string, amount: number, window: object) => {
    const cost = { cost: amount, kubernetesPercent: 0 }
    const all = { listCost: cost, netCost: cost, amortizedNetCost: cost, invoicedCost: cost, amortizedCost: cost }
    return { properties: { provider: 'GCP', accountID, service: 'AmazonEC2' }, window, ...all }
  }
  fake = await start((request) => ({
    body: {
      code: 200,
      data: {
        sets: windowsIn(request).map((window) => ({ cloudCosts: { a: of('1', 2, window), b: of('2', 3, window) } })),
      },
    },
  }))
  const collected = await read('opencost-cloud', { accounts: ['2'] })
  expect(fake.violations).toEqual([])
  expect(collected.is === 'rows' && collected.rows.reduce((sum, { BilledCost }) => sum + BilledCost, 0)).toBe(54)
  // As the cloud’s own source calls it: else the same money in both is not seen.
  expect(collected.is === 'rows' && collected.rows[0]!.ServiceProviderName).toBe('Google Cloud')
})

test('models on own machines: cost per million tokens follows from the rows', async () => {
  fake = await start((request) => ({
    body: {
      data: {
        inferenceCostSets: windowsIn(request).map((window) => ({
          inferenceCosts: {
            'Qwen3-32B:serving': {
              properties: { modelName: 'Qwen3-32B', namespace: 'serving' },
              costBasis: 'allocation',
              totalCost: 3,
              inputCost: 1,
              outputCost: 2,
              promptTokens: 4_000_000,
              generationTokens: 1_000_000,
              totalTokens: 5_000_000,
              allocationMethod: 'compute_time',
            },
          },
          window,
        })),
      },
    },
  }))
  const collected = await read('opencost-inference', { projects: ['serving'] })
  expect(fake.violations).toEqual([])
  expect(fake.heard[0]!.query.get('filter')).toBe('namespace:serving')
  const rows = collected.is === 'rows' ? collected.rows : []
  const perMillion = (meter: string) => {
    const own = rows.filter(({ SkuMeter }) => SkuMeter === meter)
    const [cost, tokens] = [own.map((row) => row.BilledCost), own.map((row) => row.ConsumedQuantity!)]
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    return (sum(cost) / sum(tokens)) * 1e6
  }
  expect([perMillion('Input Tokens'), perMillion('Output Tokens')]).toEqual([0.25, 2])
})

test.each([
  [
    'opencost-cloud',
    {
      sets: [
        {
          cloudCosts: {
            a: { invoicedCost: { cost: 1 }, amortizedNetCost: { cost: 1 }, window: { start: 'soon', end: 'later' } },
          },
        },
      ],
    },
  ],
  [
    'opencost-inference',
    {
      inferenceCostSets: [
        { inferenceCosts: { a: { inputCost: 1, outputCost: 1 } }, window: { start: 'soon', end: 'later' } },
      ],
    },
  ],
])('%s: a time that is none is told, and stops nothing', async (id, data) => {
  fake = await startFake({ answer: () => ({ body: { data } }) })
  expect(await read(id)).toMatchObject({
    is: 'rows',
    rows: [],
    problems: expect.arrayContaining([expect.stringMatching(/no readable time/)]),
  })
})
