// https://cloud.google.com/vpc/pricing#serverless-vpc-pricing: a connector costs what its machines do
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { between } from './compute/replicas.ts'

/** Machines of a connector that names no number: https://cloud.google.com/run/docs/configuring/vpc-connectors */
const usual = { least: 2, most: 10 }

function machinesOf(block: Block): Known<Fact> {
  const or = (value: Known<Fact>, otherwise: number) =>
    isUnwritten(value) ? assumed<Fact>(otherwise, block.location) : value
  const least = or(block.fact('min_instances'), usual.least)
  return between(least, least, or(block.fact('max_instances'), usual.most), block.location)
}

const connector = defineResource({
  id: 'gcp/vpc-access-connector',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/vpc/pricing#serverless-vpc-pricing',
  shape: { instanceType: 'machine type', machines: 'machines, from the least to the most' },
  lines: (resource, prices) => {
    const price = priceFor(resource, [fact(resource, 'instanceType')], (region, type) =>
      prices.instance('gcp', type!, region, 'on-demand'),
    )
    return [line('Connector machines', 'hour', product(numberFact(resource, 'machines'), monthOf(resource)), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vpc_access_connector
    terraform: {
      google_vpc_access_connector: { facts: { instanceType: ['machine_type', 'e2-micro'], machines: machinesOf } },
    },
  },
  label: () => 'VPC access connector',
})

export const resources = [connector]

export const examples: readonly ResourceExample[] = [
  {
    name: 'from two e2-micro, 2 × 730 h × $0.008376; three e2-standard-4, 3 × 730 h × $0.134023',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_vpc_access_connector" "plain" {
  name          = "plain"
  network       = "default"
  ip_cidr_range = "10.8.0.0/28"
}

resource "google_vpc_access_connector" "big" {
  name          = "big"
  machine_type  = "e2-standard-4"
  min_instances = 3
  max_instances = 4
}
`,
    sees: [
      { address: 'google_vpc_access_connector.plain', usd: 12.23, status: 'priced', assumed: ['instanceType'] },
      { address: 'google_vpc_access_connector.big', usd: 293.51, status: 'priced' },
    ],
  },
]
