import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** refused: the server takes no insert. unsent: the connection is gone before the request. cut: in the middle of it. unheard: before its answer. */
export type Drop = 'refused' | 'unsent' | 'cut' | 'unheard'

/** Stands between the store and ClickHouse. */
export interface FaultyProxy {
  readonly address: string
  /** What befalls one request, after so many others. */
  next(drop: Drop, after: number): void
  /** Nothing befalls any more. @returns whether it has befallen one */
  calm(): boolean
  close(): Promise<void>
}

export async function startProxy(target: string): Promise<FaultyProxy> {
  let drop: Drop | undefined
  let after = 0
  let struck = false

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    // A file's is in the address, another's in the body.
    const isInsert = /INSERT(?:\+|%20)INTO/.test(request.url ?? '') || body.includes('INSERT INTO')
    const now = drop !== undefined && (drop !== 'refused' || isInsert) && after-- <= 0 ? drop : undefined
    if (now) {
      drop = undefined
      struck = true
    }
    if (now === 'unsent') return void request.socket.destroy()
    if (now === 'refused') {
      response.writeHead(500, { 'X-ClickHouse-Exception-Code': '252' })
      return void response.end(
        'Code: 252. DB::Exception: Too many parts. Merges are processing significantly slower than inserts. (TOO_MANY_PARTS)\n',
      )
    }
    const onward = send(new URL(request.url ?? '/', target), { method: request.method, headers: request.headers })
    onward.on('error', () => request.socket.destroy())
    if (now === 'cut') {
      onward.flushHeaders()
      onward.write(body.subarray(0, Math.floor(body.length / 2)), () => onward.destroy())
      return void request.socket.destroy()
    }
    onward.end(body)
    const [answer] = (await once(onward, 'response')) as [IncomingMessage]
    const text = await buffer(answer)
    if (now === 'unheard') return void request.socket.destroy()
    response.writeHead(answer.statusCode ?? 500, answer.headers).end(text)
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next(which, many) {
      drop = which
      after = many
    },
    calm() {
      const did = struck
      drop = undefined
      struck = false
      return did
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
