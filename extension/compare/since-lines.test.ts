import { expect, it } from 'vitest'
import type { SiteChange } from '../../core/report/since.ts'
import type { CostedSite } from '../../core/types.ts'
import type { FileChange } from '../protocol.ts'
import { withSince } from './since-lines.ts'

const exactly = (usd: number) => ({ low: usd, likely: usd, high: usd })

const changed = (key: string, usd: number, change: SiteChange['change'] = 'changed'): SiteChange => ({
  change,
  file: 'main.tf',
  key,
  label: key,
  kind: 'resource',
  line: 0,
  delta: { per: 'month', usd: exactly(usd) },
  open: false,
  because: [],
  was: undefined,
  is: undefined,
  unit: undefined,
})

const since = (...sites: readonly SiteChange[]): FileChange => ({
  base: 'main',
  sites,
  total: { month: undefined, once: undefined, unknown: 0 },
  modules: {},
})

const site = (key: string) => ({ site: { key } }) as CostedSite

it('a line says what became of its own sites, of several what they come to', () => {
  const change = since(changed('a', 212), changed('b', 20), changed('c', 1000))
  expect(withSince('$742/mo', [site('a')], change)).toBe('$742/mo · +$212.00/mo since main')
  expect(withSince('$742/mo', [site('b'), site('a')], change)).toBe('$742/mo · +$232.00/mo since main')
  expect(withSince('$742/mo', [site('d')], change)).toBe('$742/mo')
})

it('what was removed says nothing on a line that has the same key again, and with each change the line says another', () => {
  expect(withSince('$742/mo', [site('a')], since(changed('a', -5, 'removed')))).toBe('$742/mo')
  expect(withSince('$742/mo', [site('a')], since(changed('a', -5)))).toBe('$742/mo · -$5.00/mo since main')
})
