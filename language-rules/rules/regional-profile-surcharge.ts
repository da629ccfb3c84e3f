import * as z from 'zod/mini'
import { known, valueOf } from '../../core/known.ts'
import { say } from '../../core/money.ts'
import { profileOf } from '../../core/prices/model-id.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { instead } from '../../core/rules/instead.ts'
import { modelConstant, modelPlace, writeModelForAll } from '../../core/rules/model-place.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'regional-profile-surcharge',
  on: 'model-call',
  severity: 'info',
  preset: 'recommended',
  docs: {
    what: 'A Bedrock call names an inference profile of one geography where the global one costs less.',
    why: 'Bedrock bills newer models at a premium where requests must stay in a geography.',
    fix: 'Use the `global.` profile where no rule says where data may be processed.',
    unless: 'Law, contract or policy keeps the data in the geography.',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html',
    alters: ['place'],
  },
  options,
  *check(call, { estimate, estimateWith, prices, document }) {
    const id = valueOf(call.model)
    if (call.provider !== 'bedrock' || id === undefined || call.model.is !== 'known') return
    const profile = profileOf(id)
    // What runs in the cloud of the government may not leave it.
    if (profile === '' || profile === 'global.' || profile === 'us-gov.') return
    const global = `global.${id.slice(profile.length)}`
    // A price list that is not told of a global profile may still find the model without it.
    if (prices.model('bedrock', global)?.id.startsWith('global.') !== true) return
    const at = modelPlace(call, document)
    const after = estimateWith({ model: known(global, at) })
    const change = instead(estimate, after)
    if (!change) return
    const constant = modelConstant(call)
    const edit = writeModelForAll(call, global, document)
    yield {
      at,
      message: say`The profile ${profile.slice(0, -1)}. costs ${change.now}, global. ${change.later} for the same model. Use it where the data may be processed anywhere.`,
      related: constant ? [{ message: 'the model', location: constant }] : [],
      after,
      unit: change.unit,
      fixes: edit ? [{ title: 'Use the global profile', safety: 'suggestion', edits: [edit], claim: 'saves' }] : [],
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'Python',
    lang: 'python',
    code: `import boto3

bedrock = boto3.client("bedrock-runtime", region_name="us-east-1")

def answer(question: str):
    return bedrock.converse(
        modelId="us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        inferenceConfig={"maxTokens": 500},
        messages=[{"role": "user", "content": [{"text": question}]}],
    )
`,
    finds: [
      {
        line: 7,
        message:
          'The profile us. costs $3.30 per million input tokens, global. $3.00 for the same model. Use it where the data may be processed anywhere.',
        fixed: `import boto3

bedrock = boto3.client("bedrock-runtime", region_name="us-east-1")

def answer(question: str):
    return bedrock.converse(
        modelId="global.anthropic.claude-sonnet-4-5-20250929-v1:0",
        inferenceConfig={"maxTokens": 500},
        messages=[{"role": "user", "content": [{"text": question}]}],
    )
`,
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'

const client = new BedrockRuntimeClient({ region: 'eu-central-1' })
await client.send(
  new ConverseCommand({
    modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
    inferenceConfig: { maxTokens: 100 },
    messages: [{ role: 'user', content: [{ text: 'Name a port.' }] }],
  }),
)
`,
    finds: [
      {
        line: 6,
        message:
          'The profile eu. costs $0.000014–0.00057 a call, global. $0.000013–0.00051 for the same model. Use it where the data may be processed anywhere.',
        fixed: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'

const client = new BedrockRuntimeClient({ region: 'eu-central-1' })
await client.send(
  new ConverseCommand({
    modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
    inferenceConfig: { maxTokens: 100 },
    messages: [{ role: 'user', content: [{ text: 'Name a port.' }] }],
  }),
)
`,
      },
    ],
  },
  {
    name: 'a model whose profiles cost the same',
    lang: 'python',
    code: `import boto3

bedrock = boto3.client("bedrock-runtime", region_name="us-east-1")
bedrock.converse(modelId="us.amazon.nova-pro-v1:0", messages=[{"role": "user", "content": [{"text": "Name a port."}]}])
`,
    finds: [],
  },
  {
    name: 'global already',
    lang: 'python',
    code: `import boto3

bedrock = boto3.client("bedrock-runtime", region_name="us-east-1")
bedrock.converse(modelId="global.anthropic.claude-sonnet-4-5-20250929-v1:0", messages=[{"role": "user", "content": [{"text": "Name a port."}]}])
`,
    finds: [],
  },
]
