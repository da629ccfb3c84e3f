import * as z from 'zod/mini'
import { textOf } from '../../core/document.ts'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { known } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import type { Estimate, Fact, Finding, Known, Resource } from '../../core/types.ts'

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
    fix: 'Set the type to gp3; the change is made while the volume is in use, except that an `ebs_block_device` makes a new instance. Above 1,000 GiB give it the IOPS the gp2 volume had.',
    unless:
      'The volume needs more than the 125 MiB/s that gp3 includes (gp2 has up to 250 from 334 GiB on) and paying for them undoes the saving.',
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
  },
  options,
  *check(resource, { estimate, estimateWith, document }) {
    for (const disk of gp2Disks(resource)) {
      const gp3 = asGp3(resource, disk)
      const after = estimateWith({ shape: { ...resource.shape, ...gp3 } })
      const unit = storagePrices(estimate, after)
      const totals = estimate.usd && after.usd && { now: estimate.usd, gp3: after.usd }
      if (!totals && !unit) continue
      const value = resource.source.values[disk.attribute]
      const edit = setAttribute(resource, disk.attribute, '"gp3"', document)
      const iops = gp3[`${disk.prefix}iops`]
      const speed = iops && 'value' in iops ? say`the ${Number(iops.value)} IOPS it has now` : say`${gp3Iops} IOPS`
      const isOurs = value === undefined || isLiteral(textOf(document, value.cell).slice(...value.span))
      const safety = isNoSlower(resource, disk) && isChangedInPlace(disk) && isOurs ? 'safe' : 'suggestion'
      yield {
        at: value ?? { ...resource.location, span: [resource.location.span[0], resource.source.body.span[0]] },
        message: totals
          ? say`A gp2 volume: ${usd(totals.now)} a month for this block, ${usd(totals.gp3)} with gp3 of the same size and ${speed}. Set the type to gp3.`
          : say`A gp2 volume: ${usd(unit!.before)} a GB-month, ${usd(unit!.after)} with gp3 and ${speed}. Set the type to gp3.`,
        after,
        ...(totals ? {} : { unit }),
        fixes: edit && !iops ? [{ title: 'Change the type to gp3', safety, edits: [edit], claim: 'saves' }] : [],
      }
    }
  },
})

/** The first storage line whose price the change lowers. */
function storagePrices(before: Estimate, after: Estimate): Finding['unit'] {
  for (const [i, line] of before.lines.entries()) {
    const [was, is] = [line.unitUsd?.likely, after.lines[i]?.unitUsd?.likely]
    if (line.unit === 'GB-month' && was !== undefined && is !== undefined && is < was) {
      return { per: 'GB-month', before: was, after: is }
    }
  }
  return undefined
}

interface Disk {
  /** Of the facts: `` for the volume itself, `root.`, `disks[0].`. */
  readonly prefix: string
  readonly attribute: string
}

function gp2Disks(resource: Resource): readonly Disk[] {
  return Object.entries(resource.shape).flatMap(([name, fact]) => {
    const prefix = /^(|.*\.)type$/.exec(name)?.[1]
    if (prefix === undefined || !isGp2(fact, prefix) || !isWrittenHere(resource, prefix)) return []
    return [{ prefix, attribute: attributeOf(resource, prefix) }]
  })
}

/** Not written, a further volume is gp2; the root has the type of the image, which may be gp3. */
const isGp2 = (fact: Known<Fact>, prefix: string) =>
  (fact.is === 'known' || (fact.is === 'assumed' && prefix !== 'root.')) && fact.value === 'gp2'

/** A machine's volumes may stand in a launch template, whose own text this is not. */
const isWrittenHere = ({ type, source }: Resource, prefix: string) =>
  type === 'aws_ebs_volume' || source.blocks.includes(prefix === 'root.' ? 'root_block_device' : 'ebs_block_device')

function attributeOf(resource: Resource, prefix: string): string {
  if (resource.type === 'aws_ebs_volume') return 'type'
  if (prefix === 'root.') return 'root_block_device.volume_type'
  const index = /^ebs\[(\d+)\]/.exec(prefix)?.[1] ?? '0'
  return `ebs_block_device${index === '0' ? '' : `[${index}]`}.volume_type`
}

/** A text with nothing to fill in; anything else may stand for another type elsewhere. */
const isLiteral = (code: string) => /^"[^"$%]*"$/.test(code)

/** The provider makes the whole instance anew when one of its `ebs_block_device` changes. */
const isChangedInPlace = ({ attribute }: Disk) => !attribute.startsWith('ebs_block_device')

/** Up to 170 GiB a gp2 volume reaches 128 MiB/s, which is what gp3 includes; larger ones reach more. */
const isNoSlower = (resource: Resource, disk: Disk) => sizeOf(resource, disk) <= 170

function sizeOf(resource: Resource, { prefix }: Disk): number {
  const size = resource.shape[`${prefix}sizeGiB`]
  return size && 'value' in size && typeof size.value === 'number' ? size.value : Number.POSITIVE_INFINITY
}

function asGp3(resource: Resource, disk: Disk): Record<string, Known<Fact>> {
  const { prefix } = disk
  const gib = sizeOf(resource, disk)
  const iops = Number.isFinite(gib) ? Math.min(gp2MaxIops, gib * gp2IopsPerGiB) : 0
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
    name: 'the second disk of an instance',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_type = "gp3"
    volume_size = 50
  }

  ebs_block_device {
    device_name = "/dev/sdg"
    volume_type = "gp2"
    volume_size = 100
  }
}
`,
    finds: [
      {
        line: 17,
        message:
          'A gp2 volume: $74.37 a month for this block, $72.37 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_type = "gp3"
    volume_size = 50
  }

  ebs_block_device {
    device_name = "/dev/sdg"
    volume_type = "gp3"
    volume_size = 100
  }
}
`,
      },
    ],
  },
  {
    name: 'a root volume whose type is not written: that of the image',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  root_block_device {
    volume_size = 100
  }
}
`,
    finds: [],
  },
  {
    name: 'the size is not known: unit prices',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "size" {}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = var.size
  type              = "gp2"
}
`,
    finds: [
      {
        line: 10,
        message: 'A gp2 volume: $0.10 a GB-month, $0.08 with gp3 and 3,000 IOPS. Set the type to gp3.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

variable "size" {}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = var.size
  type              = "gp3"
}
`,
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
