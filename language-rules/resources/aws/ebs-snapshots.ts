// https://aws.amazon.com/ebs/pricing/
import { fact, line, monthOf, numberFact, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { firstWritten, orDefault } from './ec2/written.ts'

/**
 * Only what differs from the snapshot before is stored, and only blocks that were written: the size of the volume is the most a
 * first one takes. What it really takes is use.
 */
function storageLine(resource: Resource, prices: PriceBook): Line {
  const tier = valueOf(fact(resource, 'tier')) === 'archive' ? 'snapshot archive' : 'snapshot'
  const price = priceFor(resource, [], (region) => prices.storage('aws', 'ebs', tier, region)?.storage)
  const told = usage(resource, 'storedGB')
  const size = valueOf(numberFact(resource, 'volumeGiB'))
  const most: Known<number> =
    size === undefined ? told : { is: 'range', low: 0, likely: size, high: size, at: resource.location }
  return line('Snapshot storage', 'GB-month', told.is === 'unknown' ? most : told, price)
}

const shape = {
  volumeGiB: 'GiB of the volume it is made of: the most that is stored',
  tier: 'standard or archive',
}
const usages = { storedGB: 'GB stored: blocks that were written and differ from the snapshot before' }

const snapshot = defineResource({
  id: 'aws/ebs-snapshot',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ebs/pricing/',
  shape,
  usage: usages,
  assumes: [
    {
      what: 'stored',
      value: 'the whole volume',
      from: 'a first snapshot of a full volume; usage storedGB says otherwise',
    },
  ],
  lines: (resource, prices) => [storageLine(resource, prices)],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_snapshot
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_snapshot_copy
    terraform: {
      aws_ebs_snapshot: { facts: factsOf((block) => sizeOf(block)) },
      aws_ebs_snapshot_copy: { facts: factsOf((block) => sizeOf(sourceOf(block) ?? block)) },
      aws_ebs_snapshot_import: { facts: factsOf((block) => block.fact('volume_size')) },
    },
  },
  label: () => 'EBS snapshot',
})

const sourceOf = (block: Block) => block.target('source_snapshot_id', 'aws_ebs_snapshot')

/** The size of the volume a snapshot is made of, where that stands in the same root. */
const sizeOf = (block: Block): Known<Fact> =>
  block.target('volume_id', 'aws_ebs_volume')?.fact('size') ?? firstWritten(block.fact('volume_size'))

function factsOf(volumeGiB: (block: Block) => Known<Fact>) {
  return {
    volumeGiB,
    tier: (block: Block) => orDefault(block.fact('storage_tier'), 'standard', block.location),
  }
}

/** Billed for each zone it is switched on in, every hour. */
const fastRestore = defineResource({
  id: 'aws/fast-snapshot-restore',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ebs/pricing/',
  shape: {},
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Fast snapshot restore', 'DSU-hour', monthOf(resource), {
      service: 'ebs',
      item: 'fast snapshot restore',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_fast_snapshot_restore
    terraform: { aws_ebs_fast_snapshot_restore: { facts: {} } },
  },
  label: () => 'fast snapshot restore',
})

/** An image copied or made of an instance is a snapshot of each of its volumes. */
const image = defineResource({
  id: 'aws/ami',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ebs/pricing/',
  shape: {},
  usage: usages,
  lines: (resource, prices) => [
    line(
      'Snapshot storage',
      'GB-month',
      usage(resource, 'storedGB'),
      priceFor(resource, [], (region) => prices.storage('aws', 'ebs', 'snapshot', region)?.storage),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ami_copy
    terraform: { aws_ami_copy: { facts: {} }, aws_ami_from_instance: { facts: {} } },
  },
  label: () => 'machine image',
})

export const resources = [snapshot, fastRestore, image]

export const examples: readonly ResourceExample[] = [
  {
    name: 'at most the whole volume: 100 GiB × $0.05; a copy of it too; restored fast in a zone, 730 h × $0.75; 30 GB told',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 100
  type              = "gp3"
}

resource "aws_ebs_snapshot" "data" {
  volume_id = aws_ebs_volume.data.id
}

resource "aws_ebs_fast_snapshot_restore" "fast" {
  availability_zone = "us-east-1a"
  snapshot_id       = aws_ebs_snapshot.data.id
}

resource "aws_ebs_snapshot_copy" "copy" {
  source_snapshot_id = aws_ebs_snapshot.data.id
  source_region      = "us-east-1"
}

resource "aws_ebs_snapshot" "told" {
  volume_id = aws_ebs_volume.data.id
}

resource "aws_ebs_snapshot" "elsewhere" {
  volume_id = "vol-1"
}
`,
    usage: { 'aws_ebs_snapshot.told': { storedGB: 30 } },
    sees: [
      { address: 'aws_ebs_volume.data', usd: 8 },
      { address: 'aws_ebs_snapshot.data', usd: 5, status: 'priced', lines: ['Snapshot storage'] },
      { address: 'aws_ebs_fast_snapshot_restore.fast', usd: 547.5, status: 'priced' },
      { address: 'aws_ebs_snapshot_copy.copy', usd: 5, status: 'priced' },
      { address: 'aws_ebs_snapshot.told', usd: 1.5, status: 'priced' },
      { address: 'aws_ebs_snapshot.elsewhere', usd: null, status: 'partial', unknown: ['Snapshot storage: usage'] },
    ],
  },
  {
    name: 'an image is stored as snapshots, which is use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ami_copy" "golden" {
  name              = "golden"
  source_ami_id     = "ami-1"
  source_ami_region = "us-east-1"
}
`,
    sees: [{ address: 'aws_ami_copy.golden', usd: null, status: 'partial', unknown: ['Snapshot storage: usage'] }],
  },
]
