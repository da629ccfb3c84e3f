// https://registry.terraform.io/modules/terraform-aws-modules/autoscaling/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'
import { eitherTemplate, launchConfiguration } from './parts/autoscaling-before-5.ts'
import { launchTemplate, mixedInstances, warmPool } from './parts/launch-template.ts'

const template = launchTemplate({
  count: 'var.create_launch_template ? 1 : 0',
  instanceType: 'var.instance_type',
  image: 'var.image_id',
  disks: 'var.block_device_mappings',
  interfaces: 'var.network_interfaces',
  monitoring: 'var.enable_monitoring',
})

/** One of the two is there; they differ in what Terraform does once the number of machines has changed. */
const group = (name: string, condition: string) => `
resource "aws_autoscaling_group" "${name}" {
  count               = var.create && ${condition} ? 1 : 0
  region              = var.region
  availability_zones  = var.availability_zones
  vpc_zone_identifier = var.vpc_zone_identifier
  min_size            = var.min_size
  desired_capacity    = var.desired_capacity
  max_size            = var.max_size

${warmPool}${mixedInstances('var.use_mixed_instances_policy', 'local.template')}}
`

/** Machines are watched by the minute from version 6 on unless they are told otherwise. */
const main = (monitoring: string) => `
variable "create" { default = true }
variable "region" { default = null }
variable "name" { default = "" }
variable "availability_zones" { default = null }
variable "vpc_zone_identifier" { default = null }
variable "min_size" { default = null }
variable "desired_capacity" { default = null }
variable "max_size" { default = null }
variable "ignore_desired_capacity_changes" { default = false }
variable "warm_pool" { default = null }
variable "use_mixed_instances_policy" { default = false }
variable "mixed_instances_policy" { default = null }
variable "create_launch_template" { default = true }
variable "launch_template_id" { default = null }
# Versions 5 and 6 took its name.
variable "launch_template" { default = null }
variable "image_id" { default = null }
variable "instance_type" { default = null }
variable "ebs_optimized" { default = null }
variable "enable_monitoring" { default = ${monitoring} }
variable "block_device_mappings" { default = null }
variable "network_interfaces" { default = null }
variable "credit_specification" { default = null }
variable "instance_market_options" { default = null }
variable "placement" { default = null }
variable "schedules" { default = {} }
variable "tags" { default = {} }

locals {
  template = var.create_launch_template ? aws_launch_template.this[0].id : var.launch_template_id == null ? var.launch_template : var.launch_template_id
  group    = try(aws_autoscaling_group.this[0], aws_autoscaling_group.idc[0], null)
}
${template}${group('this', '!var.ignore_desired_capacity_changes')}${group('idc', 'var.ignore_desired_capacity_changes')}
resource "aws_autoscaling_schedule" "this" {
  for_each               = var.create && var.schedules != null ? var.schedules : {}
  region                 = var.region
  scheduled_action_name  = each.key
  autoscaling_group_name = try(aws_autoscaling_group.this[0].name, aws_autoscaling_group.idc[0].name)
  min_size               = try(each.value.min_size, null)
  desired_capacity       = try(each.value.desired_capacity, null)
  max_size               = try(each.value.max_size, null)
  recurrence             = try(each.value.recurrence, null)
  start_time             = try(each.value.start_time, null)
  end_time               = try(each.value.end_time, null)
  time_zone              = try(each.value.time_zone, null)
}

output "launch_template_id" { value = try(aws_launch_template.this[0].id, null) }
output "autoscaling_group_id" { value = try(local.group.id, null) }
output "autoscaling_group_name" { value = try(local.group.name, null) }
output "autoscaling_group_arn" { value = try(local.group.arn, null) }
`

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/autoscaling/aws'],
  versions: [
    { majors: [6, 9], files: { 'main.tf': main('true') } },
    { majors: [5, 5], files: { 'main.tf': main('null') } },
    { majors: [4, 4], files: { 'main.tf': eitherTemplate } },
    { majors: [2, 3], files: { 'main.tf': launchConfiguration } },
  ],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'two machines watched by the minute: 2 × (730 h × $0.0416 + 20 GiB × $0.08 + 15 GiB × $0.10 + 7 metrics × $0.30)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "asg" {
  source              = "terraform-aws-modules/autoscaling/aws"
  version             = "~> 8.0"
  name                = "example-asg"
  min_size            = 2
  max_size            = 2
  desired_capacity    = 2
  vpc_zone_identifier = ["subnet-1235678", "subnet-87654321"]
  image_id            = "ami-ebd02392"
  instance_type       = "t3.medium"

  block_device_mappings = [
    { device_name = "/dev/xvda", ebs = { volume_size = 20, volume_type = "gp3" } },
    { device_name = "/dev/sdb", ebs = { volume_size = 15, volume_type = "gp2" } },
  ]
  network_interfaces = [{ device_index = 0, associate_public_ip_address = false }]
}
`,
    sees: [{ address: 'module.asg.aws_autoscaling_group.this', usd: 71.14 }],
  },
  {
    name: 'for two names, each of four machines, one of them on demand: 730 h × ($0.096 + 3 × $0.0436546); the volumes are those of the image, and left open',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "mixed" {
  source                     = "terraform-aws-modules/autoscaling/aws"
  for_each                   = toset(["blue", "green"])
  name                       = each.key
  min_size                   = 4
  max_size                   = 4
  vpc_zone_identifier        = ["subnet-1"]
  instance_type              = "m5.large"
  enable_monitoring          = false
  use_mixed_instances_policy = true
  mixed_instances_policy = {
    instances_distribution = { on_demand_base_capacity = 1, on_demand_percentage_above_base_capacity = 0 }
    launch_template        = { override = [{ instance_type = "m5.large" }] }
  }
  network_interfaces = [{ associate_public_ip_address = false }]
}
`,
    sees: [
      {
        address: 'module.mixed.aws_autoscaling_group.this',
        usd: 331.37,
        status: 'partial',
        unknown: ['Root volume storage: absent'],
      },
    ],
  },
  {
    name: 'versions 3 and 4, of a launch configuration and a template: 2 × (730 h × $0.096 + 20 GiB × $0.10 + 7 metrics × $0.30), and 730 h × $0.096 + 20 GiB × $0.08',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "three" {
  source            = "terraform-aws-modules/autoscaling/aws"
  version           = "~> 3.0"
  name              = "three"
  image_id          = "ami-0123456789abcdef0"
  instance_type     = "m5.large"
  root_block_device = [{ volume_size = "20", volume_type = "gp2" }]
  min_size          = 2
  max_size          = 2
  desired_capacity  = 2
  health_check_type = "EC2"
}

module "four" {
  source                = "terraform-aws-modules/autoscaling/aws"
  version               = "~> 4.0"
  name                  = "four"
  create_lt             = true
  use_lt                = true
  image_id              = "ami-0123456789abcdef0"
  instance_type         = "m5.large"
  block_device_mappings = [{ device_name = "/dev/xvda", ebs = { volume_size = 20, volume_type = "gp3" } }]
  min_size              = 1
  max_size              = 1
  desired_capacity      = 1
}
`,
    sees: [
      { address: 'module.three.aws_autoscaling_group.this', usd: 148.36 },
      { address: 'module.four.aws_autoscaling_group.this', usd: 71.68 },
    ],
  },
  {
    name: 'version 6 takes a template by its name: 2 × (730 h × $0.096 + 20 GiB × $0.08)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "own" {
  name_prefix   = "own-"
  instance_type = "m5.large"
  monitoring {
    enabled = false
  }
  network_interfaces {
    associate_public_ip_address = false
  }
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_type = "gp3"
      volume_size = 20
    }
  }
}

module "asg" {
  source                 = "terraform-aws-modules/autoscaling/aws"
  version                = "6.10.0"
  name                   = "own"
  min_size               = 2
  max_size               = 2
  desired_capacity       = 2
  vpc_zone_identifier    = ["subnet-1"]
  create_launch_template = false
  launch_template        = aws_launch_template.own.name
}
`,
    sees: [{ address: 'module.asg.aws_autoscaling_group.this', usd: 143.36 }],
  },
]
