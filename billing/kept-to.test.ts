import { expect, test } from 'vitest'
import { notKept } from './kept-to.ts'
import { sources } from './registry.gen.ts'

const source = (id: string) => sources.find((each) => each.id === id)!

test('what a source cannot keep to is told, what it can, and what is empty, is not', () => {
  const scope = { accounts: [], projects: ['search'], keys: ['key_1'], tags: { team: 'search' } }
  expect(notKept(source('openai'), scope)).toEqual([
    'OpenAI cannot be asked for single tags: what spend.scope says of them is not kept to, and all that the credentials can see is in the totals.',
  ])
  expect(notKept(source('runpod'), scope)).toHaveLength(3)
  expect(notKept(source('runpod'), {})).toEqual([])
})
