// What a source gets to read with: retry, waiting and the list of hosts stand behind `get`.
import { type UnzipFileInfo, unzipSync } from 'fflate'
import type { Feed, PriceSource, SourceIo } from '../../core/prices/source.ts'
import { isUnreachable } from '../../core/unreachable.ts'
import { codeOf, fault, isFault, unreachableFault } from './fault.ts'
import { type Answer, type Ask, get, tooLarge } from './get.ts'
import type { Environment } from './proxy.ts'

/** What a refresh needs from outside, so that tests can hold it. */
export interface Outside {
  /** Resolves after `ms`, or at once when `signal` aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  readonly env: Environment
  /** ms without a byte. */
  readonly idle: number
}

export interface Reading {
  readonly io: SourceIo
  /** What the server said of the first answer. */
  readonly first: () => {
    readonly unchanged: boolean
    readonly at: string | undefined
    readonly etag: string | undefined
  }
}

interface Place {
  readonly source: PriceSource
  /** A server on this machine that stands in for the source; tests only. */
  readonly base: string | undefined
  readonly etag: string | undefined
  /** By host what was said of it: whoever could not be reached a moment ago is not asked again for the next part. */
  readonly unreached: Map<string, string>
}

const attempts = 4
const patience = 120_000 // ms: a longer Retry-After is told to the user instead of waited for
const longestLine = 1_000_000 // characters

/** Https on a listed host, or the stand-in on this machine. */
function checked(path: string, { source, base }: Place): URL {
  const start = base ?? source.base
  if (!URL.canParse(path, start)) throw fault('was not read: it names an address that is none')
  const url = new URL(path, start)
  const standIn = base !== undefined && url.host === new URL(base).host && url.hostname === '127.0.0.1'
  const listed = url.protocol === 'https:' && source.hosts.includes(url.hostname) && (url.port || '443') === '443'
  if (!standIn && !listed) throw fault(`was not read: it sent us on to ${url.host}, which is not one of its hosts`)
  return url
}

async function patiently(ask: Ask, { sleep }: Outside, { unreached }: Place): Promise<Exclude<Answer, { is: 'busy' }>> {
  const { host } = ask.url
  const before = unreached.get(host)
  if (before !== undefined) throw unreachableFault(before)
  let last = 'did not answer'
  for (let attempt = 1; attempt <= attempts; attempt++) {
    let wait = 1000 * 2 ** (attempt - 1)
    try {
      const answer = await get(ask)
      if (answer.is !== 'busy') return answer
      last = `was not read: ${host} answered ${answer.status}, also after ${attempts} tries`
      wait = answer.after ?? wait
      if (wait > patience) throw fault(`asks to wait ${Math.ceil(wait / 60_000)} minutes`)
    } catch (error) {
      if (ask.signal.aborted || isFault(error)) throw error
      last = `could not be reached at ${host} (${codeOf(error) ?? 'no connection'})`
      if (isUnreachable(codeOf(error))) {
        unreached.set(host, last)
        throw unreachableFault(last)
      }
    }
    if (attempt < attempts) await sleep(wait, ask.signal)
    ask.signal.throwIfAborted()
  }
  throw fault(last)
}

async function whole(chunks: AsyncIterable<string>): Promise<string> {
  const all: string[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all.join('')
}

async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** The text of the file of a zip whose name ends so. A zip's table of contents is its end: it is read whole. */
async function unzipped(chunks: AsyncIterable<Uint8Array>, ending: string, maxBytes: number): Promise<string> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  let large = false
  const wanted = ({ name, originalSize }: UnzipFileInfo) => {
    if (!name.endsWith(ending)) return false
    large ||= originalSize > maxBytes
    return !large
  }
  try {
    const [bytes] = Object.values(unzipSync(Buffer.concat(all), { filter: wanted }))
    if (large) throw fault(tooLarge(maxBytes))
    return new TextDecoder().decode(bytes)
  } catch (error) {
    if (isFault(error)) throw error
    throw fault('was cut off in the middle (a damaged zip)')
  }
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    if (rest.length > longestLine) throw fault('was not read: it holds a line that does not end')
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
  }
  if (rest !== '') yield rest
}

async function* counted<C extends Uint8Array>(
  chunks: AsyncIterable<C>,
  more: (bytes: number) => void,
): AsyncGenerator<C> {
  for await (const chunk of chunks) {
    more(chunk.length)
    yield chunk
  }
}

/** @param more is told how many bytes have come in, unpacked, as they do */
export function reading(place: Place, outside: Outside, signal: AbortSignal, more: (bytes: number) => void): Reading {
  const { maxBytes } = place.source
  let seen: { unchanged: boolean; at: string | undefined; etag: string | undefined } | undefined
  async function read(path: string): Promise<Feed | undefined> {
    const { env, idle } = outside
    // Of several pages the first decides: a list that is paged is never half old.
    const etag = seen === undefined ? place.etag : undefined
    const ask = { url: checked(path, place), maxBytes, env, idle, signal, ...(etag === undefined ? {} : { etag }) }
    const answer = await patiently(ask, outside, place)
    const unchanged = answer.is === 'unchanged'
    seen ??= { unchanged, at: answer.at, etag: unchanged ? etag : answer.etag }
    if (answer.is === 'unchanged') return undefined
    const chunks = counted(answer.chunks, more)
    return {
      at: answer.at,
      text: () => whole(textOf(chunks)),
      lines: () => linesOf(textOf(chunks)),
      unzipped: (ending) => unzipped(chunks, ending, maxBytes),
    }
  }
  return { io: { get: read }, first: () => seen ?? { unchanged: false, at: undefined, etag: undefined } }
}
