import { expect, it } from 'vitest'
import { recordBeginning } from './first-key.ts'

const like = recordBeginning('resources', ['cpus', 'volumes'])

it.each([
  ['a block', 'resources:\n  cpus: 2\n'],
  [
    'a block after comments and empty lines',
    'name: a\nresources:  # what it takes\n\n  # any\n    # will do\n  cpus: 2\n',
  ],
  ['lines that end as those of Windows do', 'resources:\r\n  # any\r\n  cpus: 2\r\n'],
  ['a flow', 'resources: {cpus: 2}\n'],
  ['a flow over several lines', 'resources: {\n  # any\n  cpus: 2,\n}\n'],
])('sees %s', (_, text) => expect(like.test(text)).toBe(true))

it.each([
  ['one that is empty before another key of the whole', 'resources:\n  # limits: {}\n\nvolumes: []\n'],
  ['an empty flow', 'resources: {}\n  # cpus: 2\nvolumes: []\n'],
  ['one that begins with another', 'resources:\n  limits:\n    cpus: 2\n'],
  ['one further inside', 'a:\n  resources:\n    cpus: 2\n'],
])('does not take for it %s', (_, text) => expect(like.test(text)).toBe(false))

it('takes no longer where comments and empty lines are many', () => {
  const text = `resources:${'\n  # a'.repeat(20_000)}${'\n'.repeat(20_000)}`
  const before = process.cpuUsage().user
  expect(like.test(text)).toBe(false)
  expect(process.cpuUsage().user - before).toBeLessThan(2_000_000)
})
