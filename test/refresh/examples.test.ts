import { describe, expect, it } from 'vitest'
import { priceSourceExamples } from '../../cli/prices-refresh/sources.ts'

describe.each(priceSourceExamples)('$source.id', ({ source, examples }) => {
  it.each(examples)('$name', ({ page, region = '', makes }) => {
    expect(source.rows(page, region)).toEqual(makes)
  })

  it('is read over https from hosts of its own, and says so with its licence', () => {
    expect(source.base).toMatch(/^https:\/\//)
    expect(source.hosts).toContain(new URL(source.base).hostname)
    expect(source.licence).not.toBe('')
  })

  it('takes an answer that is not of its shape for what it is', () => {
    const html = { body: '<!doctype html><title>Welcome to the airport</title>', at: '2026-11-20T06:00:00.000Z' }
    const mapped = source.rows(html, 'us-east-1')
    expect(mapped.is === 'new-shape' || mapped.rows.length === 0).toBe(true)
  })
})
