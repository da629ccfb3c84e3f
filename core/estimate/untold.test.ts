import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { known, unknown } from '../known.ts'
import { defineResource } from '../resource.ts'
import type { Fact, Known, Resource } from '../types.ts'
import { estimateResource } from './resource.ts'
import { fact, line } from './resource-line.ts'

const at = { file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 2, span: [0, 1] } as const
const price = { usd: 3, per: 1, unit: 'month', source: 'a list', asOf: '2026-01-01', sku: 'x', region: 'r' } as never

/** A machine, and an address where it is known to be public. */
const definition = defineResource({
  id: 'aws/machine',
  cloud: 'aws',
  docs: 'https://example.com',
  shape: { isPublic: 'whether it has an address', colour: 'nothing asks for it' },
  lines: (resource) => {
    const isPublic = fact(resource, 'isPublic')
    const hours = line('Machine', 'month', known(1, at), price)
    return isPublic.is === 'known' && isPublic.value === true ? [hours, { ...hours, label: 'Address' }] : [hours]
  },
  from: {},
})

const estimate = (shape: Record<string, Known<Fact>>) => {
  const resource = { shape, region: known('r', at), count: known(1, at), location: at, purchase: 'on-demand' }
  return estimateResource(resource as unknown as Resource, definition, loadPriceBook())
}

it('a fact that lines were made with and that is not known is told, and the rest is not all there is', () => {
  const { status, usd, unknown: open } = estimate({ isPublic: unknown('absent', at) })
  expect(status).toBe('partial')
  expect(usd?.likely).toBe(3)
  expect(open).toEqual([{ what: 'isPublic', why: 'absent', at }])
})

it('what is not written at all is for the definition to say, and what no line asks for is not told', () => {
  expect(estimate({ isPublic: unknown('absent') })).toMatchObject({ status: 'priced', unknown: [] })
  expect(estimate({ isPublic: known<Fact>(true, at), colour: unknown('dynamic', at) })).toMatchObject({
    status: 'priced',
    unknown: [],
  })
})
