import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { SpendStore } from '../../billing/store.ts'
import type { Errand, ErrandPlace } from './spend-child.ts'

const script = fileURLToPath(new URL('spend-child.ts', import.meta.url))

/** Loads by a process of its own, that the system ends at some time within `longest` ms. */
export const killedLoad =
  (place: ErrandPlace, random: () => number, longest: number): SpendStore['load'] =>
  async (rows, replaces, { rest } = {}) => {
    const child = fork(script, [JSON.stringify(place)], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await once(child, 'message')
    child.send({ rows, replaces, rest } satisfies Errand)
    const gone = once(child, 'exit')
    setTimeout(() => child.kill('SIGKILL'), random() * longest)
    await gone
    return { is: 'refused', message: 'killed' }
  }
