import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { isRecord } from '../core/record.ts'
import { isUnreachable } from '../core/unreachable.ts'
import { recordIn } from './json.ts'
import type {
  Ask,
  Asked,
  ChosenSignIn,
  Credentials,
  Failure,
  Fetched,
  Leaving,
  Meaning,
  Scope,
  SourceIo,
} from './source.ts'

/** What the runner needs from outside, so that tests can hold the clock. */
export interface Outside {
  readonly fetch: typeof fetch
  /** Resolves after `ms`, or at once when `signal` aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  now(): Date
  random(): number
  /** Work of a few seconds that nobody waits for, and that is to be done before the process ends. */
  beforeEnd?(work: Promise<unknown>): void
}

export interface Connection {
  readonly credentials: Credentials
  /** Makes the other values; they never leave the process that makes them. */
  readonly signIn?: ChosenSignIn
  /** Another address that speaks the same API; https, or this machine. */
  readonly base?: string
  readonly scope?: Scope
}

const attempts = 5
const timeout = 60_000 // ms for one answer
const fileTimeout = 1_800_000 // ms for one file
const farewell = 5000 // ms for the request that ends work at the provider
const patience = 120_000 // ms: a longer Retry-After is told to the user instead of waited for
const soon = new Set([408, 425, 429, 500, 502, 503, 504, 529])

const settingsOf = ({ needs }: Asked, credentials: Credentials): Credentials =>
  Object.fromEntries(
    needs.fields.flatMap(({ id, secret }) => (secret || !credentials[id] ? [] : [[id, credentials[id]]])),
  )

/** What files are fetched through. */
export interface FileIo extends SourceIo {
  /** To a path of this machine: whole, or not at all. */
  save(request: Ask, path: string): Promise<{ readonly is: 'saved' } | Failed>
}

/** What a source asks through, with these credentials; a failure where they cannot be right. */
export function ioOf(source: Asked, connection: Connection, outside: Outside, signal: AbortSignal): FileIo | Failure {
  const { credentials } = connection
  const unfit = unfitCredential(source, credentials)
  if (unfit) return { kind: 'key', message: unfit }
  const base = checkedBase(source, connection)
  if (typeof base !== 'string') return base
  const askUntil = (request: Ask, signal: AbortSignal) =>
    patiently({ source, credentials, base, request, outside, signal, timeout }, async (response) =>
      parsed(source, await response.text(), outside, request.answer),
    )
  let last: Ask | undefined
  let isEnded = false
  // Nobody waits for the answer, and what it says changes nothing.
  const end = () => {
    if (!last || isEnded) return
    isEnded = true
    const ended = askUntil(last, AbortSignal.timeout(farewell))
    outside.beforeEnd?.(ended)
  }
  return {
    ask: (request) => askUntil(request, signal),
    onCancel: (request) => {
      last = request
      signal.removeEventListener('abort', end)
      // It may have been called off before it was known what to end.
      if (request && signal.aborted) end()
      else if (request) signal.addEventListener('abort', end, { once: true })
    },
    save: (request, path) =>
      patiently({ source, credentials, base, request, outside, signal, timeout: fileTimeout }, async (response) => {
        await saved(response, path)
        return { is: 'saved' } as const
      }),
    wait: (ms) => outside.sleep(ms, signal),
    settings: settingsOf(source, credentials),
  }
}

/** Nothing is sent with a value that cannot be right. */
function unfitCredential(source: Asked, credentials: Credentials): string | undefined {
  for (const { id, label, secret, optional, multiline } of source.needs.fields) {
    const value = credentials[id]
    if (value === undefined || value === '') {
      if (!optional) return `${source.name} needs ${label}: it is missing.`
    } else if (secret && !(multiline ? /^[\x20-\x7e\r\n]+$/ : /^[\x21-\x7e]+$/).test(value)) {
      return `What was given as ${label} for ${source.name} holds characters none has: paste it again.`
    }
  }
  return undefined
}

/** A secret is sent only over TLS, or to this machine. */
function checkedBase(source: Asked, { base, credentials }: Connection): string | Failure {
  const address = base ?? source.baseFor?.(credentials) ?? source.base
  if (address === undefined && source.baseFor)
    return { kind: 'network', message: `${source.name} has no such address: check the settings of the connection.` }
  if (address === undefined)
    return { kind: 'network', message: `${source.name} runs on a server of your own: its address is missing.` }
  const url = URL.canParse(address) ? new URL(address) : undefined
  const here = url && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  const isOpen = !source.needs.fields.some(({ id, secret }) => secret && credentials[id])
  if (url && !url.username && (url.protocol === 'https:' || (url.protocol === 'http:' && (here || isOpen))))
    return address.replace(/\/+$/, '')
  return { kind: 'network', message: 'The address of the billing API must start with https://: the key was not sent.' }
}

interface Errand {
  readonly source: Asked
  readonly credentials: Credentials
  readonly base: string
  readonly request: Ask
  readonly outside: Outside
  readonly signal: AbortSignal
  /** ms for one try. */
  readonly timeout: number
}

async function patiently<T>(asked: Errand, take: (response: Response) => Promise<T>): Promise<T | Failed> {
  const errand = { ...asked, request: recognisable(asked.request) }
  const { source, outside, signal } = errand
  const url = addressOf(errand)
  if (!url) return fail('answer', `${source.name} names a next page on another server: nothing was loaded.`)
  let last = fail('network', `${source.name} did not answer. Check the connection and retry.`)
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (signal.aborted) return calledOff(source)
    const answer = await once(errand, url, take)
    if (!isAgain(answer)) return answer
    last = answer.last
    const wait = answer.after ?? backoff(attempt, outside)
    if (wait > patience)
      return fail('rate', `${source.name} asks to wait ${Math.ceil(wait / 60_000)} minutes. Retry then.`)
    if (attempt < attempts - 1) await outside.sleep(wait, signal)
  }
  return signal.aborted ? calledOff(source) : last
}

/** All tries of one request have one name, which no other has. */
const recognisable = (request: Ask): Ask =>
  request.sameBy === undefined
    ? request
    : { ...request, body: { ...recordIn(request.body), [request.sameBy]: randomUUID() } }

/** Undefined where the path leads to another server. */
function addressOf({ base, request: { path, query } }: Errand): URL | undefined {
  const url = /^https?:/.test(path) ? new URL(path) : new URL(`${base}/${path.replace(/^\//, '')}`)
  if (url.origin !== new URL(base).origin) return undefined
  for (const [name, value] of query ?? []) url.searchParams.append(name, value)
  return url
}

type Failed = Extract<Fetched, { is: 'failed' }>
interface Again {
  readonly is: 'again'
  readonly after: number | undefined
  readonly last: Failed
}

const isAgain = (answer: unknown): answer is Again => isRecord(answer) && answer.is === 'again'

async function once<T>(
  { source, credentials, request, outside, signal, timeout }: Errand,
  url: URL,
  take: (response: Response) => Promise<T>,
): Promise<T | Failed | Again> {
  const method = request.method ?? 'GET'
  const body = request.body === undefined ? '' : JSON.stringify(request.body)
  const asked = { accept: 'application/json', ...(body && { 'content-type': 'application/json' }), ...request.headers }
  const proof = await proofOf(source, credentials, { method, url, headers: asked, body, at: outside.now() })
  if (!proof) return unusable(source)
  try {
    const response = await outside.fetch(url, {
      method,
      headers: { ...asked, ...proof },
      ...(body && { body }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      redirect: 'manual', // the key goes to the address the user named, and nowhere else
    })
    if (response.ok) return await take(response)
    const meaning = source.meaning?.(response.status, await response.text())
    if (meaning === 'again' || (meaning === undefined && soon.has(response.status)))
      return {
        is: 'again',
        after: retryAfter(response, outside),
        last: busy(source, meaning === 'again' ? 429 : response.status),
      }
    return refused(source, response.status, meaning)
  } catch (error) {
    if (signal.aborted) return calledOff(source)
    if (isOfDisk(error)) return unkept(source, error)
    const last = unreachable(source, url, error)
    return isUnreachable(codeOf(error)) ? last : { is: 'again', after: undefined, last }
  }
}

/** Undefined where what was given cannot sign: a private key that is none. Why is not told, as that may hold the key. */
async function proofOf(source: Asked, credentials: Credentials, leaving: Leaving) {
  try {
    return await source.headers(credentials, leaving)
  } catch {
    return undefined
  }
}

const unusable = (source: Asked) =>
  fail('key', `What was given as ${keyOf(source)} for ${source.name} cannot be used to sign with: paste it again.`)

/** Under another name until it is whole. */
async function saved(response: Response, path: string): Promise<void> {
  const part = `${path}.${process.pid}.part` // another window may fetch the same
  await mkdir(dirname(path), { recursive: true })
  // Node's own stream and the one of the web are the same thing with two types.
  const body = response.body as ReadableStream<Uint8Array> | null
  try {
    await pipeline(body === null ? Readable.from([]) : Readable.fromWeb(body), createWriteStream(part))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Of a file, not of a connection: the system names the call that failed. */
const isOfDisk = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && /^(open|write|mkdir|rename|close|fsync)$/.test(String(error.syscall))

function parsed(source: Asked, body: string, outside: Outside, answer: Ask['answer']): Fetched {
  if (answer === 'text') return { is: 'page', body, at: outside.now().toISOString() }
  try {
    // 204: there is nothing to tell.
    return {
      is: 'page',
      body: body === '' ? undefined : (JSON.parse(body) as unknown),
      at: outside.now().toISOString(),
    }
  } catch {
    return fail(
      'answer',
      `${source.name} sent an answer that is not JSON: nothing was loaded. A proxy may stand in between.`,
    )
  }
}

const fail = (kind: Failure['kind'], message: string): Failed => ({ is: 'failed', failure: { kind, message } })
export const cancelled = ({ name }: Asked): Failure => ({
  kind: 'cancelled',
  message: `Reading from ${name} was cancelled: nothing was loaded.`,
})
const calledOff = (source: Asked): Failed => ({ is: 'failed', failure: cancelled(source) })

function busy(source: Asked, status: number): Failed {
  if (status === 429)
    return fail('rate', `${source.name} limits the rate of requests (429), also after ${attempts} tries. Retry later.`)
  return fail('network', `${source.name} has trouble (${status}), also after ${attempts} tries. Retry later.`)
}

function refused(source: Asked, status: number, meaning: Meaning | undefined): Failed {
  const { scope, link } = source.needs
  const key = keyOf(source)
  if (typeof meaning === 'object')
    return { is: 'failed', failure: { kind: 'answer', message: meaning.message, status } }
  if (meaning === 'key' || (meaning === undefined && status === 401))
    return fail(
      'key',
      `${source.name} refused the key (${status}). Reading costs needs ${key}, made at ${link}${mayHaveEnded(source)}`,
    )
  if (meaning === 'scope' || (meaning === undefined && status === 403))
    return fail(
      'scope',
      `The key may not read costs of ${source.name} (${status}). What it takes is ${key}; the right: ${scope}. See ${link}`,
    )
  const message = `${source.name} answered ${status}: nothing was loaded.`
  return { is: 'failed', failure: { kind: 'answer', message, status } }
}

/** `fetch` wraps the error of the connection. */
function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
}

function unreachable(source: Asked, url: URL, error: unknown): Failed {
  const code = codeOf(error)
  const named = code === undefined ? '' : ` (${code})`
  return fail('network', `${source.name} could not be reached at ${url.host}${named}. Check the connection and retry.`)
}

const unkept = (source: Asked, { code }: NodeJS.ErrnoException) =>
  fail(
    'answer',
    `What ${source.name} sent cannot be kept on this machine (${code}): is the disk full, or the folder write-protected? Nothing was loaded.`,
  )

/** A token that somebody signed in for lasts an hour or so; that it is over Azure and Google say as of a wrong key. */
const mayHaveEnded = ({ needs }: Asked) =>
  needs.signIns?.some((way) => 'field' in way)
    ? '. Where it was right before, the session has ended: sign in again'
    : ''

/** The first secret, as it stands in a sentence. */
const keyOf = ({ needs }: Asked) => needs.fields.find(({ secret }) => secret)?.label ?? 'access'

/**
 * RFC 9110 §10.2.3: seconds, or a date. In ms from now; the longest of all, where a provider has a limit for each
 * of several things (Azure: `x-ms-ratelimit-microsoft.costmanagement-qpu-retry-after`).
 */
function retryAfter(response: Response, outside: Outside): number | undefined {
  const waits = [...response.headers]
    .filter(([name]) => name.endsWith('retry-after'))
    .map(([, value]) =>
      /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - outside.now().getTime(),
    )
    .filter((ms) => !Number.isNaN(ms))
  return waits.length === 0 ? undefined : Math.max(0, ...waits)
}

/** 1, 2, 4, 8 s, each ± a quarter, so that many windows do not return at once. */
const backoff = (attempt: number, outside: Outside) => 1000 * 2 ** attempt * (0.75 + outside.random() / 2)
