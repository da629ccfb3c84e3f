import { expect, it } from 'vitest'
import type { ResourceDefinition } from '../core/resource.ts'
import { resourcePage } from './gen/resource-page.ts'

const queue: ResourceDefinition = {
  id: 'aws/queue',
  cloud: 'aws',
  docs: 'https://example.com/prices',
  shape: { isFifo: 'true | false' },
  usage: { requests: 'requests in a month' },
  lines: () => [],
  from: { terraform: { aws_queue: { facts: {} }, aws_old_queue: { facts: {} } } },
}

it('has a row for each definition with its types, facts and the names of its use, and the free types of its cloud', () => {
  const page = resourcePage({
    resources: [queue],
    free: ['aws_role', 'google_role', 'aws_policy'],
    freeTiers: [
      {
        cloud: 'aws',
        what: 'requests of queues',
        quantity: 1_000_000,
        holder: 'payer account',
        inEachRegion: true,
        lines: [],
        page: 'https://example.com/free',
        asOf: '2026-11-22',
      },
    ],
  })
  expect(page).toContain(
    '| [aws/queue](https://example.com/prices) | `aws_queue`, `aws_old_queue` | `isFifo`: true \\| false | `requests`: requests in a month |',
  )
  expect(page).toContain('## AWS')
  expect(page).toContain('Free by themselves (2):\n\n`aws_policy`, `aws_role`')
  expect(page).toContain(
    '| 1,000,000 requests of queues | each payer account, in each region | [2026-11-22](https://example.com/free) |',
  )
  expect(page).toContain('Free by themselves (1):\n\n`google_role`')
})
