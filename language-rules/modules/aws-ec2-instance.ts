// https://registry.terraform.io/modules/terraform-aws-modules/ec2-instance/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

// Version 6 takes one object for the root volume and a map of others, older ones lists of objects with the resource's own names: both are
// read. Security groups, roles and tags of volumes cost nothing and are left out.
/** One of the two is there from version 5 on; they differ in what Terraform does once there is a newer image. */
const instance = (name: string, makesMany: boolean, condition: string) => `
resource "aws_instance" "${name}" {
  count                       = var.create && ${condition} && !var.create_spot_instance ? ${makesMany ? 'var.instance_count' : '1'} : 0
  region                      = var.region
  availability_zone           = var.availability_zone
  subnet_id                   = ${makesMany ? 'length(var.subnet_ids) == 0 ? var.subnet_id : element(var.subnet_ids, count.index)' : 'var.subnet_id'}
  ami                         = var.ami
  instance_type               = var.instance_type
  tenancy                     = var.tenancy
  host_id                     = var.host_id
  monitoring                  = var.monitoring
  ebs_optimized               = var.ebs_optimized
  associate_public_ip_address = var.associate_public_ip_address
  tags                        = local.tags

  credit_specification {
    cpu_credits = var.cpu_credits
  }

  dynamic "instance_market_options" {
    for_each = var.instance_market_options == null ? [] : [var.instance_market_options]
    content {
      market_type = try(instance_market_options.value.market_type, null)
    }
  }

  dynamic "launch_template" {
    for_each = [for template in flatten([var.launch_template]) : template if template != null]
    content {
      id      = try(launch_template.value.id, null)
      name    = try(launch_template.value.name, null)
      version = try(launch_template.value.version, null)
    }
  }

  dynamic "root_block_device" {
    for_each = local.root
    content {
      volume_type = try(root_block_device.value.type, root_block_device.value.volume_type, null)
      volume_size = try(root_block_device.value.size, root_block_device.value.volume_size, null)
      iops        = try(root_block_device.value.iops, null)
      throughput  = try(root_block_device.value.throughput, null)
    }
  }

  dynamic "ebs_block_device" {
    for_each = var.ebs_block_device
    content {
      volume_type = try(ebs_block_device.value.volume_type, null)
      volume_size = try(ebs_block_device.value.volume_size, null)
      iops        = try(ebs_block_device.value.iops, null)
      throughput  = try(ebs_block_device.value.throughput, null)
    }
  }
}
`

/** Version 2 made as many machines as it was told, each in the next of its subnets; later ones make one. */
const main = (makesMany: boolean) => `
${makesMany ? 'variable "instance_count" { default = 1 }\nvariable "subnet_ids" { default = [] }\n' : ''}variable "create" { default = true }
variable "ignore_ami_changes" { default = false }
variable "name" { default = "" }
variable "region" { default = null }
variable "availability_zone" { default = null }
variable "subnet_id" { default = null }
variable "instance_type" { default = "t3.micro" }
variable "tenancy" { default = null }
variable "host_id" { default = null }
variable "ami" { default = null }
variable "monitoring" { default = null }
variable "ebs_optimized" { default = null }
variable "cpu_credits" { default = null }
variable "associate_public_ip_address" { default = null }
variable "instance_market_options" { default = null }
variable "launch_template" { default = null }
variable "root_block_device" { default = null }
variable "ebs_block_device" { default = [] }
variable "ebs_volumes" { default = null }
variable "create_spot_instance" { default = false }
variable "spot_price" { default = null }
variable "create_eip" { default = false }
variable "tags" { default = {} }
variable "instance_tags" { default = {} }

locals {
  root = [for volume in flatten([var.root_block_device]) : volume if volume != null]
  made = concat(aws_instance.this, ${makesMany ? '[]' : 'aws_instance.ignore_ami'})
  tags = merge(var.tags, var.instance_tags, var.name == "" ? {} : { Name = var.name })
}

${instance('this', makesMany, '!var.ignore_ami_changes')}${makesMany ? '' : instance('ignore_ami', makesMany, 'var.ignore_ami_changes')}
resource "aws_spot_instance_request" "this" {
  count                       = var.create && var.create_spot_instance ? 1 : 0
  region                      = var.region
  availability_zone           = var.availability_zone
  subnet_id                   = var.subnet_id
  ami                         = var.ami
  instance_type               = var.instance_type
  tenancy                     = var.tenancy
  spot_price                  = var.spot_price
  monitoring                  = var.monitoring
  ebs_optimized               = var.ebs_optimized
  associate_public_ip_address = var.associate_public_ip_address
  tags                        = local.tags

  credit_specification {
    cpu_credits = var.cpu_credits
  }

  dynamic "root_block_device" {
    for_each = local.root
    content {
      volume_type = try(root_block_device.value.type, root_block_device.value.volume_type, null)
      volume_size = try(root_block_device.value.size, root_block_device.value.volume_size, null)
      iops        = try(root_block_device.value.iops, null)
      throughput  = try(root_block_device.value.throughput, null)
    }
  }

  dynamic "ebs_block_device" {
    for_each = var.ebs_block_device
    content {
      volume_type = try(ebs_block_device.value.volume_type, null)
      volume_size = try(ebs_block_device.value.volume_size, null)
      iops        = try(ebs_block_device.value.iops, null)
      throughput  = try(ebs_block_device.value.throughput, null)
    }
  }
}

resource "aws_ebs_volume" "this" {
  for_each          = var.create && var.ebs_volumes != null ? var.ebs_volumes : {}
  region            = var.region
  availability_zone = try(local.made[0].availability_zone, aws_spot_instance_request.this[0].availability_zone, null)
  type              = try(each.value.type, "gp3")
  size              = try(each.value.size, null)
  iops              = try(each.value.iops, null)
  throughput        = try(each.value.throughput, null)
  snapshot_id       = try(each.value.snapshot_id, null)
  tags              = merge(local.tags, try(each.value.tags, {}))
}

resource "aws_eip" "this" {
  count    = var.create && var.create_eip && !var.create_spot_instance ? 1 : 0
  region   = var.region
  instance = local.made[0].id
  tags     = local.tags
}

output "id" { value = ${makesMany ? 'aws_instance.this[*].id' : 'try(local.made[0].id, aws_spot_instance_request.this[0].spot_instance_id, null)'} }
output "arn" { value = try(local.made[0].arn, aws_spot_instance_request.this[0].arn, null) }
output "availability_zone" { value = try(local.made[0].availability_zone, null) }
output "public_ip" { value = try(aws_eip.this[0].public_ip, local.made[0].public_ip, null) }
output "private_ip" { value = try(local.made[0].private_ip, null) }
output "primary_network_interface_id" { value = try(local.made[0].primary_network_interface_id, null) }
`

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/ec2-instance/aws'],
  versions: [
    { majors: [3, 6], files: { 'main.tf': main(false) } },
    { majors: [2, 2], files: { 'main.tf': main(true) } },
  ],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'version 6: 730 h × $0.096, 50 GiB × $0.08 and a volume of 200 GiB × $0.08',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "web" {
  source                      = "terraform-aws-modules/ec2-instance/aws"
  version                     = "~> 6.0"
  instance_type               = "m5.large"
  associate_public_ip_address = false
  root_block_device           = { type = "gp3", size = 50 }
  ebs_volumes                 = { data = { size = 200 } }
}
`,
    sees: [
      { address: 'module.web.aws_instance.this', usd: 74.08 },
      { address: 'module.web.aws_ebs_volume.this', usd: 16 },
    ],
  },
  {
    name: 'version 5, for two names: each 730 h × $0.0104 and 8 GiB × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "jobs" {
  source                      = "terraform-aws-modules/ec2-instance/aws"
  version                     = "5.6.0"
  for_each                    = toset(["a", "b"])
  name                        = each.key
  associate_public_ip_address = false
  root_block_device           = [{ volume_type = "gp2", volume_size = 8 }]
}
`,
    sees: [{ address: 'module.jobs.aws_instance.this', usd: 16.78 }],
  },
  {
    name: 'version 2 makes as many as it is told: 2 × (730 h × $0.096 + 50 GiB × $0.10)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "machines" {
  source            = "terraform-aws-modules/ec2-instance/aws"
  version           = "~> 2.0"
  name              = "two"
  instance_count    = 2
  ami               = "ami-0123456789abcdef0"
  instance_type     = "m5.large"
  root_block_device = [{ volume_type = "gp2", volume_size = 50 }]
}
`,
    sees: [{ address: 'module.machines.aws_instance.this', usd: 150.16 }],
  },
  {
    name: 'version 6, which leaves the machine alone when there is a newer image, of Windows: 730 h × ($0.096 + 2 vCPU × $0.046) and 50 GiB × $0.08, with an address of 730 h × $0.005',
    terraform: `provider "aws" {
  region = "us-east-1"
}

data "aws_ssm_parameter" "windows" {
  name = "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base"
}

module "desk" {
  source                      = "terraform-aws-modules/ec2-instance/aws"
  version                     = "~> 6.0"
  ami                         = data.aws_ssm_parameter.windows.value
  ignore_ami_changes          = true
  instance_type               = "m5.large"
  associate_public_ip_address = false
  create_eip                  = true
  root_block_device           = { type = "gp3", size = 50 }
}
`,
    sees: [
      { address: 'module.desk.aws_instance.ignore_ami', usd: 141.24 },
      { address: 'module.desk.aws_eip.this', usd: 3.65 },
    ],
  },
]
