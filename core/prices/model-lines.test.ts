import { describe, expect, it } from 'vitest'
import { readModelLines, writeModelLines } from './model-lines.ts'
import type { ModelTable } from './models.ts'

const table: ModelTable = {
  schema: 1,
  sources: [{ source: 'a list', asOf: '2026-08-01' }],
  providers: {
    openai: [
      { id: 'm', name: 'Modèle', rates: { input: 3, output: [15, 200_000, 22.5] }, from: 0, context: 128_000 },
      { id: 'n', also: ['n-2026'], rates: { output: 2, input: 1 }, from: 0, retired: true },
      { id: 'o', mode: 'image', rates: {}, units: [['image', 0.04, 0, '1024x1024']], from: 0, weak: 'old' },
    ],
    voyage: [{ id: 'v', mode: 'embed', rates: { input: 0.06 }, from: 0, context: 32_000 }],
  },
}

describe('models.jsonl', () => {
  it('gives back every row of every provider', () => {
    const read = readModelLines(writeModelLines(table))
    expect(Object.keys(read.providers)).toEqual(['openai', 'voyage'])
    expect({ ...read, providers: { ...read.providers } }).toEqual(table)
  })

  it('is in ASCII', () => {
    expect(writeModelLines(table)).toMatch(/^[\0-\x7f]+$/)
  })

  it('reads no other provider than the one that is asked', () => {
    const broken = writeModelLines(table).replaceAll('"v"', '"v')
    expect(readModelLines(broken).providers.openai).toEqual(table.providers.openai)
  })
})
