import type { RuleExample } from '../../../core/rule.ts'

const endpoint = (type: string, more = '') => `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_endpoint_configuration" "chat" {
  name = "chat"

  production_variants {
    model_name             = "chat"
    instance_type          = "${type}"
    initial_instance_count = 1
  }
}

resource "aws_sagemaker_endpoint" "chat" {
  endpoint_config_name = aws_sagemaker_endpoint_configuration.chat.name
${more}}
`

export const burstyInferenceExamples: readonly RuleExample[] = [
  {
    name: 'an endpoint with GPUs that are sold by the second elsewhere',
    lang: 'terraform',
    code: endpoint('ml.p4d.24xlarge'),
    finds: [
      {
        line: 15,
        message:
          'ml.p4d.24xlarge (8 × A100) is kept ready: $18,433 a month. By the second Modal has the same GPUs, cores and memory for $28.26 an hour, which is less up to 652 hours of work a month. If requests come in bursts, let it shrink to none.',
      },
    ],
  },
  {
    name: 'one GPU',
    lang: 'python',
    code: `import boto3

client = boto3.client("sagemaker", region_name="us-east-1")
client.create_endpoint_config(
    EndpointConfigName="chat",
    ProductionVariants=[
        {"VariantName": "a", "ModelName": "chat", "InstanceType": "ml.g6e.xlarge", "InitialInstanceCount": 1}
    ],
)
`,
    finds: [
      {
        line: 7,
        message:
          'ml.g6e.xlarge (1 × L40S) is kept ready: $1,902 a month. By the second Modal has the same GPUs, cores and memory for $2.30 an hour, which is less even if it works at all hours. If requests come in bursts, let it shrink to none.',
      },
    ],
  },
  {
    name: 'the same in TypeScript',
    lang: 'typescript',
    code: `import { CreateEndpointConfigCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateEndpointConfigCommand({
    EndpointConfigName: 'chat',
    ProductionVariants: [
      { VariantName: 'a', ModelName: 'chat', InstanceType: 'ml.g6e.xlarge', InitialInstanceCount: 1 },
    ],
  }),
)
`,
    finds: [
      {
        line: 8,
        message:
          'ml.g6e.xlarge (1 × L40S) is kept ready: $1,902 a month. By the second Modal has the same GPUs, cores and memory for $2.30 an hour, which is less even if it works at all hours. If requests come in bursts, let it shrink to none.',
      },
    ],
  },
  { name: 'no GPU', lang: 'terraform', code: endpoint('ml.m5.xlarge'), finds: [] },
  {
    name: 'not for production, which is another rule’s',
    lang: 'terraform',
    code: endpoint('ml.g6e.xlarge', '\n  tags = {\n    Environment = "dev"\n  }\n'),
    finds: [],
  },
  {
    name: 'serverless already, TypeScript',
    lang: 'typescript',
    code: `import { CreateEndpointConfigCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateEndpointConfigCommand({
    EndpointConfigName: 'chat',
    ProductionVariants: [
      { VariantName: 'a', ModelName: 'chat', ServerlessConfig: { MemorySizeInMB: 4096, MaxConcurrency: 5 } },
    ],
  }),
)
`,
    finds: [],
  },
]
