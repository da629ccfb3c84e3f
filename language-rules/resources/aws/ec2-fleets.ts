// https://aws.amazon.com/ec2/spot/pricing/: fleets are free, what they launch is billed
import { isUnwritten, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { factOf } from '../block-facts.ts'
import { overrideFacts } from './ec2/candidate-facts.ts'
import { deviceFacts, flatDevices } from './ec2/devices.ts'
import { groupLines, groupShape, groupUsage } from './ec2/group.ts'
import { launchFacts } from './ec2/launch.ts'
import { launchersIn, templateOf } from './ec2/template-of.ts'
import { type Facts, orDefault } from './ec2/written.ts'

/** What the shares of a fleet's capacity are bought as: so many units on demand, the rest as spot. */
function split(total: Known<Fact>, onDemand: Known<Fact>, ofRest: Known<Fact>): Facts {
  return {
    capacity: mapKnown(numberOf(total), (units): Fact => units),
    onDemandBase: onDemand,
    onDemandShare: ofRest,
  }
}

/** The cheapest by price alone, unless the fleet goes by capacity or spreads itself. */
const choiceOf = (strategy: Known<Fact>, block: Block): Known<Fact> =>
  mapKnown(orDefault(strategy, 'lowestPrice', block.location), (name) =>
    name === 'lowestPrice' || name === 'lowest-price' ? 'cheapest' : name === 'prioritized' ? 'first' : 'any',
  )

const config = 'launch_template_config'

function templateFacts(block: Block): Facts {
  const specification = `${config}.launch_template_specification`
  const template = templateOf(block, [
    `${specification}.launch_template_id`,
    `${specification}.launch_template_name`,
    `${specification}.id`,
    `${specification}.name`,
  ])
  const overrides = [...block.nested(`${config}.override`), ...block.nested(`${config}.overrides`)]
  return { ...launchFacts(block, launchersIn(template)), ...overrideFacts(block, overrides) }
}

function fleetFacts(block: Block): Facts {
  const target = (name: string) => block.fact(`target_capacity_specification.${name}`)
  const rest = factOf('target_capacity_specification.default_target_capacity_type', 1, (type) =>
    type === 'spot' ? 0 : 1,
  )(block)
  const onDemand = orDefault(target('on_demand_target_capacity'), 0, block.location)
  return {
    ...templateFacts(block),
    ...split(target('total_target_capacity'), onDemand, rest),
    ...(valueOf(rest) === 1 ? spotRest(block, target('spot_target_capacity'), target('total_target_capacity')) : {}),
    onDemandChoice: choiceOf(block.fact('on_demand_options.allocation_strategy'), block),
    spotChoice: choiceOf(block.fact('spot_options.allocation_strategy'), block),
  }
}

/** Units named as spot in a fleet that is on demand by default: the rest is the base. */
function spotRest(block: Block, spot: Known<Fact>, total: Known<Fact>): Facts {
  const [some, all] = [valueOf(numberOf(spot)), valueOf(numberOf(total))]
  if (isUnwritten(spot)) return {}
  if (some === undefined || all === undefined) return { onDemandShare: unknown('dynamic', block.location) }
  return { onDemandBase: known<Fact>(all - some, block.location), onDemandShare: known<Fact>(0, block.location) }
}

/** Each launch specification is a machine of its own, written in full. */
function specificationFacts(block: Block, specifications: readonly NestedBlock[]): Facts {
  const [first] = specifications
  if (first === undefined) return templateFacts(block)
  const stated: Facts = {
    tenancy: first.fact('placement_tenancy'),
    publicIpv4: first.fact('associate_public_ip_address'),
    monitoring: first.fact('monitoring'),
    ebsOptimized: first.fact('ebs_optimized'),
    ...deviceFacts(block, flatDevices(first)),
  }
  return { ...launchFacts(block, { blocks: [], stated, holdsRoot: true }), ...overrideFacts(block, specifications) }
}

function spotFleetFacts(block: Block): Facts {
  return {
    ...specificationFacts(block, block.nested('launch_specification')),
    ...split(
      block.fact('target_capacity'),
      orDefault(block.fact('on_demand_target_capacity'), 0, block.location),
      known<Fact>(0, block.location),
    ),
    onDemandChoice: choiceOf(block.fact('on_demand_allocation_strategy'), block),
    spotChoice: choiceOf(block.fact('allocation_strategy'), block),
  }
}

const fleet = defineResource({
  id: 'aws/ec2-fleet',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ec2/spot/pricing/',
  shape: groupShape,
  usage: groupUsage,
  lines: groupLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_fleet
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/spot_fleet_request
    terraform: {
      aws_ec2_fleet: { facts: {}, more: fleetFacts },
      aws_spot_fleet_request: { facts: {}, more: spotFleetFacts, purchase: () => 'spot' },
    },
  },
  label: () => 'EC2 fleet',
})

export const resources = [fleet]

const template = `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "base" {
  instance_type = "m5.large"

  network_interfaces {
    associate_public_ip_address = false
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'five as spot: 5 × 730 h × $0.0436546; two of them on demand: 2 × 730 h × $0.096 + 3 × 730 h × $0.0436546; their volumes are those of the image',
    terraform: `${template}
resource "aws_ec2_fleet" "spot" {
  launch_template_config {
    launch_template_specification {
      launch_template_id = aws_launch_template.base.id
      version            = aws_launch_template.base.latest_version
    }
  }

  target_capacity_specification {
    default_target_capacity_type = "spot"
    total_target_capacity        = 5
  }
}

resource "aws_ec2_fleet" "mixed" {
  launch_template_config {
    launch_template_specification {
      launch_template_id = aws_launch_template.base.id
      version            = aws_launch_template.base.latest_version
    }
  }

  target_capacity_specification {
    default_target_capacity_type = "spot"
    total_target_capacity        = 5
    on_demand_target_capacity    = 2
  }
}
`,
    sees: [
      {
        address: 'aws_ec2_fleet.spot',
        usd: 159.34,
        status: 'partial',
        lines: ['Spot instances', 'Root volume storage'],
      },
      {
        address: 'aws_ec2_fleet.mixed',
        usd: 235.76,
        status: 'partial',
        lines: ['Instances on demand', 'Spot instances', 'Root volume storage'],
      },
    ],
  },
  {
    name: 'the cheapest of two types by weight: four units are two m5.xlarge, 2 × 730 h × $0.0698748, not four m5.large',
    terraform: `${template}
resource "aws_ec2_fleet" "weighted" {
  launch_template_config {
    launch_template_specification {
      launch_template_id = aws_launch_template.base.id
      version            = "1"
    }

    override {
      instance_type     = "m5.large"
      weighted_capacity = 1
    }

    override {
      instance_type     = "m5.xlarge"
      weighted_capacity = 2
    }
  }

  target_capacity_specification {
    default_target_capacity_type = "spot"
    total_target_capacity        = 4
  }
}
`,
    sees: [{ address: 'aws_ec2_fleet.weighted', usd: 102.02, status: 'partial' }],
  },
  {
    name: 'a spot fleet by launch specifications: 3 × (730 h × $0.0341534 + 20 GiB × $0.08); a capacity nobody knows',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_spot_fleet_request" "jobs" {
  iam_fleet_role  = "arn:aws:iam::123456789012:role/fleet"
  target_capacity = 3

  launch_specification {
    ami                         = "ami-1"
    instance_type               = "c5.large"
    associate_public_ip_address = false

    root_block_device {
      volume_type = "gp3"
      volume_size = 20
    }
  }
}

variable "units" {}

resource "aws_spot_fleet_request" "open" {
  iam_fleet_role  = "arn:aws:iam::123456789012:role/fleet"
  target_capacity = var.units

  launch_specification {
    ami                         = "ami-1"
    instance_type               = "c5.large"
    associate_public_ip_address = false
  }
}
`,
    sees: [
      {
        address: 'aws_spot_fleet_request.jobs',
        usd: 79.6,
        status: 'priced',
        lines: ['Spot instances', 'Root volume storage'],
      },
      { address: 'aws_spot_fleet_request.open', usd: null, status: 'partial' },
    ],
  },
]
