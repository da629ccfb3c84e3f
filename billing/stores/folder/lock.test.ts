import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './lock.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-lock-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('one holds it, the next gets it when it is let go', async () => {
  const first = await takeLock(folder)
  let isSecond = false
  const waiting = takeLock(folder).then((lock) => {
    isSecond = true
    return lock
  })
  expect([await first!.held(), isSecond]).toEqual([true, false])
  await first!.release()
  const second = await waiting
  expect([await first!.held(), await second!.held()]).toEqual([false, true])
  await second!.release()
  expect(await readdir(folder)).toEqual([])
})

test('of many at once one holds it at a time', async () => {
  let inside = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const lock = await takeLock(folder)
      inside += 1
      most = Math.max(most, inside)
      await readdir(folder)
      inside -= 1
      await lock!.release()
    }),
  )
  expect(most).toBe(1)
})

/** What a process leaves that ended without letting go. */
async function leftBy(pid: number): Promise<void> {
  const mine = await takeLock(folder)
  const text = await readFile(join(folder, 'lock'), 'utf8')
  await mine!.release()
  await writeFile(join(folder, 'lock'), JSON.stringify({ ...JSON.parse(text), token: 'theirs', pid }))
}

test('the lock of a process that is gone is taken over at once', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  await leftBy(child.pid!)
  const lock = await takeLock(folder)
  expect(await lock!.held()).toBe(true)
  await lock!.release()
  expect(await readdir(folder)).toEqual([])
})

test('a lock without a sign of life for long is taken over, also where its process seems to run', async () => {
  await leftBy(process.pid)
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(join(folder, 'lock'), longAgo, longAgo)
  expect(await (await takeLock(folder))!.held()).toBe(true)
})

test('waiting for a lock that is held can be called off', async () => {
  const first = await takeLock(folder)
  const controller = new AbortController()
  const waiting = takeLock(folder, controller.signal)
  controller.abort(new Error('never mind'))
  await expect(waiting).rejects.toThrow('never mind')
  expect(await first!.held()).toBe(true)
  await first!.release()
})
