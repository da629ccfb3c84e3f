// https://registry.terraform.io/modules/terraform-aws-modules/ecs/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

/** Inputs of the service submodule that decide what is billed, with its defaults. */
const inputs: Readonly<Record<string, string>> = {
  create: 'true',
  create_service: 'true',
  create_task_definition: 'true',
  ignore_task_definition_changes: 'false',
  task_definition_arn: 'null',
  desired_count: '1',
  launch_type: '"FARGATE"',
  capacity_provider_strategy: 'null',
  scheduling_strategy: 'null',
  subnet_ids: '[]',
  assign_public_ip: 'false',
  cpu: '1024',
  memory: '2048',
  ephemeral_storage: 'null',
  runtime_platform: '{ operating_system_family = "LINUX", cpu_architecture = "X86_64" }',
  requires_compatibilities: '["FARGATE"]',
  container_definitions: '{}',
  volume_configuration: 'null',
  enable_autoscaling: 'true',
  autoscaling_min_capacity: '1',
  autoscaling_max_capacity: '10',
  tags: '{}',
}

const cluster = `
variable "create" { default = true }
variable "region" { default = null }
variable "name" { default = "" }
variable "cluster_name" { default = "" }
variable "setting" { default = null }
variable "cluster_setting" { default = null }
variable "cluster_settings" { default = null }
# Machines of one's own: version 7 took the prefix off.
variable "autoscaling_capacity_providers" { default = {} }
variable "capacity_providers" { default = {} }
variable "create_cloudwatch_log_group" { default = true }
variable "cloudwatch_log_group_retention_in_days" { default = 90 }
variable "cloudwatch_log_group_class" { default = null }
variable "tags" { default = {} }

locals {
  # The name of the input has changed with each version; all of them turn Container Insights on where nothing is given.
  given    = [for setting in flatten([var.setting, var.cluster_setting, var.cluster_settings]) : setting if setting != null]
  providers = {
    for name, provider in merge(var.autoscaling_capacity_providers == null ? {} : var.autoscaling_capacity_providers, var.capacity_providers == null ? {} : var.capacity_providers) :
    name => { name = try(coalesce(provider.name, name), name) }
  }
  settings = length(local.given) == 0 ? [{ name = "containerInsights", value = "enabled" }] : local.given
}

resource "aws_ecs_cluster" "this" {
  count  = var.create ? 1 : 0
  region = var.region
  name   = var.name == "" ? var.cluster_name : var.name
  tags   = var.tags

  dynamic "setting" {
    for_each = local.settings
    content {
      name  = setting.value.name
      value = setting.value.value
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  count             = var.create && var.create_cloudwatch_log_group ? 1 : 0
  region            = var.region
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  log_group_class   = var.cloudwatch_log_group_class
  tags              = var.tags
}

output "arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "id" { value = try(aws_ecs_cluster.this[0].id, null) }
output "name" { value = try(aws_ecs_cluster.this[0].name, null) }
output "autoscaling_capacity_providers" { value = local.providers }
output "capacity_providers" { value = local.providers }
`

const main = `
variable "create" { default = true }
variable "region" { default = null }
variable "cluster_name" { default = "" }
variable "cluster_setting" { default = null }
variable "cluster_settings" { default = null }
variable "autoscaling_capacity_providers" { default = {} }
variable "capacity_providers" { default = {} }
variable "create_cloudwatch_log_group" { default = true }
variable "cloudwatch_log_group_retention_in_days" { default = 90 }
variable "cloudwatch_log_group_class" { default = null }
variable "services" { default = {} }
variable "tags" { default = {} }

module "cluster" {
  source                                 = "./modules/cluster"
  create                                 = var.create
  region                                 = var.region
  name                                   = var.cluster_name
  cluster_setting                        = var.cluster_setting
  cluster_settings                       = var.cluster_settings
  autoscaling_capacity_providers         = var.autoscaling_capacity_providers
  capacity_providers                     = var.capacity_providers
  create_cloudwatch_log_group            = var.create_cloudwatch_log_group
  cloudwatch_log_group_retention_in_days = var.cloudwatch_log_group_retention_in_days
  cloudwatch_log_group_class             = var.cloudwatch_log_group_class
  tags                                   = var.tags
}

module "service" {
  source      = "./modules/service"
  for_each    = { for name, service in var.services == null ? {} : var.services : name => service if var.create }
  region      = var.region
  name        = try(each.value.name, each.key)
  cluster_arn = module.cluster.arn
${Object.entries(inputs)
  .map(([name, value]) => `  ${name} = try(each.value.${name}, ${value})\n`)
  .join('')}}

output "cluster_arn" { value = module.cluster.arn }
output "cluster_id" { value = module.cluster.id }
output "cluster_name" { value = module.cluster.name }
output "autoscaling_capacity_providers" { value = module.cluster.autoscaling_capacity_providers }
output "capacity_providers" { value = module.cluster.capacity_providers }
output "services" { value = module.service }
`

/** One of the two is there; they differ in who may change the task definition. */
const serviceNamed = (name: string, condition: string) => `
resource "aws_ecs_service" "${name}" {
  count           = local.is_made && ${condition} ? 1 : 0
  region          = var.region
  name            = var.name
  cluster         = var.cluster_arn
  task_definition = var.create_task_definition ? aws_ecs_task_definition.this[0].arn : var.task_definition_arn
  desired_count   = var.scheduling_strategy == "DAEMON" ? null : var.desired_count
  launch_type     = length(local.strategy) > 0 ? null : var.launch_type
  tags            = var.tags

  dynamic "capacity_provider_strategy" {
    for_each = local.strategy
    content {
      capacity_provider = try(capacity_provider_strategy.value.capacity_provider, null)
      base              = try(capacity_provider_strategy.value.base, null)
      weight            = try(capacity_provider_strategy.value.weight, null)
    }
  }

  network_configuration {
    subnets          = var.subnet_ids
    assign_public_ip = var.assign_public_ip
  }

  dynamic "volume_configuration" {
    for_each = var.volume_configuration == null ? [] : [var.volume_configuration]
    content {
      managed_ebs_volume {
        role_arn    = try(volume_configuration.value.managed_ebs_volume.role_arn, "made by the module")
        volume_type = try(volume_configuration.value.managed_ebs_volume.volume_type, null)
        size_in_gb  = try(volume_configuration.value.managed_ebs_volume.size_in_gb, null)
        iops        = try(volume_configuration.value.managed_ebs_volume.iops, null)
        throughput  = try(volume_configuration.value.managed_ebs_volume.throughput, null)
      }
    }
  }
}
`

const service = `
variable "region" { default = null }
variable "name" { default = "" }
variable "cluster_arn" { default = "" }
${Object.entries(inputs)
  .map(([name, value]) => `variable "${name}" { default = ${value} }\n`)
  .join('')}
locals {
  is_made  = var.create && var.create_service
  strategy = var.capacity_provider_strategy == null ? {} : var.capacity_provider_strategy
  service  = try(aws_ecs_service.this[0], aws_ecs_service.ignore_task_definition[0], null)
}
${serviceNamed('this', '!var.ignore_task_definition_changes')}${serviceNamed('ignore_task_definition', 'var.ignore_task_definition_changes')}
resource "aws_ecs_task_definition" "this" {
  count                    = var.create && var.create_task_definition ? 1 : 0
  region                   = var.region
  cpu                      = var.cpu
  memory                   = var.memory
  requires_compatibilities = var.requires_compatibilities

  dynamic "ephemeral_storage" {
    for_each = var.ephemeral_storage == null ? [] : [var.ephemeral_storage]
    content {
      size_in_gib = try(ephemeral_storage.value.size_in_gib, null)
    }
  }

  dynamic "runtime_platform" {
    for_each = var.runtime_platform == null ? [] : [var.runtime_platform]
    content {
      cpu_architecture        = try(runtime_platform.value.cpu_architecture, null)
      operating_system_family = try(runtime_platform.value.operating_system_family, null)
    }
  }
}

resource "aws_cloudwatch_log_group" "container" {
  for_each          = { for name, container in var.container_definitions : name => container if var.create && var.create_task_definition && try(container.enable_cloudwatch_logging, true) && try(container.create_cloudwatch_log_group, true) }
  region            = var.region
  retention_in_days = try(each.value.cloudwatch_log_group_retention_in_days, 30)
}

resource "aws_appautoscaling_target" "this" {
  count              = local.is_made && var.enable_autoscaling && var.scheduling_strategy != "DAEMON" ? 1 : 0
  region             = var.region
  min_capacity       = min(var.autoscaling_min_capacity, var.desired_count)
  max_capacity       = max(var.autoscaling_max_capacity, var.desired_count)
  resource_id        = try("service/\${aws_ecs_service.this[0].name}", "service/\${aws_ecs_service.ignore_task_definition[0].name}")
  scalable_dimension = "ecs:service:DesiredCount"
}

output "id" { value = try(local.service.id, null) }
output "name" { value = try(local.service.name, null) }
output "task_definition_arn" { value = try(aws_ecs_task_definition.this[0].arn, var.task_definition_arn) }
`

/** Before there were services in it. */
const clusterAlone = (create: string, settings: string) => `
variable "${create}" { default = true }
variable "name" { default = null }
variable "cluster_name" { default = "" }
variable "container_insights" { default = false }
variable "cluster_settings" { default = { name = "containerInsights", value = "enabled" } }
variable "tags" { default = {} }

resource "aws_ecs_cluster" "this" {
  count = var.${create} ? 1 : 0
  name  = var.name == null ? var.cluster_name : var.name
  tags  = var.tags

  setting {
    name  = "containerInsights"
    value = ${settings}
  }
}

output "cluster_arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "cluster_id" { value = try(aws_ecs_cluster.this[0].id, null) }
output "cluster_name" { value = try(aws_ecs_cluster.this[0].name, null) }
output "ecs_cluster_id" { value = try(aws_ecs_cluster.this[0].id, null) }
output "ecs_cluster_arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "ecs_cluster_name" { value = try(aws_ecs_cluster.this[0].name, null) }
`

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/ecs/aws'],
  versions: [
    {
      majors: [5, 7],
      files: { 'main.tf': main, 'modules/cluster/main.tf': cluster, 'modules/service/main.tf': service },
    },
    { majors: [4, 4], files: { 'main.tf': clusterAlone('create', 'try(var.cluster_settings.value, null)') } },
    {
      majors: [1, 3],
      files: { 'main.tf': clusterAlone('create_ecs', 'var.container_insights ? "enabled" : "disabled"') },
    },
  ],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'one task of 1 vCPU and 4 GB, up to ten: 730 h × ($0.04048 + 4 × $0.004445); its metrics and logs are use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "ecs" {
  source       = "terraform-aws-modules/ecs/aws"
  cluster_name = "ecs-integrated"

  services = {
    frontend = {
      cpu                   = 1024
      memory                = 4096
      container_definitions = { app = { image = "nginx" } }
    }
  }
}
`,
    sees: [
      { address: 'module.ecs.module.cluster.aws_ecs_cluster.this', usd: null, status: 'partial' },
      { address: 'module.ecs.module.cluster.aws_cloudwatch_log_group.this', usd: null },
      { address: 'module.ecs.module.service.aws_ecs_service.this', usd: 42.53 },
      { address: 'module.ecs.module.service.aws_cloudwatch_log_group.container', usd: null },
    ],
  },
  {
    name: 'services by name, of 1 vCPU and 2 GB as the module takes: each 2 × 730 h × ($0.04048 + 2 × $0.004445); one on own machines is free',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "service" {
  source             = "terraform-aws-modules/ecs/aws//modules/service"
  for_each           = toset(["a", "b"])
  name               = each.key
  cluster_arn        = "arn:aws:ecs:us-east-1:012345678901:cluster/main"
  desired_count      = 2
  enable_autoscaling = false
}

module "own" {
  source             = "terraform-aws-modules/ecs/aws//modules/service"
  name               = "own"
  launch_type        = "EC2"
  enable_autoscaling = false
}
`,
    sees: [
      { address: 'module.service.aws_ecs_service.this', usd: 144.16 },
      { address: 'module.own.aws_ecs_service.this', usd: null, status: 'free' },
    ],
  },
  {
    name: 'versions 3 and 4 have no services: a cluster is free, and Container Insights is on by itself only in 4',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "three" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "~> 3.0"
  name    = "three"
}

module "four" {
  source       = "terraform-aws-modules/ecs/aws"
  version      = "~> 4.1"
  cluster_name = "four"
}
`,
    sees: [
      { address: 'module.three.aws_ecs_cluster.this', usd: null, status: 'free' },
      { address: 'module.four.aws_ecs_cluster.this', usd: null, status: 'partial' },
    ],
  },
  {
    name: 'tasks on machines of one’s own: the machines are what is billed',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "cluster" {
  source       = "terraform-aws-modules/ecs/aws//modules/cluster"
  version      = "~> 5.12"
  cluster_name = "own"

  autoscaling_capacity_providers = {
    ex_1 = { auto_scaling_group_arn = "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:x:autoScalingGroupName/x" }
  }
}

module "service" {
  source                   = "terraform-aws-modules/ecs/aws//modules/service"
  version                  = "~> 5.12"
  name                     = "own"
  cluster_arn              = module.cluster.arn
  requires_compatibilities = ["EC2"]
  desired_count            = 2
  capacity_provider_strategy = {
    ex_1 = { capacity_provider = module.cluster.autoscaling_capacity_providers["ex_1"].name, weight = 1 }
  }
}
`,
    sees: [
      { address: 'module.cluster.aws_ecs_cluster.this', usd: null },
      { address: 'module.cluster.aws_cloudwatch_log_group.this', usd: null },
      { address: 'module.service.aws_ecs_service.this', usd: null },
    ],
  },
]
