import { expect, it } from 'vitest'
import { type KnownResource, usageComplaints } from './usage.ts'

const known: readonly KnownResource[] = [
  { usage: { storedGB: 'GB' }, from: { terraform: { aws_s3_bucket: { facts: {} } } } },
  { usage: { requests: 'requests' }, from: { terraform: { aws_sqs_queue: { facts: {} } } } },
  { from: { terraform: { aws_eip: { facts: {} } } } },
]
const said = (usage: unknown) =>
  usageComplaints(['usage'], usage, known).map(({ path, says }) => `${path.join(' > ')}: ${says}`)

it('takes a quantity of the type, by type, address, module or pattern', () => {
  expect(
    said({
      aws_s3_bucket: { storedGB: 1 },
      'aws_s3_bucket.data[0]': { storedGB: 1 },
      'module.aws_app.aws_sqs_queue.q["x.y"]': { requests: 1 },
      'aws_*.data': { storedGB: 1, requests: 1 },
      '*': { requests: { low: 1, likely: 2, high: 3 } },
    }),
  ).toEqual([])
})

it('names the quantity that was meant, or those there are', () => {
  expect(said({ aws_s3_bucket: { storedGb: 1 } })).toEqual([
    'usage > aws_s3_bucket > storedGb: no quantity has this name; did you mean "storedGB"?',
  ])
  expect(said({ 'aws_s3_bucket.data': { requests: 1 } })).toEqual([
    'usage > aws_s3_bucket.data > requests: no quantity has this name; there are "storedGB"',
  ])
  expect(said({ aws_eip: { hours: 1 } })).toEqual([
    'usage > aws_eip > hours: nothing it is billed by is use: all of it is in the source',
  ])
})

it('names the type that was meant', () => {
  expect(said({ aws_s3_buckets: { storedGB: 1 } })).toEqual([
    'usage > aws_s3_buckets: no resource of type "aws_s3_buckets" is priced; did you mean "aws_s3_bucket"?',
  ])
})
