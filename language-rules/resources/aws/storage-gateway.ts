// https://aws.amazon.com/storagegateway/pricing/

import { fact } from '../../../core/estimate/resource-line.ts'
import { known } from '../../../core/known.ts'
import { defineResource, type ResourceDefinition, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { is, serviceLines } from './item-lines.ts'

const docs = 'https://aws.amazon.com/storagegateway/pricing/'

/** Data written to AWS is billed by the gateway; the machine it runs on is a resource of its own. */
const gateway = defineResource({
  id: 'aws/storage-gateway',
  cloud: 'aws',
  docs,
  shape: {
    type: 'STORED, CACHED, VTL, FILE_S3 or FILE_FSX_SMB',
    isFsx: 'whether it stands before FSx, which is billed by the hour',
  },
  usage: { writtenGB: 'GB written to AWS a month', storedGB: 'GB on virtual tapes, mean of the month' },
  lines: (resource, prices) => {
    const { hours, used } = serviceLines(resource, prices, 'storagegateway')
    return [
      ...(is(fact(resource, 'isFsx'), true) ? [hours('Gateway', known(1, resource.location), 'FSx file gateway')] : []),
      used('Data written', 'GB', 'data written', 'writtenGB'),
      ...(is(fact(resource, 'type'), 'VTL') ? [used('Virtual tapes', 'GB-month', 'tape storage', 'storedGB')] : []),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/storagegateway_gateway
    terraform: {
      aws_storagegateway_gateway: {
        facts: {
          type: ['gateway_type', 'STORED'],
          isFsx: (block) => known<Fact>(is(block.fact('gateway_type'), 'FILE_FSX_SMB'), block.location),
        },
      },
    },
  },
  label: () => 'Storage Gateway',
})

const volume = (type: string, name: string): ResourceDefinition =>
  defineResource({
    id: `aws/${name}`,
    cloud: 'aws',
    docs,
    shape: {},
    usage: {
      storedGB: 'GB stored in the volume, mean of the month',
      snapshotGB: 'GB of its snapshots, mean of the month',
    },
    lines: (resource, prices) => [
      serviceLines(resource, prices, 'storagegateway').used('Volume storage', 'GB-month', 'volume storage', 'storedGB'),
      ...serviceLines(resource, prices, 'storagegateway').told(
        'Snapshots',
        'GB-month',
        'snapshot storage',
        'snapshotGB',
      ),
    ],
    from: { terraform: { [type]: { facts: {} } } },
    label: () => 'Storage Gateway volume',
  })

export const resources = [
  gateway,
  volume('aws_storagegateway_cached_iscsi_volume', 'storage-gateway-cached-volume'),
  volume('aws_storagegateway_stored_iscsi_volume', 'storage-gateway-stored-volume'),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'gateways and volumes are billed by use: 500 GB of a cached volume × $0.023',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_storagegateway_gateway" "tapes" {
  gateway_name     = "tapes"
  gateway_timezone = "GMT"
  gateway_type     = "VTL"
}

resource "aws_storagegateway_cached_iscsi_volume" "cached" {
  gateway_arn = aws_storagegateway_gateway.tapes.arn
}

resource "aws_storagegateway_stored_iscsi_volume" "stored" {
  gateway_arn = aws_storagegateway_gateway.tapes.arn
}
`,
    usage: { 'aws_storagegateway_cached_iscsi_volume.cached': { storedGB: 500 } },
    sees: [
      {
        address: 'aws_storagegateway_gateway.tapes',
        usd: null,
        status: 'partial',
        lines: ['Data written', 'Virtual tapes'],
      },
      { address: 'aws_storagegateway_cached_iscsi_volume.cached', usd: 11.5, status: 'priced' },
      { address: 'aws_storagegateway_stored_iscsi_volume.stored', usd: null, status: 'partial' },
    ],
  },
]
