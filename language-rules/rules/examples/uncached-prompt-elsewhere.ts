import type { RuleExample } from '../../../core/rule.ts'
import { longRules } from './long-rules.ts'

export const uncachedPromptElsewhere: readonly RuleExample[] = [
  {
    name: 'Bedrock: a cache point after the system prompt',
    lang: 'python',
    code: `import boto3

client = boto3.client("bedrock-runtime")
RULES = """${longRules}"""


def answer(question: str):
    return client.converse(
        modelId="us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        system=[{"text": RULES}],
        messages=[{"role": "user", "content": [{"text": question}]}],
        inferenceConfig={"maxTokens": 800},
    )
`,
    finds: [
      {
        line: 8,
        message:
          'The unchanging first 1,501 tokens are billed in full on every call, $0.0048–0.0052. From the cache they cost $0.00048–0.00052 (writing them $0.006–0.0065): it pays from the second call within five minutes.',
        fixed: `import boto3

client = boto3.client("bedrock-runtime")
RULES = """${longRules}"""


def answer(question: str):
    return client.converse(
        modelId="us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        system=[{"text": RULES}, {"cachePoint": {"type": "default"}}],
        messages=[{"role": "user", "content": [{"text": question}]}],
        inferenceConfig={"maxTokens": 800},
    )
`,
      },
    ],
  },
  {
    name: 'Bedrock from TypeScript',
    lang: 'typescript',
    code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'

const client = new BedrockRuntimeClient({})
const rules = \`${longRules}\`

export const answer = (question: string) =>
  client.send(
    new ConverseCommand({
      modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
      system: [
        { text: rules },
      ],
      messages: [{ role: 'user', content: [{ text: question }] }],
      inferenceConfig: { maxTokens: 800 },
    }),
  )
`,
    finds: [
      {
        line: 7,
        message:
          'The unchanging first 1,501 tokens are billed in full on every call, $0.0048–0.0052. From the cache they cost $0.00048–0.00052 (writing them $0.006–0.0065): it pays from the second call within five minutes.',
        fixed: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'

const client = new BedrockRuntimeClient({})
const rules = \`${longRules}\`

export const answer = (question: string) =>
  client.send(
    new ConverseCommand({
      modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
      system: [
        { text: rules },
        { cachePoint: { type: 'default' } },
      ],
      messages: [{ role: 'user', content: [{ text: question }] }],
      inferenceConfig: { maxTokens: 800 },
    }),
  )
`,
      },
    ],
  },
  {
    name: 'AI SDK: by the options of the system message',
    lang: 'typescript',
    code: `import { anthropic } from '@ai-sdk/anthropic'
import { generateText } from 'ai'

const rules = \`${longRules}\`

export const answer = (question: string) =>
  generateText({
    model: anthropic('claude-sonnet-4-5'),
    maxOutputTokens: 800,
    system: rules,
    prompt: question,
  })
`,
    finds: [
      {
        line: 7,
        message:
          'The unchanging first 1,501 tokens are billed in full on every call, $0.0043–0.0047. From the cache they cost $0.00044–0.00047 (writing them $0.0054–0.0059): it pays from the second call within five minutes.',
        fixed: `import { anthropic } from '@ai-sdk/anthropic'
import { generateText } from 'ai'

const rules = \`${longRules}\`

export const answer = (question: string) =>
  generateText({
    model: anthropic('claude-sonnet-4-5'),
    maxOutputTokens: 800,
    system: { role: 'system', content: rules, providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } },
    prompt: question,
  })
`,
      },
    ],
  },
  {
    name: 'Claude on Vertex AI',
    lang: 'python',
    code: `from anthropic import AnthropicVertex

client = AnthropicVertex(region="us-east5", project_id="harbour")
RULES = """${longRules}"""


def answer(question: str):
    return client.messages.create(
        model="claude-sonnet-4-5@20250929",
        max_tokens=800,
        system=RULES,
        messages=[{"role": "user", "content": question}],
    )
`,
    finds: [
      {
        line: 8,
        message:
          'The unchanging first 1,501 tokens are billed in full on every call, $0.0043–0.0047. From the cache they cost $0.00044–0.00047 (writing them $0.0054–0.0059): it pays from the second call within five minutes.',
        fixed: `from anthropic import AnthropicVertex

client = AnthropicVertex(region="us-east5", project_id="harbour")
RULES = """${longRules}"""


def answer(question: str):
    return client.messages.create(
        model="claude-sonnet-4-5@20250929",
        max_tokens=800,
        system=[{"type": "text", "text": RULES, "cache_control": {"type": "ephemeral"}}],
        messages=[{"role": "user", "content": question}],
    )
`,
      },
    ],
  },
  {
    name: 'LiteLLM',
    lang: 'python',
    code: `from litellm import completion

RULES = """${longRules}"""


def answer(question: str):
    return completion(
        model="anthropic/claude-sonnet-4-5",
        max_tokens=800,
        messages=[{"role": "system", "content": RULES}, {"role": "user", "content": question}],
    )
`,
    finds: [
      {
        line: 7,
        message:
          'The unchanging first 1,501 tokens are billed in full on every call, $0.0043–0.0047. From the cache they cost $0.00044–0.00047 (writing them $0.0054–0.0059): it pays from the second call within five minutes.',
        fixed: `from litellm import completion

RULES = """${longRules}"""


def answer(question: str):
    return completion(
        model="anthropic/claude-sonnet-4-5",
        max_tokens=800,
        messages=[{"role": "system", "content": [{"type": "text", "text": RULES, "cache_control": {"type": "ephemeral"}}]}, {"role": "user", "content": question}],
    )
`,
      },
    ],
  },
  {
    name: 'AI SDK on Bedrock, with a cache point',
    lang: 'typescript',
    code: `import { bedrock } from '@ai-sdk/amazon-bedrock'
import { generateText } from 'ai'

const rules = \`${longRules}\`

export const answer = (question: string) =>
  generateText({
    model: bedrock('us.anthropic.claude-sonnet-4-5-20250929-v1:0'),
    maxOutputTokens: 800,
    messages: [
      { role: 'system', content: rules, providerOptions: { bedrock: { cachePoint: { type: 'default' } } } },
      { role: 'user', content: question },
    ],
  })
`,
    finds: [],
  },
]
