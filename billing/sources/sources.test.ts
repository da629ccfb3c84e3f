import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { grades } from '../focus.ts'
import { sources } from '../registry.gen.ts'
import type { BillingSource, SourceExample } from '../source.ts'

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

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

  it.each(examples)('$name', ({ page, rows, problems = [] }) => {
    expect(source.rows(page)).toEqual({ rows, problems })
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
