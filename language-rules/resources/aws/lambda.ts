// https://aws.amazon.com/lambda/pricing/: x86 $0.0000166667 and Arm $0.0000133334 a GB-second, $0.20 a million requests in us-east-1.
import { fact, isUnwritten, line, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine, type Tier, tierLines } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import { scaledBy } from '../scaled-by.ts'
import { orDefault } from './ec2/written.ts'

/** GB-seconds of a month, of all functions of an account and architecture; here of this one. */
const tiers: Readonly<Record<string, readonly Tier[]>> = {
  x86_64: [
    { service: 'lambda', item: 'x86 duration first 6B GB-s', upTo: 6e9 },
    { service: 'lambda', item: 'x86 duration next 9B', upTo: 15e9 },
    { service: 'lambda', item: 'x86 duration over 15B', upTo: Number.POSITIVE_INFINITY },
  ],
  arm64: [
    { service: 'lambda', item: 'arm64 duration first 7.5B', upTo: 7.5e9 },
    { service: 'lambda', item: 'arm64 duration next 11.25B', upTo: 18.75e9 },
    { service: 'lambda', item: 'arm64 over 18.75B', upTo: Number.POSITIVE_INFINITY },
  ],
}

/** Storage of `/tmp` that the price of the duration includes. */
const includedMiB = 512
const secondsPerHour = 3600

const shape = { memoryMiB: 'MiB of memory', architecture: 'x86_64 or arm64' }

/** The one architecture of a function: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function */
function architectureOf(block: Block | undefined, path = 'architectures'): Known<Fact> {
  if (block === undefined) return unknown('dynamic')
  const all = block.list(path)
  if (all.is === 'unknown') return isUnwritten(all) ? assumed<Fact>('x86_64', block.location) : all
  const [first] = valueOf(all) ?? []
  return first ?? unknown('dynamic', block.location)
}

function memoryOf(block: Block | undefined): Known<Fact> {
  if (block === undefined) return unknown('dynamic')
  const memory = block.fact('memory_size')
  return isUnwritten(memory) ? assumed<Fact>(128, block.location) : memory
}

function durationLines(resource: Resource, prices: PriceBook, seconds: Known<number>): Line[] {
  const architecture = fact(resource, 'architecture')
  const quantity = product(
    seconds,
    mapKnown(numberFact(resource, 'memoryMiB'), (size) => size / 1024),
  )
  const steps = tiers[String(valueOf(architecture))]
  const why = architecture.is === 'unknown' ? architecture.why : 'unsupported'
  return steps === undefined
    ? [line('Duration', 'GB-second', quantity, why)]
    : tierLines(resource, prices, 'Duration', 'GB-second', quantity, steps)
}

const lambda = defineResource({
  id: 'aws/lambda-function',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/lambda/pricing/',
  shape: { ...shape, ephemeralMiB: 'MiB of /tmp, the 512 that are included counted' },
  usage: { requests: 'requests', durationMs: 'mean milliseconds a request runs' },
  lines: (resource, prices) => {
    const requests = usage(resource, 'requests')
    const seconds = product(
      requests,
      mapKnown(usage(resource, 'durationMs'), (ms) => ms / 1000),
    )
    const extra = mapKnown(numberFact(resource, 'ephemeralMiB'), (size) => Math.max(0, size - includedMiB) / 1024)
    const ephemeral = { service: 'lambda', item: 'ephemeral storage above 512 MB' }
    return [
      serviceLine(resource, prices, 'Requests', 'request', requests, { service: 'lambda', item: 'requests' }),
      ...durationLines(resource, prices, seconds),
      ...(valueOf(extra) === 0
        ? []
        : [serviceLine(resource, prices, 'Ephemeral storage', 'GB-second', product(seconds, extra), ephemeral)]),
    ]
  },
  from: {
    terraform: {
      aws_lambda_function: {
        facts: {
          memoryMiB: memoryOf,
          architecture: (block) => architectureOf(block),
          ephemeralMiB: ['ephemeral_storage.size', 512],
        },
      },
    },
    // https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
    sdk: {
      'aws.lambda.create_function': {
        facts: {
          memoryMiB: (block) => orDefault(block.fact('MemorySize'), 128, block.location),
          architecture: (block) => architectureOf(block, 'Architectures'),
          ephemeralMiB: ['EphemeralStorage.Size', 512],
        },
        region: regionBy('^region_name|^region'),
      },
    },
  },
  label: ({ shape: { memoryMiB } }) => `Lambda${memoryMiB?.is === 'known' ? ` · ${memoryMiB.value} MiB` : ' function'}`,
})

const functionOf = (block: Block) => block.target('function_name', 'aws_lambda_function')

const provisioned = defineResource({
  id: 'aws/lambda-provisioned-concurrency',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/lambda/pricing/',
  shape: { ...shape, executions: 'execution environments kept ready' },
  lines: (resource, prices) => {
    const kept = product(
      product(numberFact(resource, 'executions'), monthOf(resource)),
      numberFact(resource, 'memoryMiB'),
    )
    const seconds = mapKnown(kept, (mibHours) => (mibHours / 1024) * secondsPerHour)
    const architecture = fact(resource, 'architecture')
    if (architecture.is === 'unknown') return [line('Provisioned concurrency', 'GB-second', seconds, architecture.why)]
    const item = `provisioned concurrency ${valueOf(architecture) === 'arm64' ? 'arm64' : 'x86'}`
    return [serviceLine(resource, prices, 'Provisioned concurrency', 'GB-second', seconds, { service: 'lambda', item })]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_provisioned_concurrency_config
    terraform: {
      aws_lambda_provisioned_concurrency_config: {
        facts: {
          executions: (block) =>
            scaledBy(block, 'lambda:function:ProvisionedConcurrency', block.fact('provisioned_concurrent_executions')),
          memoryMiB: (block) => memoryOf(functionOf(block)),
          architecture: (block) => architectureOf(functionOf(block)),
        },
      },
    },
  },
  label: () => 'Lambda provisioned concurrency',
})

export const resources = [lambda, provisioned]

export const free: readonly string[] = [
  'aws_lambda_alias',
  'aws_lambda_code_signing_config',
  'aws_lambda_function_event_invoke_config',
  'aws_lambda_function_recursion_config',
  'aws_lambda_function_url',
  'aws_lambda_layer_version',
  'aws_lambda_layer_version_permission',
  'aws_lambda_permission',
  'aws_lambda_runtime_management_config',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'nobody tells the requests: unit prices, and no amount',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::123456789012:role/api"
}
`,
    sees: [
      {
        address: 'aws_lambda_function.api',
        usd: null,
        status: 'partial',
        lines: ['Requests', 'Duration'],
        unknown: ['Requests: usage', 'Duration: usage'],
        assumed: ['memoryMiB', 'architecture', 'ephemeralMiB'],
      },
    ],
  },
  {
    name: 'told: 1 M × $0.20 / M + 1 M × 0.5 s × 1 GB × $0.0000166667',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::123456789012:role/api"
  memory_size   = 1024
}
`,
    usage: { aws_lambda_function: { requests: 1e6, durationMs: 500 } },
    sees: [{ address: 'aws_lambda_function.api', usd: 8.53, status: 'priced', lines: ['Requests', 'Duration'] }],
  },
  {
    name: 'above the first tier: 4 B × $0.20 / M + 6 B GB-s × $0.0000166667 + 2 B × $0.000015',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::123456789012:role/api"
  memory_size   = 2048
}
`,
    usage: { aws_lambda_function: { requests: 4e9, durationMs: 1000 } },
    sees: [
      {
        address: 'aws_lambda_function.api',
        usd: 130_800.2,
        status: 'priced',
        lines: ['Requests', 'Duration', 'Duration over 6,000,000,000'],
      },
    ],
  },
  {
    name: 'Arm with 2,560 MiB of /tmp: 1 M × $0.20 / M + 1 M s × 2 GB × $0.0000133334 + 1 M s × 2 GB × $0.0000000309',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "convert" {
  function_name = "convert"
  role          = "arn:aws:iam::123456789012:role/convert"
  memory_size   = 2048
  architectures = ["arm64"]

  ephemeral_storage {
    size = 2560
  }
}
`,
    usage: { aws_lambda_function: { requests: 1e6, durationMs: 1000 } },
    sees: [
      {
        address: 'aws_lambda_function.convert',
        usd: 26.93,
        status: 'priced',
        lines: ['Requests', 'Duration', 'Ephemeral storage'],
      },
    ],
  },
  {
    name: 'kept ready on Arm: 10 × 2 GB × 730 h × 3,600 s × $0.00000333333, whatever is called',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::123456789012:role/api"
  memory_size   = 2048
  architectures = ["arm64"]
}

resource "aws_lambda_provisioned_concurrency_config" "api" {
  function_name                     = aws_lambda_function.api.function_name
  qualifier                         = "live"
  provisioned_concurrent_executions = 10
}

resource "aws_lambda_provisioned_concurrency_config" "elsewhere" {
  function_name                     = "other"
  qualifier                         = "live"
  provisioned_concurrent_executions = 1
}
`,
    sees: [
      { address: 'aws_lambda_function.api', usd: null, status: 'partial' },
      { address: 'aws_lambda_provisioned_concurrency_config.api', usd: 175.2, status: 'priced' },
      {
        address: 'aws_lambda_provisioned_concurrency_config.elsewhere',
        usd: null,
        status: 'unknown',
        unknown: ['Provisioned concurrency: dynamic'],
      },
    ],
  },
]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a function a program makes, told 1 M requests of half a second: 1 M × $0.20 / M + 1 M × 0.5 s × 1 GB × $0.0000166667',
    lang: 'python',
    code: `import boto3

boto3.client("lambda", region_name="us-east-1").create_function(
    FunctionName="api", Runtime="python3.13", Role="r", Handler="app.handler", Code={"ZipFile": b""}, MemorySize=1024
)
`,
    usage: { 'aws.lambda.create_function': { requests: 1e6, durationMs: 500 } },
    sees: [{ address: 'aws.lambda.create_function', usd: 8.53, status: 'priced' }],
  },
]
