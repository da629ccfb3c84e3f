// A thread that has one process, for `child-in-thread.ts`.
import { parentPort, workerData } from 'node:worker_threads'
import { type ChildStart, forkChild } from '../billing/child.ts'

const port = parentPort
if (port === null) throw new Error('this file is a thread of the extension host')

const child = forkChild(workerData as ChildStart, {
  // Text is read faster than a message that is cloned.
  heard: (message) => port.postMessage(JSON.stringify(message)),
  ended: () => port.close(),
})
// The process is this thread's: had it gone, nobody would be told that the process has ended, which would stay with the system.
process.on('uncaughtException', () => child.leave())
port.on('message', (message: object | null) => (message === null ? child.leave() : child.send(message)))
