// https://microsoft.github.io/autogen/stable/reference/, https://microsoft.github.io/autogen/0.2/docs/reference/agentchat/conversable_agent
import type { CallShape } from '../../../core/sdk.ts'

const create = {
  api: 'chat',
  on: 'model',
  maxOutput: 'extra_create_args.max_tokens',
  input: ['messages', '[0]', 'tools', 'json_output'],
} as const satisfies Omit<CallShape, 'path'>

const task = { api: 'chat', on: ['agent', 'team'], input: ['task', '[0]'] } as const satisfies Omit<CallShape, 'path'>
const messages = { api: 'chat', on: 'agent', input: ['messages', '[0]'] } as const satisfies Omit<CallShape, 'path'>

// The sender asks the other agent, which asks its model, until one of them ends it.
const talk = {
  api: 'chat',
  on: 'chat',
  of: ['recipient', '[0]'],
  input: ['message'],
  repeats: { max_turns: 'agent' },
} as const satisfies Omit<CallShape, 'path'>

const queue = {
  api: 'chat',
  of: ['chat_queue', '[0]'],
  input: [],
} as const satisfies Omit<CallShape, 'path'>

const reply = { api: 'chat', on: 'chat', input: ['messages', '[0]'] } as const satisfies Omit<CallShape, 'path'>

// https://github.com/ag2ai/ag2/blob/main/autogen/agentchat/group/multi_agent_chat.py
const group = {
  api: 'chat',
  on: 'module',
  of: ['pattern', '[0]'],
  input: ['messages', '[1]'],
  repeats: { 'max_rounds|[2]': { kind: 'agent', default: 20 } },
} as const satisfies Omit<CallShape, 'path'>

export const calls: readonly CallShape[] = [
  { path: 'create', ...create },
  { path: 'create_stream', ...create, stream: true },
  { path: 'run', ...task },
  { path: 'run_stream', ...task, stream: true },
  { path: 'on_messages', ...messages },
  { path: 'on_messages_stream', ...messages, stream: true },
  { path: 'initiate_chat', ...talk },
  { path: 'a_initiate_chat', ...talk },
  { path: 'run', ...talk, of: 'recipient' },
  { path: 'a_run', ...talk, of: 'recipient' },
  { path: 'send', ...talk, of: ['recipient', '[1]'], input: ['message', '[0]'] },
  { path: 'a_send', ...talk, of: ['recipient', '[1]'], input: ['message', '[0]'] },
  { path: 'initiate_chats', ...queue, on: ['chat', 'module'] },
  { path: 'a_initiate_chats', ...queue, on: ['chat', 'module'] },
  { path: 'generate_reply', ...reply },
  { path: 'a_generate_reply', ...reply },
  { path: 'generate_oai_reply', ...reply },
  { path: 'a_generate_oai_reply', ...reply },
  { path: 'initiate_group_chat', ...group },
  { path: 'a_initiate_group_chat', ...group },
  { path: 'run_group_chat', ...group },
  { path: 'a_run_group_chat', ...group },
  {
    path: 'create',
    api: 'chat',
    on: 'wrapper',
    model: 'model',
    maxOutput: 'max_tokens',
    input: ['messages', 'prompt'],
  },
]
