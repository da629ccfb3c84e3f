import type { Sample } from './sample.ts'

/** Two messages in one batch. */
const messageBatch: readonly string[] = [
  'POST /v1/messages: 2 → 0 requests',
  'POST /v1/messages/batches: 0 → 1 requests',
  '1 requests.0.custom_id: nothing → "0"',
  '1 requests.0.params.model: nothing → "claude-haiku-4-5"',
  '1 requests.0.params.max_tokens: nothing → 50',
  '1 requests.0.params.messages.0.role: nothing → "user"',
  '1 requests.0.params.messages.0.content: nothing → "A headline for: fog"',
  '1 requests.1.custom_id: nothing → "1"',
  '1 requests.1.params.model: nothing → "claude-haiku-4-5"',
  '1 requests.1.params.max_tokens: nothing → 50',
  '1 requests.1.params.messages.0.role: nothing → "user"',
  '1 requests.1.params.messages.0.content: nothing → "A headline for: ice"',
]

/** Two completions as the lines of a file, and a batch of it. */
const fileBatch: readonly string[] = [
  'POST /v1/chat/completions: 2 → 0 requests',
  'POST /v1/files: 0 → 1 requests',
  'POST /v1/batches: 0 → 1 requests',
  '1 purpose: nothing → "batch"',
  '1 lines.0.custom_id: nothing → "0"',
  '1 lines.0.method: nothing → "POST"',
  '1 lines.0.url: nothing → "/v1/chat/completions"',
  '1 lines.0.body.model: nothing → "gpt-4.1-mini"',
  '1 lines.0.body.max_completion_tokens: nothing → 50',
  '1 lines.0.body.messages.0.role: nothing → "user"',
  '1 lines.0.body.messages.0.content: nothing → "A headline for: fog"',
  '1 lines.1.custom_id: nothing → "1"',
  '1 lines.1.method: nothing → "POST"',
  '1 lines.1.url: nothing → "/v1/chat/completions"',
  '1 lines.1.body.model: nothing → "gpt-4.1-mini"',
  '1 lines.1.body.max_completion_tokens: nothing → 50',
  '1 lines.1.body.messages.0.role: nothing → "user"',
  '1 lines.1.body.messages.0.content: nothing → "A headline for: ice"',
  '2 input_file_id: nothing → "file-1"',
  '2 endpoint: nothing → "/v1/chat/completions"',
  '2 completion_window: nothing → "24h"',
]

/** Three texts in one request. */
const oneInput: readonly string[] = [
  'POST /v1/embeddings: 3 → 1 requests',
  '1 input: "a" → nothing',
  '1 input.0: nothing → "a"',
  '1 input.1: nothing → "b"',
  '1 input.2: nothing → "c"',
]

export const samples: readonly Sample[] = [
  {
    file: 'cap.ts',
    rule: 'unbounded-output',
    run: "sample.answer('a ferry')",
    changes: ['1 max_output_tokens: nothing → 1024'],
  },
  {
    file: 'cap.py',
    rule: 'unbounded-output',
    run: 'sample.answer("a ferry")',
    changes: ['1 max_completion_tokens: nothing → 1024'],
  },
  {
    file: 'cache.ts',
    rule: 'uncached-prompt',
    run: "sample.answer('Where?')",
    changes: [
      '1 system: a text of 6633 characters → nothing',
      '1 system.0.type: nothing → "text"',
      '1 system.0.text: nothing → a text of 6633 characters',
      '1 system.0.cache_control.type: nothing → "ephemeral"',
    ],
  },
  {
    file: 'cache.py',
    rule: 'uncached-prompt',
    run: 'sample.answer("Where?")',
    changes: [
      '1 system: a text of 6633 characters → nothing',
      '1 system.0.type: nothing → "text"',
      '1 system.0.text: nothing → a text of 6633 characters',
      '1 system.0.cache_control.type: nothing → "ephemeral"',
    ],
  },
  {
    file: 'cache-bedrock.ts',
    rule: 'uncached-prompt',
    run: "sample.answer('Where?')",
    changes: ['1 system.1.cachePoint.type: nothing → "default"'],
  },
  {
    file: 'cache-bedrock.py',
    rule: 'uncached-prompt',
    run: 'sample.answer("Where?")',
    changes: ['1 system.1.cachePoint.type: nothing → "default"'],
  },
  {
    file: 'cache-ai-sdk.ts',
    rule: 'uncached-prompt',
    run: "sample.answer('Where?')",
    changes: ['1 system.0.cache_control.type: nothing → "ephemeral"'],
  },
  {
    file: 'order.py',
    rule: 'cache-breaking-prefix',
    run: 'sample.answer("Where?")',
    changes: [
      '1 system.0.text: "It is <time>." → a text of 6633 characters',
      '1 system.1.text: a text of 6633 characters → "It is <time>."',
      '1 system.1.cache_control.type: "ephemeral" → nothing',
      '1 system.0.cache_control.type: nothing → "ephemeral"',
    ],
  },
  {
    file: 'smaller-model.ts',
    rule: 'oversized-model',
    run: "sample.kindOf('Ever Given')",
    changes: ['1 model: "gpt-4o" → "gpt-4o-mini"'],
  },
  {
    file: 'smaller-model.py',
    rule: 'oversized-model',
    run: 'sample.kind_of("Ever Given")',
    changes: ['1 model: "gpt-4o" → "gpt-4o-mini"'],
  },
  {
    file: 'one-input.ts',
    rule: 'one-by-one-embedding',
    run: "sample.vectors(['a', 'b', 'c'])",
    changes: oneInput,
  },
  {
    file: 'one-input.py',
    rule: 'one-by-one-embedding',
    run: 'sample.vectors(["a", "b", "c"])',
    changes: oneInput,
  },
  {
    file: 'one-input-loop.ts',
    rule: 'one-by-one-embedding',
    run: "sample.vectors(['a', 'b', 'c'])",
    changes: oneInput,
  },
  {
    file: 'one-input-loop.py',
    rule: 'one-by-one-embedding',
    run: 'sample.vectors(["a", "b", "c"])',
    changes: oneInput,
  },
  {
    file: 'hoist.ts',
    rule: 'repeated-call',
    run: "sample.reports(['Bergen', 'Busan'])",
    changes: ['POST /v1/responses: 2 → 1 requests'],
  },
  {
    file: 'hoist.py',
    rule: 'repeated-call',
    run: 'sample.reports()',
    changes: ['POST /v1/chat/completions: 3 → 1 requests'],
  },
  {
    file: 'memoise.ts',
    rule: 'unmemoised-embedding',
    run: "sample.nearest('Where?', [{ name: 'a', vector: [1, 0] }, { name: 'b', vector: [0, 1] }])",
    changes: ['POST /v1/embeddings: 2 → 1 requests'],
  },
  {
    file: 'memoise.py',
    rule: 'unmemoised-embedding',
    run: 'sample.nearest("Where?", [[1, 0], [0, 1]])',
    changes: ['POST /v1/embeddings: 2 → 1 requests'],
  },
  {
    file: 'flex-nightly.ts',
    rule: 'realtime-offline-job',
    run: "sample.grade('fog')",
    changes: ['1 service_tier: nothing → "flex"'],
  },
  {
    file: 'flex-nightly.py',
    rule: 'realtime-offline-job',
    run: 'sample.grade("fog")',
    changes: ['1 service_tier: nothing → "flex"'],
  },
  {
    file: 'effort.ts',
    rule: 'high-reasoning-effort',
    run: "sample.isPort('Bergen')",
    changes: ['1 reasoning_effort: "high" → "low"'],
  },
  {
    file: 'effort.py',
    rule: 'high-reasoning-effort',
    run: 'sample.is_port("Bergen")',
    changes: ['1 reasoning_effort: "high" → "low"'],
  },
  {
    file: 'image.ts',
    rule: 'oversized-image',
    run: "sample.isMoored('https://ships.example/a.png')",
    changes: ['1 input.0.content.1.detail: "high" → "low"'],
  },
  {
    file: 'image.py',
    rule: 'oversized-image',
    run: 'sample.kind_of("https://ships.example/a.png")',
    changes: ['1 messages.0.content.1.image_url.detail: "high" → "low"'],
  },
  {
    file: 'turns.ts',
    rule: 'unbounded-agent',
    run: "sample.berth([{ role: 'user', content: 'Where?' }])",
    changes: ['POST /v1/chat/completions: 31 → 20 requests'],
  },
  {
    file: 'turns.py',
    rule: 'unbounded-agent',
    run: 'sample.berth("Where?")',
    changes: ['POST /v1/messages: 31 → 20 requests'],
  },
  { file: 'batch.py', rule: 'unbatched-loop', run: 'sample.headlines(["fog", "ice"])', changes: messageBatch },
  { file: 'batch-openai.py', rule: 'unbatched-loop', run: 'sample.headlines(["fog", "ice"])', changes: fileBatch },
  { file: 'batch.ts', rule: 'unbatched-loop', run: "sample.headlines(['fog', 'ice'])", changes: fileBatch },
  {
    file: 'batch-anthropic.ts',
    rule: 'unbatched-loop',
    run: "sample.headlines(['fog', 'ice'])",
    changes: messageBatch,
  },
]
