// A provider on this machine: answers from what the test gives it, with the faults servers and networks have, and checks
// each exchange against the provider's contract.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Contract } from './openapi.ts'

export interface Heard {
  readonly method: string
  /** Without `under`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
  /** The body as it came. */
  readonly text: string
}

export interface Said {
  readonly status?: number
  readonly body?: unknown
  /** Instead of a body as JSON. */
  readonly text?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** What the next request meets instead of an answer. */
export type Fault = 'trouble' | 'malformed' | 'truncated' | 'silence' | Said

export interface Fake {
  readonly base: string
  readonly heard: Heard[]
  /** Where a request, or one of our own answers, broke the contract. Tests expect none. */
  readonly violations: string[]
  faults: Fault[]
  close(): Promise<void>
}

export interface FakeOptions {
  answer(request: Heard): Said | Promise<Said>
  readonly contract?: Contract
  /** The part of the path that is the base's own: `/v1`. */
  readonly under?: string
}

export async function startFake({ answer, contract, under = '' }: FakeOptions): Promise<Fake> {
  const heard: Heard[] = []
  const violations: string[] = []
  const server = createServer((request, response) => void serve(request, response))
  const state = { heard, violations, faults: [] as Fault[] }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const sent = await text(request)
    const asked: Heard = {
      method: request.method ?? '',
      path: url.pathname.slice(under.length),
      query: url.searchParams,
      headers: request.headers,
      body: sent === '' ? undefined : JSON.parse(sent),
      text: sent,
    }
    heard.push(asked)
    const fault = state.faults.shift()
    if (fault === 'silence') return
    if (fault === 'malformed') return void response.writeHead(200).end('{"data":[')
    if (fault === 'truncated') {
      response.writeHead(200, { 'content-length': '1000' }).write('{"data":')
      response.destroy()
      return
    }
    const said = fault === 'trouble' ? { status: 503 } : (fault ?? (await answer(asked)))
    const { status = 200, body, text: bytes, headers = {} } = said
    if (contract && status < 400) {
      try {
        violations.push(...contract.violations({ ...asked, asked: asked.body, status, answered: body }))
      } catch (error) {
        violations.push(`the contract cannot be read: ${String(error)}`)
      }
    }
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(bytes ?? (body === undefined ? undefined : JSON.stringify(body)))
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return Object.assign(state, {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((done) => server.close(() => done()))
    },
  })
}

/** Reads the one source from the fake, with the clock held. */
export const heldOutside = (waits: number[] = []) => ({
  fetch,
  sleep: async (ms: number) => void waits.push(ms),
  now: () => new Date('2026-11-20T08:00:00Z'),
  random: () => 0.5,
})

/** Of a service that is asked for no carbon. */
export const withoutPrices = { book: () => Promise.reject(new Error('No price book was given.')) }
