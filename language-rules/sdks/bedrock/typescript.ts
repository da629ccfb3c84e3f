import type { SdkExample } from '../../../core/sdk.ts'

export const typescriptExamples: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
import {
  BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand, InvokeModelCommand, ApplyGuardrailCommand,
  InvokeModelWithResponseStreamCommand, StartAsyncInvokeCommand, InvokeModelWithBidirectionalStreamCommand,
  InvokeGuardrailChecksCommand,
} from '@aws-sdk/client-bedrock-runtime'
const client = new BedrockRuntimeClient({ region: 'us-east-1' })
const modelId = process.env.MODEL_ID ?? 'us.amazon.nova-lite-v1:0'

export async function chat(text: string) {
  const command = new ConverseCommand({
    modelId,
    system: [{ text: 'Be brief.' }],
    messages: [{ role: 'user', content: [{ text }] }],
    inferenceConfig: { maxTokens: 256 },
  })
  const answer = await client.send(command)
  await client.send(new ConverseStreamCommand({ modelId, messages: [] }))
  return answer
}

export const raw = (prompt: string) =>
  client.send(new InvokeModelCommand({
    modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
    contentType: 'application/json',
    body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 99, messages: [{ role: 'user', content: prompt }] }),
  }))

async function more(text: string) {
  const input = { modelId: 'amazon.titan-embed-text-v2:0', body: new TextEncoder().encode(JSON.stringify({ inputText: text })) }
  await client.send(new InvokeModelCommand(input))
  await client.send(new InvokeModelWithResponseStreamCommand({ modelId: 'us.deepseek.r1-v1:0', body: JSON.stringify({ prompt: text, max_tokens: 10 }) }))
  await client.send(new StartAsyncInvokeCommand({ modelId: 'luma.ray-v2:0', modelInput: { prompt: text }, outputDataConfig: {} }))
  await client.send(new ApplyGuardrailCommand({ guardrailIdentifier: 'g', guardrailVersion: '1', source: 'INPUT', content: [] }))
  await client.send(new InvokeGuardrailChecksCommand({ messages: [], checks: {} }))
  return client.send(new InvokeModelWithBidirectionalStreamCommand({ modelId: 'amazon.nova-sonic-v1:0', body: speech() }))
}
`,
    sees: [
      {
        line: 17,
        call: 'bedrock.send',
        provider: 'bedrock',
        model: 'us.amazon.nova-lite-v1:0',
        modelVia: 'environment',
        maxOutput: 256,
        input: ['Be brief.', 'user: {text}'],
      },
      { line: 18, call: 'bedrock.send', model: 'us.amazon.nova-lite-v1:0', maxOutput: null },
      {
        line: 23,
        call: 'bedrock.send',
        model: 'anthropic.claude-3-haiku-20240307-v1:0',
        maxOutput: 99,
        input: ['user: {prompt}'],
      },
      { line: 31, call: 'bedrock.send', api: 'embed', model: 'amazon.titan-embed-text-v2:0', input: ['{text}'] },
      { line: 32, call: 'bedrock.send', model: 'us.deepseek.r1-v1:0', maxOutput: 10 },
      { line: 33, call: 'bedrock.send', api: 'video', model: 'luma.ray-v2:0' },
      { line: 34, call: 'bedrock.send', api: 'moderate' },
      { line: 35, call: 'bedrock.send', api: 'moderate' },
      { line: 36, call: 'bedrock.send', model: 'amazon.nova-sonic-v1:0' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime'
import * as agents from '@aws-sdk/client-bedrock-agent-runtime'
import { BedrockClient, CreateModelInvocationJobCommand, ListFoundationModelsCommand } from '@aws-sdk/client-bedrock'
const bedrock = new BedrockRuntime({})
const runtime = new agents.BedrockAgentRuntimeClient({})
const control = new BedrockClient()

class Assistant {
  constructor(private readonly client = new BedrockRuntime({ region: 'eu-central-1' })) {}
  ask = (question: string) => this.client.converse({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0', messages: [{ role: 'user', content: [{ text: question }] }] })
}

await Promise.all(pages.map((page) => bedrock.converseStream({ modelId: 'amazon.nova-pro-v1:0', messages: [{ role: 'user', content: [{ text: page }] }] })))
await runtime.send(new agents.InvokeAgentCommand({ agentId: 'a', agentAliasId: 'b', sessionId: 's', inputText: 'Hi' }))
await runtime.send(new agents.RetrieveAndGenerateCommand({
  input: { text: 'Why?' },
  retrieveAndGenerateConfiguration: {
    type: 'KNOWLEDGE_BASE',
    knowledgeBaseConfiguration: { knowledgeBaseId: 'k', modelArn: 'arn:aws:bedrock:us-east-1:111122223333:default-prompt-router/anthropic.claude:1' },
  },
}))
await runtime.send(new agents.RetrieveCommand({ knowledgeBaseId: 'k', retrievalQuery: { text: 'q' } }))
await control.send(new CreateModelInvocationJobCommand({ jobName: 'j', modelId: 'amazon.nova-micro-v1:0', roleArn: 'r' }))
await control.send(new ListFoundationModelsCommand({}))
`,
    sees: [
      {
        line: 11,
        call: 'bedrock.converse',
        model: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
        input: ['user: {question}'],
      },
      {
        line: 14,
        call: 'bedrock.converseStream',
        model: 'amazon.nova-pro-v1:0',
        repeats: ['data callback here'],
      },
      { line: 15, call: 'bedrock.send', model: null, input: ['Hi'] },
      {
        line: 16,
        call: 'bedrock.send',
        model: 'arn:aws:bedrock:us-east-1:111122223333:default-prompt-router/anthropic.claude:1',
        input: ['Why?'],
      },
      { line: 24, call: 'bedrock.send', model: 'amazon.nova-micro-v1:0', batch: true },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3'
import { BedrockRuntimeClient, ConverseCommand, CountTokensCommand } from '@aws-sdk/client-bedrock-runtime'
const s3 = new S3Client({})
const client = new BedrockRuntimeClient({})
s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }))
s3.send(new ConverseCommand({ modelId: 'm', messages: [] }))
client.send(new CountTokensCommand({ modelId: 'm', input: undefined }))
const queued = new ConverseCommand({ modelId: 'm', messages: [] })
queue.send(queued)
`,
    sees: [],
  },
]
