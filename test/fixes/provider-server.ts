// The providers on this machine: answers what their SDKs ask, and keeps every request for the test to look at.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttp2Server, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { answerOf, type Before } from './answers.ts'
import { linesOf, resultsOf } from './batches.ts'
import { type Routed, routeOf } from './wire.ts'
import { fromXml, toXml } from './xml.ts'

export interface Arrived extends Routed {
  readonly body: unknown
}

export interface ProviderServer {
  /** `http://127.0.0.1:<port>` */
  readonly base: string
  /** The same over HTTP/2, which Bedrock's Node SDK speaks. */
  readonly http2: string
  /** What arrived since the last call, in order. */
  taken(): readonly Arrived[]
  close(): Promise<void>
}

export async function startProviders(): Promise<ProviderServer> {
  let arrived: Arrived[] = []
  const before = (): Before => ({ nth: arrived.length, base: address(servers[0]), lines: linesOf(arrived) })
  async function serve(request: Request, response: ServerResponse | Http2ServerResponse): Promise<void> {
    const collected = request.method === 'GET' ? resultsOf(request.url ?? '', arrived, before()) : undefined
    if (collected !== undefined) {
      response.writeHead(200, { 'content-type': collected.type })
      response.end(collected.text)
      return
    }
    const { action, body } = await askedOf(request)
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const known = routeOf(request.method ?? '', pathname, search, action)
    if (!known) {
      response.writeHead(404)
      response.end(`no ${request.method} ${request.url} ${action} here`)
      return
    }
    const context = before()
    arrived.push({ ...known, body })
    const answer = answerOf(known.route, body, context)
    if (isForm(request)) {
      response.writeHead(200, { 'content-type': 'text/xml;charset=UTF-8' })
      response.end(toXml(`${action}Response`, answer))
      return
    }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isBase64(body) ? inBase64(answer) : answer))
  }
  const servers = [createServer(serve), createHttp2Server(serve)] as const
  for (const server of servers) await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = (server: (typeof servers)[number]) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    base: address(servers[0]),
    http2: address(servers[1]),
    taken() {
      const now = arrived
      arrived = []
      return now
    },
    async close() {
      for (const server of servers) await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

type Request = IncomingMessage | Http2ServerRequest

const isForm = ({ headers }: Request) => headers['content-type'] === 'application/x-www-form-urlencoded'

/** What is asked for by name, where the path does not say it, and with what. */
async function askedOf(request: Request): Promise<{ readonly action: string; readonly body: unknown }> {
  const sent = await text(request)
  if (!isForm(request)) return { action: String(request.headers['x-amz-target'] ?? ''), body: bodyOf(request, sent) }
  const { Action, Version: _, ...body } = fromForm(sent)
  return { action: String(Action), body }
}

function bodyOf(request: Request, sent: string): unknown {
  if (sent === '') return {}
  if (sent.startsWith('<')) return fromXml(sent)
  const boundary = /boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '')?.[1]
  return boundary === undefined ? JSON.parse(sent) : uploaded(sent, boundary)
}

/** `A.B=c` is a field of a field; a number is one. */
function fromForm(sent: string): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {}
  for (const [path, text] of new URLSearchParams(sent)) {
    const names = path.split('.')
    const last = names.pop()!
    let holder = fields
    for (const name of names) {
      holder[name] ??= {}
      holder = holder[name] as Record<string, unknown>
    }
    holder[last] = /^\d+$/.test(text) ? Number(text) : text
  }
  return fields
}

/** A batch file comes as a form: its purpose and its lines. */
function uploaded(sent: string, boundary: string): unknown {
  const parts = new Map<string, string>()
  for (const part of sent.split(`--${boundary}`)) {
    const name = /name="([^"]+)"/.exec(part)?.[1]
    const start = part.indexOf('\r\n\r\n')
    if (name && start >= 0) parts.set(name, part.slice(start + 4).replace(/\r\n$/, ''))
  }
  const lines = (parts.get('file') ?? '').split('\n').filter((line) => line.trim() !== '')
  return { purpose: parts.get('purpose'), lines: lines.map((line) => JSON.parse(line)) }
}

/** The Node SDK asks for vectors as packed floats and unpacks them. */
const isBase64 = (body: unknown) =>
  typeof body === 'object' && body !== null && 'encoding_format' in body && body.encoding_format === 'base64'

const inBase64 = (answer: unknown) => {
  const packed = (vector: number[]) => Buffer.from(new Float32Array(vector).buffer).toString('base64')
  return JSON.parse(JSON.stringify(answer), (key, value) => (key === 'embedding' ? packed(value) : value))
}
