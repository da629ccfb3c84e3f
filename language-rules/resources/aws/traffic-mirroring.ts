// https://aws.amazon.com/vpc/pricing/
import { monthOf } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const mirror = defineResource({
  id: 'aws/traffic-mirror-session',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/vpc/pricing/',
  shape: {},
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Traffic mirroring', 'hour', monthOf(resource), {
      service: 'ec2',
      item: 'traffic mirror session',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_traffic_mirror_session
    terraform: { aws_ec2_traffic_mirror_session: { facts: {} } },
  },
  label: () => 'traffic mirror session',
})

export const resources = [mirror]

export const free: readonly string[] = [
  'aws_ec2_traffic_mirror_filter',
  'aws_ec2_traffic_mirror_filter_rule',
  'aws_ec2_traffic_mirror_target',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a mirror session is 730 h × $0.015',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_traffic_mirror_session" "watch" {
  network_interface_id     = "eni-1"
  session_number           = 1
  traffic_mirror_filter_id = "tmf-1"
  traffic_mirror_target_id = "tmt-1"
}
`,
    sees: [{ address: 'aws_ec2_traffic_mirror_session.watch', usd: 10.95, status: 'priced' }],
  },
]
