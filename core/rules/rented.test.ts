import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { createSession } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'

const prices = loadPriceBook()

async function found(file: string, code: string) {
  const session = createSession({ registry, prices, tokens: () => estimator, settings: () => noSettings })
  session.open(file, code)
  await session.prepare(file)
  const { findings, sites } = session.analyse(file)
  return {
    sites: sites.map(({ site }) => site.key),
    rules: findings.filter(({ suppressed }) => !suppressed).map(({ rule }) => rule),
  }
}

const volume = (comment = '') => `import boto3

ec2 = boto3.client("ec2")
${comment}
ec2.create_volume(AvailabilityZone="us-east-1a", Size=500, VolumeType="gp2")
`

it('a rule of resources looks at what a program rents, of which its sites are the same', async () => {
  expect(await found('src/disks.py', volume())).toEqual({
    sites: ['aws.create_volume'],
    rules: ['previous-generation-volume'],
  })
})

it('and not at what a test rents, whose service is not the real one', async () => {
  expect(await found('tests/test_disks.py', volume())).toEqual({ sites: ['aws.create_volume'], rules: [] })
})

it('a comment above the call keeps it quiet', async () => {
  const { rules } = await found(
    'src/disks.py',
    volume('# outlay-ignore-next-line previous-generation-volume -- it is gone tomorrow'),
  )
  expect(rules).toEqual([])
})
