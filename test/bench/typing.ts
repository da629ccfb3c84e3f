import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { SentResult, ToWorker } from '../../extension/protocol.ts'
import { createInbox } from '../../extension/sent-results.ts'
import { createTurns } from '../../extension/turns.ts'
import { workerLimits } from '../../extension/worker-limits.ts'
import { percentile, show, times } from './measure.ts'
import { pythonFile, terraformFile, typescriptFile } from './texts.ts'

const worker = fileURLToPath(new URL('../../dist/worker.mjs', import.meta.url))

/** Between two keys of somebody who types 400 words a minute. Milliseconds. */
const pause = 30

/**
 * From a change sent by the host to the result that comes back, in the real worker. One character is typed into a prompt each time: a
 * hundred without a pause, where what the engine compiles and collects beside them has no time of its own, and a hundred as if by hand.
 */
export async function typing(unit: number): Promise<string[]> {
  if (!existsSync(worker)) return ['typing: missing, run "npm run build" first']
  const lines: string[] = []
  const files = [
    ['Python, 300 lines', 'file:///bench/small.py', pythonFile(300)],
    ['Python, 1,000 lines', 'file:///bench/middle.py', pythonFile(1000)],
    ['Python, 5,000 lines', 'file:///bench/large.py', pythonFile(5000)],
    ['TypeScript, 300 lines', 'file:///bench/small.ts', typescriptFile(300)],
    ['TypeScript, 5,000 lines', 'file:///bench/large.ts', typescriptFile(5000)],
    ['Terraform, 300 lines', 'file:///bench/small/main.tf', terraformFile(300)],
    ['Terraform, 5,000 lines', 'file:///bench/large/main.tf', terraformFile(5000)],
  ] as const
  for (const [name, file, text] of files) {
    const before = process.memoryUsage().rss
    const { ms, byHand, first, rss } = await typeInto(file, text)
    const of = (some: readonly number[]) => (p: number) =>
      `p${p} ${show(percentile(some, p))} ms = ${(percentile(some, p) / unit).toFixed(2)}×`
    const [figure, hand] = [of(ms), of(byHand)]
    lines.push(
      `change to diagnostics, ${name}: ${figure(50)}, ${figure(95)}; ${pause} ms apart ${hand(50)}, ${hand(95)} (first ${show(first)} ms, memory with worker +${((rss - before) / 1e6).toFixed(0)} MB)`,
    )
  }
  return lines
}

interface Typed {
  /** Milliseconds, as the next two. */
  readonly ms: readonly number[]
  readonly byHand: readonly number[]
  readonly first: number
  /** Bytes. */
  readonly rss: number
}

async function typeInto(file: string, text: string): Promise<Typed> {
  const thread = new Worker(worker, { execArgv: [], resourceLimits: workerLimits })
  const results = new Map<number, () => void>()
  const never = () => {
    throw new Error('the result before is not here')
  }
  const inbox = createInbox({
    turns: createTurns(),
    deliver(message) {
      if (message.is === 'ask') send({ is: 'answer', id: message.id, answer: undefined })
      if (message.is === 'result') results.get(message.version)?.()
    },
    lost: never,
    failed: never,
  })
  thread.on('message', (sent: SentResult) => inbox.receive(sent))
  const send = (message: ToWorker) => thread.postMessage(message)
  const answered = (version: number) => new Promise<void>((resolve) => results.set(version, resolve))
  const started = performance.now()
  const opened = answered(1)
  send({ is: 'open', file, version: 1, text })
  await opened
  const first = performance.now() - started
  const at = Math.max(0, text.indexOf('two sentences') >= 0 ? text.indexOf('two sentences') : text.indexOf('batch'))
  let length = text.length
  const type = async (version: number) => {
    const done = answered(version)
    length++
    send({ is: 'edit', file, version, changes: [{ start: at, length: 0, text: 'x' }], length })
    await done
  }
  await times(40, (i) => type(i + 2))
  const ms = await times(100, (i) => type(i + 42))
  const byHand: number[] = []
  for (let i = 0; i < 100; i++) {
    await setTimeout(pause)
    byHand.push(...(await times(1, () => type(i + 142))))
  }
  const rss = process.memoryUsage().rss
  await thread.terminate()
  return { ms, byHand, first, rss }
}
