import { expect, it } from 'vitest'
import { regionNote } from './region-note.ts'
import type { ScanDocument } from './schema.ts'

const site = (cloud: string, unknown: readonly { readonly what: string; readonly why: string }[]) =>
  ({ kind: 'resource', cloud, unknown }) as unknown as ScanDocument['sites'][number]
const noRegion = [{ what: 'region', why: 'absent' }]

it('says once how to name a region, for each cloud whose sites name none', () => {
  const sites = [site('aws', noRegion), site('gcp', noRegion), site('aws', noRegion), site('aws', [])]
  expect(regionNote(sites)).toBe(
    '3 sites name no region, and the price goes by it: say one for all in outlay.json, "region": { "aws": "…", "gcp": "…" }.',
  )
})

it('says nothing where a region is known, decided by a run, or of nobody who has any', () => {
  expect(regionNote([site('aws', []), site('aws', [{ what: 'region', why: 'dynamic' }])])).toBeUndefined()
  expect(regionNote([site('unknown', noRegion)])).toBeUndefined()
})
