// https://aws.amazon.com/ec2/autoscaling/pricing/: the group is free, what it launches is billed
import { isUnwritten, numberFact, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { groupsFromCode } from './autoscaling-from-code.ts'
import { subnetFact } from './ec2/address.ts'
import { overrideFacts } from './ec2/candidate-facts.ts'
import { capacityOf } from './ec2/capacity.ts'
import { groupLines, groupShape, groupUsage } from './ec2/group.ts'
import { launchFacts } from './ec2/launch.ts'
import { marketOf } from './ec2/market.ts'
import { scheduledCapacity } from './ec2/schedule.ts'
import { configurationOf, type LaunchReference, launchersIn, templateOf } from './ec2/template-of.ts'
import { warmPoolFacts, warmPoolLines, warmPoolShape } from './ec2/warm-pool.ts'
import { type Facts, orDefault } from './ec2/written.ts'

const policy = 'mixed_instances_policy'
const specification = `${policy}.launch_template.launch_template_specification`

function launchOf(block: Block): LaunchReference {
  const configuration = configurationOf(block)
  if (configuration.isWritten) return configuration
  return templateOf(block, [
    'launch_template.id',
    'launch_template.name',
    `${specification}.launch_template_id`,
    `${specification}.launch_template_name`,
  ])
}

const capacity = (block: Block): Known<Fact> =>
  scheduledCapacity(
    block,
    capacityOf(block.fact('min_size'), block.fact('desired_capacity'), block.fact('max_size'), block.location),
  )

/** On-demand machines go by the order of the list, spot ones by price, unless the policy says otherwise. */
function mixFacts(block: Block): Facts {
  const [mixed] = block.nested(policy)
  if (mixed === undefined) return {}
  const setting = (name: string, otherwise: Fact) =>
    orDefault(mixed.fact(`instances_distribution.${name}`), otherwise, block.location)
  return {
    onDemandBase: setting('on_demand_base_capacity', 0),
    onDemandShare: mapKnown(
      numberOf(setting('on_demand_percentage_above_base_capacity', 100)),
      (percent): Fact => percent / 100,
    ),
    onDemandChoice: mapKnown(setting('on_demand_allocation_strategy', 'prioritized'), (strategy) =>
      strategy === 'prioritized' ? 'first' : 'cheapest',
    ),
    spotChoice: mapKnown(setting('spot_allocation_strategy', 'lowest-price'), (strategy) =>
      strategy === 'lowest-price' ? 'cheapest' : 'any',
    ),
    ...overrideFacts(block, mixed.nested('launch_template.override')),
  }
}

function facts(block: Block): Facts {
  const launched = launchFacts(block, launchersIn(launchOf(block)))
  const address = launched.publicIpv4!
  return {
    ...launched,
    publicIpv4: isUnwritten(address) ? subnetFact(block, 'vpc_zone_identifier') : address,
    capacity: capacity(block),
    ...mixFacts(block),
    ...warmPoolFacts(block),
  }
}

const group = defineResource({
  id: 'aws/autoscaling-group',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  shape: { ...groupShape, ...warmPoolShape },
  usage: groupUsage,
  lines: (resource, prices) => [...groupLines(resource, prices), ...warmPoolLines(resource, prices)],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group
    terraform: {
      aws_autoscaling_group: {
        facts: {},
        more: facts,
        purchase: (block) => {
          const { block: launch } = launchOf(block)
          return launch === undefined ? 'on-demand' : marketOf(launch)
        },
      },
    },
    sdk: groupsFromCode,
  },
  label: (resource, prices) => {
    const number = valueOf(numberFact(resource, 'capacity'))
    const machine = instanceLabel(resource, 'autoscaling group', prices)
    return number === undefined ? machine : `${number} × ${machine}`
  },
})

export const resources = [group]

const template = `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "base" {
  instance_type = "m5.large"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 50
      volume_type = "gp3"
    }
  }

  network_interfaces {
    associate_public_ip_address = true
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'three of two to six: 3 × (730 h × ($0.096 + $0.005) + 50 GiB × $0.08); what is told in outlay.json goes first',
    terraform: `${template}
resource "aws_autoscaling_group" "web" {
  min_size         = 2
  desired_capacity = 3
  max_size         = 6

  launch_template {
    id = aws_launch_template.base.id
  }
}

resource "aws_autoscaling_group" "told" {
  min_size = 1
  max_size = 20

  launch_template {
    id = aws_launch_template.base.id
  }
}
`,
    usage: { 'aws_autoscaling_group.told': { instances: 2.5 } },
    sees: [
      {
        address: 'aws_autoscaling_group.web',
        usd: 233.19,
        status: 'priced',
        lines: ['Instances on demand', 'Root volume storage', 'Public IPv4 address'],
        assumed: ['operatingSystem', 'tenancy'],
      },
      // 2.5 × 77.73
      { address: 'aws_autoscaling_group.told', usd: 194.33, status: 'priced' },
    ],
  },
  {
    name: 'one on demand and a fifth of the other five, rounded up, the first type; four as spot, of either type: 2 × 730 h × $0.096 + the mean of 4 × 730 h × $0.0436546 and 2 × 730 h × $0.0698748, and 50 GiB × $0.08 and 730 h × $0.005 of up to six',
    terraform: `${template}
resource "aws_autoscaling_group" "mixed" {
  min_size         = 0
  desired_capacity = 6
  max_size         = 10

  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 1
      on_demand_percentage_above_base_capacity = 20
      spot_allocation_strategy                 = "price-capacity-optimized"
    }

    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.base.id
      }

      override {
        instance_type = "m5.large"
      }

      override {
        instance_type     = "m5.xlarge"
        weighted_capacity = 2
      }
    }
  }
}
`,
    sees: [
      {
        address: 'aws_autoscaling_group.mixed',
        usd: 300.8,
        status: 'priced',
        lines: ['Instances on demand', 'Spot instances', 'Root volume storage', 'Public IPv4 address'],
      },
    ],
  },
  {
    name: 'a list of types by a dynamic block, in its order: on demand the first, 2 × (730 h × $0.096 + 50 GiB × $0.08 + 730 h × $0.005)',
    terraform: `${template}
resource "aws_autoscaling_group" "listed" {
  min_size = 2
  max_size = 2

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.base.id
      }

      dynamic "override" {
        for_each = ["m5.large", "m5.xlarge"]

        content {
          instance_type = override.value
        }
      }
    }
  }
}
`,
    sees: [{ address: 'aws_autoscaling_group.listed', usd: 155.46, status: 'priced' }],
  },
  {
    name: 'a launch configuration, its metrics by the minute unless it says otherwise: 730 h × $0.0208 + 8 GiB × $0.10 + 7 × $0.30; three warm ones that are stopped: 24 GiB × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_configuration" "base" {
  instance_type               = "t3.small"
  associate_public_ip_address = false
}

resource "aws_autoscaling_group" "web" {
  min_size             = 1
  max_size             = 4
  launch_configuration = aws_launch_configuration.base.name

  warm_pool {
  }
}
`,
    sees: [
      {
        address: 'aws_autoscaling_group.web',
        usd: 20.48,
        status: 'partial',
        lines: [
          'Instances on demand',
          'Root volume storage',
          'Detailed monitoring',
          'CPU credits',
          'Warm pool root volume storage',
        ],
        unknown: ['CPU credits: usage'],
      },
    ],
  },
  {
    name: 'four by day on weekdays, one else: 1 + 3 × 50 of 168 hours are 1.89286 machines × 730 h × $0.096; a template without a mapping says nothing of the volume',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "base" {
  instance_type = "m5.large"

  network_interfaces {
    associate_public_ip_address = false
  }
}

resource "aws_autoscaling_group" "office" {
  min_size = 1
  max_size = 4

  launch_template {
    id = aws_launch_template.base.id
  }
}

resource "aws_autoscaling_schedule" "up" {
  autoscaling_group_name = aws_autoscaling_group.office.name
  scheduled_action_name  = "up"
  recurrence             = "0 8 * * 1-5"
  desired_capacity       = 4
}

resource "aws_autoscaling_schedule" "down" {
  autoscaling_group_name = aws_autoscaling_group.office.name
  scheduled_action_name  = "down"
  recurrence             = "0 18 * * MON-FRI"
  desired_capacity       = 1
}
`,
    sees: [
      {
        address: 'aws_autoscaling_group.office',
        usd: 132.65,
        status: 'partial',
        unknown: ['Root volume storage: absent'],
      },
    ],
  },
  {
    name: 'none runs until something asks for it: a unit price, never $0; a group of none at most is free; a template elsewhere is not read',
    terraform: `${template}
resource "aws_autoscaling_group" "idle" {
  min_size = 0
  max_size = 5

  launch_template {
    id = aws_launch_template.base.id
  }
}

resource "aws_autoscaling_group" "off" {
  min_size = 0
  max_size = 0

  launch_template {
    id = aws_launch_template.base.id
  }
}

variable "template" {}

resource "aws_autoscaling_group" "elsewhere" {
  min_size = 2
  max_size = 2

  launch_template {
    id = var.template
  }
}
`,
    sees: [
      {
        address: 'aws_autoscaling_group.idle',
        usd: null,
        status: 'partial',
        unknown: ['Instances on demand: dynamic', 'Root volume storage: dynamic', 'Public IPv4 address: dynamic'],
      },
      { address: 'aws_autoscaling_group.off', usd: null, status: 'free', lines: [] },
      {
        address: 'aws_autoscaling_group.elsewhere',
        usd: null,
        status: 'partial',
        unknown: [
          'Instances on demand: dynamic',
          'Root volume storage: dynamic',
          'Detailed monitoring: dynamic',
          'Public IPv4 address: dynamic',
        ],
      },
    ],
  },
]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'three of the template of the same file: 3 × (730 h × $0.096 + 50 GiB × $0.08); of one that is elsewhere nothing is known',
    lang: 'python',
    code: `import boto3

boto3.client("ec2").create_launch_template(
    LaunchTemplateName="web",
    LaunchTemplateData={
        "InstanceType": "m5.large",
        "BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 50, "VolumeType": "gp3"}}],
        "NetworkInterfaces": [{"DeviceIndex": 0, "AssociatePublicIpAddress": False}],
    },
)
groups = boto3.client("autoscaling", region_name="us-east-1")
groups.create_auto_scaling_group(
    AutoScalingGroupName="web", LaunchTemplate={"LaunchTemplateName": "web"}, MinSize=3, MaxSize=3
)
groups.create_auto_scaling_group(
    AutoScalingGroupName="other", LaunchTemplate={"LaunchTemplateName": "elsewhere"}, MinSize=3, MaxSize=3
)
`,
    sees: [
      { address: 'aws.create_auto_scaling_group', usd: 222.24, status: 'priced' },
      { address: 'aws.create_auto_scaling_group#2', usd: null, status: 'partial' },
    ],
  },
]
