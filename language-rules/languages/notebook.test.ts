import { describe, expect, test } from 'vitest'
import { cellsOf, type Document, locate, textOf } from '../../core/document.ts'
import { container } from './notebook.ts'
import { language } from './python.ts'
import { language as typescript } from './typescript.ts'

const notebook = (cells: readonly object[], metadata: object = {}) => JSON.stringify({ cells, metadata, nbformat: 4 })
const code = (source: string | readonly string[]) => ({ cell_type: 'code', source, outputs: [], metadata: {} })

function read(text: string): Document {
  const document = container.read('a.ipynb', text, 3)
  if ('problem' in document) throw new Error(document.problem)
  return document
}

describe('a notebook', () => {
  test('is its code cells in order, each with its index over all cells', () => {
    const document = read(
      notebook([{ cell_type: 'markdown', source: '# T' }, code('a = 1'), code(['b = 2\n', 'c = 3'])]),
    )
    expect(document.parts).toEqual([
      { cell: 1, start: 0, text: 'a = 1' },
      { cell: 2, start: 6, text: 'b = 2\nc = 3' },
    ])
    expect(document).toMatchObject({ text: 'a = 1\nb = 2\nc = 3', language: 'python', version: 3, notebook: true })
  })

  test('is one module: a span of the joined text is a place inside its cell', async () => {
    const document = read(notebook([code('# 🙂\r\nMODEL = "x"'), code('%pip install openai\nask(MODEL)')]))
    const lower = await language.load()
    const module = lower(document.text)
    const at = locate(document, module.calls[0]!.expr.span)
    expect(at).toEqual({ file: 'a.ipynb', cell: 1, span: [20, 30] })
    expect(textOf(document, at.cell).slice(...at.span)).toBe('ask(MODEL)')
    expect(module.problems).toEqual([])
  })

  test('keeps its parts as they are written, so that a fix never writes a magic away', () => {
    const document = read(notebook([code('!ls\nx = 1')]))
    expect(document.parts[0]!.text).toBe('!ls\nx = 1')
    expect(document.text).toBe('   \nx = 1')
  })

  test('of another language is a problem that names it', () => {
    const text = notebook([code('x <- 1')], { kernelspec: { language: 'R', name: 'ir' } })
    expect(container.read('a.ipynb', text, 0)).toEqual({
      problem: 'This notebook is written in R: only notebooks of Python, TypeScript and JavaScript are read.',
      offset: 0,
    })
  })

  test.each(['typescript', 'javascript'])('of %s is one module, each of its cells read by itself', async (name) => {
    const cells = [code('// 🙂\nconst model = "x"'), code('const open = ask({'), code('await ask(model)')]
    const document = read(notebook(cells, { kernelspec: { language: name, name: 'deno' } }))
    const module = (await typescript.load())(document.text, document.file, cellsOf(document))
    const asked = module.calls.map(({ expr }) => locate(document, expr.span))
    expect(asked.map(({ cell, span }) => textOf(document, cell).slice(...span))).toEqual(['ask({', 'ask(model)'])
    expect(asked[1]).toEqual({ file: 'a.ipynb', cell: 2, span: [6, 16] })
    expect(module.bindings.map(({ span }) => locate(document, span).cell)).toEqual([0, 1])
    expect(module.comments.map(({ text }) => text.trim())).toEqual(['🙂'])
    expect(module.problems.map(({ span }) => locate(document, span).cell)).toEqual([1])
  })

  test.each([{}, { language_info: { name: '' } }, { kernelspec: { language: '', name: 'python3' } }])(
    'that names no language, %j, is one of Python',
    (metadata) => expect(read(notebook([code('x = 1')], metadata)).text).toBe('x = 1'),
  )

  test('that is broken JSON is a problem with the place', () => {
    expect(container.read('a.ipynb', '{"cells": [}', 0)).toEqual({
      problem: 'This notebook is no valid JSON: it cannot be read.',
      offset: 11,
    })
  })

  test.each(['[]', '3', 'null', '{"cells": 3}'])('that is other JSON, %s, is a problem', (text) => {
    expect(container.read('a.ipynb', text, 0)).toEqual({
      problem: 'This is no notebook: it has no list of cells.',
      offset: 0,
    })
  })

  test('with a BOM, or of format 3, is read', () => {
    const old = { worksheets: [{ cells: [{ cell_type: 'code', input: ['a = 1'] }] }], nbformat: 3 }
    expect(read(`\ufeff${JSON.stringify(old)}`).text).toBe('a = 1')
  })

  test('leaves out a cell that VS Code marks as another language', () => {
    const sql = { ...code('SELECT 1'), metadata: { vscode: { languageId: 'sql' } } }
    expect(read(notebook([sql, code('a = 1')])).parts).toEqual([{ cell: 1, start: 0, text: 'a = 1' }])
  })
})
