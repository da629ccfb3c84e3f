import { expect, it, vi } from 'vitest'
import { openDesk } from './desk.fixture.ts'

const text = `from anthropic import Anthropic
Anthropic().messages.create(model="claude-sonnet-4-0", max_tokens=9, messages=[{"role": "user", "content": "Name three ports."}])
`

const soon = { timeout: 20_000 }

/** An editor over these folders that shows this file. */
function shown(folders: readonly string[], file: string) {
  const { posted, ...desk } = openDesk({
    disk: { read: () => undefined, list: () => undefined, isFile: () => false },
    env: () => undefined,
  })
  desk.receive({ is: 'folders', folders })
  desk.receive({ is: 'open', file, version: 1, text })
  return {
    desk,
    rules: () => {
      const last = posted.findLast((message) => message.is === 'result')
      return last?.result.findings.map(({ rule }) => rule)
    },
  }
}

it('what is above the folder of the project makes no test of a file', async () => {
  const { rules } = shown(['/home/me/tests/shop'], '/home/me/tests/shop/app.py')
  await vi.waitFor(() => expect(rules()).toEqual(['retired-model']), soon)
})

it('a folder of tests in it does, also where the folder becomes one of the project later', async () => {
  const { desk, rules } = shown([], '/home/me/shop/tests/app.py')
  await vi.waitFor(() => expect(rules()).toEqual(['retired-model']), soon)
  desk.receive({ is: 'folders', folders: ['/home/me/shop'] })
  await vi.waitFor(() => expect(rules()).toEqual([]), soon)
})
