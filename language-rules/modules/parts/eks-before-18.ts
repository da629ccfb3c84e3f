// https://github.com/terraform-aws-modules/terraform-aws-eks/blob/master/docs/UPGRADE-18.0.md
import { launchConfigurationOf } from './launch-configuration.ts'

export interface Before18 {
  /** What a managed group names its machines with, and what it has where it names none. */
  readonly machines: string
  /** GiB of a managed group's disks; version 17 gives those of the workers. */
  readonly disk: string
  /** Of the workers' root volume. */
  readonly volumeType: string
  readonly kubernetes: string
}

const of = (names: readonly string[]) =>
  names.map((name) => `        ${name} = try(disk.value.${name}, null)\n`).join('')

const configuration = launchConfigurationOf({
  name: 'workers',
  count: 'var.create_eks ? length(local.workers) : 0',
  instanceType: 'local.workers[count.index].instance_type',
  image: 'null',
  monitoring: 'local.workers[count.index].enable_monitoring',
  publicAddress: 'local.workers[count.index].public_ip',
  spotPrice: 'local.workers[count.index].spot_price',
  tenancy: 'try(local.workers[count.index].placement_tenancy, null)',
  ebsOptimized: 'local.workers[count.index].ebs_optimized',
  root: `[{
      volume_type = local.workers[count.index].root_volume_type
      volume_size = local.workers[count.index].root_volume_size
      iops        = local.workers[count.index].root_iops == "0" ? null : local.workers[count.index].root_iops
      throughput  = local.workers[count.index].root_volume_throughput
    }]`,
  disks: `[for disk in local.workers[count.index].additional_ebs_volumes : merge(
      { volume_type = local.workers[count.index].root_volume_type, volume_size = local.workers[count.index].root_volume_size }, disk)]`,
})

const template = `
resource "aws_launch_template" "workers_launch_template" {
  count         = var.create_eks ? length(local.templates) : 0
  instance_type = local.templates[count.index].instance_type
  ebs_optimized = local.templates[count.index].ebs_optimized

  monitoring {
    enabled = local.templates[count.index].enable_monitoring
  }

  network_interfaces {
    associate_public_ip_address = local.templates[count.index].public_ip
  }

  credit_specification {
    cpu_credits = local.templates[count.index].cpu_credits
  }

  dynamic "placement" {
    for_each = try(local.templates[count.index].launch_template_placement_tenancy, null) == null ? [] : [1]
    content {
      tenancy = local.templates[count.index].launch_template_placement_tenancy
    }
  }

  dynamic "instance_market_options" {
    for_each = try(local.templates[count.index].market_type, null) == null ? [] : [local.templates[count.index].market_type]
    content {
      market_type = instance_market_options.value
    }
  }

  dynamic "block_device_mappings" {
    for_each = concat([{
      device_name = "/dev/xvda"
      volume_type = local.templates[count.index].root_volume_type
      volume_size = local.templates[count.index].root_volume_size
      iops        = local.templates[count.index].root_iops == "0" ? null : local.templates[count.index].root_iops
      throughput  = local.templates[count.index].root_volume_throughput
    }], [for disk in local.templates[count.index].additional_ebs_volumes : merge(
      { volume_type = local.templates[count.index].root_volume_type, volume_size = local.templates[count.index].root_volume_size }, disk)])
    iterator = disk
    content {
      device_name = try(disk.value.device_name, disk.value.block_device_name, null)
      ebs {
${of(['volume_type', 'volume_size', 'iops', 'throughput', 'snapshot_id'])}      }
    }
  }
}

resource "aws_autoscaling_group" "workers_launch_template" {
  count               = var.create_eks ? length(local.templates) : 0
  min_size            = local.templates[count.index].asg_min_size
  desired_capacity    = local.templates[count.index].asg_desired_capacity
  max_size            = local.templates[count.index].asg_max_size
  vpc_zone_identifier = local.templates[count.index].subnets

  dynamic "launch_template" {
    for_each = local.is_mixed[count.index] ? [] : [1]
    content {
      id = aws_launch_template.workers_launch_template[count.index].id
    }
  }

  dynamic "mixed_instances_policy" {
    for_each = local.is_mixed[count.index] ? [1] : []
    content {
      instances_distribution {
        on_demand_base_capacity                  = local.templates[count.index].on_demand_base_capacity
        on_demand_percentage_above_base_capacity = local.templates[count.index].on_demand_percentage_above_base_capacity
        spot_allocation_strategy                 = local.templates[count.index].spot_allocation_strategy
      }
      launch_template {
        launch_template_specification {
          launch_template_id = aws_launch_template.workers_launch_template[count.index].id
        }
        dynamic "override" {
          for_each = local.templates[count.index].override_instance_types
          content {
            instance_type = override.value
          }
        }
      }
    }
  }
}
`

/** Versions 12 to 17: \`node_groups\` that AWS manages, and workers in groups of their own. */
export const before18 = (its: Before18): Readonly<Record<string, string>> => ({
  'main.tf': `
variable "create_eks" { default = true }
variable "cluster_name" { default = "" }
variable "cluster_version" { default = ${its.kubernetes} }
variable "cluster_enabled_log_types" { default = [] }
variable "cluster_log_retention_in_days" { default = 90 }
variable "cluster_tags" { default = {} }
variable "tags" { default = {} }
variable "subnets" { default = [] }
variable "fargate_subnets" { default = [] }
variable "fargate_profiles" { default = {} }
variable "node_groups" { default = {} }
variable "node_groups_defaults" { default = {} }
variable "worker_groups" { default = [] }
variable "worker_groups_launch_template" { default = [] }
variable "workers_group_defaults" { default = {} }

locals {
  defaults = merge({
    asg_desired_capacity   = "1"
    asg_min_size           = "1"
    asg_max_size           = "3"
    instance_type          = "m4.large"
    spot_price             = ""
    root_volume_size       = "100"
    root_volume_type       = "${its.volumeType}"
    root_iops              = "0"
    root_volume_throughput = null
    ebs_optimized          = true
    enable_monitoring      = true
    public_ip              = false
    subnets                = var.subnets
    additional_ebs_volumes = []
    launch_template_id     = null
    cpu_credits            = "standard"
    override_instance_types                  = ["m5.large", "m5a.large", "m5d.large", "m5ad.large"]
    on_demand_allocation_strategy            = null
    on_demand_base_capacity                  = "0"
    on_demand_percentage_above_base_capacity = "0"
    spot_allocation_strategy                 = "lowest-price"
  }, var.workers_group_defaults)
  workers   = [for group in var.worker_groups : merge(local.defaults, group)]
  templates = [for group in var.worker_groups_launch_template : merge(local.defaults, group)]
  is_mixed = [for group in var.worker_groups_launch_template :
    try(group.override_instance_types, null) != null || try(group.on_demand_allocation_strategy, local.defaults.on_demand_allocation_strategy) != null
  ]
  nodes = { for name, group in var.node_groups : name => merge({
    desired_capacity       = local.defaults.asg_desired_capacity
    min_capacity           = local.defaults.asg_min_size
    max_capacity           = local.defaults.asg_max_size
    subnets                = local.defaults.subnets
    launch_template_id     = local.defaults.launch_template_id
    enable_monitoring      = local.defaults.enable_monitoring
    public_ip              = local.defaults.public_ip
    disk_type              = local.defaults.root_volume_type
    disk_iops              = local.defaults.root_iops
    disk_throughput        = local.defaults.root_volume_throughput
    create_launch_template = false
    disk_size              = ${its.disk}
  }, var.node_groups_defaults, group) if var.create_eks }
}

resource "aws_eks_cluster" "this" {
  count   = var.create_eks ? 1 : 0
  name    = var.cluster_name
  version = var.cluster_version
  tags    = merge(var.tags, var.cluster_tags)
}

resource "aws_cloudwatch_log_group" "this" {
  count             = var.create_eks && length(var.cluster_enabled_log_types) > 0 ? 1 : 0
  retention_in_days = var.cluster_log_retention_in_days
  tags              = var.tags
}

resource "aws_eks_fargate_profile" "this" {
  for_each     = { for name, profile in var.fargate_profiles : name => profile if var.create_eks }
  cluster_name = var.cluster_name
  subnet_ids   = try(each.value.subnets, length(var.fargate_subnets) > 0 ? var.fargate_subnets : var.subnets)
  tags         = var.tags
}

module "node_groups" {
  source       = "./modules/node_groups"
  cluster_name = var.cluster_name
  nodes        = local.nodes
  machine      = local.defaults.instance_type
  tags         = var.tags
}
${configuration}
resource "aws_autoscaling_group" "workers" {
  count                = var.create_eks ? length(local.workers) : 0
  min_size             = local.workers[count.index].asg_min_size
  desired_capacity     = local.workers[count.index].asg_desired_capacity
  max_size             = local.workers[count.index].asg_max_size
  vpc_zone_identifier  = local.workers[count.index].subnets
  launch_configuration = aws_launch_configuration.workers[count.index].id
}
${template}
output "cluster_id" { value = try(aws_eks_cluster.this[0].id, null) }
output "cluster_name" { value = try(aws_eks_cluster.this[0].name, null) }
output "cluster_arn" { value = try(aws_eks_cluster.this[0].arn, null) }
output "cluster_endpoint" { value = try(aws_eks_cluster.this[0].endpoint, null) }
output "cluster_version" { value = try(aws_eks_cluster.this[0].version, null) }
output "workers_asg_names" { value = concat(aws_autoscaling_group.workers[*].name, aws_autoscaling_group.workers_launch_template[*].name) }
`,
  'modules/node_groups/main.tf': `
variable "cluster_name" { default = "" }
variable "nodes" { default = {} }
variable "machine" { default = null }
variable "tags" { default = {} }

resource "aws_launch_template" "workers" {
  for_each      = { for name, group in var.nodes : name => group if group.create_launch_template }
  instance_type = try(each.value.set_instance_types_on_lt, false) ? try(each.value.instance_types[0], var.machine) : null
  ebs_optimized = try(each.value.ebs_optimized, null)

  monitoring {
    enabled = each.value.enable_monitoring
  }

  network_interfaces {
    associate_public_ip_address = each.value.public_ip
  }

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_type = each.value.disk_type
      volume_size = each.value.disk_size
      iops        = each.value.disk_iops == "0" ? null : each.value.disk_iops
      throughput  = each.value.disk_throughput
    }
  }
}

resource "aws_eks_node_group" "workers" {
  for_each       = var.nodes
  cluster_name   = var.cluster_name
  subnet_ids     = each.value.subnets
  ami_type       = try(each.value.ami_type, null)
  capacity_type  = try(each.value.capacity_type, null)
  instance_types = try(each.value.set_instance_types_on_lt, false) ? null : ${its.machines}
  disk_size      = each.value.launch_template_id != null || each.value.create_launch_template ? null : each.value.disk_size
  tags           = var.tags

  scaling_config {
    min_size     = each.value.min_capacity
    desired_size = each.value.desired_capacity
    max_size     = each.value.max_capacity
  }

  dynamic "launch_template" {
    for_each = each.value.launch_template_id != null || each.value.create_launch_template ? [1] : []
    content {
      id = each.value.launch_template_id == null ? aws_launch_template.workers[each.key].id : each.value.launch_template_id
    }
  }
}
`,
})
