import * as z from 'zod/mini'
import { addToBlock } from '../../core/fixes/blocks.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { hourly } from '../../core/prices/machines.ts'
import { printAccelerators } from '../../core/prices/part-gpus.ts'
import { sameGpuElsewhere } from '../../core/prices/same-gpu.ts'
import { defineRule, type RuleContext, type RuleExample } from '../../core/rule.ts'
import type { Edit, Estimate, Resource } from '../../core/types.ts'

const options = z.object({
  serving: z
    ._default(z.string(), 'serv(e|ing)|inference|endpoint|api|prod')
    .check(
      z.describe(
        'Regular expression; a name or tag it matches says that somebody waits for the machine, and the rule is silent.',
      ),
    ),
})

export const rule = defineRule({
  id: 'on-demand-gpu',
  on: 'resource',
  severity: 'warning',
  preset: 'recommended',
  docs: {
    what: 'A GPU machine is rented on demand, and nothing says that it must not be interrupted.',
    why: 'The same machine costs a fraction of that as spot capacity, which the provider may take back at short notice.',
    fix: 'Rent it as spot and save checkpoints, so that training goes on where it was taken away.',
    unless:
      'It serves users, the work cannot be resumed, or spot capacity of that type is not to be had in the region.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-instances.html',
  },
  options,
  *check(resource, context) {
    const instanceType = valueOf(resource.shape.instanceType ?? { is: 'unknown', why: 'absent' })
    if (typeof instanceType !== 'string' || resource.purchase !== 'on-demand') return
    const specs = context.prices.specs(resource.cloud, instanceType)
    if (!specs || specs.accelerators === 0 || serves(resource, new RegExp(context.options.serving, 'i'))) return
    const after = context.estimateWith({ purchase: 'spot' })
    const [now, then] = [machine(context.estimate), machine(after)]
    if (!now?.usd || !then?.usd) return
    const weak = then.prices.find((price) => price.weak)?.weak
    const edit = spotBlock(resource, context)
    const place = now.prices.length === 1 ? now.prices[0]!.region : undefined
    const rate = place === undefined ? undefined : context.prices.interruption(resource.cloud, instanceType, place)
    const often = rate ? say`: ${rate.band} are taken back in a month (${rate.source}, ${rate.asOf})` : ''
    const hours = now.quantity?.likely
    const other = place && hours ? sameGpuElsewhere(context.prices, resource.cloud, instanceType, place) : undefined
    const elsewhere = other
      ? say` The same GPUs on demand: ${usd(hourly(other) * (hours ?? 0))} as ${other.provider} ${other.type} in ${other.region ?? ''}.`
      : ''
    yield {
      at: resource.source.values[typeAttribute[resource.type] ?? ''] ?? resource.location,
      message: say`${printAccelerators(specs.accelerators)} × ${specs.accelerator ?? 'accelerator'} on demand: ${usd(now.usd)} a month if it runs all month, ${usd(then.usd)} as spot. Rent it as spot if the work can be interrupted and resumed${often}.${elsewhere}${weak ? ` (Spot price: ${weak}.)` : ''}`,
      after,
      fixes: edit ? [{ title: 'Rent it as spot', safety: 'suggestion', edits: [edit], claim: 'saves' }] : [],
    }
  },
})

const machine = (estimate: Estimate) => estimate.lines.find((line) => line.label === 'Instance')

const typeAttribute: Readonly<Record<string, string>> = {
  aws_instance: 'instance_type',
  google_compute_instance: 'machine_type',
  azurerm_linux_virtual_machine: 'size',
}

/** Name and tags are all a block says about who waits for it. */
const serves = (resource: Resource, serving: RegExp) =>
  [resource.address, ...Object.values(resource.tags)].some((text) => serving.test(text))

/** Each provider's own way to ask for spot; none where the block already says how it is bought. */
function spotBlock(resource: Resource, { document }: RuleContext<Resource, unknown>): Edit | undefined {
  const has = (name: string) => resource.source.blocks.includes(name) || resource.source.values[name] !== undefined
  switch (resource.type) {
    case 'aws_instance':
      if (has('instance_market_options')) return undefined
      return addToBlock(resource, ['', 'instance_market_options {', '  market_type = "spot"', '}'], document)
    case 'google_compute_instance':
      if (has('scheduling')) return undefined
      return addToBlock(
        resource,
        [
          '',
          'scheduling {',
          '  provisioning_model = "SPOT"',
          '  preemptible        = true',
          '  automatic_restart  = false',
          '}',
        ],
        document,
      )
    case 'azurerm_linux_virtual_machine':
      if (has('priority')) return undefined
      return addToBlock(resource, ['priority        = "Spot"', 'eviction_policy = "Deallocate"'], document)
    default:
      return undefined
  }
}

export const examples: readonly RuleExample[] = [
  {
    name: 'AWS',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p4d.24xlarge"
}
`,
    finds: [
      {
        line: 7,
        message:
          '8 × A100 on demand: $16,029 a month if it runs all month, $10,287 as spot. Rent it as spot if the work can be interrupted and resumed: 10–15 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p4d.24xlarge"

  instance_market_options {
    market_type = "spot"
  }
}
`,
      },
    ],
  },
  {
    name: 'Google Cloud, the type behind a variable',
    lang: 'terraform',
    code: `variable "machine" {
  default = "a3-highgpu-8g"
}

resource "google_compute_instance" "train" {
  name         = "train"
  machine_type = var.machine
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      size = 200
      type = "pd-balanced"
    }
  }
}
`,
    finds: [
      {
        line: 7,
        message:
          '8 × H100 on demand: $64,598 a month if it runs all month, $36,959 as spot. Rent it as spot if the work can be interrupted and resumed. The same GPUs on demand: $40,179 as aws p5.48xlarge in us-east-1.',
        fixed: `variable "machine" {
  default = "a3-highgpu-8g"
}

resource "google_compute_instance" "train" {
  name         = "train"
  machine_type = var.machine
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      size = 200
      type = "pd-balanced"
    }
  }

  scheduling {
    provisioning_model = "SPOT"
    preemptible        = true
    automatic_restart  = false
  }
}
`,
      },
    ],
  },
  {
    name: 'Azure',
    lang: 'terraform',
    code: `resource "azurerm_linux_virtual_machine" "batch" {
  name     = "batch"
  location = "East US"
  size     = "Standard_NC24ads_A100_v4"
}
`,
    finds: [
      {
        line: 4,
        message:
          '1 × A100-80GB on demand: $2,681 a month if it runs all month, $324.53 as spot. Rent it as spot if the work can be interrupted and resumed. (Spot price: this Azure spot price is from 2024-08.)',
        fixed: `resource "azurerm_linux_virtual_machine" "batch" {
  name     = "batch"
  location = "East US"
  size     = "Standard_NC24ads_A100_v4"
  priority        = "Spot"
  eviction_policy = "Deallocate"
}
`,
      },
    ],
  },
  {
    name: 'a block on one line',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" { instance_type = "p4d.24xlarge" }
`,
    finds: [
      {
        line: 5,
        message:
          '8 × A100 on demand: $16,029 a month if it runs all month, $10,287 as spot. Rent it as spot if the work can be interrupted and resumed: 10–15 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  instance_type = "p4d.24xlarge"

  instance_market_options {
    market_type = "spot"
  }
}
`,
      },
    ],
  },
  {
    name: 'it serves users',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "gpu" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.xlarge"
  tags          = { role = "inference" }
}
`,
    finds: [],
  },
  {
    name: 'spot already',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p4d.24xlarge"

  instance_market_options {
    market_type = "spot"
  }
}
`,
    finds: [],
  },
  {
    name: 'no GPU',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
}
`,
    finds: [],
  },
]
