import { expect, it } from 'vitest'
import { createTold } from './told-in-turn.ts'
import type { InTurn } from './turns.ts'

/** Work waits until its turn is given. */
function made() {
  const waiting: (() => void)[] = []
  const later: InTurn = (work) => new Promise((done) => waiting.push(() => done(work())))
  const failures: unknown[] = []
  const told = createTold<string>(later, (error) => failures.push(error))
  const turn = async () => {
    waiting.shift()?.()
    await new Promise((go) => setTimeout(go, 0))
  }
  return { told, failures, turn }
}

it('each is told in a turn of its own, when the one before is done with it', async () => {
  const { told, turn } = made()
  const heard: string[] = []
  let finish: (() => void) | undefined
  told.event((what) => {
    heard.push(`first ${what}`)
    return new Promise<void>((done) => {
      finish = done
    })
  })
  told.event((what) => heard.push(`second ${what}`))
  void told.tell('a')
  expect(heard).toEqual([])
  await turn()
  await turn()
  expect(heard).toEqual(['first a'])
  finish?.()
  await turn()
  await turn()
  expect(heard).toEqual(['first a', 'second a'])
})

it('one that has stopped to listen is not told, and what another throws keeps nobody from hearing', async () => {
  const { told, failures, turn } = made()
  const heard: string[] = []
  told.event(() => {
    throw new Error('broken')
  })
  told.event(() => Promise.reject(new Error('broken later')))
  const listening = told.event((what) => heard.push(`gone ${what}`))
  told.event((what) => heard.push(what))
  void told.tell('a')
  listening.dispose()
  for (let i = 0; i < 4; i++) await turn()
  told.tellAtOnce('b')
  await turn()
  expect(heard).toEqual(['a', 'b'])
  const each = ['Error: broken', 'Error: broken later']
  expect(failures.map(String)).toEqual([...each, ...each])
})
