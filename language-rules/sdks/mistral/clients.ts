// https://docs.mistral.ai/agents/agents_and_conversations
import type { ClientShape } from '../../../core/sdk.ts'

// Version 1 has the class in the package itself, version 2 in `mistralai.client`: MIGRATION.md of client-python.
export const python = [
  'mistralai.Mistral',
  'mistralai.client.Mistral',
  'mistralai.sdk.Mistral',
  'mistralai.client.sdk.Mistral',
]
export const typescript = ['@mistralai/mistralai#Mistral']

const methods = (roots: readonly string[], paths: readonly string[]) =>
  roots.flatMap((root) => paths.map((path) => `${root}().${path}`))

/** What an agent or a conversation is later asked with: the id of one that was made in the code. */
export const held: readonly ClientShape[] = [
  {
    python: methods(python, [
      'beta.agents.create',
      'beta.agents.create_async',
      'beta.agents.update',
      'beta.agents.update_async',
    ]),
    typescript: methods(typescript, ['beta.agents.create', 'beta.agents.update']),
    provider: 'mistral',
    kind: 'agent',
    model: ['model', 'updateAgentRequest.model'],
    // What an update leaves out stays as it was.
    of: ['agent_id', 'agentId'],
    maxOutput: ['completion_args.max_tokens', 'completionArgs.maxTokens'],
    reasoning: ['completion_args.reasoning_effort', 'completionArgs.reasoningEffort'],
    input: ['instructions', 'tools'],
  },
  {
    python: methods(python, ['beta.conversations.start', 'beta.conversations.start_async']),
    typescript: methods(typescript, ['beta.conversations.start']),
    provider: 'mistral',
    kind: 'conversation',
    model: 'model',
    maxOutput: ['completion_args.max_tokens', 'completionArgs.maxTokens'],
    of: ['agent_id', 'agentId'],
    input: ['instructions', 'tools', 'inputs'],
  },
  {
    python: ['mistralai.extra.run.context.RunContext'],
    kind: 'run',
    model: 'model',
    of: ['agent_id', 'conversation_id'],
  },
]
