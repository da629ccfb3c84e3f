import { expect, it } from 'vitest'
import type { Outcome } from '../../cli/prices-refresh/protocol.ts'
import { summaryOf } from './summary.ts'

const list = (name: string) => ({ source: name.toLowerCase(), name, region: '' })
const refreshed = (name: string): Outcome => ({
  ...list(name),
  is: 'refreshed',
  prices: 2,
  asOf: '2026-11-20',
  disputed: 0,
})
const kept = (name: string): Outcome => ({ ...list(name), is: 'kept', why: 'did not answer' })
const skipped = (name: string): Outcome => ({ ...list(name), is: 'skipped', example: 'us-east-1' })
const summary = (outcomes: readonly Outcome[], why?: string) => summaryOf({ outcomes, why })

it('counts what went well', () => {
  const unchanged: Outcome = { ...list('C'), is: 'unchanged', prices: 1, asOf: '2026-11-01' }
  expect(summary([refreshed('A'), refreshed('B'), unchanged])).toEqual({
    message: 'Prices updated: 2 lists refreshed, 1 list unchanged.',
    isGood: true,
    isByRegion: false,
    drifted: undefined,
  })
})

it('gives the reason of one list that failed, and the names of several', () => {
  expect(summary([refreshed('A'), kept('B')])).toMatchObject({
    message: 'Prices updated: 1 list refreshed. B did not answer. What was there before stays.',
    isGood: false,
  })
  expect(summary([kept('A'), kept('B')]).message).toBe('Not updated, so what was there stays: A; B.')
})

it('names no list where none could be reached: that is the network', () => {
  const offline = (name: string): Outcome => ({
    ...list(name),
    is: 'kept',
    why: 'could not be reached',
    unreachable: true,
  })
  expect(summary([offline('A'), offline('B')]).message).toBe(
    'None of the price lists could be reached: check the connection, or the proxy in the settings. The prices that are here stay.',
  )
  expect(summary([refreshed('A'), offline('B'), offline('C')]).message).toBe(
    'Prices updated: 1 list refreshed. Not updated, so what was there stays: B; C.',
  )
})

it('says which lists wait for a region, what was cancelled, and that another refresh is running', () => {
  expect(summary([refreshed('A'), skipped('B'), skipped('C')])).toEqual({
    message: 'Prices updated: 1 list refreshed. B and C: read by region, and none is chosen.',
    isGood: true,
    isByRegion: true,
    drifted: undefined,
  })
  expect(summary([{ ...list('A'), is: 'cancelled' }]).message).toBe('Cancelled; what was not read stays as it was.')
  expect(summary([], 'Another refresh is running.')).toMatchObject({
    message: 'Another refresh is running.',
    isGood: false,
  })
})

it('names no option of the command line where a list moved too far, and offers to take just that one', () => {
  const why = 'was refused: its price of m5.large moved from $1 to $9'
  const drifted = (region: string): Outcome => ({ source: 'ec2', name: 'EC2', region, is: 'kept', why, drifted: true })
  expect(summary([drifted('us-east-1')])).toEqual({
    message: 'EC2, us-east-1 was refused: its price of m5.large moved from $1 to $9. What was there before stays.',
    isGood: false,
    isByRegion: false,
    drifted: { sources: ['ec2'], regions: ['us-east-1'] },
  })
  expect(summary([drifted('a'), drifted('b'), kept('X')]).drifted).toEqual({ sources: ['ec2'], regions: ['a', 'b'] })
})
