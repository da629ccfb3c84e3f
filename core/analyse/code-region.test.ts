import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { valueOf } from '../known.ts'
import { createSession } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'

const code = `import boto3
import os

def start(client, region):
    client("ec2").run_instances(InstanceType="m5.large", MinCount=1, MaxCount=1)

boto3.client("ec2").run_instances(InstanceType="m5.large", MinCount=1, MaxCount=1)
boto3.client("ec2", region_name="us-east-1").run_instances(InstanceType="m5.large", MinCount=1, MaxCount=1)
boto3.client("ec2", region_name=os.environ["REGION"]).run_instances(InstanceType="m5.large", MinCount=1, MaxCount=1)
boto3.client("ec2", region_name="<YOUR REGION>").run_instances(InstanceType="m5.large", MinCount=1, MaxCount=1)
`

it('a program that names no region has that of outlay.json, assumed; one that names its own, or leaves it to a run, has not; a sample that says where to write one names none', async () => {
  const session = createSession({
    registry,
    prices: loadPriceBook(),
    tokens: () => estimator,
    settings: () => ({ ...noSettings, region: { aws: 'eu-west-1' } }),
  })
  session.open('/p/app.py', code)
  const { sites } = await session.settled('/p/app.py')
  const told = sites.flatMap(({ site, estimate }) =>
    site.kind === 'resource'
      ? [[valueOf(site.region), site.region.is, estimate.assumed.find(({ what }) => what === 'region')?.from]]
      : [],
  )
  expect(told.slice(-4)).toEqual([
    ['eu-west-1', 'assumed', 'outlay.json'],
    ['us-east-1', 'known', undefined],
    [undefined, 'unknown', undefined],
    ['eu-west-1', 'assumed', 'outlay.json'],
  ])
})
