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
