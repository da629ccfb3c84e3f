import { type Profiler, Session } from 'node:inspector/promises'

/** How long a script held its thread while something went on: milliseconds of processor time. */
export interface Held {
  /** In one piece: nothing else ran meanwhile. */
  readonly longest: number
  readonly total: number
}

/** Asks V8 every millisecond what runs: what other extensions and the editor itself take is not counted. */
export async function heldBy(isIts: (script: string) => boolean, work: () => Promise<void>): Promise<Held> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  await work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return heldIn(profile, isIts)
}

function heldIn({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, isIts: (script: string) => boolean): Held {
  const its = new Set<number>()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const mark = (id: number, inside: boolean): void => {
    const node = byId.get(id)
    const now = inside || isIts(node?.callFrame.url ?? '')
    if (now) its.add(id)
    for (const child of node?.children ?? []) mark(child, now)
  }
  if (nodes[0]) mark(nodes[0].id, false)
  let [longest, total, run] = [0, 0, 0]
  samples.forEach((id, i) => {
    // Microseconds, from this sample to the next. Where it is much more than was asked for, another process had the processor.
    const ms = its.has(id) ? Math.min((timeDeltas[i + 1] ?? 0) / 1000, 2) : 0
    run = its.has(id) ? run + ms : 0
    total += ms
    longest = Math.max(longest, run)
  })
  return { longest, total }
}
