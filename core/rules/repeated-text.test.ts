import { expect, it } from 'vitest'
import type { PromptPart } from '../types.ts'
import { repeatedIn, withoutRepeated } from './repeated-text.ts'

const at = { file: 'a.py', span: [0, 0] } as const
const rule = 'Quote the paragraph of the regulation that the answer rests on.'
const part = (text: string, more: Partial<PromptPart> = {}): PromptPart =>
  ({ is: 'text', text, at, from: 'messages', role: 'system', message: 0, ...more }) as PromptPart

const twice = (parts: readonly PromptPart[]) => repeatedIn(parts).map(({ text, offset }) => [text, offset])

it('finds a sentence that is said again, wherever it stands in a line', () => {
  expect(twice([part(`${rule} Be brief.\n${rule}`)])).toEqual([[rule, 74]])
})

it('finds it in another message', () => {
  expect(twice([part(rule), part(`Please. ${rule}`, { role: 'user', message: 1 })])).toEqual([[rule, 8]])
})

it.each([
  ['a few words', 'Be brief and plain.\nBe brief and plain.'],
  ['code', 'select name, length from ships where berth = 4 and year = 2026\n'.repeat(2)],
  ['an item of another list', `A:\n- ${rule}\n\nB:\n- ${rule}`],
  ['examples', `Examples:\n${rule}\n${rule}`],
])('leaves %s', (_, text) => {
  expect(twice([part(text)])).toEqual([])
})

it.each([
  ['what the model answered', { role: 'assistant' }],
  ['definitions of tools', { from: 'tools' }],
])('leaves %s', (_, more) => {
  expect(twice([part(rule), part(rule, more)])).toEqual([])
})

it('takes out the line that says it again, or the space before it', () => {
  const parts = [part(`${rule}\nBe brief.\n${rule}\nBe plain.`), part(`Please. ${rule} Now.`, { message: 1 })]
  expect(withoutRepeated(parts, repeatedIn(parts)).map((each) => each.is === 'text' && each.text)).toEqual([
    `${rule}\nBe brief.\nBe plain.`,
    'Please. Now.',
  ])
})
