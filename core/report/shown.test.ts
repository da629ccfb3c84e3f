import { expect, test } from 'vitest'
import type { ScanDocument, SiteJson } from './schema.ts'
import { scanText } from './text.ts'

const exactly = (usd: number) => ({ low: usd, likely: usd, high: usd })

const resource = (label: string, line: number, usd: number | undefined, module?: string) =>
  ({
    kind: 'resource',
    key: label,
    file: 'm/main.tf',
    line,
    column: 1,
    label,
    status: usd === undefined ? 'unsupported' : usd === 0 ? 'free' : 'priced',
    unknown: [],
    estimate: { per: 'month', usd: usd === undefined ? null : exactly(usd), month: null, lines: [], assumed: [] },
    ...(module && { module: { address: module } }),
  }) as unknown as SiteJson

test('the terminal lists what costs or may cost, says which module makes it, and counts what is free', () => {
  const scan = {
    sites: [
      resource('aws_security_group.web', 1, 0),
      resource('m5.large', 5, 70.08, 'module.web["a"]'),
      resource('aws_new_thing.x', 9, undefined),
    ],
    findings: [],
    problems: [],
    pricesAsOf: '2026-11-01',
    totals: { perMonth: exactly(70.08), partialSites: 0, unknownSites: 0, freeSites: 1, unsupportedSites: 1 },
  } as unknown as ScanDocument
  expect(scanText(scan, { width: 80, colour: false })).toBe(`m/main.tf
       5  m5.large         $70.08/month
          in module.web["a"]
       9  aws_new_thing.x  not priced yet

$70.08/month; 3 sites: 1 not priced yet, 1 free
No findings. Prices as of 2026-11-01.
`)
})
