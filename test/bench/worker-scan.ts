// A process of its own: `node worker-scan.mjs <worker>` prints what the worker came to.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SentResult, ToWorker } from '../../extension/protocol.ts'
import { workerLimits } from '../../extension/worker-limits.ts'
import { pythonFile, terraformFile, typescriptFile } from './texts.ts'

const files = 2000
const idle = 10_000

function writeProject(): string[] {
  const texts = { py: pythonFile(120), ts: typescriptFile(120), tf: terraformFile(60) }
  const root = mkdtempSync(join(tmpdir(), 'outlay-bench-'))
  process.once('exit', () => rmSync(root, { recursive: true, force: true }))
  return Array.from({ length: files }, (_, i) => {
    const extension = (['py', 'ts', 'tf'] as const)[i % 3]!
    const folder = join(root, `part${i % 100}`)
    mkdirSync(folder, { recursive: true })
    const file = join(folder, `file${i}.${extension}`)
    writeFileSync(file, texts[extension].replaceAll(/answer_?/g, `answer_${i}_`))
    return file
  })
}

const project = writeProject()
/** Without the heap of this thread, which holds the answers a host would. */
function outside(): number {
  const { rss, heapTotal } = process.memoryUsage()
  return rss - heapTotal
}

/** Processor time of ten seconds in which nothing is asked of anybody. Milliseconds. */
async function resting(): Promise<number> {
  const start = process.cpuUsage()
  await new Promise((done) => setTimeout(done, idle))
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** What Node itself takes for a worker that does nothing. */
async function emptyAtRest(): Promise<number> {
  const empty = new Worker("require('node:worker_threads').parentPort.on('message', () => {})", { eval: true })
  await new Promise((done) => empty.once('online', done))
  await resting()
  const took = await resting()
  await empty.terminate()
  return took
}

const empty = await emptyAtRest()
const before = outside()
const worker = new Worker(process.argv[2]!, { execArgv: [], resourceLimits: workerLimits })
const send = (message: ToWorker) => worker.postMessage(message)
let peak = before
await new Promise<void>((done) => {
  worker.on('message', (message: SentResult) => {
    if (message.is === 'ask') send({ is: 'answer', id: message.id, answer: undefined })
    peak = Math.max(peak, outside())
    if (message.is === 'scanned') done()
  })
  send({ is: 'scan', id: 1, files: project })
})
// V8 tidies up once after much work.
await resting()
const rest = await resting()
await worker.terminate()
console.log(JSON.stringify({ files, megabytes: (peak - before) / 1e6, idle: rest, empty }))
