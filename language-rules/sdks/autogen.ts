// https://microsoft.github.io/autogen/stable/reference/, https://microsoft.github.io/autogen/0.2/docs/reference/, https://docs.ag2.ai
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { calls } from './autogen/calls.ts'
import { clients } from './autogen/clients.ts'
import { examples as shown } from './autogen/examples.ts'

export const sdk: Sdk = {
  id: 'autogen',
  words: ['autogen'],
  clients,
  calls,
  free: [
    'count_tokens',
    'remaining_tokens',
    'actual_usage',
    'total_usage',
    'on_reset',
    'reset',
    'save_state',
    'load_state',
    'register_reply',
    'register_for_llm',
    'register_for_llm()',
    'register_for_execution',
    'register_function',
    'register_nested_chats',
    'chat_messages',
    'last_message',
    'clear_history',
    'print_usage_summary',
  ],
}

export const examples: readonly SdkExample[] = shown
