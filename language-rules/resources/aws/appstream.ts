// https://aws.amazon.com/appstream2/pricing/
import { fact, line, monthOf, numberFact, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const fleet = defineResource({
  id: 'aws/appstream-fleet',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/appstream2/pricing/',
  shape: {
    instanceType: 'stream.standard.medium …',
    fleetType: 'ALWAYS_ON, ON_DEMAND or ELASTIC',
    instances: 'instances wanted at first',
  },
  usage: { hours: 'hours of streaming of all instances in a month, where the fleet is not always on' },
  lines: (resource, prices) => {
    const isOn = valueOf(fact(resource, 'fleetType')) === 'ALWAYS_ON'
    const hours = isOn ? product(monthOf(resource), numberFact(resource, 'instances')) : usage(resource, 'hours')
    const price = priceFor(resource, [fact(resource, 'instanceType')], (region, type) =>
      prices.service('aws', 'appstream', type, region),
    )
    return [line('Streaming', 'hour', hours, price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appstream_fleet
    terraform: {
      aws_appstream_fleet: {
        facts: {
          instanceType: 'instance_type',
          fleetType: 'fleet_type',
          instances: 'compute_capacity.desired_instances',
        },
      },
    },
  },
  label: () => 'streaming fleet',
})

export const resources = [fleet]

export const examples: readonly ResourceExample[] = [
  {
    name: 'without a row it has no price, and never costs nothing',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_appstream_fleet" "apps" {
  name          = "apps"
  instance_type = "stream.standard.large"
  compute_capacity {
    desired_instances = 1
  }
}
`,
    sees: [{ address: 'aws_appstream_fleet.apps', usd: null, status: 'unknown', unknown: ['Streaming: no-price'] }],
  },
]
