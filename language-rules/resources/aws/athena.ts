// https://aws.amazon.com/athena/pricing/
import { monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const workgroup = defineResource({
  id: 'aws/athena-workgroup',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/athena/pricing/',
  shape: {},
  usage: { scannedTB: 'TB its queries scan' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Data scanned', 'TB', usage(resource, 'scannedTB'), {
      service: 'athena',
      item: 'data scanned',
    }),
  ],
  from: { terraform: { aws_athena_workgroup: { facts: {} } } },
  label: () => 'Athena workgroup',
})

const reservation = defineResource({
  id: 'aws/athena-capacity',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/athena/pricing/',
  shape: { dpus: 'DPUs kept for its workgroups' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Capacity', 'DPU-hour', product(numberFact(resource, 'dpus'), monthOf(resource)), {
      service: 'athena',
      item: 'capacity DPU',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_capacity_reservation
    terraform: { aws_athena_capacity_reservation: { facts: { dpus: 'target_dpus' } } },
  },
  label: () => 'Athena capacity',
})

export const resources = [workgroup, reservation]

export const free: readonly string[] = [
  'aws_athena_data_catalog',
  'aws_athena_database',
  'aws_athena_named_query',
  'aws_athena_prepared_statement',
]

export const examples: readonly ResourceExample[] = [
  {
    name: '12 TB scanned × $5; untold, the unit price alone; capacity without a row for the region',
    terraform: `provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "mexico"
  region = "mx-central-1"
}

resource "aws_athena_workgroup" "analysts" {
  name = "analysts"
}

resource "aws_athena_workgroup" "untold" {
  name = "untold"
}

resource "aws_athena_capacity_reservation" "kept" {
  provider    = aws.mexico
  name        = "kept"
  target_dpus = 24
}
`,
    usage: { 'aws_athena_workgroup.analysts': { scannedTB: 12 } },
    sees: [
      { address: 'aws_athena_workgroup.analysts', usd: 60, status: 'priced' },
      { address: 'aws_athena_workgroup.untold', usd: null, status: 'partial', unknown: ['Data scanned: usage'] },
      {
        address: 'aws_athena_capacity_reservation.kept',
        usd: null,
        status: 'unknown',
        unknown: ['Capacity: no-price'],
      },
    ],
  },
]
