import { describe, expect, it } from 'vitest'
import { printCount, printRate, printUsd, say, usd } from './money.ts'

describe('printing money', () => {
  it.each([
    [16029.05, '$16,029'],
    [742.38, '$742.38'],
    [80, '$80.00'],
    [1, '$1.00'],
    [0.5, '$0.50'],
    [0.0125, '$0.0125'],
    [0.023, '$0.023'],
    [0.00000365, '$0.00000365'],
    [0.1, '$0.10'],
    [-16, '-$16.00'],
    [0, '$0'],
  ])('prints %d as %s', (amount, text) => expect(printUsd(usd(amount))).toBe(text))

  it('prints both ends where they differ by more than a twentieth', () => {
    expect(printUsd(usd({ low: 0.0003, likely: 0.004, high: 0.0154 }))).toBe('$0.0003–0.015')
    expect(printUsd(usd({ low: 99, likely: 100, high: 101 }))).toBe('$100.00')
    expect(printUsd(usd({ low: -1, likely: 2, high: 3 }))).toBe('-$1.00 to $3.00')
  })

  it.each([
    [1.006, '$1.006'],
    [0.2016, '$0.2016'],
    [55.04, '$55.04'],
    [0.6, '$0.60'],
    [0.00099, '$0.00099'],
    [2500, '$2,500'],
  ])('prints the list price %d as %s', (amount, text) => expect(printRate(usd(amount))).toBe(text))

  it('never rounds a cost to zero', () => expect(printUsd(usd(0.0000000004))).toBe('$0.0000000004'))

  it('refuses an unknown amount', () => {
    expect(() => usd(undefined)).toThrow('an unknown amount cannot be printed as money')
    expect(() => usd(Number.NaN)).toThrow(TypeError)
  })

  it('groups numbers and passes text', () => {
    expect(say`${1024} tokens of ${'gpt-4o'} for ${usd(0.01)}`).toBe('1,024 tokens of gpt-4o for $0.01')
    expect(printCount({ low: 1400, likely: 1500, high: 1650 })).toBe('1,400–1,650')
  })
})
