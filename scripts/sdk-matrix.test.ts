import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Document, textOf } from '../core/document.ts'
import type { Lower } from '../core/language.ts'
import { lineStarts, positionAt } from '../core/lines.ts'
import { findModelCalls } from '../core/resolve/calls.ts'
import { container } from '../language-rules/languages/notebook.ts'
import { language as python } from '../language-rules/languages/python.ts'
import { examplesOf, rowsMissing, type SdkFile, sdkFiles } from './gen/sdk-matrix.ts'
import { sdkRows } from './gen/sdk-rows.ts'

let files: ReadonlyMap<string, SdkFile>
let lower: Lower
beforeAll(async () => {
  files = await sdkFiles(join(import.meta.dirname, '..'))
  lower = await python.load()
})

/** One cell for each piece of the text that stands by itself: what is indented, or closes a bracket, belongs to what is above it. */
function asNotebook(code: string): Document {
  const pieces = code.replace(/^\n+/, '').split(/\n\n+(?=[^\s)\]}])/)
  const cells = pieces.map((source) => ({ cell_type: 'code', source, outputs: [], metadata: {} }))
  const document = container.read('a.ipynb', JSON.stringify({ cells, metadata: {}, nbformat: 4 }), 0)
  if ('problem' in document) throw new Error(document.problem)
  return document
}

describe('the rows of docs/model-calls.md', () => {
  it('each have an example in every language, or a reason why not', () => {
    expect(rowsMissing(files)).toEqual([])
  })

  it('would fail for a row that nothing shows', () => {
    const rows = [
      { name: 'Nobody', in: ['python'], sdk: 'nobody' },
      { name: 'OpenAI on the moon', in: ['typescript'], sdk: 'openai', shown: { provider: 'moon' } },
      { name: 'Elsewhere', in: ['python'], not: { all: 'It is elsewhere.' } },
    ] as const
    expect(rowsMissing(files, rows)).toEqual(['Nobody, python', 'OpenAI on the moon, typescript'])
  })

  it('name every SDK that calls models', () => {
    const named = new Set(sdkRows.map((row) => row.sdk))
    const calling = [...files].filter(([, { sdk }]) => sdk.calls.length > 0)
    expect(calling.flatMap(([id]) => (named.has(id) ? [] : [id]))).toEqual([])
  })

  it('are read in the cells of a notebook as in a file', () => {
    const sdks = [...files.values()].map(({ sdk }) => sdk)
    for (const row of sdkRows.filter((each) => each.in.includes('python'))) {
      const [example] = examplesOf(row, 'python', files)
      if (!example) continue
      const document = asNotebook(example.code)
      expect(document.parts.length, row.name).toBeGreaterThan(0)
      const calls = findModelCalls(document, lower(document.text), sdks)
      const lines = calls.map(({ call, location: { cell, span } }) => {
        const text = textOf(document, cell)
        return `${call}: ${text.split('\n')[positionAt(lineStarts(text), span[0]).line - 1]}`
      })
      const written = example.code.split('\n')
      expect(lines, row.name).toEqual(example.sees.map(({ call, line }) => `${call}: ${written[line - 1]}`))
    }
  })
})
