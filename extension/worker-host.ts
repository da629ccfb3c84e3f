import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answer, Ask, SentResult, ToWorker } from './protocol.ts'
import { workerLimits } from './worker-limits.ts'

export interface WorkerHost {
  /** Starts the worker with the first message. */
  send(message: ToWorker): void
  dispose(): void
}

export interface WorkerHostTools {
  readonly script: string
  answer(question: Ask): Promise<Answer>
  receive(message: SentResult): void
  /** A new worker knows nothing: send it what is open. */
  restarted(): void
  /** It ended, and is started again. */
  down?(): void
  log(message: string): void
}

/** First pause before a restart; doubles with each crash. Milliseconds. */
const firstPause = 500
const longestPause = 60_000
/** A worker that lived this long did not crash at the start. Milliseconds. */
const healthy = 30_000

/** One worker, created when there is something to say to it, started again when it dies. */
export function createWorkerHost(tools: WorkerHostTools): WorkerHost {
  let worker: Worker | undefined
  let pause = firstPause
  let restart: NodeJS.Timeout | undefined
  let disposed = false
  /** What is to be said once it is there: to start it takes as long as all the rest of a turn. */
  let early: ToWorker[] | undefined

  function start(): Worker {
    const started = Date.now()
    const made = new Worker(tools.script, { name: 'outlay', resourceLimits: workerLimits })
    made.on('message', (message: SentResult) => receive(made, message))
    made.on('error', (error) => tools.log(`worker: ${error.stack ?? error.message}`))
    made.on('exit', (code) => {
      if (worker !== made || disposed) return
      worker = undefined
      if (Date.now() - started > healthy) pause = firstPause
      tools.log(`worker ended with code ${code}; starting it again in ${pause} ms`)
      tools.down?.()
      restart = setTimeout(again, pause)
      pause = Math.min(pause * 2, longestPause)
    })
    return made
  }

  function begin(): void {
    if (disposed) return
    worker = start()
    setTimeout(() => {
      for (const message of early ?? []) worker?.postMessage(message)
      early = undefined
    }, 0)
  }

  function again(): void {
    restart = undefined
    worker = start()
    tools.restarted()
  }

  function receive(from: Worker, message: SentResult): void {
    if (message.is !== 'ask') {
      tools.receive(message)
      return
    }
    const reply = (answer: Answer) => from.postMessage({ is: 'answer', id: message.id, answer } satisfies ToWorker)
    tools.answer(message.ask).then(reply, (error: unknown) => {
      tools.log(`${message.ask.uri}: ${String(error)}`)
      reply(undefined)
    })
  }

  return {
    send(message) {
      // While it is down nothing is kept: `restarted` sends everything anew.
      if (restart !== undefined || disposed) return
      if (early) early.push(message)
      else if (worker) worker.postMessage(message)
      else {
        early = [message]
        setTimeout(begin, 0)
      }
    },
    dispose() {
      disposed = true
      clearTimeout(restart)
      void worker?.terminate()
    },
  }
}

export const workerScript = (extension: { readonly fsPath: string }) => join(extension.fsPath, 'dist', 'worker.mjs')
