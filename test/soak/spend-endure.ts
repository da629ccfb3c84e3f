import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { daysOf } from '../../billing/range.ts'
import { collect } from '../../billing/runner.ts'
import type { SpendStore } from '../../billing/store.ts'
import { type Disk, disk } from '../../billing/stores/folder/disk.ts'
import { filesOf, readManifest } from '../../billing/stores/folder/manifest.ts'
import { openFolder } from '../../billing/stores/folder/store.ts'
import { heldOutside } from '../../billing/testing/fake.ts'
import { seeded } from './mutate.ts'
import type { Errand } from './spend-child.ts'
import { faultOf, type Provider, startProvider, type Truth } from './spend-provider.ts'

const childScript = fileURLToPath(new URL('spend-child.ts', import.meta.url))
const first = Date.UTC(2026, 8, 1)
const days = 75
const dayAt = (index: number) => new Date(first + index * 86_400_000).toISOString().slice(0, 10)

/** What happens at a step of a load. dies: the process ends there, and nothing is cleaned up. called-off: nobody waits for it any more. */
type Trouble = 'none' | 'full' | 'dies' | 'called-off'

export interface Soak {
  readonly faults: number
  readonly seed: number
  /** Every so many faults a process of its own is killed by the system while it loads; left out: none. */
  readonly killEvery?: number
}

/**
 * A store and three providers, and as many faults as asked for, one after the other: the network's, the disk's, a process
 * that ends at any step of a load, a load that is called off, a second process that loads at the same time. After each the
 * store holds, to the cent, what the providers said when they were last read whole. @returns what was wrong, with its step
 */
export async function endureSpend({ faults, seed, killEvery = Infinity }: Soak): Promise<string[]> {
  const random = seeded(seed)
  const folder = await mkdtemp(join(tmpdir(), 'outlay-soak-'))
  const providers = await Promise.all(['a', 'b', 'c'].map(startProvider))
  const kept = new Map<string, Truth>(providers.map(({ source }) => [source.id, new Map()]))
  const wrong: string[] = []
  let trouble: Trouble = 'none'
  let steps = 0
  let lock = ''
  let stop = new AbortController()

  const hit = async () => {
    lock = (await disk.read(join(folder, 'lock'))) ?? lock
    if (trouble === 'none' || steps-- > 0) return
    if (trouble === 'called-off') return stop.abort()
    if (trouble === 'full') trouble = 'none'
    throw new Error('ENOSPC: no space left on device')
  }
  const faulty: Disk = {
    read: disk.read,
    write: (path, text) => hit().then(() => disk.write(path, text)),
    flush: (path) => hit().then(() => disk.flush(path)),
    replace: async (from, to) => {
      // Of a process that ends, the rename may have come through.
      if (trouble === 'dies' && steps === 0) await disk.replace(from, to)
      await hit()
      await disk.replace(from, to)
    },
    remove: (path) => (trouble === 'dies' && steps < 0 ? Promise.resolve(false) : disk.remove(path)),
  }
  const open = (on: Disk) => openFolder({ is: 'folder', folder }, { disk: on, now: () => new Date() })
  let store = await open(faulty)
  const other = await open(disk)

  async function read({ source, fake, truth }: Provider, load: SpendStore['load'], signal: AbortSignal) {
    const from = Math.floor(random() * days)
    const range = { since: dayAt(from), until: dayAt(from + 1 + Math.floor(random() * (days - from))) }
    const connection = { credentials: {}, base: fake.base }
    const collected = await collect(source, connection, range, heldOutside(), signal)
    if (collected.is === 'failed') return { range, is: 'failed' as const }
    const loaded = await load(collected.rows, { source: source.id, ...range }, { signal }).catch(() => undefined)
    const after = new Map([...kept.get(source.id)!].filter(([day]) => day < range.since || day >= range.until))
    for (const day of daysOf(range)) if (truth.has(day)) after.set(day, truth.get(day)!)
    return { range, is: loaded?.is === 'loaded' ? ('loaded' as const) : ('failed' as const), after }
  }

  /** By a process of its own, that the system ends at some time. */
  const killed: SpendStore['load'] = async (rows, replaces) => {
    const child = fork(childScript, [folder], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await once(child, 'message')
    child.send({ rows, replaces } satisfies Errand)
    const gone = once(child, 'exit')
    setTimeout(() => child.kill('SIGKILL'), random() * 250)
    await gone
    return { is: 'refused', message: 'killed' }
  }

  for (let step = 0; step < faults; step++) {
    const provider = providers[Math.floor(random() * providers.length)]!
    const { source, fake, truth } = provider
    for (let i = 0; i < 3; i++) truth.set(dayAt(Math.floor(random() * days)), Math.floor(random() * 10_000))
    stop = new AbortController()
    trouble = 'none'
    fake.faults = []
    const kind = Math.floor(random() * 6)
    if (kind === 0) fake.faults = Array.from({ length: 1 + Math.floor(random() * 6) }, () => faultOf(random))
    if (kind === 1) provider.repeat()
    steps = Math.floor(random() * 8)
    if (kind === 2) trouble = 'full'
    if (kind === 3) trouble = 'dies'
    if (kind === 4) trouble = 'called-off'
    if (kind === 4 && random() < 0.3) setImmediate(() => stop.abort())
    const isKilled = step % killEvery === killEvery - 1
    const rival = providers.find((each) => each !== provider)!
    const atOnce = kind === 5 ? read(rival, other.load, new AbortController().signal) : undefined
    const died = trouble === 'dies'
    const result = await read(provider, isKilled ? killed : store.load, stop.signal)
    const beside = await atOnce
    if (beside?.is === 'loaded') kept.set(rival.source.id, beside.after)
    if (result.is === 'loaded') kept.set(source.id, result.after)
    if (died) {
      await store.close()
      if (lock !== '') await writeFile(join(folder, 'lock'), JSON.stringify({ ...JSON.parse(lock), pid: 2 ** 30 }))
      store = await open(faulty)
    }
    trouble = 'none'
    const found = await heldBy(other)
    // A process that ended has loaded all of it, or nothing.
    if ((died || isKilled) && result.after && found.get(source.id) === told(result.after))
      kept.set(source.id, result.after)
    for (const [id, expected] of kept)
      if (found.get(id) !== told(expected)) {
        wrong.push(`seed ${seed} step ${step} kind ${kind}: ${id} is ${found.get(id)}, not ${told(expected)}`)
        return finish()
      }
  }
  return finish()

  async function finish(): Promise<string[]> {
    await other.forget('nobody') // sweeps
    const { partitions, retired } = await readManifest(folder, disk)
    const named = new Set([...partitions.flatMap(filesOf), ...retired.map(({ file }) => file)])
    const stray = (await readdir(folder)).filter((file) => /\.(parquet|tmp)$/.test(file) && !named.has(file))
    if (stray.length > 0) wrong.push(`seed ${seed}: files that nothing names: ${stray.join(', ')}`)
    await Promise.all([store.close(), other.close(), ...providers.map(({ fake }) => fake.close())])
    await rm(folder, { recursive: true, force: true })
    return wrong
  }
}

const told = (truth: Truth) => JSON.stringify([...truth].sort())

/** By source, days and cents; from the daily sums, which must say the same as the rows. */
async function heldBy(store: SpendStore): Promise<Map<string, string>> {
  const whole = { since: '2026-01-01', until: '2027-01-01' } as const
  const cube = await store.ask({ ask: 'spend', by: ['source', 'day'], ...whole })
  const rows = await store.ask({
    ask: 'spend',
    by: ['source', 'day'],
    since: whole.since,
    until: '2026-12-31T12:00:00Z',
  })
  if (JSON.stringify(cube) !== JSON.stringify(rows)) return new Map([['a', 'the daily sums are not those of the rows']])
  const held = new Map<string, Truth>(['a', 'b', 'c'].map((id) => [id, new Map()]))
  for (const { dimensions, billedCost } of cube)
    held.get(dimensions.source ?? '')?.set(dimensions.day ?? '', Math.round(billedCost * 100))
  return new Map([...held].map(([id, truth]) => [id, told(truth)]))
}
