import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Range } from '../../billing/source.ts'
import type { SpendStore } from '../../billing/store.ts'
import { type Disk, disk } from '../../billing/stores/folder/disk.ts'
import { filesOf, readManifest } from '../../billing/stores/folder/manifest.ts'
import { openFolder } from '../../billing/stores/folder/store.ts'
import type { Texts } from '../../billing/unfinished.ts'
import { textsIn } from '../../billing/unfinished-folder.ts'
import { seeded } from './mutate.ts'
import { correct, differing, heldBy, type Kept, misjudged, type Owed, readSome, told } from './spend-held.ts'
import { killedLoad } from './spend-killed.ts'
import { faultOf, type Provider, startProvider } from './spend-provider.ts'

/** What happens at a step of a load. dies: the process ends there, and nothing is cleaned up. called-off: nobody waits for it any more. */
type Trouble = 'none' | 'full' | 'dies' | 'called-off'

export interface Soak {
  readonly faults: number
  readonly seed: number
  /** Every so many faults a process of its own is killed by the system while it loads; left out: none. */
  readonly killEvery?: number
}

/**
 * A store and three providers, one of which is paid for being asked, and as many faults as asked for, one after the other: the
 * network's, the disk's, a process that ends at any step of a load, a load that is called off, a second process that loads at
 * the same time, a provider that knows its pages no more. After each the store holds, to the cent, what the providers said when they were last read whole.
 * @returns what was wrong, with its step, and how many pages that are paid for were taken from a reading that had broken off
 */
export async function endureSpend({ faults, seed, killEvery = Infinity }: Soak) {
  const random = seeded(seed)
  const folder = await mkdtemp(join(tmpdir(), 'outlay-soak-'))
  const providers = await Promise.all(['a', 'b', 'c'].map((id) => startProvider(id, id === 'c')))
  const kept: Kept = new Map(providers.map(({ source }) => [source.id, new Map()]))
  const owed: Owed = new Map()
  const wrong: string[] = []
  const broken = new Map<string, Range>()
  let spared = 0
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
  const texts = textsIn(join(folder, 'unfinished'))
  const faultyTexts: Texts = {
    ...texts,
    async get(group, name) {
      const text = await texts.get(group, name)
      if (text?.startsWith('{"is":"page"')) spared++
      return text
    },
    put: (...of) => hit().then(() => texts.put(...of)),
  }
  const open = (on: Disk) => openFolder({ is: 'folder', folder }, { disk: on, now: () => new Date() })
  let store = await open(faulty)
  const other = await open(disk)

  const killed = killedLoad({ is: 'folder', folder }, random, 250)
  const read = (provider: Provider, load: SpendStore['load'], signal?: AbortSignal) =>
    readSome(provider, { load, loads: other.loads }, { kept, owed, random, signal, texts: faultyTexts, broken })

  for (let step = 0; step < faults; step++) {
    const provider = providers[Math.floor(random() * providers.length)]!
    const { source, fake } = provider
    correct(provider, random)
    stop = new AbortController()
    trouble = 'none'
    fake.faults = []
    const kind = Math.floor(random() * 8)
    provider.stumble(0, 0)
    if (kind === 0) fake.faults = Array.from({ length: 1 + Math.floor(random() * 6) }, () => faultOf(random))
    if (kind === 1) provider.repeat()
    // In the middle of a long reading: what came before it stays, and the rest is due.
    if (kind === 6) provider.stumble(1 + Math.floor(random() * 9), 1 + Math.floor(random() * 8))
    if (kind === 7) provider.forget()
    steps = Math.floor(random() * 20)
    if (kind === 2) trouble = 'full'
    if (kind === 3) trouble = 'dies'
    if (kind === 4) trouble = 'called-off'
    if (kind === 4 && random() < 0.3) setImmediate(() => stop.abort())
    const isKilled = step % killEvery === killEvery - 1
    const rival = providers.find((each) => each !== provider)!
    const atOnce = kind === 5 ? read(rival, other.load) : undefined
    const died = trouble === 'dies'
    const result = await read(provider, isKilled ? killed : store.load, stop.signal)
    await atOnce
    if (died) {
      await store.close()
      if (lock !== '') await writeFile(join(folder, 'lock'), JSON.stringify({ ...JSON.parse(lock), pid: 2 ** 30 }))
      store = await open(faulty)
    }
    trouble = 'none'
    const found = await heldBy(other)
    // A process that ended has loaded all of what it was loading, or nothing.
    if ((died || isKilled) && result.after && found.get(source.id) === told(result.after))
      kept.set(source.id, result.after)
    const amiss = [...differing(kept, found), ...(await misjudged(owed, other))]
    wrong.push(...amiss.map((what) => `seed ${seed} step ${step} kind ${kind}: ${what}`))
    if (wrong.length > 0) return finish()
  }
  for (const provider of providers) {
    provider.fake.faults = []
    provider.stumble(0, 0)
    await read(provider, other.load)
  }
  wrong.push(...differing(kept, await heldBy(other)).map((what) => `seed ${seed} at the end: ${what}`))
  const left = (await other.loads()).filter(({ due }) => due !== undefined)
  wrong.push(...left.map((load) => `seed ${seed} at the end: ${load.source} still owes ${JSON.stringify(load.due)}`))
  const answers = await texts.groups()
  if (answers.length > 0) wrong.push(`seed ${seed} at the end: answers of no reading: ${answers.join(', ')}`)
  return finish()

  async function finish() {
    await other.forget('nobody') // sweeps
    const { partitions, retired } = await readManifest(folder, disk)
    const named = new Set([...partitions.flatMap(filesOf), ...retired.map(({ file }) => file)])
    const stray = (await readdir(folder)).filter((file) => /\.(parquet|tmp)$/.test(file) && !named.has(file))
    if (stray.length > 0) wrong.push(`seed ${seed}: files that nothing names: ${stray.join(', ')}`)
    await Promise.all([store.close(), other.close(), ...providers.map(({ fake }) => fake.close())])
    await rm(folder, { recursive: true, force: true })
    return { wrong, spared }
  }
}
