// https://registry.terraform.io/modules/terraform-aws-modules/eks/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'
import { launchTemplate, mixedInstances } from './parts/launch-template.ts'

/** What a group of nodes takes from the call, each entry over the defaults of version 20 and before. */
const passed = (names: readonly string[], defaults: string) =>
  names.map((name) => `  ${name} = try(each.value.${name}, ${defaults}.${name}, null)\n`).join('')

const ofLaunch = [
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

const cluster = `
variable "create" { default = true }
variable "region" { default = null }
variable "tags" { default = {} }
variable "cluster_tags" { default = {} }
variable "subnet_ids" { default = [] }
variable "control_plane_subnet_ids" { default = [] }
variable "outpost_config" { default = null }
variable "create_kms_key" { default = true }
variable "create_cloudwatch_log_group" { default = true }
variable "cloudwatch_log_group_retention_in_days" { default = 90 }
variable "cloudwatch_log_group_class" { default = null }
variable "control_plane_scaling_config" { default = null }
variable "fargate_profiles" { default = {} }
variable "fargate_profile_defaults" { default = {} }
variable "eks_managed_node_groups" { default = {} }
variable "eks_managed_node_group_defaults" { default = {} }
variable "self_managed_node_groups" { default = {} }
variable "self_managed_node_group_defaults" { default = {} }

# Version 21 took the prefix off the names of version 20.
variable "name" { default = null }
variable "cluster_name" { default = null }
variable "kubernetes_version" { default = null }
variable "cluster_version" { default = null }
variable "upgrade_policy" { default = null }
variable "cluster_upgrade_policy" { default = null }
variable "compute_config" { default = null }
variable "cluster_compute_config" { default = null }
variable "encryption_config" { default = {} }
variable "cluster_encryption_config" { default = { resources = ["secrets"] } }

locals {
  name       = var.name == null ? var.cluster_name : var.name
  kubernetes = var.kubernetes_version == null ? var.cluster_version : var.kubernetes_version
  # Version 20 watched its nodes by the minute unless told otherwise, version 21 does not; only version 20 has a cluster_name.
  monitoring = var.cluster_name != null
  has_key    = var.create && var.create_kms_key && var.outpost_config == null && var.encryption_config != null && try(length(var.cluster_encryption_config) > 0, false)
}

resource "aws_eks_cluster" "this" {
  count   = var.create ? 1 : 0
  region  = var.region
  name    = local.name
  version = local.kubernetes
  tags    = merge(var.tags, var.cluster_tags)

  dynamic "upgrade_policy" {
    for_each = [for policy in [var.upgrade_policy, var.cluster_upgrade_policy] : policy if try(policy.support_type, null) != null]
    content {
      support_type = upgrade_policy.value.support_type
    }
  }

  dynamic "compute_config" {
    for_each = [for config in [var.compute_config, var.cluster_compute_config] : config if try(config.enabled, null) != null]
    content {
      enabled = compute_config.value.enabled
    }
  }

  dynamic "control_plane_scaling_config" {
    for_each = var.control_plane_scaling_config == null ? [] : [var.control_plane_scaling_config]
    content {
      tier = control_plane_scaling_config.value.tier
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  count             = var.create && var.create_cloudwatch_log_group ? 1 : 0
  region            = var.region
  name              = try("/aws/eks/\${local.name}/cluster", null)
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  log_group_class   = var.cloudwatch_log_group_class
  tags              = var.tags
}

module "kms" {
  source = "terraform-aws-modules/kms/aws"
  create = local.has_key
  region = var.region
  tags   = var.tags
}

module "fargate_profile" {
  source       = "./modules/fargate-profile"
  for_each     = var.fargate_profiles == null ? {} : var.fargate_profiles
  create       = var.create
  region       = var.region
  cluster_name = local.name
  name         = try(each.value.name, var.fargate_profile_defaults.name, each.key)
  subnet_ids   = try(each.value.subnet_ids, var.fargate_profile_defaults.subnet_ids, var.subnet_ids)
}

module "eks_managed_node_group" {
  source       = "./modules/eks-managed-node-group"
  for_each     = { for name, group in var.eks_managed_node_groups == null ? {} : var.eks_managed_node_groups : name => group if var.create }
  region       = var.region
  cluster_name = local.name
  name         = try(each.value.name, var.eks_managed_node_group_defaults.name, each.key)
  fallback     = { subnet_ids = var.subnet_ids, monitoring = local.monitoring, tags = var.tags }
${passed([...ofLaunch, 'instance_types', 'capacity_type', 'disk_size', 'use_custom_launch_template', 'enable_monitoring'], 'var.eks_managed_node_group_defaults')}}

module "self_managed_node_group" {
  source       = "./modules/self-managed-node-group"
  for_each     = { for name, group in var.self_managed_node_groups == null ? {} : var.self_managed_node_groups : name => group if var.create }
  region       = var.region
  cluster_name = local.name
  name         = try(each.value.name, var.self_managed_node_group_defaults.name, each.key)
  fallback     = { subnet_ids = var.subnet_ids, monitoring = local.monitoring, tags = var.tags }
${passed([...ofLaunch, 'instance_type', 'use_mixed_instances_policy', 'mixed_instances_policy', 'create_autoscaling_group', 'enable_monitoring'], 'var.self_managed_node_group_defaults')}}

output "cluster_name" { value = try(aws_eks_cluster.this[0].name, null) }
output "cluster_id" { value = try(aws_eks_cluster.this[0].name, null) }
output "cluster_arn" { value = try(aws_eks_cluster.this[0].arn, null) }
output "cluster_endpoint" { value = try(aws_eks_cluster.this[0].endpoint, null) }
output "cluster_certificate_authority_data" { value = try(aws_eks_cluster.this[0].certificate_authority[0].data, null) }
output "cluster_version" { value = try(aws_eks_cluster.this[0].version, null) }
output "cluster_primary_security_group_id" { value = try(aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id, null) }
output "kms_key_arn" { value = module.kms.key_arn }
output "cloudwatch_log_group_name" { value = try(aws_cloudwatch_log_group.this[0].name, null) }
output "eks_managed_node_groups" { value = module.eks_managed_node_group }
output "self_managed_node_groups" { value = module.self_managed_node_group }
output "fargate_profiles" { value = module.fargate_profile }
`

const common = `
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
  minimum    = var.min_size == null ? 1 : var.min_size
  desired    = var.desired_size == null ? 1 : var.desired_size
  maximum    = var.max_size == null ? 3 : var.max_size
  # Adapters of a placement group for EFA have no public address.
  interfaces = var.enable_efa_support == true ? [{ associate_public_ip_address = false }] : var.network_interfaces
}
`

const managed = `${common}
locals {
  is_custom = var.use_custom_launch_template != false
  is_made   = local.create && local.is_custom && var.create_launch_template != false
}
${launchTemplate({ count: 'local.is_made ? 1 : 0', instanceType: 'var.capacity_type == "CAPACITY_BLOCK" ? try(var.instance_types[0], null) : null', disks: 'var.block_device_mappings', interfaces: 'local.interfaces', monitoring: 'local.monitoring' })}
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

const selfManaged = `${common}
variable "create_autoscaling_group" { default = null }
variable "use_mixed_instances_policy" { default = null }
variable "mixed_instances_policy" { default = null }

locals {
  is_made  = local.create && var.create_launch_template != false
  template = local.is_made ? aws_launch_template.this[0].id : var.launch_template_id
  # The root volume of the images of EKS.
  disks = try(length(var.block_device_mappings), 0) > 0 ? var.block_device_mappings : { root = { device_name = "/dev/xvda", ebs = { volume_size = 20, volume_type = "gp3" } } }
}
${launchTemplate({ count: 'local.is_made ? 1 : 0', instanceType: 'var.instance_type == null ? "m6i.large" : var.instance_type', disks: 'local.disks', interfaces: 'local.interfaces', monitoring: 'local.monitoring' })}
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

const fargate = `
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
const karpenter = `
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

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/eks/aws'],
  files: {
    'main.tf': cluster,
    'modules/eks-managed-node-group/main.tf': managed,
    'modules/self-managed-node-group/main.tf': selfManaged,
    'modules/fargate-profile/main.tf': fargate,
    'modules/karpenter/main.tf': karpenter,
  },
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'version 21: 730 h × $0.10, a key at $1, and two to ten nodes of 730 h × $0.192 and the 20 GiB × $0.08 of the image',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "eks" {
  source                 = "terraform-aws-modules/eks/aws"
  version                = "~> 21.0"
  name                   = "my-cluster"
  kubernetes_version     = "1.35"
  endpoint_public_access = true
  vpc_id                 = "vpc-1234556abcdef"
  subnet_ids             = ["subnet-a", "subnet-b", "subnet-c"]

  eks_managed_node_groups = {
    example = {
      ami_type       = "AL2023_x86_64_STANDARD"
      instance_types = ["m5.xlarge"]
      min_size       = 2
      max_size       = 10
      desired_size   = 2
    }
  }
}
`,
    sees: [
      { address: 'module.eks.aws_eks_cluster.this', usd: 73 },
      { address: 'module.eks.aws_cloudwatch_log_group.this', usd: null },
      { address: 'module.eks.module.kms.aws_kms_key.this', usd: 1 },
      { address: 'module.eks.module.eks_managed_node_group.aws_eks_node_group.this', usd: 283.52 },
    ],
  },
  {
    name: 'version 20, watched by the minute: 2 × (730 h × $1.006 + 100 GiB × $0.08 + 7 metrics × $0.30) and 3 × (730 h × $0.096 + 20 GiB × $0.08 + $2.10); a group of its own machines, 730 h × $0.192 + 20 GiB × $0.08 + $2.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "eks" {
  source                    = "terraform-aws-modules/eks/aws"
  version                   = "~> 20.0"
  cluster_name              = "gpus"
  cluster_version           = "1.30"
  cluster_encryption_config = {}
  subnet_ids                = ["subnet-a", "subnet-b"]
  fargate_profiles          = { system = { selectors = [{ namespace = "kube-system" }] } }

  eks_managed_node_group_defaults = {
    instance_types = ["m5.large"]
    min_size       = 1
    max_size       = 3
    desired_size   = 3
  }

  eks_managed_node_groups = {
    general = {}
    gpu = {
      instance_types = ["g5.xlarge"]
      desired_size   = 2
      block_device_mappings = {
        xvda = { device_name = "/dev/xvda", ebs = { volume_size = 100, volume_type = "gp3" } }
      }
    }
  }

  self_managed_node_groups = {
    own = { instance_type = "m5.xlarge" }
  }
}

module "karpenter" {
  source       = "terraform-aws-modules/eks/aws//modules/karpenter"
  cluster_name = module.eks.cluster_name
}
`,
    sees: [
      { address: 'module.eks.aws_eks_cluster.this', usd: 438 },
      { address: 'module.eks.aws_cloudwatch_log_group.this', usd: null },
      { address: 'module.eks.module.fargate_profile.aws_eks_fargate_profile.this', usd: null, status: 'partial' },
      { address: 'module.eks.module.eks_managed_node_group["general"].aws_eks_node_group.this', usd: 221.34 },
      { address: 'module.eks.module.eks_managed_node_group["gpu"].aws_eks_node_group.this', usd: 1488.96 },
      { address: 'module.eks.module.self_managed_node_group.aws_autoscaling_group.this', usd: 143.86 },
      { address: 'module.karpenter.aws_sqs_queue.this', usd: null, status: 'partial' },
    ],
  },
]
