import { expect, it, vi } from 'vitest'
import { openDesk } from './desk.fixture.ts'

it('an open outlay.json switches free tiers on and off in the files that are open: 12 alarms × $0.10, and 2', async () => {
  const { posted, receive } = openDesk()
  const shown = () =>
    posted.flatMap((message) =>
      message.is === 'result' && message.file === '/nowhere/main.tf'
        ? message.result.sites.map(({ estimate }) => estimate.usd?.likely.toFixed(2))
        : [],
    )
  const results = (count: number) => vi.waitUntil(() => shown().length === count, { timeout: 10_000 })
  receive({ is: 'open', file: '/nowhere/outlay.json', version: 1, text: '{}' })
  const alarms = 'resource "aws_cloudwatch_metric_alarm" "a" {\n  count  = 12\n  period = 60\n}\n'
  const text = `provider "aws" {\n  region = "us-east-1"\n}\n${alarms}`
  receive({ is: 'open', file: '/nowhere/main.tf', version: 1, text })
  await results(1)
  const on = '"freeTiers": true'
  const edit = (version: number, length: number, written: string, whole: number) =>
    receive({
      is: 'edit',
      file: '/nowhere/outlay.json',
      version,
      changes: [{ start: 1, length, text: written }],
      length: whole,
    })
  edit(2, 0, on, on.length + 2)
  await results(2)
  edit(3, on.length, '', 2)
  await results(3)
  expect(shown()).toEqual(['1.20', '0.20', '1.20'])
})
