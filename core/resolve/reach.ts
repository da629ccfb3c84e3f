// How much a question leads to. What leads to more than is followed is cut off: it is unknown, `limit`. Work is counted, and not time, and
// what was found before counts as if it were found now: whatever was asked before, and on whatever machine, the same is cut off.

import { few, fewest, most, mostOfFile, mostRead } from './reach-limits.ts'

/** Part of an answer: an expression that was worked out, or a module that was read for it. */
export interface Part {
  readonly inner: readonly Part[]
  /** In expressions. */
  readonly size: number
  readonly isModule: boolean
  /** The last question it was counted in. */
  asked: number
  /** The last account it was counted in. */
  of: number
  /** It leads to more than one question may. */
  large: boolean
}

/** What is asked for one file. */
interface Account {
  readonly id: number
  /** What its questions led to, in expressions. */
  ledTo: number
  /** Of that, modules: they are held for the next that reads them. */
  read: number
  cut: boolean
}

interface Question {
  /** Expressions it has led to. */
  ledTo: number
  /** What the modules that were read for it take, in expressions. */
  read: number
  /** What none before it of the file led to. */
  fresh: number
  readonly may: number
}

let account: Account | undefined
let accounts = 0
let questions = 0
let open: Question | undefined

const tooMuch = new Error('A question leads to more than is followed.')

/** Counts an answer that a question needs, with all that it was found from. */
export function count(part: Part): void {
  if (!open) settle(part)
  else if (part.asked !== questions) follow(open, part)
}

function follow(question: Question, part: Part): void {
  part.asked = questions
  const found = [part]
  for (const each of found) {
    add(question, each)
    for (const inner of each.inner) {
      if (inner.asked === questions) continue
      inner.asked = questions
      found.push(inner)
    }
  }
}

function add(question: Question, { large, size, isModule, of }: Part): void {
  if (isModule) question.read += size
  else question.ledTo += large ? most : size
  if (of !== account?.id) question.fresh += size
  if (isTooMuch(question) || question.fresh > question.may) throw tooMuch
}

/** For every file that asks it. */
const isTooMuch = ({ ledTo, read }: Question) => ledTo > most || read > mostRead

const isSpent = (of: Account) => of.ledTo >= mostOfFile

/** What was answered is put down for the file it was asked for. */
function settle(part: Part): void {
  if (!account || part.of === account.id) return
  part.of = account.id
  const found = [part]
  for (const each of found) {
    if (each.large) {
      cutOff(account)
      continue
    }
    account.ledTo += each.size
    if (each.isModule) account.read += each.size
    for (const inner of each.inner) {
      if (inner.of === account.id) continue
      inner.of = account.id
      found.push(inner)
    }
  }
}

function freshFor(of: Account): number {
  if (!isSpent(of)) return Number.POSITIVE_INFINITY
  return of.ledTo < 2 * mostOfFile ? few : fewest
}

function cutOff(of: Account): void {
  of.ledTo += isSpent(of) ? few : most
  of.cut = true
}

/** Is a question open, so that what is asked now is part of it? */
export const isAsking = (): boolean => open !== undefined

/** Runs for one question, whose answer is found from `part`; `cut` where it leads to too much: always, or now that the file has asked for so much. */
export function ask<T>(part: Part, run: () => T, cut: (always: boolean) => T): T {
  questions++
  const question: Question = {
    ledTo: 0,
    read: 0,
    fresh: 0,
    may: account ? freshFor(account) : Number.POSITIVE_INFINITY,
  }
  open = question
  try {
    const answer = run()
    open = undefined
    settle(part)
    return answer
  } catch (error) {
    if (error !== tooMuch) throw error
    open = undefined
    part.large = isTooMuch(question)
    if (part.large) settle(part)
    else if (account) cutOff(account)
    return cut(part.large)
  } finally {
    open = undefined
  }
}

/** What runs is for one file, with an account of its own. */
export function accounted<T>(run: () => T): T {
  const around = account
  accounts++
  account = { id: accounts, ledTo: 0, read: 0, cut: false }
  try {
    return run()
  } finally {
    account = around
  }
}

/** The account that is open, 0 where none is. */
export const accountNow = (): number => account?.id ?? 0

/** What the questions of the file led to so far, in expressions, without the modules that are read. */
export const ledTo = (): number => (account ? account.ledTo - account.read : 0)

/** Was a question of the file cut off, or another file not gone through? */
export const wasCut = (): boolean => account?.cut === true

/** False once the questions of a file have led to so much that no other file is gone through for it. */
export function mayGoOn(): boolean {
  if (!account || !isSpent(account)) return true
  account.cut = true
  return false
}

/** Another file was gone through, which led to so much. */
export function wentThrough(ledTo: number): void {
  if (account) account.ledTo += ledTo
}
