import { expect, it } from 'vitest'
import { applyChanges, edit, notebookOf, openNotebook, openText } from './texts.ts'

it('applies the changes of one edit as if they were made at once', () => {
  const changes = [
    { start: 0, length: 1, text: 'A' },
    { start: 4, length: 2, text: '' },
    { start: 2, length: 0, text: 'xyz' },
  ]
  expect(applyChanges('abcdefg', changes)).toBe('Abxyzcdg')
})

it('takes the version and the text of an edit', () => {
  const open = openText('model="a"', 1)
  expect(edit(open, undefined, [{ start: 7, length: 1, text: 'b🙂' }], 2, 11)).toBe(true)
  expect(open).toEqual({ is: 'text', version: 2, text: 'model="b🙂"' })
})

it('notices that an edit was lost', () => {
  expect(edit(openText('abc', 1), undefined, [{ start: 0, length: 0, text: 'x' }], 3, 5)).toBe(false)
})

it('edits one cell of a notebook, and refuses one that is not there', () => {
  const open = openNotebook(
    [
      { code: false, text: '# title' },
      { code: true, text: 'x = 1' },
    ],
    1,
  )
  expect(edit(open, 1, [{ start: 4, length: 1, text: '22' }], 2, 6)).toBe(true)
  expect(edit(open, 2, [{ start: 0, length: 0, text: 'y' }], 3, 1)).toBe(false)
  expect(open.is === 'notebook' && notebookOf('a.ipynb', open).parts).toEqual([{ cell: 1, start: 0, text: 'x = 22' }])
})

it('reads a notebook without what is IPython and not Python, as its file is read', () => {
  const open = openNotebook([{ code: true, text: '%pip install x\nx = 1' }], 1)
  expect(open.is === 'notebook' && notebookOf('a.ipynb', open)).toMatchObject({
    text: '              \nx = 1',
    parts: [{ cell: 0, start: 0, text: '%pip install x\nx = 1' }],
  })
})

it('reads a notebook that is all of TypeScript, and of another one its Python', () => {
  const script = { code: true, text: 'const x = 1', script: true } as const
  const all = openNotebook([{ code: false, text: '# title' }, script], 1)
  expect(all.is === 'notebook' && notebookOf('a.ipynb', all)).toMatchObject({
    language: 'typescript',
    parts: [{ cell: 1, start: 0, text: 'const x = 1' }],
  })
  const both = openNotebook([script, { code: true, text: 'x = 1' }], 1)
  expect(both.is === 'notebook' && notebookOf('a.ipynb', both)).toMatchObject({ language: 'python', text: 'x = 1' })
})
