// One GET over the network: only to hosts that are listed, never following a redirect, with a cap on what is read.
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { codeOf, fault, isFault } from './fault.ts'
import { type Environment, proxyFor, tunnel } from './proxy.ts'

export interface Ask {
  readonly url: URL
  readonly etag?: string
  /** Bytes after decompression. */
  readonly maxBytes: number
  /** ms without a byte. */
  readonly idle: number
  readonly env: Environment
  readonly signal: AbortSignal
}

export type Answer =
  | { readonly is: 'open'; readonly at: string; readonly etag?: string; readonly chunks: AsyncIterable<Uint8Array> }
  | { readonly is: 'unchanged'; readonly at: string }
  /** `after`: ms to wait, where the server said so. */
  | { readonly is: 'busy'; readonly status: number; readonly after: number | undefined }

const soon = new Set([408, 425, 429, 500, 502, 503, 504])

/** Rejects with a `Fault`, or with a network error that a second try may heal. */
export async function get(ask: Ask): Promise<Answer> {
  const response = await send(ask)
  const { statusCode = 0, headers } = response
  const at = instant(headers.date)
  if (statusCode === 304) {
    response.resume()
    return { is: 'unchanged', at }
  }
  if (soon.has(statusCode)) {
    response.resume()
    return { is: 'busy', status: statusCode, after: retryAfter(headers['retry-after'], at) }
  }
  const refused = refusal(ask.url, statusCode, headers)
  if (refused !== undefined) {
    response.destroy()
    throw fault(refused)
  }
  const { etag } = headers
  return { is: 'open', at, ...(etag === undefined ? {} : { etag }), chunks: bytesOf(response, ask) }
}

function refusal(url: URL, status: number, headers: IncomingMessage['headers']): string | undefined {
  const portal = 'a captive portal or a proxy that wants a login may stand in between'
  if (status >= 300 && status < 400) return `was not read: ${url.host} sent us on to another address; ${portal}`
  if (status === 407) return `was not read: the proxy wants a login (407)`
  if (status !== 200) return `was not read: ${url.host} answered ${status}`
  if (/^text\/html/i.test(headers['content-type'] ?? '')) {
    return `was not read: ${url.host} answered with a web page instead of prices; ${portal}`
  }
  return undefined
}

async function send({ url, etag, idle, env, signal }: Ask): Promise<IncomingMessage> {
  const proxy = proxyFor(url, env)
  const socket = proxy && (await tunnel(url, proxy, signal))
  return new Promise((resolve, reject) => {
    const asked = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      headers: {
        // Without an agent Node would add the port of http.
        host: url.host,
        accept: '*/*',
        'accept-encoding': 'gzip, br',
        'user-agent': 'outlay',
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      },
      signal,
      // An agent would make a connection of its own.
      ...(socket ? { createConnection: () => socket } : { agent: false }),
    })
    const silent = () => fault(`was not read: it sent nothing for ${idle / 1000} seconds`)
    asked.setTimeout(idle, () => asked.destroy(silent()))
    asked.once('response', (response) => {
      // From here on it is the answer that breaks off, so that whoever reads it hears why.
      asked.setTimeout(0)
      response.setTimeout(idle, () => response.destroy(silent()))
      resolve(response)
    })
    asked.once('error', reject)
    asked.end()
  })
}

const decompressors = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate }

// Errors of either end reach whoever reads what is unpacked.
const unpacked = (packed: Readable, by: Transform): Readable => pipeline(packed, by, () => undefined)

function decompressed(response: IncomingMessage): AsyncIterable<Buffer> {
  const encoding = response.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity' || encoding === '') return gunzipped(response)
  if (!Object.hasOwn(decompressors, encoding)) throw fault(`was not read: it is packed as ${encoding}`)
  return unpacked(response, decompressors[encoding as keyof typeof decompressors]())
}

/** AWS keeps its page feeds as gzip and does not always say so: the first two bytes do (RFC 1952 §2.3.1). */
async function* gunzipped(response: IncomingMessage): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer> = response[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  const whole = (async function* () {
    yield first.value
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  })()
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b
  yield* isGzip ? unpacked(Readable.from(whole), createGunzip()) : whole
}

async function* bytesOf(response: IncomingMessage, { maxBytes, signal }: Ask): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    for await (const chunk of decompressed(response)) {
      bytes += chunk.length
      if (bytes > maxBytes) throw fault(tooLarge(maxBytes))
      yield chunk
    }
  } catch (error) {
    if (signal.aborted || isFault(error)) throw error
    throw fault(`was cut off in the middle (${codeOf(error) ?? 'damaged'})`)
  } finally {
    response.destroy()
  }
}

export const tooLarge = (maxBytes: number) => `was not read: it is larger than ${Math.round(maxBytes / 1_000_000)} MB`

/** The server's clock; this machine's where it does not tell. */
const instant = (date: string | undefined): string => {
  const ms = date === undefined ? Number.NaN : Date.parse(date)
  return new Date(Number.isNaN(ms) ? Date.now() : ms).toISOString()
}

/** RFC 9110 §10.2.3: seconds, or a date, here against the server's own clock. */
function retryAfter(header: string | undefined, at: string): number | undefined {
  if (header === undefined) return undefined
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.parse(at)
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}
