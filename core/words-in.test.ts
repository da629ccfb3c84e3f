import { expect, it } from 'vitest'
import { wordsIn } from './words-in.ts'

it('a text may have the words that stand in it, whole, and hardly any other', () => {
  const words = wordsIn('import { ask as $query } from "./llm_client"\nask()')
  expect(['import', 'ask', '$query', 'llm_client', 'from'].filter(words.mayHave)).toHaveLength(5)
  const others = Array.from({ length: 1000 }, (_, at) => `other${at}`)
  expect(others.filter(words.mayHave).length).toBeLessThan(150)
})

it('a word of other letters may be in any text, and of what is empty nothing is in', () => {
  expect(wordsIn('größe').mayHave('größe')).toBe(true)
  expect(wordsIn('').mayHave('ask')).toBe(false)
})
