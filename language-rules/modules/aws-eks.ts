// https://registry.terraform.io/modules/terraform-aws-modules/eks/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'
import { type Before18, before18 } from './parts/eks-before-18.ts'
import { fargate, karpenter, managed, ofLaunch, type Since18, selfManaged } from './parts/eks-nodes.ts'

/** What a group of nodes takes from the call, each entry over the defaults of version 20 and before. */
const passed = (names: readonly string[], defaults: string) =>
  names.map((name) => `  ${name} = try(each.value.${name}, ${defaults}.${name}, null)\n`).join('')

const cluster = ({ key, monitoring }: Since18) => `
variable "create" { default = true }
variable "region" { default = null }
variable "tags" { default = {} }
variable "cluster_tags" { default = {} }
variable "subnet_ids" { default = [] }
variable "control_plane_subnet_ids" { default = [] }
variable "outpost_config" { default = null }
variable "create_kms_key" { default = null }
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
  monitoring = ${monitoring}
  has_key    = var.create && ${key}
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

const since18 = (its: Since18) => ({
  'main.tf': cluster(its),
  'modules/eks-managed-node-group/main.tf': managed(its),
  'modules/self-managed-node-group/main.tf': selfManaged(its),
  'modules/fargate-profile/main.tf': fargate,
  'modules/karpenter/main.tf': karpenter,
})

const isOnOutpost = 'try(length(var.outpost_config) > 0, false)'
const isCustom = 'var.use_custom_launch_template != false'
const twenty: Since18 = {
  key: `var.create_kms_key != false && !${isOnOutpost} && try(length(var.cluster_encryption_config) > 0, false)`,
  monitoring: true,
  ownMinimum: 0,
  custom: isCustom,
}
const seventeen: Omit<Before18, 'disk'> = {
  machines: 'try(each.value.instance_types, [var.machine])',
  volumeType: 'gp2',
  kubernetes: 'null',
}
const thirteen: Before18 = { ...seventeen, machines: '[try(each.value.instance_type, var.machine)]', disk: 'null' }

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/eks/aws'],
  versions: [
    {
      majors: [21, 21],
      files: since18({
        key: `var.create_kms_key != false && !${isOnOutpost} && var.encryption_config != null`,
        monitoring: false,
        ownMinimum: 1,
        custom: isCustom,
      }),
    },
    { majors: [19, 20], files: since18(twenty) },
    {
      majors: [18, 18],
      files: since18({ ...twenty, key: 'var.create_kms_key == true', custom: 'var.create_launch_template != false' }),
    },
    { majors: [17, 17], files: before18({ ...seventeen, disk: 'local.defaults.root_volume_size' }) },
    { majors: [15, 16], files: before18({ ...seventeen, disk: 'null' }) },
    { majors: [14, 14], files: before18({ ...seventeen, disk: 'null', volumeType: 'gp3' }) },
    { majors: [13, 13], files: before18(thirteen) },
    { majors: [12, 12], files: before18({ ...thirteen, kubernetes: '"1.16"' }) },
  ],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'version 21: 730 h × $0.10, a key at $1, and two to ten nodes of 730 h × $0.192, their volumes those of the image',
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
      { address: 'module.eks.module.eks_managed_node_group.aws_eks_node_group.this', usd: 280.32 },
    ],
  },
  {
    name: 'version 20, watched by the minute: 2 × (730 h × $1.006 + 100 GiB × $0.08 + 7 metrics × $0.30) and 3 × (730 h × $0.096 + $2.10); a group of its own machines, 730 h × $0.192 + 20 GiB × $0.08 + $2.10',
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
      { address: 'module.eks.module.eks_managed_node_group["general"].aws_eks_node_group.this', usd: 216.54 },
      { address: 'module.eks.module.eks_managed_node_group["gpu"].aws_eks_node_group.this', usd: 1488.96 },
      { address: 'module.eks.module.self_managed_node_group.aws_autoscaling_group.this', usd: 143.86 },
      { address: 'module.karpenter.aws_sqs_queue.this', usd: null, status: 'partial' },
    ],
  },
  {
    name: 'version 17: 730 h × $0.10; a worker of 730 h × $0.096, 100 GiB × $0.10 and 7 metrics × $0.30; two of spot with the same disks at 730 h × $0.0401269; two managed nodes of 730 h × $0.10 and 100 GiB × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "eks" {
  source          = "terraform-aws-modules/eks/aws"
  version         = "17.24.0"
  cluster_name    = "old"
  cluster_version = "1.35"
  subnets         = ["subnet-a", "subnet-b"]



  node_groups = {
    general = { desired_capacity = 2, max_capacity = 4 }
  }

  worker_groups = [{ name = "own", instance_type = "m5.large" }]

  worker_groups_launch_template = [
    { name = "spot", override_instance_types = ["m5.large", "m5a.large"], asg_desired_capacity = 2 },
  ]
}
`,
    sees: [
      { address: 'module.eks.aws_eks_cluster.this', usd: 73 },
      { address: 'module.eks.aws_autoscaling_group.workers', usd: 82.18 },
      { address: 'module.eks.aws_autoscaling_group.workers_launch_template', usd: 82.79 },
      {
        address: 'module.eks.module.node_groups.aws_eks_node_group.workers',
        usd: 166,
        status: 'partial',
        unknown: ['Public IPv4 address: absent'],
      },
    ],
  },
  {
    name: 'versions 13 and 18: 730 h × $0.10 each; a node of 730 h × $0.192 with the 20 GiB × $0.10 that AWS gives it; one of 730 h × $0.096 and 7 metrics × $0.30, without a key',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "thirteen" {
  source          = "terraform-aws-modules/eks/aws"
  version         = "~> 13.0"
  cluster_name    = "older"
  cluster_version = "1.35"
  subnets         = ["subnet-a"]
  node_groups     = { general = { instance_type = "m5.xlarge" } }
}

module "eighteen" {
  source          = "git::https://github.com/terraform-aws-modules/terraform-aws-eks.git?ref=v18.31.2"
  cluster_name    = "newer"
  cluster_version = "1.35"
  subnet_ids      = ["subnet-a"]
  eks_managed_node_groups = { general = { instance_types = ["m5.large"] } }
}
`,
    sees: [
      { address: 'module.thirteen.aws_eks_cluster.this', usd: 73 },
      { address: 'module.thirteen.module.node_groups.aws_eks_node_group.workers', usd: 142.16 },
      { address: 'module.eighteen.aws_eks_cluster.this', usd: 73 },
      { address: 'module.eighteen.aws_cloudwatch_log_group.this', usd: null },
      { address: 'module.eighteen.module.eks_managed_node_group.aws_eks_node_group.this', usd: 72.18 },
    ],
  },
]
