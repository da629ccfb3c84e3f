import { z } from 'zod'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { known } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import type { Fact, Known, Resource } from '../../core/types.ts'

const options = z.object({})

/** gp2 gives 3 IOPS a GiB, 16,000 at the most; gp3 has 3,000 and sells the rest. https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const gp2IopsPerGiB = 3
const gp2MaxIops = 16_000
const gp3Iops = 3_000

export const rule = defineRule({
  id: 'previous-generation-volume',
  on: 'resource',
  severity: 'warning',
  preset: 'recommended',
  docs: {
    what: 'A disk is of type gp2, where gp3 gives the same for less.',
    why: 'gp3 costs less per GB-month in every region that has it, and its speed does not depend on its size.',
    fix: 'Set the type to gp3; the change is made while the volume is in use. Above 1,000 GiB give it the IOPS the gp2 volume had.',
    unless:
      'The volume needs more than the 125 MiB/s that gp3 includes (gp2 has up to 250 from 334 GiB on) and paying for them undoes the saving.',
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
  },
  options,
  *check(resource, { estimate, estimateWith, document }) {
    for (const disk of gp2Disks(resource)) {
      const after = estimateWith({ shape: { ...resource.shape, ...asGp3(resource, disk) } })
      if (!estimate.usd || !after.usd) continue
      const value = resource.source.values[disk.attribute]
      const edit = setAttribute(resource, disk.attribute, '"gp3"', document)
      const iops = asGp3(resource, disk)[`${disk.prefix}iops`]
      const speed = iops && 'value' in iops ? say`the ${Number(iops.value)} IOPS it has now` : say`${gp3Iops} IOPS`
      yield {
        at: value ?? { ...resource.location, span: [resource.location.span[0], resource.source.body.span[0]] },
        message: say`A gp2 volume: ${usd(estimate.usd)} a month for this block, ${usd(after.usd)} with gp3 of the same size and ${speed}. Set the type to gp3.`,
        after,
        fixes:
          edit && !iops
            ? [{ title: 'Change the type to gp3', safety: 'suggestion', edits: [edit], claim: 'saves' }]
            : [],
      }
    }
  },
})

interface Disk {
  /** Of the facts: `` for the volume itself, `root.`, `disks[0].`. */
  readonly prefix: string
  readonly attribute: string
}

function gp2Disks(resource: Resource): readonly Disk[] {
  return Object.entries(resource.shape).flatMap(([name, fact]) => {
    const prefix = /^(|.*\.)type$/.exec(name)?.[1]
    if (prefix === undefined || !isGp2(fact)) return []
    return [{ prefix, attribute: attributeOf(resource, prefix) }]
  })
}

const isGp2 = (fact: Known<Fact>) => (fact.is === 'known' || fact.is === 'assumed') && fact.value === 'gp2'

function attributeOf(resource: Resource, prefix: string): string {
  if (resource.type === 'aws_ebs_volume') return 'type'
  return prefix === 'root.' ? 'root_block_device.volume_type' : 'ebs_block_device.volume_type'
}

function asGp3(resource: Resource, { prefix }: Disk): Record<string, Known<Fact>> {
  const size = resource.shape[`${prefix}sizeGiB`]
  const gib = size && 'value' in size && typeof size.value === 'number' ? size.value : 0
  const iops = Math.min(gp2MaxIops, gib * gp2IopsPerGiB)
  const type = { [`${prefix}type`]: known<Fact>('gp3', resource.location) }
  return iops > gp3Iops ? { ...type, [`${prefix}iops`]: known<Fact>(iops, resource.location) } : type
}

export const examples: readonly RuleExample[] = [
  {
    name: 'a volume of its own',
    lang: 'terraform',
    code: `resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
  type              = "gp2"
}

provider "aws" {
  region = "us-east-1"
}
`,
    finds: [
      {
        line: 4,
        message:
          'A gp2 volume: $50.00 a month for this block, $40.00 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
        fixed: `resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
  type              = "gp3"
}

provider "aws" {
  region = "us-east-1"
}
`,
      },
    ],
  },
  {
    name: 'no type written: the provider makes it gp2',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
}
`,
    finds: [
      {
        line: 5,
        message:
          'A gp2 volume: $50.00 a month for this block, $40.00 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
  type = "gp3"
}
`,
      },
    ],
  },
  {
    name: 'the root volume of an instance',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  root_block_device {
    volume_type = "gp2"
    volume_size = 100
  }
}
`,
    finds: [
      {
        line: 10,
        message:
          'A gp2 volume: $69.57 a month for this block, $67.57 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  root_block_device {
    volume_type = "gp3"
    volume_size = 100
  }
}
`,
      },
    ],
  },
  {
    name: 'a large volume keeps its speed, which has a price: no fix in one place',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 4000
  type              = "gp2"
}
`,
    finds: [
      {
        line: 8,
        message:
          'A gp2 volume: $400.00 a month for this block, $365.00 with gp3 of the same size and the 12,000 IOPS it has now. Set the type to gp3.',
      },
    ],
  },
  {
    name: 'gp3',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
  type              = "gp3"
}
`,
    finds: [],
  },
]
