// A small stand-in for the servers price lists are read from, with the faults they and the networks before them have.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

export type Fault =
  | 'portal' // a hotel's login page, answered in the server's name
  | 'redirect' // the same by redirect
  | 'truncated' // a gzip that ends too early although the connection ends well
  | 'silence' // half an answer, and nothing more
  | 'trouble'
  | 'reset' // the connection ends before the answer begins
  | { readonly retryAfter: number }
  | { readonly body: string }
  | { readonly spaces: number }

export interface ListServer {
  readonly base: string
  readonly requests: { readonly path: string; readonly etag: string | undefined }[]
  /** What the next requests meet, first to last. */
  faults: Fault[]
  /** Answers by path, without the query. */
  bodies: Record<string, string>
  /** Answers sent as they are, without a word on how they are packed. */
  raw: Record<string, Uint8Array>
  /** The server's clock. */
  date: string
  /** What is waited for once, before the next request is answered. */
  held: (() => Promise<void>) | undefined
  /** Called as each request has been answered, or half answered. */
  answered: () => void
  close(): Promise<void>
}

const etagOf = (body: string) =>
  `"${body.length}-${body
    .slice(0, 4000)
    .split('')
    .reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7)}"`

export async function startLists(): Promise<ListServer> {
  const state: Omit<ListServer, 'base' | 'close'> = {
    requests: [],
    faults: [],
    bodies: {},
    raw: {},
    date: 'Fri, 20 Nov 2026 06:00:00 GMT',
    held: undefined,
    answered: () => undefined,
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { held } = state
    state.held = undefined
    await held?.()
    const url = new URL(request.url ?? '/', 'http://localhost')
    const etag = request.headers['if-none-match']
    state.requests.push({ path: url.pathname + url.search, etag })
    const body = state.bodies[url.pathname]
    const fault = state.faults.shift()
    response.setHeader('date', state.date)
    if (fault !== undefined) fail(fault, response, body ?? '')
    else if (state.raw[url.pathname] !== undefined) response.writeHead(200).end(state.raw[url.pathname])
    else if (body === undefined) response.writeHead(404).end('not here')
    else if (etag === etagOf(body)) response.writeHead(304).end()
    else {
      response
        .writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip', etag: etagOf(body) })
        .end(gzipSync(body))
    }
    state.answered()
  }

  function fail(fault: Fault, response: ServerResponse, body: string): void {
    if (fault === 'portal') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please log in</html>')
    else if (fault === 'redirect') response.writeHead(302, { location: 'http://login.airport.example/' }).end()
    else if (fault === 'reset') response.socket?.destroy()
    else if (fault === 'trouble') response.writeHead(503).end()
    else if (fault === 'truncated') {
      const packed = gzipSync(body)
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length - 20))
    } else if (fault === 'silence') {
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.write(body.slice(0, body.length / 2))
    } else if ('retryAfter' in fault) response.writeHead(429, { 'retry-after': String(fault.retryAfter) }).end()
    else if ('spaces' in fault) response.writeHead(200).end(Buffer.alloc(fault.spaces, ' '))
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(fault.body)
  }

  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    base: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  })
}
