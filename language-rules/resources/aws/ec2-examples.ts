// https://aws.amazon.com/ec2/pricing/on-demand/ https://aws.amazon.com/ebs/pricing/
import type { ResourceExample } from '../../../core/resource.ts'

export const examples: readonly ResourceExample[] = [
  {
    name: 'instances that differ are sites of their own, 730 h × $0.0816 and × $0.1632, and 8 GiB × $0.10 each; those that do not are one',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  for_each                    = { api = "m7g.large", jobs = "m7g.xlarge" }
  instance_type               = each.value
  associate_public_ip_address = false
}

resource "aws_instance" "first" {
  count                       = 2
  instance_type               = count.index == 0 ? "m7g.xlarge" : "m7g.large"
  associate_public_ip_address = false
}

resource "aws_instance" "same" {
  for_each                    = toset(["a", "b"])
  instance_type               = "m7g.large"
  associate_public_ip_address = false
  tags                        = { Name = each.key }
}
`,
    sees: [
      { address: 'aws_instance.web["api"]', usd: 60.37 },
      { address: 'aws_instance.web["jobs"]', usd: 119.94 },
      { address: 'aws_instance.first[0]', usd: 119.94 },
      { address: 'aws_instance.first[1]', usd: 60.37 },
      { address: 'aws_instance.same', usd: 120.74 },
    ],
  },
  {
    name: 'GPU training: 730 h × $21.9576 + 200 GiB × $0.08 + 1,000 GiB × $0.10',
    terraform: `provider "aws" {
  region = var.region
}

variable "region" {
  default = "us-east-1"
}

resource "aws_instance" "train" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "p4d.24xlarge"
  associate_public_ip_address = false

  root_block_device {
    volume_type = "gp3"
    volume_size = 200
  }

  ebs_block_device {
    device_name = "/dev/sdb"
    volume_size = 1000
  }
}
`,
    sees: [
      {
        address: 'aws_instance.train',
        usd: 16145.05,
        status: 'priced',
        lines: ['Instance', 'Root volume storage', 'Volume 1 storage'],
        assumed: ['operatingSystem', 'tenancy', 'ebs[0].type'],
      },
    ],
  },
  {
    name: 'two spot instances with a public address: 2 × (730 h × ($14.0918 + $0.005) + 8 GiB × $0.10), the root volume being that of Amazon Linux',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  count                       = 2
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "p4d.24xlarge"
  tenancy                     = "default"
  associate_public_ip_address = true

  instance_market_options {
    market_type = "spot"
  }
}
`,
    sees: [
      {
        address: 'aws_instance.train',
        usd: 20582.93,
        status: 'priced',
        lines: ['Instance', 'Root volume storage', 'Public IPv4 address'],
        assumed: ['operatingSystem', 'root.type', 'root.sizeGiB'],
      },
    ],
  },
  {
    name: 'one of two types, by a variable without a default: the mean of 730 h × $0.096 and 730 h × $55.04, and 8 GiB × $0.10',
    terraform: `provider "aws" {
  region = "us-west-2"
}

variable "big" {}

resource "aws_instance" "a" {
  instance_type               = var.big ? "p5.48xlarge" : "m5.large"
  tenancy                     = "default"
  associate_public_ip_address = false
}
`,
    sees: [
      {
        address: 'aws_instance.a',
        usd: 20125.44,
        status: 'priced',
        lines: ['Instance', 'Root volume storage'],
      },
    ],
  },
  {
    name: 'nothing is known: a type out of a variable, single-tenant hardware, a count that is worked out when it runs',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "type" {}

resource "aws_instance" "open" {
  instance_type               = var.type
  tenancy                     = "default"
  associate_public_ip_address = false
}

resource "aws_instance" "dedicated" {
  instance_type               = "m5.large"
  tenancy                     = "dedicated"
  associate_public_ip_address = false
}

resource "aws_instance" "many" {
  count                       = length(data.aws_subnets.all.ids)
  instance_type               = "t3.micro"
  tenancy                     = "default"
  associate_public_ip_address = false

  root_block_device {
    volume_type = "gp2"
    volume_size = 8
  }
}
`,
    sees: [
      {
        address: 'aws_instance.open',
        usd: 0.8,
        status: 'partial',
        unknown: ['Instance: absent'],
      },
      {
        address: 'aws_instance.dedicated',
        usd: 0.8,
        status: 'partial',
        unknown: ['Instance: no-price'],
      },
      {
        address: 'aws_instance.many',
        usd: null,
        status: 'partial',
        lines: ['Instance', 'Root volume storage', 'CPU credits'],
        unknown: ['count: dynamic', 'CPU credits: usage'],
      },
    ],
  },
  {
    name: 'from a launch template, what the instance writes first: 730 h × $0.0104 + 20 GiB × $0.10 + 100 GiB × $0.10 + 7 metrics × $0.30 + 730 h × $0.005, and 50 vCPU-hours × $0.05',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "base" {
  name          = "base"
  instance_type = "m5.large"

  monitoring {
    enabled = true
  }

  network_interfaces {
    associate_public_ip_address = true
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 50
      volume_type = "gp3"
    }
  }

  block_device_mappings {
    device_name = "/dev/sdf"

    ebs {
      volume_size = 100
    }
  }

  block_device_mappings {
    device_name  = "/dev/sdg"
    virtual_name = "ephemeral0"
  }
}

resource "aws_instance" "web" {
  instance_type = "t3.micro"

  launch_template {
    id = aws_launch_template.base.id
  }

  root_block_device {
    volume_size = 20
  }
}

resource "aws_instance" "named" {
  launch_template {
    name = "base"
  }
}
`,
    usage: { 'aws_instance.web': { cpuCredits: 50 } },
    sees: [
      {
        address: 'aws_instance.web',
        usd: 27.84,
        status: 'priced',
        lines: [
          'Instance',
          'Root volume storage',
          'Volume 1 storage',
          'Detailed monitoring',
          'Public IPv4 address',
          'CPU credits',
        ],
      },
      // 730 h × ($0.096 + $0.005) + 50 GiB × $0.08 + 100 GiB × $0.10 + $2.10
      { address: 'aws_instance.named', usd: 89.83, status: 'priced' },
    ],
  },
  {
    name: 'a spot request, 730 h × $0.0341534 + 8 GiB × $0.10; standard credits bill nothing, 730 h × $0.0464 + $0.80; a host is billed for its instances',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_subnet" "private" {
  vpc_id     = "vpc-1"
  cidr_block = "10.0.0.0/24"
}

resource "aws_spot_instance_request" "job" {
  instance_type = "c5.large"
  subnet_id     = aws_subnet.private.id
}

resource "aws_instance" "burst" {
  instance_type = "t2.medium"
  subnet_id     = aws_subnet.private.id
}

resource "aws_instance" "hosted" {
  instance_type               = "m5.large"
  tenancy                     = "host"
  associate_public_ip_address = false

  root_block_device {
    volume_type = "io1"
    volume_size = 100
    iops        = 1000
  }
}

resource "aws_ec2_host" "own" {
  availability_zone = "us-east-1a"
  instance_family   = "m5"
}

resource "aws_instance" "named" {
  instance_type               = "m5.large"
  host_id                     = aws_ec2_host.own.id
  associate_public_ip_address = false
}

resource "aws_instance" "tuned" {
  instance_type               = "i2.xlarge"
  ebs_optimized               = true
  associate_public_ip_address = false
}

resource "aws_instance" "old" {
  instance_type               = "r3.xlarge"
  ebs_optimized               = true
  associate_public_ip_address = false
}

resource "aws_instance" "windows" {
  instance_type               = "m5.large"
  get_password_data           = true
  associate_public_ip_address = false
}
`,
    sees: [
      {
        address: 'aws_spot_instance_request.job',
        usd: 25.73,
        status: 'priced',
        lines: ['Instance', 'Root volume storage'],
      },
      { address: 'aws_instance.burst', usd: 34.67, status: 'priced', lines: ['Instance', 'Root volume storage'] },
      // 100 GiB × $0.125 + 1,000 IOPS × $0.065
      {
        address: 'aws_instance.hosted',
        usd: 77.5,
        status: 'priced',
        lines: ['Root volume storage', 'Root volume IOPS'],
      },
      { address: 'aws_ec2_host.own', usd: 3700.37 },
      { address: 'aws_instance.named', usd: 0.8, status: 'priced', lines: ['Root volume storage'] },
      // 730 h × ($0.853 + $0.02) + $0.80
      { address: 'aws_instance.tuned', usd: 638.09, status: 'priced' },
      // 730 h × $0.333 + $0.80, and what its optimisation is billed, which is not listed
      { address: 'aws_instance.old', usd: 243.89, status: 'partial', unknown: ['EBS optimisation: no-price'] },
      {
        // 730 h × ($0.096 + 2 vCPU × $0.046); a Windows image is larger than that of Amazon Linux
        address: 'aws_instance.windows',
        usd: 137.24,
        status: 'partial',
        lines: ['Instance', 'Windows licence', 'Root volume storage'],
        unknown: ['Root volume storage: absent'],
      },
    ],
  },
]
