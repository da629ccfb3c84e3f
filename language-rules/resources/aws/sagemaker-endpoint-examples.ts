// Worked out by hand from https://aws.amazon.com/sagemaker/ai/pricing/, us-east-1; Mexico has no rows for serverless endpoints.
import type { ResourceExample } from '../../../core/resource.ts'

const endpoint = (variants: string, more = '') => `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_endpoint_configuration" "llm" {
${variants}}

resource "aws_sagemaker_endpoint" "llm" {
  name                 = "llm"
  endpoint_config_name = aws_sagemaker_endpoint_configuration.llm.name
}
${more}`

const variant = (name: string, inside: string) => `  ${name} {
    model_name             = "llm"
${inside}  }
`

const instances = (type: string, count: number, more = '') =>
  `    instance_type          = "${type}"\n    initial_instance_count = ${count}\n${more}`

const scaling = (min: number, max: number) => `
resource "aws_appautoscaling_target" "llm" {
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/\${aws_sagemaker_endpoint.llm.name}/variant/AllTraffic"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  min_capacity       = ${min}
  max_capacity       = ${max}
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'two GPUs: 2 × 730 h × $1.408; the configuration has no cost of its own',
    terraform: endpoint(variant('production_variants', instances('ml.g5.xlarge', 2))),
    sees: [
      {
        address: 'aws_sagemaker_endpoint.llm',
        usd: 2055.68,
        status: 'partial',
        lines: ['Variant instances', 'Data processed'],
      },
    ],
  },
  {
    name: 'two variants and no shadow: 730 h × $1.408 + 3 × 730 h × $0.115',
    terraform: endpoint(
      variant('production_variants', instances('ml.g5.xlarge', 1)) +
        variant('production_variants', instances('ml.m5.large', 3)),
    ),
    sees: [
      {
        address: 'aws_sagemaker_endpoint.llm',
        usd: 1279.69,
        status: 'partial',
        lines: ['Variant 1 instances', 'Variant 2 instances', 'Data processed'],
      },
    ],
  },
  {
    name: 'a shadow variant is billed like the one it shadows: 730 h × $0.115 + 730 h × $0.736',
    terraform: endpoint(
      variant('production_variants', instances('ml.m5.large', 1)) +
        variant('shadow_production_variants', instances('ml.g4dn.xlarge', 1)),
    ),
    sees: [
      {
        address: 'aws_sagemaker_endpoint.llm',
        usd: 621.23,
        status: 'partial',
        lines: ['Variant instances', 'Shadow instances', 'Data processed'],
      },
    ],
  },
  {
    name: 'scaled between 1 and 4 from the outside, it stands where it starts: 2 × 730 h × $0.736',
    terraform: endpoint(variant('production_variants', instances('ml.g4dn.xlarge', 2)), scaling(1, 4)),
    sees: [{ address: 'aws_sagemaker_endpoint.llm', usd: 1074.56, status: 'partial' }],
  },
  {
    name: 'scaled by SageMaker from 3 on, though it starts with one: 3 × 730 h × $0.115',
    terraform: endpoint(
      variant(
        'production_variants',
        instances(
          'ml.m5.large',
          1,
          `
    managed_instance_scaling {
      status             = "ENABLED"
      min_instance_count = 3
      max_instance_count = 6
    }
`,
        ),
      ),
    ),
    sees: [{ address: 'aws_sagemaker_endpoint.llm', usd: 251.85, status: 'partial' }],
  },
  {
    name: 'serverless is billed by what it computes, and for what is kept ready',
    terraform: endpoint(
      variant(
        'production_variants',
        `    serverless_config {
      max_concurrency         = 20
      memory_size_in_mb       = 4096
      provisioned_concurrency = 2
    }
`,
      ),
    ).replace('us-east-1', 'mx-central-1'),
    sees: [
      {
        address: 'aws_sagemaker_endpoint.llm',
        usd: null,
        lines: ['Variant inference', 'Variant concurrency', 'Data processed'],
      },
    ],
  },
  {
    name: 'a configuration that is not here leaves the instances open; a type nobody hosts on has no price',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_endpoint" "elsewhere" {
  endpoint_config_name = "made-by-hand"
}

resource "aws_sagemaker_endpoint_configuration" "odd" {
  production_variants {
    instance_type          = "ml.x99.large"
    initial_instance_count = 1
  }
}

resource "aws_sagemaker_endpoint" "odd" {
  endpoint_config_name = aws_sagemaker_endpoint_configuration.odd.name
}
`,
    sees: [
      {
        address: 'aws_sagemaker_endpoint.elsewhere',
        usd: null,
        status: 'unknown',
        unknown: ['Instances: dynamic'],
      },
      { address: 'aws_sagemaker_endpoint.odd', usd: null, lines: ['Variant instances', 'Data processed'] },
    ],
  },
]
