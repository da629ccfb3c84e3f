import type { Sdk, SdkExample } from '../../../core/sdk.ts'

/** `messages.create` alone is also how a text message is sent. */
const asked = ['model', 'max_tokens', 'messages']

/** Paths of Anthropic's client, with what tells a call by each. */
export const handed = {
  'messages.create': asked,
  'messages.stream': asked,
  'beta.messages.create': asked,
  'beta.messages.stream': asked,
} as const satisfies Sdk['handed']

export const handedExamples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
def ask(client, sms, text):
    sms.messages.create(body=text, to="+1")
    sms.messages.create(**text)
    return client.messages.create(model="claude-haiku-4-5", max_tokens=5, messages=[])
`,
    sees: [{ line: 5, call: 'anthropic.messages.create', provider: 'unknown', maxOutput: 5, confidence: 'low' }],
  },
]
