import { fork } from 'node:child_process'

/** What a process of ours is started with. */
export interface ChildStart {
  /** Absolute path of its script. */
  readonly entry: string
  readonly execArgv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** What it writes to its error output. */
  readonly errors: 'ignore' | 'inherit'
}

/** A process of ours, as its parent has it. What they say to each other is JSON. */
export interface Child {
  /** To one that was left, or is ending, nothing is said. */
  send(message: object): void
  /** Nobody listens any more: it ends by itself, and nobody waits for that. */
  leave(): void
}

export interface ChildListener {
  heard(message: unknown): void
  /** Once: also where it could not be started, or what was sent did not reach it. */
  ended(): void
}

export type StartChild = (start: ChildStart, listener: ChildListener) => Child

export const forkChild: StartChild = ({ entry, execArgv, env, errors }, { heard, ended }) => {
  const child = fork(entry, [], {
    execArgv: [...execArgv],
    // In VS Code the executable is Electron: this makes it behave as Node.
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    serialization: 'json',
    stdio: ['ignore', 'ignore', errors, 'ipc'],
  })
  let hasEnded = false
  const end = () => {
    if (hasEnded) return
    hasEnded = true
    ended()
  }
  child.on('message', heard)
  child.once('exit', end)
  child.once('error', end)
  return {
    send(message) {
      if (child.connected) child.send(message, (error) => error && end())
    },
    leave() {
      if (child.connected) child.disconnect()
      child.unref()
    },
  }
}
