import type { RuleExample } from '../../../core/rule.ts'

const endpoint = (name: string, inside: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_endpoint_configuration" "llm" {
  production_variants {
    model_name = "llm"
${inside}  }
}

resource "aws_sagemaker_endpoint" "${name}" {
  endpoint_config_name = aws_sagemaker_endpoint_configuration.llm.name

  tags = {
    Environment = "${name}"
  }
}
`

const instances = `    instance_type          = "ml.g5.xlarge"
    initial_instance_count = 1
`

export const alwaysOnEndpointExamples: readonly RuleExample[] = [
  {
    name: 'SageMaker, tagged as staging',
    lang: 'terraform',
    code: endpoint('staging', instances),
    finds: [
      {
        line: 13,
        message:
          'This endpoint is not for production and always on: $1,028 a month whether anybody asks or not. Use serverless or asynchronous inference, or delete it after use.',
      },
    ],
  },
  {
    name: 'Vertex AI',
    lang: 'terraform',
    code: `resource "google_vertex_ai_deployment_resource_pool" "demo" {
  name   = "demo"
  region = "us-central1"

  dedicated_resources {
    min_replica_count = 1
    max_replica_count = 2

    machine_spec {
      machine_type = "n1-standard-8"
    }
  }
}
`,
    finds: [
      {
        line: 1,
        message:
          'This endpoint is not for production and always on: at least $361.42 a month whether anybody asks or not. Use batch prediction, or undeploy the models after use.',
      },
    ],
  },
  {
    name: 'in production',
    lang: 'terraform',
    code: endpoint('production', instances),
    finds: [],
  },
  {
    name: 'serverless',
    lang: 'terraform',
    code: endpoint(
      'staging',
      `
    serverless_config {
      max_concurrency   = 5
      memory_size_in_mb = 2048
    }
`,
    ),
    finds: [],
  },
]
