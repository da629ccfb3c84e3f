import { type Collected, collectDays } from './collect.ts'
import type { BillingSource, Failure, Range, Scope, SourceIo } from './source.ts'
import type { Unfinished } from './unfinished.ts'

/** After these the same request may be answered the next time. */
const passing: ReadonlySet<Failure['kind']> = new Set(['network', 'rate', 'cancelled'])
/** These may be of what was taken from before: a token or a statement that the provider knows no more. */
const refusals: ReadonlySet<Failure['kind']> = new Set(['answer', 'scope'])

/**
 * The pages of these days, from where an earlier reading of them broke off: what was answered then is not asked, and not paid, again.
 * Where the provider no longer goes on from there, all is asked for anew, once. `pages` of the answer: those that were asked for now.
 */
export async function collectOn(
  source: BillingSource,
  io: SourceIo,
  scope: Scope,
  days: Range,
  unfinished: Unfinished,
): Promise<Collected> {
  const notes: string[] = []
  let course: Course = { asked: 0, ...begun }
  let got = await collectDays(source, resumed(io, unfinished, course), scope, days)
  if (got.is === 'failed' && refusals.has(got.failure.kind) && course.again > 0 && !course.isEnded) {
    unfinished.beginAnew()
    course = { asked: course.asked, ...begun }
    notes.push(`${source.name} did not go on where the last reading had broken off: all was asked for anew.`)
    got = await collectDays(source, resumed(io, unfinished, course), scope, days)
  }
  if (got.is === 'rows') {
    if (course.again > 0)
      notes.push(`${source.name} was not asked again for what it told the reading before, which broke off.`)
    return { ...got, problems: [...notes, ...got.problems], pages: course.asked }
  }
  const { failure } = got
  // What the source itself could not go on with will be no better the next time.
  if (course.isEnded || !course.isRefused) await unfinished.drop()
  else if (passing.has(failure.kind) && course.isKept && unfinished.isLasting && course.asked + course.again > 0)
    return { is: 'failed', failure: { ...failure, message: `${failure.message} ${goesOn}` } }
  return got
}

const goesOn = 'What was answered until then is kept for an hour: a reading of the same days goes on there.'

interface Course {
  /** Pages that were asked for now. */
  asked: number
  /** Those that an earlier reading was answered. */
  again: number
  isKept: boolean
  /** Work goes on at the provider, which a cancel ends. */
  isAtWork: boolean
  /** It was ended: what was answered of it leads nowhere. */
  isEnded: boolean
  /** The last request got no page. */
  isRefused: boolean
}

const begun = { again: 0, isKept: true, isAtWork: false, isEnded: false, isRefused: false }

function resumed(io: SourceIo, unfinished: Unfinished, course: Course): SourceIo {
  // Of work that goes on, the same request is answered otherwise the next time.
  const given = new Set<string>()
  return {
    ...io,
    async ask(request) {
      const name = JSON.stringify(request)
      const before = given.has(name) ? undefined : await unfinished.get(request)
      given.add(name)
      course.isRefused = false
      if (before) {
        course.again++
        return before
      }
      const got = await io.ask(request)
      if (got.is === 'page') {
        course.asked++
        if (!(await unfinished.put(request, got))) course.isKept = false
      } else course.isRefused = true
      const isCalledOff = got.is === 'failed' && got.failure.kind === 'cancelled'
      if (request.ends || (isCalledOff && course.isAtWork)) course.isEnded = true
      return got
    },
    onCancel(request) {
      course.isAtWork = request !== undefined
      io.onCancel(request)
    },
  }
}
