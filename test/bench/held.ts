import { type Profiler, Session } from 'node:inspector/promises'

/** How long a script held its thread while something went on: milliseconds of processor time. */
export interface Held {
  /** In one piece: nothing else ran meanwhile. */
  readonly longest: number
  readonly total: number
}

/** Microseconds between two looks at what runs. */
const interval = 250

/** What V8 does for whoever ran before or after: reading a message of another thread, tidying up. */
const forOthers = new Set(['(program)', '(garbage collector)'])

/**
 * Asks V8 what runs: what other extensions and the editor itself take is not counted. Keeps the thread busy between the turns
 * of its loop, so that no two turns pass for one piece: what is timed otherwise is not timed meanwhile.
 */
export async function heldBy(isIts: (script: string) => boolean, work: () => Promise<void>): Promise<Held> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval })
  const turns: number[] = []
  let turning: NodeJS.Immediate
  const turn = () => {
    turns.push(Number(process.hrtime.bigint() / 1000n))
    turning = setImmediate(turn)
  }
  turn()
  await session.post('Profiler.start')
  await work()
  const { profile } = await session.post('Profiler.stop')
  clearImmediate(turning!)
  session.disconnect()
  return heldIn(profile, turns, isIts)
}

function heldIn(
  { nodes, samples = [], timeDeltas = [], startTime }: Profiler.Profile,
  turns: readonly number[],
  isIts: (script: string) => boolean,
): Held {
  const its = new Set<number>()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const mark = (id: number, inside: boolean): void => {
    const node = byId.get(id)
    const now = inside || isIts(node?.callFrame.url ?? '')
    if (now) its.add(id)
    for (const child of node?.children ?? []) mark(child, now)
  }
  if (nodes[0]) mark(nodes[0].id, false)
  let [longest, total, piece, own, now, turn] = [0, 0, 0, false, startTime, 0]
  const end = () => {
    if (own) {
      longest = Math.max(longest, piece)
      total += piece
    }
    piece = 0
    own = false
  }
  for (const [i, id] of samples.entries()) {
    now += timeDeltas[i] ?? 0
    if ((turns[turn] ?? Number.POSITIVE_INFINITY) <= now) end()
    while ((turns[turn] ?? Number.POSITIVE_INFINITY) <= now) turn++
    const isOwn = its.has(id)
    if (isOwn || forOthers.has(byId.get(id)?.callFrame.functionName ?? '')) {
      own ||= isOwn
      // From this sample to the next. Where it is much more than was asked for, another process had the processor.
      piece += Math.min(timeDeltas[i + 1] ?? 0, 2 * interval) / 1000
    } else end()
  }
  end()
  return { longest, total }
}
