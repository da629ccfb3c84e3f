import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, expect, test } from 'vitest'
import { isSigned } from '../testing/aws-json.ts'
import { parametersOf, xmlOf } from '../testing/aws-query.ts'
import contract from '../testing/contracts/aws-cloudwatch.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { signalSource } from './aws-bedrock-metrics.ts'
import { collectSignals } from './collect.ts'

const secret = 'not/a/real/secret'
let fake: Fake
let violations: string[]
afterEach(() => fake.close())

const load = () =>
  collectSignals(
    signalSource,
    { credentials: { accessKeyId: 'AKIDNOTREAL', secretAccessKey: secret, region: 'eu-central-1' }, base: fake.base },
    { since: '2026-11-18', until: '2026-11-20' },
    heldOutside(),
    new AbortController().signal,
  )

/** Answers what the operation's output allows, to what its input allows. */
async function start(answer: (action: string, request: Heard) => object) {
  violations = []
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true })
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  fake = await startFake({
    answer: (request): Said => {
      const action = request.query.get('Action') ?? ''
      const operation = contract.operations[action as keyof typeof contract.operations]
      const said = answer(action, request)
      for (const [schema, value] of [
        [operation.input, parametersOf(request.query)],
        [operation.output, said],
      ] as const)
        if (!ajv.validate({ ...schema, $defs: contract.$defs }, value))
          violations.push(`${action}: ${ajv.errorsText()}`)
      return { text: xmlOf(action, said) }
    },
  })
}

const metric = (MetricName: string, ...dimensions: readonly (readonly [string, string])[]) => ({
  Namespace: 'AWS/Bedrock',
  MetricName,
  Dimensions: dimensions.map(([Name, Value]) => ({ Name, Value })),
})
const model = 'eu.amazon.nova-lite-v1:0'

test('the models’ own counts are asked for, in pages; counts of the same tokens by other dimensions are not', async () => {
  await start((action, { query }) => {
    if (action === 'ListMetrics')
      return query.get('NextToken') === null
        ? {
            Metrics: [metric('InputTokenCount', ['ModelId', model]), metric('InvocationLatency', ['ModelId', model])],
            NextToken: 'a&b',
          }
        : {
            Metrics: [
              metric('OutputTokenCount', ['ModelId', model]),
              metric('OutputTokenCount', ['ModelId', model], ['ServiceTier', 'flex']),
            ],
          }
    return {
      MetricDataResults: [
        { Timestamps: ['2026-11-18T00:00:00Z'], StatusCode: 'Complete', Values: [1200.5], Id: 'm0', Label: 'x' },
        { Timestamps: ['2026-11-18T00:00:00Z'], StatusCode: 'PartialData', Values: [90], Id: 'm1', Label: 'x' },
      ],
    }
  })
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
  expect(violations).toEqual([])
  const host = new URL(fake.base).host
  expect(fake.heard.map((request) => isSigned({ ...request, host }, secret))).toEqual([true, true, true])
  expect([...fake.heard[2]!.query].filter(([name]) => name.endsWith('.Id'))).toHaveLength(2)
})

test('an account that uses no model has nothing to tell, and is asked for no counts', async () => {
  await start(() => ({ Metrics: [] }))
  expect(await load()).toEqual({ signals: [], problems: [] })
  expect(fake.heard).toHaveLength(1)
})

test('another answer than CloudWatch’s is a sentence', async () => {
  fake = await startFake({ answer: () => ({ text: '<html>a proxy</html>' }) })
  expect(await load()).toEqual({
    kind: 'answer',
    message: 'Amazon CloudWatch sent an answer that cannot be read: nothing was loaded.',
  })
})
