import { expect, it } from 'vitest'
import { loadPriceBook } from '../../../cli/price-book.ts'
import { createSession } from '../../../core/session.ts'
import { noSettings } from '../../../core/settings.ts'
import { estimator } from '../../../core/tokens/estimator.ts'
import { registry } from '../../registry.gen.ts'

it('a resource in JSON is priced and complained of, and no fix in native syntax is offered', async () => {
  const session = createSession({
    registry,
    prices: loadPriceBook(),
    tokens: () => estimator,
    settings: () => ({ ...noSettings, rules: new Map([['on-demand-gpu', { severity: 'warning', options: {} }]]) }),
  })
  const text =
    '{"provider": {"aws": {"region": "us-east-1"}},\n "resource": {"aws_instance": {"train": {"ami": "ami-1", "instance_type": "p4d.24xlarge"}}}}'
  expect(session.open('main.tf.json', text)).toBe(true)
  const { sites, findings, problems } = await session.settled('main.tf.json')
  expect(problems).toEqual([])
  expect(sites.map(({ site }) => text.slice(...site.location.span))).toEqual([
    '"train": {"ami": "ami-1", "instance_type": "p4d.24xlarge"}',
  ])
  expect(sites[0]!.estimate.usd!.likely).toBeGreaterThan(10_000)
  expect(findings.map(({ rule, fixes, location }) => [rule, fixes, text.slice(...location.span)])).toEqual([
    ['on-demand-gpu', [], '"p4d.24xlarge"'],
  ])
})
