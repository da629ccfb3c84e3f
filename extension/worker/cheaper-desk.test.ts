import { expect, it, vi } from 'vitest'
import { openDesk } from './desk.fixture.ts'

const volume = `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
  type              = "gp2"
}
`

it('what costs less is worked out when it is asked for, of the sites it is asked for', async () => {
  const { posted, ...desk } = openDesk()
  desk.receive({ is: 'open', file: '/p/main.tf', version: 1, text: volume })
  const result = await vi.waitUntil(() => posted.find((message) => message.is === 'result'), { timeout: 10_000 })
  expect(posted.map(({ is }) => is)).not.toContain('cheaper')

  const key = result.result.sites[0]!.site.key
  const ask = { is: 'find-cheaper', file: '/p/main.tf', today: '2026-11-21' } as const
  desk.receive({ ...ask, id: 1, keys: [key] })
  desk.receive({ ...ask, id: 2, keys: ['another'] })
  desk.receive({ ...ask, id: 3, keys: [key], file: '/p/closed.tf' })
  const answers = posted.flatMap((message) => (message.is === 'cheaper' ? [message] : []))
  expect(answers.map(({ id, beside }) => [id, Object.keys(beside)])).toEqual([
    [1, [key]],
    [2, []],
    [3, []],
  ])
  expect(answers[0]!.beside[key]!.cheaper[0]).toMatchObject({ what: 'ebs gp3', saves: { per: 'month', usd: 10 } })
})
