import { forkChild, type StartChild } from '../../billing/child.ts'
import { systemVariables } from '../../core/system-variables.ts'
import { ownProcess } from '../own-process.ts'
import type { Outcome, Progress, RefreshMessage, RefreshReply, RefreshRequest } from './protocol.ts'
import type { Environment } from './proxy.ts'

export interface Refreshed {
  readonly outcomes: readonly Outcome[]
  /** A sentence, where the refresh as a whole did nothing or broke off. */
  readonly why: string | undefined
}

/** Only what Node, the system and a proxy need: no key that stands in the environment reaches the process. */
const passed = [
  ...systemVariables,
  ...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]),
]

const entry = () =>
  ownProcess(new URL('./prices-refresh.mjs', import.meta.url), new URL('./process.ts', import.meta.url))

/**
 * Runs one refresh in a process of its own and waits for its end. Never rejects.
 * @param proxy variables that stand over those of the environment, by their names in lower case
 */
export function runRefresh(
  request: RefreshRequest,
  signal: AbortSignal,
  progress: (progress: Progress) => void,
  proxy: Environment = {},
  startChild: StartChild = forkChild,
): Promise<Refreshed> {
  const { file, execArgv } = entry()
  const inherited = passed.filter((name) => !Object.hasOwn(proxy, name.toLowerCase()))
  const environment = { ...Object.fromEntries(inherited.map((name) => [name, process.env[name]])), ...proxy }
  const outcomes: Outcome[] = []
  return new Promise((resolve) => {
    let why: string | undefined = 'The refresh broke off: what was refreshed before stays.'
    const child = startChild(
      { entry: file, execArgv, env: environment, errors: 'inherit' },
      {
        heard(message) {
          const reply = message as RefreshReply
          if (reply.is === 'progress') progress(reply.progress)
          else if (reply.is === 'outcome') outcomes.push(reply.outcome)
          else why = reply.why
        },
        ended() {
          signal.removeEventListener('abort', cancel)
          resolve({ outcomes, why })
        },
      },
    )
    const say = (message: RefreshMessage) => child.send(message)
    const cancel = () => say({ do: 'cancel' })
    signal.addEventListener('abort', cancel, { once: true })
    say({ do: 'refresh', request })
    if (signal.aborted) cancel()
  })
}
