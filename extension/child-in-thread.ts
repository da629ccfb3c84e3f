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
    let thread: Worker | undefined
    const unsaid: object[] = []
    let left = false
    // In a turn of its own: whoever asks has done a piece of work by now.
    const starting = setTimeout(() => {
      thread = new Worker(script, { name: 'outlay', workerData: start })
      thread.on('message', (text: string) => heard(JSON.parse(text)))
      // It ends then: the process goes with it.
      thread.on('error', () => undefined)
      thread.once('exit', ended)
      for (const message of unsaid) thread.postMessage(message)
    }, 0)
    return {
      send(message) {
        if (thread) thread.postMessage(message)
        else unsaid.push(message)
      },
      leave() {
        clearTimeout(starting)
        thread?.postMessage(null)
        thread?.unref()
        if (!thread && !left) ended()
        left = true
      },
    }
  }
