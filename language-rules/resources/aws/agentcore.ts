// https://aws.amazon.com/bedrock/agentcore/pricing/: all of it is use.
import { usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { billedByUse } from './by-use.ts'

const docs = 'https://aws.amazon.com/bedrock/agentcore/pricing/'
const item = (name: string) => ({ service: 'bedrock-agentcore', item: name })

const runtime = defineResource({
  id: 'aws/agentcore-runtime',
  cloud: 'aws',
  docs,
  shape: {},
  usage: { vcpuHours: 'vCPU-hours its sessions compute', memoryGBHours: 'GB-hours of memory of its sessions' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'vCPU', 'vCPU-hour', usage(resource, 'vcpuHours'), item('runtime vCPU')),
    serviceLine(resource, prices, 'Memory', 'GB-hour', usage(resource, 'memoryGBHours'), item('runtime memory')),
  ],
  from: {
    terraform: {
      aws_bedrockagentcore_agent_runtime: { facts: {} },
      aws_bedrockagentcore_browser: { facts: {} },
      aws_bedrockagentcore_code_interpreter: { facts: {} },
    },
  },
  label: () => 'AgentCore runtime',
})

const gateway = defineResource({
  id: 'aws/agentcore-gateway',
  cloud: 'aws',
  docs,
  shape: {},
  usage: { requests: 'calls of tools', searches: 'searches for a tool' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Tool calls', 'request', usage(resource, 'requests'), item('gateway tool calls')),
    serviceLine(resource, prices, 'Searches', 'request', usage(resource, 'searches'), item('gateway search')),
  ],
  from: { terraform: { aws_bedrockagentcore_gateway: { facts: {} } } },
  label: () => 'AgentCore gateway',
})

const memory = defineResource({
  id: 'aws/agentcore-memory',
  cloud: 'aws',
  docs,
  shape: {},
  usage: { events: 'events written', retrievals: 'retrievals of long-term memory' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Events', 'event', usage(resource, 'events'), item('memory events')),
    serviceLine(resource, prices, 'Retrievals', 'request', usage(resource, 'retrievals'), item('memory retrieval')),
  ],
  from: { terraform: { aws_bedrockagentcore_memory: { facts: {} } } },
  label: () => 'AgentCore memory',
})

/** Tokens and keys it hands to agents; those that go through a runtime or a gateway of AgentCore cost nothing more. */
const identity = billedByUse({
  id: 'aws/agentcore-identity',
  docs,
  types: {
    aws_bedrockagentcore_api_key_credential_provider: {},
    aws_bedrockagentcore_oauth2_credential_provider: {},
  },
  label: 'AgentCore identity',
  parts: [
    {
      label: 'Credentials handed out',
      unit: 'request',
      name: 'requests',
      meaning: 'tokens and keys handed out in a month, those through a runtime or a gateway left out',
      price: item('identity requests'),
    },
  ],
})

export const resources = [runtime, gateway, memory, identity]

export const free: readonly string[] = [
  'aws_bedrockagentcore_agent_runtime_endpoint',
  'aws_bedrockagentcore_gateway_target',
  'aws_bedrockagentcore_memory_strategy',
  'aws_bedrockagentcore_workload_identity',
]

export const examples: readonly ResourceExample[] = [
  {
    name: '100 vCPU-hours × $0.0895 + 400 GB-hours × $0.00945; a gateway and a memory, untold',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_bedrockagentcore_agent_runtime" "agent" {
  agent_runtime_name = "agent"
}

resource "aws_bedrockagentcore_gateway" "tools" {
  name = "tools"
}

resource "aws_bedrockagentcore_memory" "past" {
  name = "past"
}
`,
    usage: { aws_bedrockagentcore_agent_runtime: { vcpuHours: 100, memoryGBHours: 400 } },
    sees: [
      { address: 'aws_bedrockagentcore_agent_runtime.agent', usd: 12.73, status: 'priced' },
      {
        address: 'aws_bedrockagentcore_gateway.tools',
        usd: null,
        status: 'partial',
        unknown: ['Tool calls: usage', 'Searches: usage'],
      },
      {
        address: 'aws_bedrockagentcore_memory.past',
        usd: null,
        status: 'partial',
        unknown: ['Events: usage', 'Retrievals: usage'],
      },
    ],
  },
  {
    name: 'credentials are use, and have no row: never free',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_bedrockagentcore_api_key_credential_provider" "search" {
  name    = "search"
  api_key = "x"
}
`,
    sees: [
      {
        address: 'aws_bedrockagentcore_api_key_credential_provider.search',
        usd: null,
        status: 'unknown',
        unknown: ['Credentials handed out: no-price'],
      },
    ],
  },
]
