// https://aws.amazon.com/ebs/pricing/
import type { Block } from '../../../core/format.ts'
import { known, unknown } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { diskUsed } from '../disk-used.ts'
import { volumeLines } from './ec2/volume-lines.ts'
import { firstWritten } from './ec2/written.ts'
import { volumeFromCode } from './from-code.ts'

/** Where it is not written, that of the volume its snapshot was made of. */
const sizeOf = (block: Block) =>
  firstWritten(
    block.fact('size'),
    block.target('snapshot_id', 'aws_ebs_snapshot')?.target('volume_id', 'aws_ebs_volume')?.fact('size'),
  )

const volume = defineResource({
  id: 'aws/ebs-volume',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ebs/pricing/',
  shape: {
    type: 'volume type: gp3, gp2, io2, io1, st1, sc1, standard',
    sizeGiB: 'GiB; without it, the size of the snapshot',
    iops: 'provisioned IOPS, those included counted',
    throughputMiBps: 'provisioned MiB/s, those included counted',
  },
  usage: { ioRequests: 'requests to magnetic volumes', ...diskUsed },
  lines: (resource, prices) => volumeLines(resource, prices, '', 'Volume', known(1, resource.location)),
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume
    terraform: {
      aws_ebs_volume: {
        facts: { type: ['type', 'gp2'], sizeGiB: sizeOf, iops: 'iops', throughputMiBps: 'throughput' },
      },
    },
    sdk: volumeFromCode,
  },
  label: ({ shape }) => {
    const size = shape.sizeGiB ?? unknown('absent')
    const type = shape.type?.is === 'known' || shape.type?.is === 'assumed' ? shape.type.value : 'EBS volume'
    return size.is === 'known' || size.is === 'assumed' ? `${type} · ${size.value} GiB` : `${type}`
  },
})

export const resources = [volume]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a volume of the default type: 500 GiB × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
}
`,
    sees: [{ address: 'aws_ebs_volume.data', usd: 50, status: 'priced', lines: ['Volume storage'], assumed: ['type'] }],
  },
  {
    name: 'gp3 above what is included: 200 GiB × $0.08 + 3,000 IOPS × $0.005 + 125 MB/s × $0.04, three of them',
    terraform: `resource "aws_ebs_volume" "data" {
  count             = 3
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 200
  iops              = 6000
  throughput        = 250
}
`,
    sees: [
      {
        address: 'aws_ebs_volume.data',
        usd: 108,
        status: 'priced',
        lines: ['Volume storage', 'Volume IOPS', 'Volume throughput'],
      },
    ],
  },
  {
    name: 'gp3 with what is included only',
    terraform: `resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 200
  iops              = 3000
}
`,
    sees: [{ address: 'aws_ebs_volume.data', usd: 16, status: 'priced', lines: ['Volume storage'] }],
  },
  {
    name: 'io2 in tiers: 100 GiB × $0.125 + 32,000 × $0.065 + 8,000 × $0.0455',
    terraform: `resource "aws_ebs_volume" "db" {
  availability_zone = "us-east-1a"
  type              = "io2"
  size              = 100
  iops              = 40000
}
`,
    sees: [
      {
        address: 'aws_ebs_volume.db',
        usd: 2456.5,
        status: 'priced',
        lines: ['Volume storage', 'Volume IOPS', 'Volume IOPS over 32000'],
      },
    ],
  },
  {
    name: 'magnetic: 100 GiB × $0.05 + 2,000,000 requests × $0.05 a million; restored from a snapshot of it, its size as gp3: 100 GiB × $0.08',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "old" {
  availability_zone = "us-east-1a"
  type              = "standard"
  size              = 100
}

resource "aws_ebs_snapshot" "old" {
  volume_id = aws_ebs_volume.old.id
}

resource "aws_ebs_volume" "new" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  snapshot_id       = aws_ebs_snapshot.old.id
}
`,
    usage: { 'aws_ebs_volume.old': { ioRequests: 2_000_000 } },
    sees: [
      { address: 'aws_ebs_volume.old', usd: 5.1, status: 'priced', lines: ['Volume storage', 'Volume I/O'] },
      { address: 'aws_ebs_snapshot.old', usd: 5 },
      { address: 'aws_ebs_volume.new', usd: 8, status: 'priced' },
    ],
  },
  {
    name: 'a size that comes with the snapshot, a region nobody names, a region without a row',
    terraform: `resource "aws_ebs_volume" "restored" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  snapshot_id       = "snap-0123456789abcdef0"
}

resource "aws_ebs_volume" "somewhere" {
  availability_zone = data.aws_availability_zones.all.names[0]
  type              = "gp3"
  size              = 10
}

resource "aws_ebs_volume" "unlisted" {
  availability_zone = "me-central-1a"
  type              = "gp3"
  size              = 10
}
`,
    sees: [
      {
        address: 'aws_ebs_volume.restored',
        usd: null,
        status: 'partial',
        lines: ['Volume storage'],
        unknown: ['Volume storage: absent'],
      },
      {
        address: 'aws_ebs_volume.somewhere',
        usd: null,
        status: 'unknown',
        lines: ['Volume storage'],
        unknown: ['region: dynamic'],
      },
      {
        address: 'aws_ebs_volume.unlisted',
        usd: null,
        status: 'unknown',
        lines: ['Volume storage'],
        unknown: ['Volume storage: no-price'],
      },
    ],
  },
]
