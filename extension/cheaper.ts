import type { CancellationToken } from 'vscode'
import type { Beside } from '../core/prices/beside.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

export type BesideByKey = Readonly<Record<string, Beside>>

/** What a hover asks the worker for, when somebody hovers and not before. */
export interface CheaperSource {
  receive(message: FromWorker): void
  /** A new worker knows of no question. */
  restarted(): void
  /** Empty where the worker does not answer in time: a hover is not kept waiting for it. */
  of(file: string, keys: readonly string[], token: CancellationToken): Promise<BesideByKey>
}

/** A hover that comes later than this comes too late. Milliseconds. */
const patience = 500

export function createCheaper(send: (message: ToWorker) => void): CheaperSource {
  const waiting = new Map<number, (beside: BesideByKey) => void>()
  let asked = 0

  function settle(id: number, beside: BesideByKey): void {
    const answered = waiting.get(id)
    waiting.delete(id)
    answered?.(beside)
  }

  return {
    receive(message) {
      if (message.is === 'cheaper') settle(message.id, message.beside)
    },
    restarted() {
      for (const id of [...waiting.keys()]) settle(id, {})
    },
    of(file, keys, token) {
      asked += 1
      const id = asked
      return new Promise((answered) => {
        const timer = setTimeout(() => settle(id, {}), patience)
        const cancelled = token.onCancellationRequested(() => settle(id, {}))
        waiting.set(id, (beside) => {
          clearTimeout(timer)
          cancelled.dispose()
          answered(beside)
        })
        send({ is: 'find-cheaper', id, file, keys, today: new Date().toISOString().slice(0, 10) })
      })
    },
  }
}
