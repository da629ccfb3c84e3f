import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Manifest } from '../core/prices/create.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

it('NOTICE names the address of every source the snapshot was made from', () => {
  const { sources } = JSON.parse(read('core/prices/snapshot/manifest.json')) as Manifest
  const notice = read('NOTICE')
  const addresses = sources.map(({ url }) => url.replace('https://', '')).filter((url) => url !== '')
  expect(addresses.length).toBeGreaterThan(20)
  expect(addresses.filter((address) => !notice.includes(address))).toEqual([])
})
