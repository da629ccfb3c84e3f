// https://github.com/anthropics/anthropic-sdk-typescript/blob/main/CHANGELOG.md: where things were in earlier versions.
import type { SdkExample } from '../../../core/sdk.ts'

export const olderExamples: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
import Anthropic from '@anthropic-ai/sdk/index.mjs'
const client = new Anthropic()
await client.beta.tools.messages.create({ model: 'claude-3-haiku-20240307', max_tokens: 90, tools, messages })
`,
    sees: [
      {
        line: 4,
        call: 'anthropic.beta.tools.messages.create',
        provider: 'anthropic',
        model: 'claude-3-haiku-20240307',
        maxOutput: 90,
      },
    ],
  },
  {
    lang: 'python',
    code: `
import anthropic
client = anthropic.Anthropic()
client.beta.prompt_caching.messages.create(
    model="claude-3-5-sonnet-20240620", max_tokens=70, messages=[],
    system=[{"type": "text", "text": "Be short.", "cache_control": {"type": "ephemeral"}}],
)
`,
    sees: [
      {
        line: 4,
        call: 'anthropic.beta.prompt_caching.messages.create',
        provider: 'anthropic',
        model: 'claude-3-5-sonnet-20240620',
        maxOutput: 70,
        cached: true,
      },
    ],
  },
  {
    lang: 'python',
    code: `
from anthropic import AI_PROMPT, HUMAN_PROMPT, Anthropic, AsyncAnthropicBedrock, AnthropicFoundry
client = Anthropic(max_retries=4)
slow = client.with_options(timeout=600)
answer = slow.messages.with_raw_response.create(
    model="claude-opus-4-5", max_tokens=4000, thinking={"type": "enabled", "budget_tokens": 2000}, service_tier="auto", messages=[]
)
with client.beta.messages.stream(model="claude-sonnet-4-5", max_tokens=10, betas=["context-1m-2025-08-07"], messages=[]) as parts:
    print(parts)
client.messages.parse(model="claude-sonnet-4-5", max_tokens=11, messages=[], output_format=Answer)
client.beta.messages.parse(model="claude-sonnet-4-5", max_tokens=12, messages=[], output_format=Answer)
runner = client.beta.messages.tool_runner(model="claude-sonnet-4-5", max_tokens=13, tools=[look], messages=[], max_iterations=6)
client.completions.create(model="claude-2.1", max_tokens_to_sample=14, prompt=f"{HUMAN_PROMPT} Hi{AI_PROMPT}")
AnthropicFoundry(resource="r").messages.create(model="claude-sonnet-4-5", max_tokens=15, messages=[])
`,
    sees: [
      { line: 5, call: 'anthropic.messages.create', provider: 'anthropic', model: 'claude-opus-4-5', maxOutput: 4000 },
      { line: 8, call: 'anthropic.beta.messages.stream', model: 'claude-sonnet-4-5', maxOutput: 10 },
      { line: 10, call: 'anthropic.messages.parse', maxOutput: 11 },
      { line: 11, call: 'anthropic.beta.messages.parse', maxOutput: 12 },
      { line: 12, call: 'anthropic.beta.messages.tool_runner', maxOutput: 13, repeats: ['agent option here 6'] },
      { line: 13, call: 'anthropic.completions.create', model: 'claude-2.1', maxOutput: 14 },
      { line: 14, call: 'anthropic.messages.create', provider: 'unknown', model: 'claude-sonnet-4-5' },
    ],
  },
]
