import { describe, expect, it } from 'vitest'
import { openGrid } from '../core/prices/grid.ts'
import { encodeGrid } from './encode-grid.ts'
import type { GridType } from './grid-rows.ts'

const regions = ['a', 'b', 'c']

function type(name: string, ...usd: readonly (number | undefined)[]): GridType {
  return { name, price: usd.find(Boolean) ?? 0, cells: usd.map((price) => (price ? { usd: price } : undefined)) }
}

function coded(types: readonly GridType[]) {
  const { header, bytes } = encodeGrid(regions, types, (grid) => JSON.stringify(grid.header).length + grid.bytes.length)
  const read = openGrid(header, bytes)
  const prices = types.map(({ cells }, t) => cells.map((cell, r) => cell && read.usd(t, r, cell.of)))
  return { header, prices }
}

describe('encoding a grid of prices', () => {
  it('has one row for the sizes of a family, though the list rounds each price: 0.0497 is 0.796 ÷ 16, which is 0.04975', () => {
    const family = [type('F16', 0.796, 0.909, 1.008), type('F2', 0.1, 0.114, 0.126), type('F1', 0.0497, 0.0568, 0.063)]
    const { header, prices } = coded(family)
    expect(header.rows).toBe(1)
    expect(prices).toEqual(family.map(({ cells }) => cells.map((cell) => cell!.usd)))
  })

  it('has no share of its own where a type is not sold', () => {
    const { header, prices } = coded([type('x', 1, 1.5, 2), type('y', 3, undefined, 6)])
    expect(header.rows).toBe(1)
    expect(prices[1]).toEqual([3, undefined, 6])
  })

  it('puts a price that fits no row apart where that takes fewer bytes than a row', () => {
    const { header, prices } = coded([
      ...[1.001, 2.002, 4.004, 8.008].map((usd) => type(`x${usd}`, usd, 1.5 * usd, 2 * usd)),
      type('y', 0.501, 0.899, 1.002),
    ])
    expect(header).toMatchObject({ rows: 1, apart: [4 * 3 + 1, 0.899] })
    expect(prices[4]).toEqual([0.501, 0.899, 1.002])
  })

  it('takes shares of another grid where it has the price, and needs no base price then', () => {
    const shared = (name: string, usd: number, of: number): GridType => ({
      name,
      price: usd,
      cells: regions.map(() => ({ usd, of })),
    })
    const { header, prices } = coded([shared('x', 2, 1), shared('y', 10, 5)])
    expect(header).toMatchObject({ rows: 1, base: [0, 0], ratios: [2] })
    expect(prices).toEqual([
      [2, 2, 2],
      [10, 10, 10],
    ])
  })

  it('keeps a type that is sold nowhere', () => {
    const { header } = coded([type('x', 1, 2, 3), type('gone', undefined, undefined, undefined)])
    expect(header).toMatchObject({ types: 'x\ngone', rows: 1, base: [1, 0] })
  })
})
