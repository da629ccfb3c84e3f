// https://aws.amazon.com/eks/pricing/: nodes cost what their EC2 instances do
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { nodeGroupsFromCode } from './autoscaling-from-code.ts'
import { subnetFact } from './ec2/address.ts'
import { candidatesIn, typeIn } from './ec2/candidate-facts.ts'
import { capacityOf } from './ec2/capacity.ts'
import { groupLines, groupShape, groupUsage } from './ec2/group.ts'
import { launchFacts } from './ec2/launch.ts'
import { launchersIn, templateOf } from './ec2/template-of.ts'
import { type Facts, firstWritten, orDefault } from './ec2/written.ts'

const template = (block: Block) => templateOf(block, ['launch_template.id', 'launch_template.name'])

/** GiB of the root volume where nothing is said: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_node_group */
const usualDisk = 20
const windowsDisk = 50

/** Without a launch template the group says the size, and its volumes are gp2: https://github.com/aws/containers-roadmap/issues/1417 */
function rootOf(block: Block, isWindows: boolean): Facts {
  if (template(block).isWritten) return {}
  const size = block.fact('disk_size')
  return {
    'root.type': assumed<Fact>('gp2', block.location),
    'root.sizeGiB': orDefault(size, isWindows ? windowsDisk : usualDisk, block.location),
  }
}

function facts(block: Block): Facts {
  const image = block.fact('ami_type')
  const isWindows = String(valueOf(image) ?? '').startsWith('WINDOWS')
  const stated: Facts = {
    instanceType: typeIn(block, 'instance_types'),
    ...(isWindows ? { operatingSystem: known<Fact>('windows', block.location) } : {}),
    ...(image.is === 'unknown' ? { operatingSystem: image } : {}),
    ...rootOf(block, isWindows),
  }
  const launch = launchFacts(block, { ...launchersIn(template(block)), stated })
  return {
    ...launch,
    instanceType: firstWritten(launch.instanceType, assumed<Fact>('t3.medium', block.location)),
    publicIpv4: isUnwritten(launch.publicIpv4!) ? subnetFact(block, 'subnet_ids') : launch.publicIpv4!,
    capacity: capacity(block),
    ...candidatesIn(block, 'instance_types'),
    onDemandChoice: known<Fact>('first', block.location),
    spotChoice: known<Fact>('any', block.location),
  }
}

const capacity = (block: Block): Known<Fact> => {
  const size = (name: string) => block.fact(`scaling_config.${name}`)
  return capacityOf(size('min_size'), size('desired_size'), size('max_size'), block.location)
}

const nodeGroup = defineResource({
  id: 'aws/eks-node-group',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  shape: groupShape,
  usage: groupUsage,
  lines: groupLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_node_group
    terraform: {
      aws_eks_node_group: {
        facts: {},
        more: facts,
        purchase: (block) => {
          const type = block.fact('capacity_type')
          if (isUnwritten(type)) return 'on-demand'
          const known = valueOf(type)
          return known === 'SPOT' ? 'spot' : known === 'ON_DEMAND' ? 'on-demand' : undefined
        },
      },
    },
    sdk: nodeGroupsFromCode,
  },
  label: (resource, prices) => instanceLabel(resource, 'EKS node group', prices),
})

export const resources = [nodeGroup]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what the group takes where nothing is said: 730 h × $0.0416 for a t3.medium + 20 GiB × $0.10, one of one to three',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "small" {
  cluster_name = "main"

  scaling_config {
    min_size     = 1
    desired_size = 1
    max_size     = 3
  }
}
`,
    sees: [
      {
        address: 'aws_eks_node_group.small',
        usd: 32.37,
        status: 'partial',
        lines: ['Instances on demand', 'Root volume storage', 'Public IPv4 address', 'CPU credits'],
        unknown: ['Public IPv4 address: absent', 'CPU credits: usage'],
        assumed: ['instanceType', 'operatingSystem', 'tenancy', 'root.type', 'root.sizeGiB'],
      },
    ],
  },
  {
    name: 'three as spot, of either type: the mean of 3 × 730 h × $0.0436546 and × $0.0401269, and 3 × 50 GiB × $0.10; on demand the first type is taken, 3 × 730 h × $0.096',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_subnet" "private" {
  vpc_id     = "vpc-1"
  cidr_block = "10.0.0.0/24"
}

resource "aws_eks_node_group" "spot" {
  cluster_name   = "main"
  instance_types = ["m5.large", "m5a.large"]
  capacity_type  = "SPOT"
  disk_size      = 50
  subnet_ids     = [aws_subnet.private.id]

  scaling_config {
    min_size     = 3
    desired_size = 3
    max_size     = 3
  }
}

resource "aws_eks_node_group" "on_demand" {
  cluster_name   = "main"
  instance_types = ["m5.large", "m5a.large"]
  disk_size      = 50
  subnet_ids     = [aws_subnet.private.id]

  scaling_config {
    min_size     = 3
    desired_size = 3
    max_size     = 3
  }
}
`,
    sees: [
      {
        address: 'aws_eks_node_group.spot',
        usd: 106.74,
        status: 'priced',
        lines: ['Spot instances', 'Root volume storage'],
      },
      { address: 'aws_eks_node_group.on_demand', usd: 225.24, status: 'priced' },
    ],
  },
  {
    name: 'two GPUs by a launch template, 2 × 730 h × $1.006, the volume that of the image and left open',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "gpu" {
  instance_type = "g5.xlarge"

  network_interfaces {
    associate_public_ip_address = false
  }
}

resource "aws_eks_node_group" "gpu" {
  cluster_name = "main"

  launch_template {
    id      = aws_launch_template.gpu.id
    version = aws_launch_template.gpu.latest_version
  }

  scaling_config {
    min_size     = 2
    desired_size = 2
    max_size     = 2
  }
}
`,
    sees: [{ address: 'aws_eks_node_group.gpu', usd: 1468.76, status: 'partial' }],
  },
  {
    name: 'Windows nodes: 2 × (730 h × ($0.096 + 2 vCPU × $0.046) + 100 GiB × $0.10), and 730 h × $0.188 + 50 GiB × $0.10 where no size is said',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "windows" {
  cluster_name   = "main"
  ami_type       = "WINDOWS_CORE_2022_x86_64"
  instance_types = ["m5.large"]
  disk_size      = 100

  scaling_config {
    min_size     = 2
    desired_size = 2
    max_size     = 2
  }
}

resource "aws_eks_node_group" "unsized" {
  cluster_name   = "main"
  ami_type       = "WINDOWS_CORE_2022_x86_64"
  instance_types = ["m5.large"]

  scaling_config {
    min_size     = 1
    desired_size = 1
    max_size     = 1
  }
}
`,
    sees: [
      {
        address: 'aws_eks_node_group.windows',
        usd: 294.48,
        status: 'partial',
        lines: ['Instances on demand', 'Windows licence', 'Root volume storage', 'Public IPv4 address'],
        unknown: ['Public IPv4 address: absent'],
      },
      { address: 'aws_eks_node_group.unsized', usd: 142.24, status: 'partial' },
    ],
  },
  {
    name: 'how many is a variable without a default: a unit price; none until pods ask for them: a unit price too',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "nodes" {}

resource "aws_eks_node_group" "open" {
  cluster_name   = "main"
  instance_types = ["m5.large"]

  scaling_config {
    min_size     = var.nodes
    desired_size = var.nodes
    max_size     = var.nodes
  }
}

resource "aws_eks_node_group" "idle" {
  cluster_name   = "main"
  instance_types = ["m5.large"]

  scaling_config {
    min_size     = 0
    desired_size = 0
    max_size     = 4
  }
}
`,
    sees: [
      { address: 'aws_eks_node_group.open', usd: null, status: 'partial' },
      {
        address: 'aws_eks_node_group.idle',
        usd: null,
        status: 'partial',
        unknown: ['Instances on demand: dynamic', 'Root volume storage: dynamic', 'Public IPv4 address: absent'],
      },
    ],
  },
]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'two nodes that a program makes: 2 × (730 h × $0.0416 + 20 GiB × $0.10)',
    lang: 'python',
    code: `import boto3

boto3.client("eks", region_name="us-east-1").create_nodegroup(
    clusterName="c", nodegroupName="n", nodeRole="r", subnets=["s"], scalingConfig={"minSize": 2, "maxSize": 2}
)
`,
    sees: [
      {
        address: 'aws.create_nodegroup',
        usd: 64.74,
        status: 'partial',
        unknown: ['Public IPv4 address: absent', 'CPU credits: usage'],
      },
    ],
  },
]
