import { closeSync, openSync, readSync } from 'node:fs'
import { type Profiler, Session } from 'node:inspector/promises'

/** How long a script held its thread while something went on: milliseconds of processor time. */
export interface Held {
  /** In one turn of the thread's loop: whatever else came meanwhile waited for it. */
  readonly longest: number
  /** The same with what V8 tidied up beside it, for whoever made the litter. */
  readonly withTidying: number
  readonly total: number
  /** The few that held it longest, each by what it went to, most first. */
  readonly longTurns: readonly (readonly Spent[])[]
}

/** What one stack of the script's functions took of a turn, milliseconds. */
export interface Spent {
  /** From the outermost of its functions to the innermost, as its bundle names them; what V8 did without one by V8's word. */
  readonly stack: string
  readonly took: number
  readonly isTidying: boolean
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
  const seen = seenOf(nodes, isIts)
  let now = startTime
  const looks = samples.map((id, i): Look => {
    now += timeDeltas[i] ?? 0
    return { at: now, ...(seen.get(id) ?? { whose: 'others', stack: '' }) }
  })
  let next = firstFrom(looks, began)
  let [longest, withTidying, total] = [0, 0, 0]
  const long: { readonly own: number; readonly spent: readonly Spent[] }[] = []
  for (const turn of turns) {
    const first = firstFrom(looks, turn.began, next)
    total += ofBrief(looks.slice(next, first))
    next = firstFrom(looks, turn.ended, first)
    const spent = spentInTurn(looks.slice(first, next), turn)
    const tidied = sumOf(spent.filter(({ isTidying }) => isTidying))
    const own = sumOf(spent) - tidied
    if (own > 0) long.push({ own, spent })
    longest = Math.max(longest, own)
    withTidying = Math.max(withTidying, own + tidied)
    total += own + tidied
  }
  total += ofBrief(looks.slice(next, firstFrom(looks, ended, next)))
  const longTurns = long
    .toSorted((a, b) => b.own - a.own)
    .slice(0, few)
    .map(({ spent }) => listed(spent))
  return { longest: longest / 1000, withTidying: withTidying / 1000, total: total / 1000, longTurns }
}

/** Turns that are told of by name. */
const few = 3

/** What V8 was seen at. */
interface Seen {
  readonly whose: Whose
  readonly stack: string
}

interface Look extends Seen {
  readonly at: number
}

const sumOf = (all: readonly Spent[]) => all.reduce((sum, { took }) => sum + took, 0)

/** In milliseconds, each stack once. */
function listed(all: readonly Spent[]): readonly Spent[] {
  const byStack = new Map<string, Spent>()
  for (const one of all) {
    const took = (byStack.get(one.stack)?.took ?? 0) + one.took / 1000
    byStack.set(one.stack, { ...one, took })
  }
  return [...byStack.values()].toSorted((a, b) => b.took - a.took)
}

function firstFrom(looks: readonly Look[], time: number, from = 0): number {
  let i = from
  while (i < looks.length && looks[i]!.at < time) i++
  return i
}

const ofBrief = (looks: readonly Look[]) => interval * looks.filter(({ whose }) => whose === 'its').length

/** Microseconds of each look that counts. */
function spentInTurn(looks: readonly Look[], turn: Turn): readonly Spent[] {
  const lasted = lastedOf(looks, turn)
  const isScript = ({ whose }: Look) => whose === 'its' || whose === 'others'
  const isBesideIts = (i: number) =>
    [looks.slice(0, i).findLast(isScript), looks.slice(i).find(isScript)].some((look) => look?.whose === 'its')
  const counts = ({ whose }: Look, i: number) => whose === 'its' || (whose !== 'others' && isBesideIts(i))
  const spent = looks.flatMap((look, i): Spent[] =>
    counts(look, i) ? [{ stack: look.stack, took: lasted[i]!, isTidying: look.whose === 'tidying' }] : [],
  )
  // While it waits for another thread of its process, the profiler looks at it all the same.
  const share = part(turn.ran, sumOf(spent))
  return spent.map((each) => ({ ...each, took: each.took * share }))
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

function seenOf(nodes: readonly Profiler.ProfileNode[], isIts: (script: string) => boolean): Map<number, Seen> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const seen = new Map<number, Seen>()
  const mark = (id: number, outside: string): void => {
    const node = byId.get(id)
    if (!node) return
    const { functionName, url } = node.callFrame
    const inside = outside !== '' || isIts(url)
    const stack = inside ? [outside, placeOf(node.callFrame)].filter(Boolean).join(' > ') : ''
    seen.set(id, inside ? { whose: 'its', stack } : { whose: ofV8.get(functionName) ?? 'others', stack: functionName })
    for (const child of node.children ?? []) mark(child, stack)
  }
  if (nodes[0]) mark(nodes[0].id, '')
  return seen
}

/** `create extension.js:12:345`: a bundle has most of its code in few lines. */
const placeOf = ({ functionName, url, lineNumber, columnNumber }: Profiler.ProfileNode['callFrame']) =>
  `${functionName || '(anonymous)'} ${url.slice(url.lastIndexOf('/') + 1)}:${lineNumber + 1}:${columnNumber + 1}`

/** Reading a message of another thread has no name of its own. */
const ofV8 = new Map<string, Whose>([
  ['(program)', 'reading'],
  ['(garbage collector)', 'tidying'],
])
