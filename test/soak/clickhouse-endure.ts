import type { SpendStore } from '../../billing/store.ts'
import { openWarehouse } from '../../billing/stores/warehouse.ts'
import { clickHousePlace, startClickHouse } from '../engines/clickhouse.ts'
import { outside } from '../engines/outside.ts'
import { type Drop, startProxy } from './faulty-proxy.ts'
import { seeded } from './mutate.ts'
import { correct, differing, heldBy, type Kept, misjudged, type Owed, readSome, told } from './spend-held.ts'
import { killedLoad } from './spend-killed.ts'
import { faultOf, type Provider, startProvider } from './spend-provider.ts'

const drops: readonly Drop[] = ['refused', 'unsent', 'cut', 'unheard']
/** A load asks the server about so many times. */
const requests = 7

export interface ClickHouseSoak {
  readonly faults: number
  readonly seed: number
  /** Every so many faults a process of its own is killed by the system while it loads. */
  readonly killEvery: number
}

/**
 * A real ClickHouse, two who load into it, and as many faults as asked for, one after the other: the provider's network and
 * pages that come twice, connections to the server that drop at any step of a load, inserts that it refuses, loads that are
 * called off, processes that are killed, two that load at the same time. A load that fails has come whole or not at all.
 * @returns what was wrong, with its step, and how many of the faults at the server's side befell a request
 */
export async function endureClickHouse({ faults, seed, killEvery }: ClickHouseSoak) {
  const random = seeded(seed)
  const server = await startClickHouse()
  const proxy = await startProxy(server.address)
  const place = clickHousePlace({ ...server, address: proxy.address })
  const store = await openWarehouse(place, outside)
  const other = await openWarehouse(clickHousePlace(server), outside)
  const providers = await Promise.all(['a', 'b', 'c'].map((id) => startProvider(id)))
  const kept: Kept = new Map(providers.map(({ source }) => [source.id, new Map()]))
  const killed = killedLoad(clickHousePlace(server), random, 1500)
  const owed: Owed = new Map()
  const wrong: string[] = []
  let struck = 0

  const read = (provider: Provider, load: SpendStore['load'], signal?: AbortSignal) =>
    readSome(provider, { load, loads: other.loads }, { kept, owed, random, signal })

  for (let step = 0; step < faults && wrong.length === 0; step++) {
    const provider = providers[Math.floor(random() * providers.length)]!
    const rival = providers.find((each) => each !== provider)!
    const { source, fake } = provider
    correct(provider, random)
    const stop = new AbortController()
    fake.faults = []
    const kind = Math.floor(random() * 9)
    provider.stumble(0, 0)
    if (kind === 0) fake.faults = Array.from({ length: 1 + Math.floor(random() * 6) }, () => faultOf(random))
    if (kind === 1) provider.repeat()
    if (kind === 2) setTimeout(() => stop.abort(), random() * 400)
    if (kind === 8) provider.stumble(1 + Math.floor(random() * 9), 1 + Math.floor(random() * 8))
    else if (kind > 3) proxy.next(drops[kind - 4]!, Math.floor(random() * requests))
    const isKilled = step % killEvery === killEvery - 1
    const atOnce = kind === 3 ? read(rival, other.load) : undefined
    const result = await read(provider, isKilled ? killed : store.load, stop.signal)
    await atOnce
    if (proxy.calm()) struck++
    const found = await heldBy(other)
    // Where nobody heard how it ended, it has ended whole, or has changed nothing.
    if (result.after && found.get(source.id) === told(result.after)) kept.set(source.id, result.after)
    const amiss = [...differing(kept, found), ...(await misjudged(owed, other))]
    wrong.push(...amiss.map((what) => `seed ${seed} step ${step} kind ${kind}: ${what}`))
  }
  await Promise.all([store.close(), other.close(), proxy.close(), ...providers.map((each) => each.fake.close())])
  await server.stop()
  return { wrong, struck }
}
