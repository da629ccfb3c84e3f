import { expect, test } from 'vitest'
import { createConfigs } from './configs.ts'

const read = (files: Record<string, string>) => {
  const configs = createConfigs((path) => files[path], [], { env: () => undefined })
  const { settings, errors } = configs.resolve('/p/app/x.py')
  return { spend: settings?.spend, errors: errors.map(({ message }) => message) }
}
const spend = (of: object) => JSON.stringify({ spend: of })

test('budgets, rules and metrics add up over configs; the same name is replaced, a file is found from its own config', () => {
  const { spend: found, errors } = read({
    '/p/base.json': spend({
      budgets: [
        { name: 'all', amount: 100, period: 'month' },
        { name: 'models', amount: 50, period: 'month', where: { service: 'OpenAI API' } },
      ],
      metrics: [{ name: 'requests', file: 'metrics/requests.csv' }],
    }),
    '/p/app/outlay.json': JSON.stringify({
      extends: '../base.json',
      spend: {
        budgets: [{ name: 'all', amount: 200, period: 'quarter', thresholds: { actual: [80, 100] } }],
        allocation: [{ name: 'support', where: { 'tag:team': null }, to: 'tag:team', by: 'even' }],
      },
    }),
  })
  expect(errors).toEqual([])
  expect(found).toEqual({
    budgets: [
      { name: 'all', amount: 200, period: 'quarter', thresholds: { actual: [80, 100] } },
      { name: 'models', amount: 50, period: 'month', where: { service: 'OpenAI API' } },
    ],
    allocation: [{ name: 'support', where: { 'tag:team': null }, to: 'tag:team', by: 'even' }],
    metrics: [{ name: 'requests', file: '/p/metrics/requests.csv' }],
  })
})

test.each([
  [{ budgets: [{ name: 'a', amount: -1, period: 'month' }] }, 'expected an amount of money above 0, found -1'],
  [{ budgets: [{ name: 'a', amount: 1, period: 'week' }] }, 'expected "month", "quarter", "year", found "week"'],
  [
    { budgets: [{ name: 'a', amount: 1, period: 'month', where: { colour: 'red' } }] },
    'expected an object whose names are dimensions of spend (day, week',
  ],
  [
    {
      budgets: [
        { name: 'a', amount: 1, period: 'month' },
        { name: 'a', amount: 2, period: 'month' },
      ],
    },
    'expected a list in which no name stands twice',
  ],
  [
    { allocation: [{ name: 'a', where: {}, to: 'service', by: 'fixed', shares: { x: 60, y: 30 } }] },
    'expected percentages that add up to 100, found {"x":60,"y":30}',
  ],
  [
    { allocation: [{ name: 'a', where: {}, to: 'service', by: 'even', shares: { x: 100 } }] },
    'expected "shares" where "by" is "fixed", and only there',
  ],
  [
    { allocation: [{ name: 'a', where: {}, to: 'team', by: 'even' }] },
    'expected a dimension of spend (day, week, month, provider',
  ],
  [{ metrics: [{ name: 'a' }] }, 'expected one of "file" and "value"'],
  [{ metrics: [{ name: 'a', value: 3, currency: 'EUR' }] }, 'expected "currency" only where "is" is "revenue"'],
  [{ metric: [] }, 'no setting of that name; did you mean "metrics"?'],
])('%j is told in a sentence', (of, sentence) => {
  const { errors } = read({ '/p/app/outlay.json': spend(of) })
  expect(errors.join('\n')).toContain(sentence)
})
