// https://aws.amazon.com/efs/pricing/
import { fact, isUnwritten, numberFact, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { is, serviceLines } from './item-lines.ts'

/** Each GB in the Standard class brings 50 KB/s, and provisioned throughput is billed beyond that: https://aws.amazon.com/efs/pricing/ */
const includedMBpsPerGB = 1 / 20

function throughputLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const { item, used } = serviceLines(resource, prices, 'efs')
  if (is(fact(resource, 'mode'), 'elastic'))
    return [
      used('Elastic throughput, reads', 'GB', 'elastic read', 'readGB'),
      used('Elastic throughput, writes', 'GB', 'elastic write', 'writtenGB'),
    ]
  if (!is(fact(resource, 'mode'), 'provisioned')) return []
  const included = (valueOf(usage(resource, 'storedGB')) ?? 0) * includedMBpsPerGB
  const billed = mapKnown(numberFact(resource, 'throughputMiBps'), (value) => Math.max(0, value - included))
  return [item('Provisioned throughput', 'MBps-month', billed, 'provisioned throughput')]
}

/** A class that files move to costs by what is read from it, and by what moves in. */
function tierLines(
  resource: Resource,
  prices: PriceBook,
  tier: 'infrequent' | 'archive',
  name: string,
): readonly Line[] {
  const { storage, used } = serviceLines(resource, prices, 'efs')
  const label = tier === 'infrequent' ? 'Infrequent Access' : 'Archive'
  const plain = tier === 'infrequent' ? 'infrequent_access' : 'archive'
  return [
    storage(`Storage, ${label}`, usage(resource, `${tier}StoredGB`), name),
    used(`${label}, reads`, 'GB', `${plain} read`, `${tier}ReadGB`),
    used(`${label}, moved in`, 'GB', `${plain} write`, `${tier}WrittenGB`),
  ]
}

function lines(resource: Resource, prices: PriceBook): readonly Line[] {
  const isOneZone = is(fact(resource, 'oneZone'), true)
  const { storage } = serviceLines(resource, prices, 'efs')
  return [
    storage('Storage', usage(resource, 'storedGB'), isOneZone ? 'one_zone' : 'standard'),
    ...(is(fact(resource, 'infrequent'), true)
      ? tierLines(resource, prices, 'infrequent', isOneZone ? 'one_zone_infrequent_access' : 'infrequent_access')
      : []),
    ...(is(fact(resource, 'archive'), true) ? tierLines(resource, prices, 'archive', 'archive') : []),
    ...throughputLines(resource, prices),
  ]
}

/** Whether a lifecycle policy moves files to a class; several policies may be written, each with one of them. */
const moves =
  (path: string) =>
  (block: Block): Known<Fact> =>
    known<Fact>(
      block.nested('lifecycle_policy').some((policy) => !isUnwritten(policy.fact(path))),
      block.location,
    )

const fileSystem = defineResource({
  id: 'aws/efs-file-system',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/efs/pricing/',
  shape: {
    oneZone: 'whether it is in one zone alone',
    mode: 'throughput mode: bursting, provisioned or elastic',
    throughputMiBps: 'provisioned MiB/s',
    infrequent: 'whether files move to Infrequent Access',
    archive: 'whether files move to Archive',
  },
  usage: {
    storedGB: 'GB in the Standard class, mean of the month',
    infrequentStoredGB: 'GB in Infrequent Access, mean of the month',
    infrequentReadGB: 'GB read from Infrequent Access a month',
    infrequentWrittenGB: 'GB moved to Infrequent Access a month',
    archiveStoredGB: 'GB in Archive, mean of the month',
    archiveReadGB: 'GB read from Archive a month',
    archiveWrittenGB: 'GB moved to Archive a month',
    readGB: 'GB read a month by elastic throughput',
    writtenGB: 'GB written a month by elastic throughput',
  },
  lines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system
    terraform: {
      aws_efs_file_system: {
        facts: {
          oneZone: (block) => known<Fact>(!isUnwritten(block.fact('availability_zone_name')), block.location),
          mode: ['throughput_mode', 'bursting'],
          throughputMiBps: 'provisioned_throughput_in_mibps',
          infrequent: moves('transition_to_ia'),
          archive: moves('transition_to_archive'),
        },
      },
    },
  },
  label: () => 'EFS file system',
})

export const resources = [fileSystem]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what is stored is use: 100 GB × $0.30',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_efs_file_system" "data" {}
`,
    usage: { 'aws_efs_file_system.*': { storedGB: 100 } },
    sees: [{ address: 'aws_efs_file_system.data', usd: 30, status: 'priced', lines: ['Storage'] }],
  },
  {
    name: 'with nothing told',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_efs_file_system" "data" {}
`,
    sees: [{ address: 'aws_efs_file_system.data', usd: null, status: 'partial', unknown: ['Storage: usage'] }],
  },
  {
    name: 'one zone: 100 GB × $0.16',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_efs_file_system" "data" {
  availability_zone_name = "us-east-1a"
}
`,
    usage: { 'aws_efs_file_system.data': { storedGB: 100 } },
    sees: [{ address: 'aws_efs_file_system.data', usd: 16, status: 'priced' }],
  },
  {
    name: 'provisioned throughput is billed whatever is stored: 100 × $6',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_efs_file_system" "data" {
  throughput_mode                 = "provisioned"
  provisioned_throughput_in_mibps = 100
}
`,
    sees: [
      {
        address: 'aws_efs_file_system.data',
        usd: 600,
        status: 'partial',
        lines: ['Storage', 'Provisioned throughput'],
      },
    ],
  },
  {
    name: 'each GB stored brings 0.05 MB/s: 1,000 GB × $0.30 + (100 − 50) × $6',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_efs_file_system" "data" {
  throughput_mode                 = "provisioned"
  provisioned_throughput_in_mibps = 100
}
`,
    usage: { 'aws_efs_file_system.data': { storedGB: 1000 } },
    sees: [{ address: 'aws_efs_file_system.data', usd: 600, status: 'priced' }],
  },
  {
    name: 'Infrequent Access: 50 GB × $0.30 + 1,000 GB × $0.025 + 100 GB read × $0.01 + 50 GB moved × $0.01',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_efs_file_system" "data" {
  lifecycle_policy {
    transition_to_ia = "AFTER_30_DAYS"
  }
}
`,
    usage: {
      'aws_efs_file_system.data': {
        storedGB: 50,
        infrequentStoredGB: 1000,
        infrequentReadGB: 100,
        infrequentWrittenGB: 50,
      },
    },
    sees: [{ address: 'aws_efs_file_system.data', usd: 41.5, status: 'priced' }],
  },
  {
    name: 'elastic throughput is use: 50 GB × $0.30 + 100 GB read × $0.03 + 10 GB written × $0.06',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_efs_file_system" "data" {
  throughput_mode = "elastic"
}
`,
    usage: { 'aws_efs_file_system.data': { storedGB: 50, readGB: 100, writtenGB: 10 } },
    sees: [
      {
        address: 'aws_efs_file_system.data',
        usd: 18.6,
        status: 'priced',
      },
    ],
  },
]
