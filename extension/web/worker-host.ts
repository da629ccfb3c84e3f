import * as vscode from 'vscode'
import type { Answer, Ask, SentResult, ToWorker } from '../protocol.ts'
import type { WorkerHost, WorkerHostTools } from '../worker-host.ts'
import { type RunningScript, runScript } from './run-script.ts'

type WebWorker = RunningScript<ToWorker, SentResult>

/** One Web Worker, created when there is something to say to it. It outlives an error of its own. */
export function createWorkerHost(tools: WorkerHostTools): WorkerHost {
  const script = vscode.Uri.parse(tools.script, true)
  let worker: WebWorker | undefined
  let isStarting = false
  let disposed = false
  let failed = false
  /** What is to be said once it is there. */
  const early: ToWorker[] = []

  async function start(): Promise<void> {
    const made = await runScript<ToWorker, SentResult>(script, 'outlay')
    made.onmessage = ({ data }) => receive(made, data)
    made.onerror = ({ message }) => tools.log(`worker: ${message ?? 'error'}`)
    if (disposed) return made.terminate()
    worker = made
    if (failed) tools.restarted()
    for (const message of early.splice(0)) made.postMessage(message)
  }

  function receive(from: WebWorker, message: SentResult): void {
    if (message.is !== 'ask') {
      tools.receive(message)
      return
    }
    const reply = (answer: Answer) => from.postMessage({ is: 'answer', id: message.id, answer })
    answer(message.ask).then(reply, (error: unknown) => {
      tools.log(`${message.ask.uri}: ${String(error)}`)
      reply(undefined)
    })
  }

  async function answer(question: Ask): Promise<Answer> {
    if (question.is !== 'own-file') return tools.answer(question)
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(script, '../..', question.uri))
  }

  return {
    send(message) {
      if (disposed) return
      if (worker) return worker.postMessage(message)
      early.push(message)
      if (isStarting) return
      isStarting = true
      start().catch((error: unknown) => {
        tools.log(`worker: ${String(error)}`)
        // The next thing to say tries again; what is open is then said anew.
        isStarting = false
        failed = true
        early.length = 0
      })
    },
    dispose() {
      disposed = true
      worker?.terminate()
    },
  }
}

export const workerScript = (extension: vscode.Uri) =>
  vscode.Uri.joinPath(extension, 'dist', 'web', 'worker.js').toString()
