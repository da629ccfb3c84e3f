import { afterEach, expect, test } from 'vitest'
import { recordIn } from '../json.ts'
import { awsContract, isSigned } from '../testing/aws-json.ts'
import { cloudWatch, model } from '../testing/cloudwatch.ts'
import contract from '../testing/contracts/aws-cloudwatch.json' with { type: 'json' }
import { type Fake, type FakeOptions, heldOutside, startFake } from '../testing/fake.ts'
import { signalSource } from './aws-bedrock-metrics.ts'
import { collectSignals } from './collect.ts'

const secret = 'not/a/real/secret'
let fake: Fake
afterEach(() => fake.close())

const load = () =>
  collectSignals(
    signalSource,
    { credentials: { accessKeyId: 'AKIDNOTREAL', secretAccessKey: secret, region: 'eu-central-1' }, base: fake.base },
    { since: '2026-11-18', until: '2026-11-20' },
    heldOutside(),
    new AbortController().signal,
  )
const start = async (answer: FakeOptions['answer']) => {
  fake = await startFake({ answer, contract: awsContract(contract) })
}

test('the models’ own counts are asked for, in pages; counts of the same tokens by other dimensions are not', async () => {
  await start(cloudWatch)
  expect(await load()).toEqual({
    signals: [
      {
        is: 'use',
        source: 'aws-bedrock-metrics',
        at: '2026-11-20T08:00:00.000Z',
        day: '2026-11-18',
        provider: 'bedrock',
        model,
        region: 'eu-central-1',
        input: 1200.5,
        output: 90,
      },
    ],
    problems: ['Amazon CloudWatch says that some of its counts are not whole: the uses may be too low.'],
  })
  expect(fake.violations).toEqual([])
  const host = new URL(fake.base).host
  expect(fake.heard.map((request) => isSigned({ ...request, host }, secret))).toEqual([true, true, true])
  expect(recordIn(fake.heard[2]!.body).MetricDataQueries).toHaveLength(2)
})

test.each([{}, { Metrics: [] }])('an account that uses no model is asked for no counts: %o', async (body) => {
  await start(() => ({ body }))
  expect(await load()).toEqual({ signals: [], problems: [] })
  expect(fake.heard).toHaveLength(1)
})

test('another answer than CloudWatch’s is a sentence', async () => {
  fake = await startFake({ answer: () => ({ body: { unexpected: true } }) })
  expect(await load()).toEqual({
    kind: 'answer',
    message: 'Amazon CloudWatch sent an answer that cannot be read: nothing was loaded.',
  })
})
