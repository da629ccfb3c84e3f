import { type Profiler, Session } from 'node:inspector/promises'

/** How long a script held its thread while something went on: milliseconds of processor time. */
export interface Held {
  /** In one piece: nothing else ran meanwhile. */
  readonly longest: number
  /** The same with what V8 tidied up amid it, for whoever made the litter. */
  readonly withTidying: number
  readonly total: number
}

/** Microseconds between two looks at what runs. */
const interval = 250

/** When a turn of the thread's loop ended, and what the thread had taken of the processor until then: microseconds. */
interface Turn {
  readonly ended: number
  readonly worked: number
}

const clock = () => Number(process.hrtime.bigint() / 1000n)

/** Where Node cannot tell what one thread takes, time is what passes: too much where others have the processor. */
function worked(): number {
  // Of Node 24; the types are of the oldest that is supported.
  const { threadCpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage }
  if (!threadCpuUsage) return clock()
  const { user, system } = threadCpuUsage.call(process)
  return user + system
}

/** What V8 does for whoever ran before or after: reading a message of another thread; tidying up. */
const [reading, tidying] = ['(program)', '(garbage collector)']

/**
 * Asks V8 what runs: what other extensions and the editor itself take is not counted. Keeps the thread busy between the turns
 * of its loop, so that no two turns pass for one piece: what is timed otherwise is not timed meanwhile.
 */
export async function heldBy(isIts: (script: string) => boolean, work: () => Promise<void>): Promise<Held> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval })
  const turns: Turn[] = []
  let turning: NodeJS.Immediate
  const turn = () => {
    turns.push({ ended: clock(), worked: worked() })
    turning = setImmediate(turn)
  }
  turn()
  await session.post('Profiler.start')
  await nextTurn()
  const began = clock()
  await work()
  await nextTurn()
  const ended = clock()
  const { profile } = await session.post('Profiler.stop')
  clearImmediate(turning!)
  session.disconnect()
  return heldIn(
    profile,
    turns.filter((turn) => turn.ended >= began && turn.ended <= ended),
    isIts,
  )
}

const nextTurn = () => new Promise((go) => setTimeout(go, 0))

function heldIn(
  { nodes, samples = [], timeDeltas = [], startTime }: Profiler.Profile,
  turns: readonly Turn[],
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
  const shares = sharesOf(turns)
  let [longest, withTidying, total, piece, tidied, own, now, turn] = [0, 0, 0, 0, 0, false, startTime, 0]
  const end = () => {
    if (own) {
      longest = Math.max(longest, piece)
      withTidying = Math.max(withTidying, piece + tidied)
      total += piece + tidied
    }
    piece = 0
    tidied = 0
    own = false
  }
  for (const [i, id] of samples.entries()) {
    now += timeDeltas[i] ?? 0
    if ((turns[turn]?.ended ?? Number.POSITIVE_INFINITY) <= now) end()
    while ((turns[turn]?.ended ?? Number.POSITIVE_INFINITY) <= now) turn++
    // What the profiler itself takes to begin and to end is nobody's.
    if (turn === 0) continue
    if (turn === turns.length) break
    const took = ((timeDeltas[i + 1] ?? 0) * (shares[turn] ?? 1)) / 1000
    const what = byId.get(id)?.callFrame.functionName
    own ||= its.has(id)
    if (what === tidying) tidied += took
    else if (its.has(id) || what === reading) piece += took
    else end()
  }
  end()
  return { longest, withTidying, total }
}

/** Of the time that each turn lasted, how much the thread had the processor: the rest was another process's. */
const sharesOf = (turns: readonly Turn[]) =>
  turns.map(({ ended, worked }, i) => {
    const before = turns[i - 1]
    return before && ended > before.ended ? Math.min(1, (worked - before.worked) / (ended - before.ended)) : 1
  })
