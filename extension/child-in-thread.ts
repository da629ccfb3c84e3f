import { Worker } from 'node:worker_threads'
import type { StartChild } from '../billing/child.ts'

/**
 * Starts a process from a thread that then passes on what is said. To start one, the system copies what it knows of the starting
 * process's memory, and the thread that asked for it stands still until the new one runs: in an extension host longer than a frame.
 * @param script absolute path of dist/child-thread.mjs
 */
export const startInThread =
  (script: string): StartChild =>
  (start, { heard, ended }) => {
    const thread = new Worker(script, { name: 'outlay process', workerData: start })
    thread.on('message', (text: string) => heard(JSON.parse(text)))
    // It ends then: the process goes with it.
    thread.on('error', () => undefined)
    thread.once('exit', ended)
    return {
      send: (message) => thread.postMessage(message),
      leave() {
        thread.postMessage(null)
        thread.unref()
      },
    }
  }
