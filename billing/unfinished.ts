import { createHash } from 'node:crypto'
import { isRecord } from '../core/record.ts'
import type { Page } from './source.ts'
import { StoreError } from './store-error.ts'

/**
 * How long a reading that broke off is gone on with, ms. A page may name the next one by a token: AWS does not say how long one is
 * good; the results of a statement stay half a day at Databricks and a day at Snowflake and BigQuery. Within an hour a bill is
 * hardly renewed, so that the first page and the last are of one state of it.
 * https://docs.databricks.com/api/statement-execution/v1/get-statement-result.md, https://docs.snowflake.com/en/user-guide/querying-persisted-results
 */
const longest = 3_600_000
/** Bytes of answers that are kept of one reading: what comes after is asked for again. */
const room = 64 * 2 ** 20

/** Texts by name, in groups. */
export interface Texts {
  /** Beyond the process. */
  readonly isLasting: boolean
  get(group: string, name: string): Promise<string | undefined>
  /** Whole, or not at all. */
  put(group: string, name: string, text: string): Promise<void>
  groups(): Promise<readonly string[]>
  /** Throws a `StoreError` where some of it stays. */
  drop(group: string): Promise<void>
}

/** What a provider answered in a reading that is not whole yet, by request. */
export interface Unfinished {
  /** Another process can go on with it. */
  readonly isLasting: boolean
  /** Of the reading before this one. */
  get(request: unknown): Promise<Page | undefined>
  /** False where it could not be kept, which stops no reading: it is asked for again. */
  put(request: unknown, page: Page): Promise<boolean>
  /** Nothing is given any more. It is still there until this reading has an answer of its own to keep. */
  beginAnew(): void
  /** @returns what could not be removed, in a sentence */
  drop(): Promise<readonly string[]>
}

/**
 * @param as the name that its rows are kept under
 * @param of who is asked for what, by whose right: only a reading of just the same is gone on with. A digest of it is kept, and no secret
 */
export async function unfinishedOf(texts: Texts, as: string, of: unknown, now: () => Date): Promise<Unfinished> {
  const [group, identity] = [digest(as), digest(of)]
  let isOurs = (await freshIn(texts, group, now()))?.of === identity
  let left = room
  const nameOf = (request: unknown) => digest([identity, request])

  async function keep(name: string, text: string): Promise<void> {
    if (!isOurs) {
      await texts.drop(group)
      await texts.put(group, begunName, JSON.stringify({ of: identity, at: now().toISOString() }))
      isOurs = true
    }
    await texts.put(group, name, text)
  }

  return {
    isLasting: texts.isLasting,
    async get(request) {
      const text = isOurs ? await texts.get(group, nameOf(request)) : undefined
      if (text === undefined) return undefined
      left -= Buffer.byteLength(text)
      const page = parsed(text)
      return isRecord(page) && page.is === 'page' ? (page as unknown as Page) : undefined
    },
    async put(request, page) {
      const text = JSON.stringify(page)
      left -= Buffer.byteLength(text)
      if (left < 0) return false
      return keep(nameOf(request), text).then(
        () => true,
        () => false,
      )
    },
    beginAnew() {
      isOurs = false
      left = room
    },
    drop: () => removed(texts, group),
  }
}

/** Removes what is too old to be gone on with, whosever it is. What stays nevertheless is never read, and is tried with the next. */
export async function sweepUnfinished(texts: Texts, now: Date): Promise<void> {
  for (const group of await texts.groups()) if (!(await freshIn(texts, group, now))) await removed(texts, group)
}

/** @param as left out: of all */
export async function forgetUnfinished(texts: Texts, as?: string): Promise<void> {
  for (const group of as === undefined ? await texts.groups() : [digest(as)]) await texts.drop(group)
}

/** Gone with the process. */
export function textsInMemory(): Texts {
  const groups = new Map<string, Map<string, string>>()
  return {
    isLasting: false,
    get: async (group, name) => groups.get(group)?.get(name),
    async put(group, name, text) {
      const texts = groups.get(group) ?? new Map<string, string>()
      groups.set(group, texts.set(name, text))
    },
    groups: async () => [...groups.keys()],
    drop: async (group) => void groups.delete(group),
  }
}

interface Begun {
  readonly of: string
  /** ISO. */
  readonly at: string
}

const begunName = 'begun'

/** Undefined where there is none that may be gone on with; also where the clock was set back. */
async function freshIn(texts: Texts, group: string, now: Date): Promise<Begun | undefined> {
  const begun = parsed((await texts.get(group, begunName)) ?? '')
  if (!isRecord(begun)) return undefined
  const age = now.getTime() - Date.parse(String(begun.at))
  return age >= 0 && age < longest ? { of: String(begun.of), at: String(begun.at) } : undefined
}

const removed = (texts: Texts, group: string): Promise<readonly string[]> =>
  texts.drop(group).then(
    () => [],
    (error: unknown) => {
      if (error instanceof StoreError) return [error.message]
      throw error
    },
  )

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 40)

/** Undefined where the machine went down while it was written. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
