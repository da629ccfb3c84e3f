import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRecord } from '../../core/record.ts'
import { grades } from '../focus.ts'
import { sources } from '../registry.gen.ts'
import type { BillingSource, SourceExample } from '../source.ts'
import model from '../validate/focus-requirements-1.2.json' with { type: 'json' }

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

const closed = ['ServiceCategory', 'ServiceSubcategory', 'ChargeCategory', 'ChargeClass', 'ChargeFrequency'] as const

/** The words that FOCUS allows in a column, wherever in the model they stand. */
function allowed(column: string, within: unknown = model): string[] {
  if (Array.isArray(within)) return within.flatMap((each) => allowed(column, each))
  if (!isRecord(within)) return []
  const own = within.CheckFunction === 'CheckValue' && within.ColumnName === column ? [String(within.Value)] : []
  return [...own, ...Object.values(within).flatMap((each) => allowed(column, each))]
}
const words = Object.fromEntries(closed.map((column) => [column, new Set(allowed(column))]))

describe.each(files)('%s', async (file) => {
  const { source, examples } = (await import(/* @vite-ignore */ join(import.meta.dirname, file))) as {
    source: BillingSource
    examples: readonly SourceExample[]
  }

  it('is known by the name of its file, says what it needs, and is in the registry', () => {
    expect(`${source.id}.ts`).toBe(file)
    expect(sources).toContain(source)
    expect(source.needs.link).toMatch(/^https:\/\//)
    expect(source.needs.fields.map(({ env }) => env).every((env) => /^[A-Z][A-Z0-9_]+$/.test(env))).toBe(true)
    expect(examples.length).toBeGreaterThan(0)
  })

  it.each(examples)('$name', ({ page, rows, problems = [], notes }) => {
    expect(source.rows(page)).toEqual({ rows, problems, notes })
  })

  it('says with the words of FOCUS what kind of charge and service it is', () => {
    for (const row of examples.flatMap((example) => example.rows))
      for (const column of closed) if (row[column] !== undefined) expect(words[column]).toContain(row[column])
  })

  it('names itself in each row, its grade, and whole periods', () => {
    for (const row of examples.flatMap((example) => example.rows)) {
      expect(row.x_Source).toBe(source.id)
      expect(grades).toContain(row.x_Grade)
      expect(Date.parse(row.ChargePeriodEnd)).toBeGreaterThan(Date.parse(row.ChargePeriodStart))
      expect(Number.isFinite(row.BilledCost) && Number.isFinite(row.EffectiveCost)).toBe(true)
    }
  })
})
