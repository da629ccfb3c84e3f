import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { WarehousePlace } from '../../billing/warehouse.ts'

/** A real ClickHouse on this machine, empty. */
export interface TestClickHouse {
  readonly address: string
  readonly user: string
  readonly password: string
  /** The next query that holds the text does not end before it is killed. @returns its id when it is there */
  hold(text: string): Promise<string>
  /** The id of the next query that is killed. */
  killed(): Promise<string>
  stop(): Promise<void>
}

export const clickHousePlace = (
  { address, user, password }: TestClickHouse,
  more: Partial<WarehousePlace['settings']> = {},
): WarehousePlace => ({
  is: 'warehouse',
  settings: { kind: 'clickhouse', address, user, database: 'default', ...more },
  credentials: { password },
})

/** `npm test` found no build of the engine for this platform, and said so. */
export const noClickHouse = process.env.OUTLAY_NO_CLICKHOUSE === '1'

// As in scripts/setup/paths.mjs, which puts it there.
const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'outlay', 'chdb-3.4.0')
export const hasClickHouse = () => existsSync(join(folder, 'complete-3.4.0'))

export async function startClickHouse(): Promise<TestClickHouse> {
  if (!hasClickHouse()) throw new Error(`ClickHouse is not in ${folder}: run \`npm test -- --only ClickHouse\` once.`)
  const password = 'pässword: 1'
  // Bundled into a suite of the editor, it is told where the server lies, and with which Node it runs.
  const { OUTLAY_TEST_CLICKHOUSE: script, OUTLAY_TEST_NODE: execPath } = process.env
  const child = fork(script ?? fileURLToPath(new URL('./clickhouse-server.mjs', import.meta.url)), [folder], {
    execArgv: [],
    ...(execPath === undefined ? {} : { execPath }),
    env: { ...process.env, CLICKHOUSE_TEST_PASSWORD: password },
  })
  const { port } = await heard<{ port: number }>(child, 'port')
  return {
    address: `http://127.0.0.1:${port}`,
    user: 'default',
    password,
    hold: async (text) => {
      child.send({ hold: text })
      return (await heard<{ held: string }>(child, 'held')).held
    },
    killed: async () => (await heard<{ killed: string }>(child, 'killed')).killed,
    stop: async () => {
      if (!child.connected) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

async function heard<T>(child: ChildProcess, key: string): Promise<T> {
  for (;;) {
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`The test's ClickHouse ended with ${code}.`)
      }),
    ])
    if (key in message) return message as T
  }
}
