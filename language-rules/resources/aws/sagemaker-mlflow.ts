// https://aws.amazon.com/sagemaker/ai/pricing/: a tracking server is billed by its size while it runs, and for what it stores.
import { fact, line, monthOf, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const server = defineResource({
  id: 'aws/sagemaker-mlflow',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  shape: { size: 'Small, Medium or Large' },
  usage: { storedGB: 'GB of metadata stored, mean of the month' },
  assumes: [{ what: 'running', value: 'the whole month', from: 'a server runs until it is stopped' }],
  lines: (resource, prices) => [
    line(
      'Tracking server',
      'hour',
      monthOf(resource),
      priceFor(resource, [fact(resource, 'size')], (region, size) =>
        prices.service('aws', 'sagemaker', `mlflow ${size!.toLowerCase()}`, region),
      ),
    ),
    serviceLine(resource, prices, 'Storage', 'GB-month', usage(resource, 'storedGB'), {
      service: 'sagemaker',
      item: 'mlflow storage',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_mlflow_tracking_server
    terraform: { aws_sagemaker_mlflow_tracking_server: { facts: { size: ['tracking_server_size', 'Small'] } } },
  },
  label: ({ shape: { size } }) => `MLflow, ${(size && valueOf(size)) ?? 'any size'}`,
})

export const resources = [server]

export const examples: readonly ResourceExample[] = [
  {
    name: 'small by default, and never $0 for want of a row',
    terraform: `provider "aws" {
  region = "mx-central-1"
}

resource "aws_sagemaker_mlflow_tracking_server" "runs" {
  tracking_server_name = "runs"
  artifact_store_uri   = "s3://runs"
  role_arn             = "arn:aws:iam::123456789012:role/runs"
}
`,
    sees: [
      {
        address: 'aws_sagemaker_mlflow_tracking_server.runs',
        usd: null,
        status: 'unknown',
        lines: ['Tracking server', 'Storage'],
        assumed: ['size', 'running'],
      },
    ],
  },
]
