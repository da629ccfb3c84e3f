import { expect, test } from 'vitest'
import { type Exported, exportText } from './export-text.ts'

const rows: readonly Exported[] = [
  {
    group: 'infra/main.tf',
    name: 'gp3 · "data"',
    file: 'infra/main.tf',
    line: 4,
    cost: '$8.00/mo',
    per: 'month',
    usd: { low: 8, likely: 8, high: 8 },
  },
  { group: 'app.py', name: '=cmd', file: 'app.py', line: 12, cost: 'model | unknown', per: 'call', usd: undefined },
]

test('CSV leaves out what is not known, quotes what must be, and no cell begins a formula', () => {
  expect(exportText(rows, 'csv')).toBe(
    [
      'group,name,file,line,cost,per,usd_low,usd_likely,usd_high',
      'infra/main.tf,"gp3 · ""data""",infra/main.tf,4,$8.00/mo,month,8,8,8',
      "app.py,'=cmd,app.py,12,model | unknown,call,,,",
      '',
    ].join('\r\n'),
  )
})

test('JSON says null for what is not known', () => {
  expect(JSON.parse(exportText(rows, 'json'))).toEqual([rows[0], { ...rows[1], usd: null }])
})

test('Markdown is a table in which text of the source is only text', () => {
  expect(exportText(rows, 'markdown')).toBe(
    [
      '| | What | Where | Cost |',
      '| :-- | :-- | :-- | --: |',
      '| infra/main.tf | gp3 · "data" | infra/main.tf:4 | $8.00/mo |',
      '| app.py | =cmd | app.py:12 | model \\| unknown |',
      '',
    ].join('\n'),
  )
})
