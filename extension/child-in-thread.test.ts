import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { afterAll, expect, it } from 'vitest'
import type { Child } from '../billing/child.ts'
import { createBillingClient } from '../billing/client.ts'
import { startInThread } from './child-in-thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'outlay-child-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const thread = join(folder, 'child-thread.mjs')
buildSync({
  entryPoints: [fileURLToPath(new URL('./child-thread.ts', import.meta.url))],
  outfile: thread,
  bundle: true,
  platform: 'node',
  format: 'esm',
})

/** Answers with what it was sent, ends where it is told to, and with its parent. */
const entry = join(folder, 'echo.mjs')
writeFileSync(
  entry,
  `process.on('message', (message) => {
     if (message.say === 'end') process.exit(3)
     process.send({ ...message, pid: process.pid, key: process.env.KEY })
   })
   process.once('disconnect', () => process.exit())`,
)

interface Echo {
  readonly say: string
  readonly pid: number
  readonly key: string
}

function started(script = entry) {
  const heard: Echo[] = []
  let tell = () => undefined as unknown
  let end = () => undefined as unknown
  const ended = new Promise<void>((done) => {
    end = done
  })
  const child: Child = startInThread(thread)(
    { entry: script, execArgv: [], env: { KEY: 'a key', NONE: undefined }, errors: 'ignore' },
    {
      heard(message) {
        heard.push(message as Echo)
        tell()
      },
      ended: () => end(),
    },
  )
  const answers = (many: number) =>
    new Promise<readonly Echo[]>((done) => {
      tell = () => heard.length >= many && done(heard)
      tell()
    })
  return { child, ended, answers, heard }
}

const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function gone(pid: number): Promise<void> {
  while (isThere(pid)) await new Promise((go) => setTimeout(go, 10))
}

it('what is said reaches the process, which has the environment it was given, and its answers come back in their order', async () => {
  const { child, answers, ended } = started()
  for (const say of ['a', 'b', 'c']) child.send({ say })
  const all = await answers(3)
  expect(all.map(({ say, key }) => [say, key])).toEqual([
    ['a', 'a key'],
    ['b', 'a key'],
    ['c', 'a key'],
  ])
  expect(all[0]!.pid).not.toBe(process.pid)
  child.leave()
  await ended
})

it('a process that ends is told of, after all that it has said', async () => {
  const { child, ended, heard } = started()
  child.send({ say: 'last' })
  child.send({ say: 'end' })
  await ended
  expect(heard.map(({ say }) => say)).toEqual(['last'])
})

it('one that is killed is told of, and one that is left ends by itself', async () => {
  const first = started()
  first.child.send({ say: 'a' })
  process.kill((await first.answers(1))[0]!.pid, 'SIGKILL')
  await first.ended
  const second = started()
  second.child.send({ say: 'a' })
  const { pid } = (await second.answers(1))[0]!
  second.child.leave()
  second.child.send({ say: 'nobody listens' })
  await second.ended
  await gone(pid)
  expect(second.heard).toHaveLength(1)
})

it('one that is left before it was started is never started', async () => {
  const { child, ended, heard } = started()
  child.send({ say: 'a' })
  child.leave()
  await ended
  child.send({ say: 'b' })
  await new Promise((go) => setTimeout(go, 200))
  expect(heard).toEqual([])
})

it('a script that is not there is a process that has ended', async () => {
  const { ended, heard } = started(join(folder, 'nothing.mjs'))
  await ended
  expect(heard).toEqual([])
})

it('a thread that crashes is told of, and its process goes with it', async () => {
  const { child, answers, ended, heard } = started()
  child.send({ say: 'a' })
  const { pid } = (await answers(1))[0]!
  // No JSON: the thread cannot pass it on.
  child.send({ say: 1n })
  await ended
  await gone(pid)
  expect(heard).toHaveLength(1)
})

it('after a crash, of the process or of the thread, the next that is asked for is answered by another', async () => {
  const script = join(folder, 'bills.mjs')
  writeFileSync(
    script,
    `process.on('message', ({ do: what, id }) => {
       if (what === 'summary') process.kill(process.pid, 'SIGKILL')
       if (what === 'profiles') process.send({ is: 'profiles', id, profiles: [String(process.pid)] })
     })
     process.once('disconnect', () => process.exit())`,
  )
  const client = createBillingClient(script, [], { is: 'memory' }, startInThread(thread))
  const first = await client.profiles()
  expect(await client.summary()).toMatchObject({ is: 'failed', failure: { kind: 'process' } })
  const second = await client.profiles()
  expect(await client.importFile(1n as never)).toMatchObject({ is: 'failed', failure: { kind: 'process' } })
  const third = await client.profiles()
  expect(new Set([first, second, third].map(String)).size).toBe(3)
  client.stop()
})
