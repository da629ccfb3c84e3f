import { closeSync, openSync, readSync } from 'node:fs'
import { type Profiler, Session } from 'node:inspector/promises'

/** How long a script held its thread while something went on: milliseconds of processor time. */
export interface Held {
  /** In one turn of the thread's loop: whatever else came meanwhile waited for it. */
  readonly longest: number
  /** The same with what V8 tidied up beside it, for whoever made the litter. */
  readonly withTidying: number
  readonly total: number
}

/** Microseconds, of the clock that the profiler has. */
interface Stretch {
  readonly began: number
  readonly ended: number
}

/** A turn of the thread's loop that is worth a note. */
export interface Turn extends Stretch {
  /** Of it, how long the thread had a processor. */
  readonly ran: number
}

/** While something went on. */
export interface Work extends Stretch {
  /** In their order: looks outside of them were in brief ones. */
  readonly turns: readonly Turn[]
}

/** Microseconds between two looks at what runs. */
const interval = 250
/** There are some hundred thousand turns a second: of what is no longer nothing is kept, lest the meter's own litter be timed. */
const brief = 500

export interface Meter<Name extends PropertyKey> {
  /** Keeps the thread busy between the turns of its loop, so that no two pass for one: what is timed otherwise is not timed meanwhile. */
  during(name: Name, work: () => Promise<void>): Promise<void>
  end(): Promise<Readonly<Record<Name, Held>>>
}

/**
 * Asks V8 what runs: what other extensions and the editor itself take is not counted. Made before the script has run for long, and
 * once: what V8 built into the machine code of its caller before it profiled passes for the caller.
 */
export async function createMeter<Name extends PropertyKey>(isIts: (script: string) => boolean): Promise<Meter<Name>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval })
  await session.post('Profiler.start')
  const works = new Map<Name, Work>()
  return {
    async during(name, work) {
      works.set(name, await watched(work))
    },
    async end() {
      const { profile } = await session.post('Profiler.stop')
      session.disconnect()
      const held = [...works].map(([name, work]) => [name, heldIn(profile, work, isIts)])
      return Object.fromEntries(held) as Record<Name, Held>
    },
  }
}

async function watched(work: () => Promise<void>): Promise<Work> {
  const origin = Number(process.hrtime.bigint()) / 1000 - performance.now() * 1000
  const clock = () => origin + performance.now() * 1000
  const running = runningOf(clock)
  const turns: Turn[] = []
  let turning: NodeJS.Immediate
  const start = clock()
  let began = start
  let [asked, ran] = [began, running.told()]
  const turn = () => {
    turning = setImmediate(turn)
    const ended = clock()
    if (ended - asked > brief) {
      const now = running.told()
      const waited = Math.max(0, ended - asked - (now - ran))
      if (ended - began > brief) turns.push({ began, ended, ran: Math.max(0, ended - began - waited) })
      ran = now
      asked = ended
    }
    began = clock()
  }
  turn()
  try {
    await work()
    await nextTurn()
    return { began: start, ended: clock(), turns }
  } finally {
    clearImmediate(turning!)
    running.end()
  }
}

const nextTurn = () => new Promise((go) => setTimeout(go, 0))

/**
 * How long this thread had a processor since it began, microseconds. Linux counts it from one tick to the next, which may be 4 ms;
 * but it brings what the asking thread has run up to date when it is asked after the whole process. Where nobody tells it
 * in less than such a tick, time is what passes: too much where others have the processor, or where it waits for them.
 * https://docs.kernel.org/scheduler/sched-stats.html, `thread_group_cputime` in kernel/sched/cputime.c
 */
function runningOf(clock: () => number): { told(): number; end(): void } {
  if (process.platform !== 'linux') return { told: clock, end: () => undefined }
  const file = openSync('/proc/thread-self/schedstat', 'r')
  const text = Buffer.alloc(96)
  return {
    told() {
      process.cpuUsage()
      return Number.parseInt(text.toString('latin1', 0, readSync(file, text, 0, text.length, 0)), 10) / 1000
    },
    end: () => closeSync(file),
  }
}

/** Whose a look at the thread is. What V8 does has no script: it is of whoever ran before or after. */
type Whose = 'its' | 'others' | 'reading' | 'tidying'

export function heldIn(
  { nodes, samples = [], timeDeltas = [], startTime }: Profiler.Profile,
  { began, ended, turns }: Work,
  isIts: (script: string) => boolean,
): Held {
  const whose = whoseOf(nodes, isIts)
  let now = startTime
  const looks = samples.map((id, i): Look => {
    now += timeDeltas[i] ?? 0
    return { at: now, whose: whose.get(id) ?? 'others' }
  })
  let next = firstFrom(looks, began)
  let [longest, withTidying, total] = [0, 0, 0]
  for (const turn of turns) {
    const first = firstFrom(looks, turn.began, next)
    total += ofBrief(looks.slice(next, first))
    next = firstFrom(looks, turn.ended, first)
    const { own, tidied } = heldInTurn(looks.slice(first, next), turn)
    longest = Math.max(longest, own)
    withTidying = Math.max(withTidying, own + tidied)
    total += own + tidied
  }
  total += ofBrief(looks.slice(next, firstFrom(looks, ended, next)))
  return { longest: longest / 1000, withTidying: withTidying / 1000, total: total / 1000 }
}

interface Look {
  readonly at: number
  readonly whose: Whose
}

function firstFrom(looks: readonly Look[], time: number, from = 0): number {
  let i = from
  while (i < looks.length && looks[i]!.at < time) i++
  return i
}

const ofBrief = (looks: readonly Look[]) => interval * looks.filter(({ whose }) => whose === 'its').length

function heldInTurn(looks: readonly Look[], turn: Turn): { own: number; tidied: number } {
  const lasted = lastedOf(looks, turn)
  const isScript = ({ whose }: Look) => whose === 'its' || whose === 'others'
  const isBesideIts = (i: number) =>
    [looks.slice(0, i).findLast(isScript), looks.slice(i).find(isScript)].some((look) => look?.whose === 'its')
  let [own, tidied] = [0, 0]
  for (const [i, { whose }] of looks.entries()) {
    if (whose === 'its' || (whose === 'reading' && isBesideIts(i))) own += lasted[i]!
    if (whose === 'tidying' && isBesideIts(i)) tidied += lasted[i]!
  }
  // While it waits for another thread of its process, the profiler looks at it all the same.
  const share = part(turn.ran, own + tidied)
  return { own: own * share, tidied: tidied * share }
}

/**
 * Each look stands for the time that is nearer to it than to another. Nobody looked while others had the processor: so what the
 * thread did not run is of the looks that are far apart.
 */
function lastedOf(looks: readonly Look[], { began, ended, ran }: Turn): number[] {
  const edges = looks.map(({ at }, i) => (i === 0 ? began : (looks[i - 1]!.at + at) / 2))
  const lasted = edges.map((from, i) => (edges[i + 1] ?? ended) - from)
  const late = lasted.map((each) => Math.max(0, each - interval))
  const all = late.reduce((sum, each) => sum + each, 0)
  const share = part(ended - began - ran, all)
  return lasted.map((each, i) => each - late[i]! * share)
}

/** How much of the whole a part of it is: no more than all. */
const part = (some: number, whole: number) => (whole > some ? some / whole : 1)

function whoseOf(nodes: readonly Profiler.ProfileNode[], isIts: (script: string) => boolean): Map<number, Whose> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const whose = new Map<number, Whose>()
  const mark = (id: number, inside: boolean): void => {
    const node = byId.get(id)
    if (!node) return
    const { functionName, url } = node.callFrame
    const now = inside || isIts(url)
    whose.set(id, now ? 'its' : (ofV8.get(functionName) ?? 'others'))
    for (const child of node.children ?? []) mark(child, now)
  }
  if (nodes[0]) mark(nodes[0].id, false)
  return whose
}

/** Reading a message of another thread has no name of its own. */
const ofV8 = new Map<string, Whose>([
  ['(program)', 'reading'],
  ['(garbage collector)', 'tidying'],
])
