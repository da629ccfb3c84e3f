import type * as vscode from 'vscode'
import type { InTurn } from './turns.ts'

/** Something that happens, and those who are told of it in the order in which they asked to be. */
export interface Told<T> {
  readonly event: (listener: (what: T) => unknown) => vscode.Disposable
  /** In one turn, however long that takes. */
  tellAtOnce(what: T): void
  /** One after the other, each when there is time and those before it are done: what all do with it is too much for one turn. */
  tell(what: T): Promise<void>
}

/** @param failed is told what a listener threw: the others are told all the same */
export function createTold<T>(inTurn: InTurn, failed: (error: unknown) => void): Told<T> {
  const listeners = new Set<(what: T) => unknown>()

  /** @returns what is still to be waited for */
  function told(listener: (what: T) => unknown, what: T): unknown {
    try {
      return listeners.has(listener) ? listener(what) : undefined
    } catch (error) {
      failed(error)
      return undefined
    }
  }

  return {
    event(listener) {
      // The same one may listen twice.
      const own = (what: T) => listener(what)
      listeners.add(own)
      return { dispose: () => void listeners.delete(own) }
    },
    tellAtOnce(what) {
      for (const listener of [...listeners]) {
        const left = told(listener, what)
        if (left instanceof Promise) left.catch(failed)
      }
    },
    async tell(what) {
      for (const listener of [...listeners]) await Promise.resolve(inTurn(() => told(listener, what))).catch(failed)
    },
  }
}
