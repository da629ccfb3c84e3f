import { expect, test } from 'vitest'
import { diffText } from './diff.ts'
import type { DiffDocument } from './schema.ts'

type Change = DiffDocument['changes'][number]

const site = (file: string) => ({ file, line: 4, label: 'gpt-4o', status: 'priced' }) as unknown as Change['after']
const perCall = (usd: number): Change['delta'] => ({ per: 'call', usd: { low: usd, likely: usd, high: usd } })

test('a call that only moved is listed and not counted as changed', () => {
  const changes: Change[] = [
    { change: 'moved', key: 'f/c', before: site('old.py'), after: site('new.py'), because: [], delta: perCall(0) },
    { change: 'changed', key: 'g/c', before: site('a.py'), after: site('a.py'), because: [], delta: perCall(0.5) },
  ]
  const totals = { perMonth: null, perCall: [], unknown: 0 }
  expect(
    diffText({ schema: 1, base: 'HEAD', head: 'working tree', changes, totals, problems: [] }),
  ).toBe(`> new.py:4  gpt-4o  moved, costs the same
~ a.py:4  gpt-4o  +$0.50/call

No monthly change known; 1 call changed per call
`)
})

test('what was free and stays so is not told, and a module says which', () => {
  const resource = (label: string, status: string, module?: string) =>
    ({
      kind: 'resource',
      file: 'm/main.tf',
      line: 1,
      label,
      status,
      ...(module && { module: { address: module } }),
    }) as unknown as Change['after']
  const added = (after: Change['after'], usd: number): Change => ({
    change: 'added',
    key: 'k',
    before: null,
    after,
    because: [],
    delta: { per: 'month', usd: { low: usd, likely: usd, high: usd } },
  })
  const changes = [
    added(resource('aws_security_group', 'free'), 0),
    added(resource('m5.large', 'priced', 'module.web["a"]'), 70.08),
  ]
  const totals = { perMonth: { low: 70.08, likely: 70.08, high: 70.08 }, perCall: [], unknown: 0 }
  expect(diffText({ schema: 1, base: 'HEAD', head: 'working tree', changes, totals, problems: [] })).toBe(
    `+ m/main.tf:1  m5.large in module.web["a"]  +$70.08/month

+$70.08/month
`,
  )
})
