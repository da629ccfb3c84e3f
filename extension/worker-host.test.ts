import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { SentResult } from './protocol.ts'
import { createWorkerHost, type WorkerHost } from './worker-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'outlay-worker-'))
let host: WorkerHost | undefined
afterEach(() => {
  host?.dispose()
  rmSync(folder, { recursive: true, force: true })
})

it('starts with the first message, answers what is asked, and comes back after a crash with everything sent anew', async () => {
  const script = join(folder, 'worker.mjs')
  writeFileSync(
    script,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', (message) => {
       if (message.is === 'close') throw new Error('a crash')
       if (message.is === 'open') parentPort.postMessage({ is: 'ask', id: 7, ask: { is: 'read', uri: message.file } })
       if (message.is === 'answer') parentPort.postMessage({ is: 'log', message: 'answer ' + message.answer })
     })`,
  )
  const seen: string[] = []
  const restarted = new Promise<void>((done) => {
    const answered = (message: SentResult) => {
      seen.push(message.is === 'log' ? message.message : message.is)
      if (seen.length === 1) host?.send({ is: 'close', file: 'a.py' })
      if (seen.length === 3) done()
    }
    host = createWorkerHost({
      script,
      answer: async ({ uri }) => `text of ${uri}`,
      receive: answered,
      restarted: () => {
        seen.push('restarted')
        host?.send({ is: 'open', file: 'b.py', version: 1, text: '' })
      },
      log: () => undefined,
    })
  })
  host?.send({ is: 'open', file: 'a.py', version: 1, text: '' })
  await restarted
  expect(seen).toEqual(['answer text of a.py', 'restarted', 'answer text of b.py'])
})
