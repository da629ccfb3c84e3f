import { describe, expect, it } from 'vitest'
import { sdk } from '../../language-rules/sdks/anthropic.ts'
import { mayBeHanded } from './handed.ts'

describe('a text that may call what it is handed', () => {
  const mayBe = mayBeHanded('python', [sdk])

  it.each([
    'client.messages.create(',
    'client.messages  # the newest\n  .create(',
    'client.messages /* a */ /* b **/ .create(',
  ])('holds the names of the path, with comments between them: %j', (text) => expect(mayBe(text)).toBe(true))

  it.each(['messages # create', 'messages /* open .create', 'messages.creates', `messages ${'#'.repeat(40)} one\nx`])(
    'does not where something else stands between: %j',
    (text) => expect(mayBe(text)).toBe(false),
  )

  it('is read in one way only, however long the row of a comment is', () => {
    const row = `messages ${'#'.repeat(2000)}${'/'.repeat(2000)}${'/* * */'.repeat(2000)} one`
    expect(mayBe(row)).toBe(false)
  })
})
