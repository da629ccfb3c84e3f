// https://aws.amazon.com/cloudhsm/pricing/
// The cluster costs nothing by itself: each HSM in it is billed by the hour.
import { monthOf } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const hsm = defineResource({
  id: 'aws/cloudhsm',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudhsm/pricing/',
  shape: {},
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'HSM', 'hour', monthOf(resource), { service: 'cloudhsm', item: 'HSM' }),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudhsm_v2_hsm
  from: { terraform: { aws_cloudhsm_v2_hsm: { facts: {} } } },
  label: () => 'HSM',
})

export const resources = [hsm]

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $1.60; two of them',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudhsm_v2_hsm" "one" {
  cluster_id = aws_cloudhsm_v2_cluster.a.cluster_id
  subnet_id  = aws_subnet.a.id
}

resource "aws_cloudhsm_v2_hsm" "two" {
  count      = 2
  cluster_id = aws_cloudhsm_v2_cluster.a.cluster_id
  subnet_id  = aws_subnet.a.id
}
`,
    sees: [
      { address: 'aws_cloudhsm_v2_hsm.one', usd: 1168, status: 'priced', lines: ['HSM'] },
      { address: 'aws_cloudhsm_v2_hsm.two', usd: 2336, status: 'priced' },
    ],
  },
]
