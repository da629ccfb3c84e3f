import { describe, expect, it } from 'vitest'
import { type GridHeader, openGrid, rowBytes } from './grid.ts'

/** Two rows over two regions: `small` has shares 1 and 1.21, `large` 1 and 2; what `large` costs there stands apart. */
const header: GridHeader = {
  regions: ['here', 'there'],
  types: 'small\nlarge',
  base: [0.0497, 3],
  digits: '43',
  row: [1, 0],
  rows: 2,
  ratios: [1, 1.21, 2],
  apart: [3, 5.5],
}
// region by region: here large, here small, there large, there small; then the high bytes. 0: as the one before
const bytes = Uint8Array.from([1, 0, 3, 2, 0, 0, 0, 0])
const grid = openGrid(header, bytes)

describe('a grid of prices', () => {
  it('finds a type and a region by its name', () => {
    expect([grid.types.get('large'), grid.regions.get('there'), grid.types.get('huge')]).toEqual([1, 1, undefined])
  })

  it('rounds the product of base and share to the digits of the type: 0.0497 × 1.21 = 0.060137', () => {
    expect([grid.usd(0, 0), grid.usd(0, 1)]).toEqual([0.0497, 0.0601])
  })

  it('gives the price itself where it fits no row', () => {
    expect([grid.usd(1, 0), grid.usd(1, 1)]).toEqual([3, 5.5])
  })

  it('has the base price of a size as a multiple of the one before it that is given', () => {
    const family = {
      ...header,
      types: 'm5.?\tlarge\tshared\txlarge\t2xlarge',
      base: [0.096, 0, -2, -4],
      digits: '3333',
      row: [1, 1, 1, 1],
      apart: [],
    }
    const sizes = openGrid(family, bytes)
    expect(sizes.names).toEqual(['m5.large', 'm5.shared', 'm5.xlarge', 'm5.2xlarge'])
    expect(sizes.names.map((_, type) => sizes.usd(type, 0))).toEqual([0.096, 0, 0.192, 0.384])
  })

  it('takes the share of another price where one is given', () => {
    expect(grid.usd(0, 1, 0.1)).toBe(0.121)
  })

  it('has a low and a high byte for each share of its rows', () => {
    expect(rowBytes(header)).toBe(8)
    const far = { ...header, ratios: [...Array(256).fill(1), 7] as number[] }
    expect(openGrid(far, Uint8Array.from([1, 0, 3, 1, 0, 0, 0, 1])).usd(0, 1)).toBe(0.3479)
  })
})
