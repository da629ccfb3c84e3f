// https://github.com/terraform-aws-modules/terraform-aws-autoscaling/blob/master/UPGRADE-4.0.md
import { launchConfigurationOf } from './launch-configuration.ts'
import { launchTemplate, mixedInstances, warmPool } from './launch-template.ts'

const variables = `
variable "name" { default = "" }
variable "create_asg" { default = true }
variable "launch_configuration" { default = null }
variable "image_id" { default = null }
variable "instance_type" { default = null }
variable "spot_price" { default = null }
variable "placement_tenancy" { default = null }
variable "associate_public_ip_address" { default = null }
variable "ebs_optimized" { default = null }
variable "root_block_device" { default = [] }
variable "ebs_block_device" { default = [] }
variable "vpc_zone_identifier" { default = null }
variable "min_size" { default = null }
variable "desired_capacity" { default = null }
variable "max_size" { default = null }
`

const outputs = `
output "autoscaling_group_id" { value = try(local.group.id, null) }
output "autoscaling_group_name" { value = try(local.group.name, null) }
output "autoscaling_group_arn" { value = try(local.group.arn, null) }
`

const configuration = launchConfigurationOf({
  name: 'this',
  count: 'var.create_lc ? 1 : 0',
  instanceType: 'var.instance_type',
  image: 'var.image_id',
  monitoring: 'var.enable_monitoring',
  publicAddress: 'var.associate_public_ip_address',
  spotPrice: 'var.spot_price',
  tenancy: 'var.placement_tenancy',
  ebsOptimized: 'var.ebs_optimized',
  root: 'var.root_block_device',
  disks: 'var.ebs_block_device',
})

const group = (name: string, condition: string, body: string) => `
resource "aws_autoscaling_group" "${name}" {
  count                = var.create_asg && ${condition} ? 1 : 0
  vpc_zone_identifier  = var.vpc_zone_identifier
  min_size             = var.min_size
  desired_capacity     = var.desired_capacity
  max_size             = var.max_size
${body}}
`

const fromConfiguration =
  '  launch_configuration = var.create_lc ? try(aws_launch_configuration.this[0].name, null) : var.launch_configuration\n'

/** Versions 2 and 3: a launch configuration, unless there is one. */
export const launchConfiguration = `${variables}
variable "create_lc" { default = true }
variable "create_asg_with_initial_lifecycle_hook" { default = false }
variable "enable_monitoring" { default = true }

locals {
  group = try(aws_autoscaling_group.this[0], aws_autoscaling_group.this_with_initial_lifecycle_hook[0], null)
}
${configuration}${group('this', '!var.create_asg_with_initial_lifecycle_hook', fromConfiguration)}${group(
  'this_with_initial_lifecycle_hook',
  'var.create_asg_with_initial_lifecycle_hook',
  fromConfiguration,
)}
output "this_launch_configuration_id" { value = try(aws_launch_configuration.this[0].id, null) }
output "this_autoscaling_group_id" { value = try(local.group.id, null) }
output "this_autoscaling_group_name" { value = try(local.group.name, null) }
${outputs}`

/** Version 4: a launch template or a launch configuration, each only where it is asked for. */
export const eitherTemplate = `${variables}
variable "create_lc" { default = false }
variable "use_lc" { default = false }
variable "create_lt" { default = false }
variable "use_lt" { default = false }
variable "launch_template" { default = null }
variable "use_mixed_instances_policy" { default = false }
variable "mixed_instances_policy" { default = null }
variable "enable_monitoring" { default = null }
variable "block_device_mappings" { default = [] }
variable "network_interfaces" { default = [] }
variable "credit_specification" { default = null }
variable "instance_market_options" { default = null }
variable "placement" { default = null }
variable "warm_pool" { default = null }
variable "region" { default = null }

locals {
  template = var.create_lt ? aws_launch_template.this[0].name : var.launch_template
  group    = try(aws_autoscaling_group.this[0], null)
}
${configuration}${launchTemplate({
  count: 'var.create_lt ? 1 : 0',
  instanceType: 'var.instance_type',
  image: 'var.image_id',
  disks: 'var.block_device_mappings',
  interfaces: 'var.network_interfaces',
  monitoring: 'var.enable_monitoring',
})}${group(
  'this',
  'true',
  `  launch_configuration = !var.use_lc ? null : var.create_lc ? aws_launch_configuration.this[0].name : var.launch_configuration
${warmPool}${mixedInstances('var.use_mixed_instances_policy', 'local.template', 'var.use_lt')}`,
)}
output "launch_template_id" { value = try(aws_launch_template.this[0].id, null) }
${outputs}`
