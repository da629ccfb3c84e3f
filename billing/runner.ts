import type { SpendRow } from './focus.ts'
import type { BillingSource, Failure, Fetched, Range, SourceIo } from './source.ts'

/** What the runner needs from outside, so that tests can hold the clock. */
export interface Outside {
  readonly fetch: typeof fetch
  /** Resolves after `ms`, or at once when `signal` aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  now(): Date
  random(): number
}

export interface Connection {
  readonly key: string
  /** Another address that speaks the same API; https, or this machine. */
  readonly base?: string
}

export type Collected =
  | {
      readonly is: 'rows'
      readonly rows: readonly SpendRow[]
      readonly problems: readonly string[]
      readonly pages: number
    }
  | { readonly is: 'failed'; readonly failure: Failure }

const attempts = 5
const timeout = 60_000 // ms for one answer
const patience = 120_000 // ms: a longer Retry-After is told to the user instead of waited for
const soon = new Set([408, 425, 429, 500, 502, 503, 504, 529])

/** All pages of one source. All or nothing: a failure half way loads nothing, so that no total is silently short. */
export async function collect(
  source: BillingSource,
  connection: Connection,
  range: Range,
  outside: Outside,
  signal: AbortSignal,
): Promise<Collected> {
  const base = checkedBase(connection.base ?? source.base)
  if (typeof base !== 'string') return { is: 'failed', failure: base }
  if (!/^[\x21-\x7e]+$/.test(connection.key)) {
    return fail('key', `The key for ${source.name} is empty or holds characters no key has: paste it again.`)
  }
  const io: SourceIo = {
    get: (path, query) =>
      get(
        source,
        `${base}${path}?${new URLSearchParams(query.map(([k, v]) => [k, v]))}`,
        connection.key,
        outside,
        signal,
      ),
  }
  const rows: SpendRow[] = []
  const problems: string[] = []
  let pages = 0
  for await (const page of source.pages(range, io)) {
    if (page.is === 'failed') return page
    const mapped = source.rows(page)
    rows.push(...mapped.rows)
    problems.push(...mapped.problems)
    pages++
  }
  return { is: 'rows', rows, problems, pages }
}

/** A key is sent only over TLS, or to this machine. */
function checkedBase(base: string): string | Failure {
  const url = URL.canParse(base) ? new URL(base) : undefined
  const here = url && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url && !url.username && (url.protocol === 'https:' || (url.protocol === 'http:' && here)))
    return base.replace(/\/+$/, '')
  return { kind: 'network', message: 'The address of the billing API must start with https://: the key was not sent.' }
}

async function get(
  source: BillingSource,
  url: string,
  key: string,
  outside: Outside,
  signal: AbortSignal,
): Promise<Fetched> {
  let last = fail('network', `${source.name} did not answer. Check the connection and retry.`)
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (signal.aborted) return cancelled(source)
    const answer = await once(source, url, key, outside, signal)
    if (answer.is !== 'again') return answer
    last = answer.last
    const wait = answer.after ?? backoff(attempt, outside)
    if (wait > patience)
      return fail('rate', `${source.name} asks to wait ${Math.ceil(wait / 60_000)} minutes. Retry then.`)
    if (attempt < attempts - 1) await outside.sleep(wait, signal)
  }
  return signal.aborted ? cancelled(source) : last
}

type Failed = Extract<Fetched, { is: 'failed' }>
type Answer = Fetched | { readonly is: 'again'; readonly after: number | undefined; readonly last: Failed }

async function once(
  source: BillingSource,
  url: string,
  key: string,
  outside: Outside,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const response = await outside.fetch(url, {
      headers: { accept: 'application/json', ...source.headers(key) },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      redirect: 'error', // the key goes to the address the user named, and nowhere else
    })
    const body = await response.text()
    if (response.ok) return parsed(source, body, outside)
    if (soon.has(response.status))
      return { is: 'again', after: retryAfter(response, outside), last: busy(source, response.status) }
    return refused(source, response.status)
  } catch (error) {
    if (signal.aborted) return cancelled(source)
    return { is: 'again', after: undefined, last: unreachable(source, url, error) }
  }
}

function parsed(source: BillingSource, body: string, outside: Outside): Fetched {
  try {
    return { is: 'page', body: JSON.parse(body) as unknown, at: outside.now().toISOString() }
  } catch {
    return fail(
      'answer',
      `${source.name} sent an answer that is not JSON: nothing was loaded. A proxy may stand in between.`,
    )
  }
}

const fail = (kind: Failure['kind'], message: string): Failed => ({ is: 'failed', failure: { kind, message } })
const cancelled = (source: BillingSource) =>
  fail('cancelled', `Reading from ${source.name} was cancelled: nothing was loaded.`)

function busy(source: BillingSource, status: number): Failed {
  if (status === 429)
    return fail('rate', `${source.name} limits the rate of requests (429), also after ${attempts} tries. Retry later.`)
  return fail('network', `${source.name} has trouble (${status}), also after ${attempts} tries. Retry later.`)
}

function refused(source: BillingSource, status: number): Failed {
  const { key, scope, link } = source.needs
  if (status === 401)
    return fail('key', `${source.name} refused the key (401). Reading costs needs ${key}, made at ${link}`)
  if (status === 403)
    return fail(
      'scope',
      `The key may not read costs of ${source.name} (403): it needs ${key} with ${scope}, made at ${link}`,
    )
  return fail('answer', `${source.name} answered ${status}: nothing was loaded.`)
}

function unreachable(source: BillingSource, url: string, error: unknown): Failed {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  return fail(
    'network',
    `${source.name} could not be reached at ${new URL(url).host}${code}. Check the connection and retry.`,
  )
}

/** RFC 9110 §10.2.3: seconds, or a date. In ms from now. */
function retryAfter(response: Response, outside: Outside): number | undefined {
  const header = response.headers.get('retry-after')
  if (header === null) return undefined
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - outside.now().getTime()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

/** 1, 2, 4, 8 s, each ± a quarter, so that many windows do not return at once. */
const backoff = (attempt: number, outside: Outside) => 1000 * 2 ** attempt * (0.75 + outside.random() / 2)
