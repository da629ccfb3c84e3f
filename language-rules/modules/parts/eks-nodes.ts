import { launchTemplate, mixedInstances } from './launch-template.ts'

/** What changed between versions that otherwise differ in names. */
export interface Since18 {
  /** Whether the cluster makes a key of its own, in the words of Terraform. */
  readonly key: string
  /** Whether nodes are watched by the minute unless they are told otherwise. */
  readonly monitoring: boolean
  /** The least machines of a group that Auto Scaling keeps. */
  readonly ownMinimum: number
  /** Whether a managed group has a launch template that is not Amazon's. */
  readonly custom: string
}

/** What a group of nodes takes from the call. */
export const ofLaunch = [
  'create',
  'subnet_ids',
  'min_size',
  'max_size',
  'desired_size',
  'ami_type',
  'ami_id',
  'create_launch_template',
  'launch_template_id',
  'ebs_optimized',
  'block_device_mappings',
  'network_interfaces',
  'enable_efa_support',
  'credit_specification',
  'instance_market_options',
  'placement',
  'tags',
]

const common = (minimum: number) => `
variable "region" { default = null }
variable "cluster_name" { default = "" }
variable "name" { default = "" }
variable "fallback" { default = {} }
${[...ofLaunch, 'enable_monitoring', 'instance_types', 'instance_type', 'capacity_type', 'disk_size', 'use_custom_launch_template'].map((name) => `variable "${name}" { default = null }\n`).join('')}
locals {
  create     = var.create != false
  subnet_ids = var.subnet_ids == null ? try(var.fallback.subnet_ids, null) : var.subnet_ids
  monitoring = var.enable_monitoring == null ? try(var.fallback.monitoring, false) : var.enable_monitoring
  tags       = merge(try(var.fallback.tags, {}), var.tags)
  minimum    = var.min_size == null ? ${minimum} : var.min_size
  desired    = var.desired_size == null ? 1 : var.desired_size
  maximum    = var.max_size == null ? 3 : var.max_size
  # Adapters of a placement group for EFA have no public address.
  interfaces = var.enable_efa_support == true ? [{ associate_public_ip_address = false }] : var.network_interfaces
}
`

export const managed = ({ custom }: Since18) => `${common(1)}
locals {
  is_custom = ${custom}
  is_made   = local.create && local.is_custom && var.create_launch_template != false
}
${launchTemplate({ count: 'local.is_made ? 1 : 0', instanceType: 'var.capacity_type == "CAPACITY_BLOCK" ? try(var.instance_types[0], null) : null', disks: 'var.block_device_mappings', interfaces: 'local.interfaces', monitoring: 'local.monitoring', image: 'var.ami_id' })}
resource "aws_eks_node_group" "this" {
  count          = local.create ? 1 : 0
  region         = var.region
  cluster_name   = var.cluster_name
  subnet_ids     = local.subnet_ids
  ami_type       = try(var.ami_id != "" && var.ami_id != null, false) ? null : var.ami_type
  capacity_type  = var.capacity_type
  disk_size      = local.is_custom ? null : var.disk_size
  instance_types = var.capacity_type == "CAPACITY_BLOCK" ? null : var.instance_types
  tags           = local.tags

  scaling_config {
    min_size     = local.minimum
    desired_size = local.desired
    max_size     = local.maximum
  }

  dynamic "launch_template" {
    for_each = local.is_custom ? [1] : []
    content {
      id = local.is_made ? aws_launch_template.this[0].id : var.launch_template_id
    }
  }
}

output "node_group_arn" { value = try(aws_eks_node_group.this[0].arn, null) }
output "node_group_id" { value = try(aws_eks_node_group.this[0].id, null) }
output "node_group_autoscaling_group_names" { value = try(aws_eks_node_group.this[0].resources[*].autoscaling_groups[0].name, null) }
`

export const selfManaged = ({ ownMinimum }: Since18) => `${common(ownMinimum)}
variable "create_autoscaling_group" { default = null }
variable "use_mixed_instances_policy" { default = null }
variable "mixed_instances_policy" { default = null }

locals {
  is_made  = local.create && var.create_launch_template != false
  template = local.is_made ? aws_launch_template.this[0].id : var.launch_template_id
  # The root volume of the images of EKS.
  disks = try(length(var.block_device_mappings), 0) > 0 ? var.block_device_mappings : { root = { device_name = "/dev/xvda", ebs = { volume_size = 20, volume_type = "gp3" } } }
}
${launchTemplate({ count: 'local.is_made ? 1 : 0', instanceType: 'var.instance_type == null ? "m6i.large" : var.instance_type', disks: 'local.disks', interfaces: 'local.interfaces', monitoring: 'local.monitoring', image: 'var.ami_id' })}
resource "aws_autoscaling_group" "this" {
  count               = local.create && var.create_autoscaling_group != false ? 1 : 0
  region              = var.region
  min_size            = local.minimum
  desired_capacity    = local.desired
  max_size            = local.maximum
  vpc_zone_identifier = local.subnet_ids
${mixedInstances('var.use_mixed_instances_policy == true', 'local.template')}}

output "autoscaling_group_name" { value = try(aws_autoscaling_group.this[0].name, null) }
output "autoscaling_group_arn" { value = try(aws_autoscaling_group.this[0].arn, null) }
`

export const fargate = `
variable "create" { default = true }
variable "region" { default = null }
variable "cluster_name" { default = "" }
variable "name" { default = "" }
variable "subnet_ids" { default = [] }
variable "tags" { default = {} }

resource "aws_eks_fargate_profile" "this" {
  count                = var.create ? 1 : 0
  region               = var.region
  cluster_name         = var.cluster_name
  fargate_profile_name = var.name
  subnet_ids           = var.subnet_ids
  tags                 = var.tags
}

output "fargate_profile_id" { value = try(aws_eks_fargate_profile.this[0].id, null) }
`

/** Roles and rules are free, as are events of AWS's own services: the queue is what is billed. */
export const karpenter = `
variable "create" { default = true }
variable "region" { default = null }
variable "cluster_name" { default = "" }
variable "enable_spot_termination" { default = true }
variable "queue_name" { default = null }
variable "tags" { default = {} }

resource "aws_sqs_queue" "this" {
  count  = var.create && var.enable_spot_termination ? 1 : 0
  region = var.region
  name   = var.queue_name == null ? try("Karpenter-\${var.cluster_name}", null) : var.queue_name
  tags   = var.tags
}

output "queue_name" { value = try(aws_sqs_queue.this[0].name, null) }
output "queue_arn" { value = try(aws_sqs_queue.this[0].arn, null) }
output "queue_url" { value = try(aws_sqs_queue.this[0].url, null) }
`
