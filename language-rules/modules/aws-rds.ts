// https://registry.terraform.io/modules/terraform-aws-modules/rds/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

/** What the module hands to the instance as it is, with its own defaults; those it leaves to the provider are null. */
const passed: Readonly<Record<string, string>> = {
  engine_lifecycle_support: 'null',
  license_model: 'null',
  instance_class: 'null',
  storage_type: 'null',
  max_allocated_storage: '0',
  iops: 'null',
  storage_throughput: 'null',
  multi_az: 'false',
  publicly_accessible: 'false',
  dedicated_log_volume: 'false',
  availability_zone: 'null',
  snapshot_identifier: 'null',
  replicate_source_db: 'null',
  backup_retention_period: 'null',
  performance_insights_enabled: 'false',
  database_insights_mode: 'null',
  monitoring_interval: '0',
}
const names = Object.keys(passed)
const variables = Object.entries(passed).map(([name, value]) => `variable "${name}" { default = ${value} }\n`)

const shared = `
variable "region" { default = null }
variable "identifier" { default = null }
variable "engine" { default = null }
variable "engine_version" { default = null }
variable "allocated_storage" { default = null }
variable "performance_insights_retention_period" { default = 7 }
variable "enabled_cloudwatch_logs_exports" { default = [] }
variable "create_cloudwatch_log_group" { default = false }
variable "cloudwatch_log_group_retention_in_days" { default = 7 }
variable "tags" { default = {} }
${variables.join('')}`

const all = [
  ...names,
  'region',
  'identifier',
  'engine',
  'engine_version',
  'allocated_storage',
  'performance_insights_retention_period',
  'enabled_cloudwatch_logs_exports',
  'create_cloudwatch_log_group',
  'cloudwatch_log_group_retention_in_days',
]

const main = `
variable "create_db_instance" { default = true }
variable "db_instance_tags" { default = {} }
${shared}
module "db_instance" {
  source = "./modules/db_instance"
  create = var.create_db_instance
  tags   = merge(var.tags, var.db_instance_tags)
${all.map((name) => `  ${name} = var.${name}\n`).join('')}}

output "db_instance_identifier" { value = module.db_instance.db_instance_identifier }
output "db_instance_arn" { value = module.db_instance.db_instance_arn }
# Versions 3 to 5, and 2.
output "db_instance_id" { value = module.db_instance.db_instance_identifier }
output "this_db_instance_id" { value = module.db_instance.db_instance_identifier }
output "this_db_instance_arn" { value = module.db_instance.db_instance_arn }
output "db_instance_address" { value = module.db_instance.db_instance_address }
output "db_instance_endpoint" { value = module.db_instance.db_instance_endpoint }
output "db_instance_availability_zone" { value = module.db_instance.db_instance_availability_zone }
`

/** A replica and what is made of a snapshot take engine and size from where they come from. */
const instance = `
variable "create" { default = true }
${shared}
locals {
  is_replica = var.replicate_source_db != null
}

resource "aws_db_instance" "this" {
  count                                 = var.create ? 1 : 0
  region                                = var.region
  identifier                            = var.identifier
  engine                                = local.is_replica ? null : var.engine
  engine_version                        = var.engine_version
  allocated_storage                     = local.is_replica ? null : var.allocated_storage
  performance_insights_retention_period = var.performance_insights_enabled ? var.performance_insights_retention_period : null
  tags                                  = var.tags
${names.map((name) => `  ${name} = var.${name}\n`).join('')}}

resource "aws_cloudwatch_log_group" "this" {
  for_each          = toset([for log in var.enabled_cloudwatch_logs_exports : log if var.create && var.create_cloudwatch_log_group])
  region            = var.region
  retention_in_days = var.cloudwatch_log_group_retention_in_days
}

output "db_instance_identifier" { value = try(aws_db_instance.this[0].identifier, null) }
output "db_instance_arn" { value = try(aws_db_instance.this[0].arn, null) }
output "db_instance_address" { value = try(aws_db_instance.this[0].address, null) }
output "db_instance_endpoint" { value = try(aws_db_instance.this[0].endpoint, null) }
output "db_instance_availability_zone" { value = try(aws_db_instance.this[0].availability_zone, null) }
`

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/rds/aws'],
  versions: [
    {
      majors: [2, 7],
      files: { 'main.tf': main, 'modules/db_instance/main.tf': instance },
    },
  ],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'a small MySQL: 730 h × $0.017 and 20 GiB × $0.115',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "db" {
  source                  = "terraform-aws-modules/rds/aws"
  identifier              = "demodb"
  engine                  = "mysql"
  engine_version          = "8.0"
  instance_class          = "db.t3.micro"
  allocated_storage       = 20
  storage_type            = "gp2"
  family                  = "mysql8.0"
  major_engine_version    = "8.0"
  engine_lifecycle_support = "open-source-rds-extended-support-disabled"
}
`,
    sees: [{ address: 'module.db.module.db_instance.aws_db_instance.this', usd: 14.71 }],
  },
  {
    name: 'MySQL for each of two names: 2 × (730 h × $0.171 + 100 GiB × $0.115), and its log',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "db" {
  source                          = "terraform-aws-modules/rds/aws"
  for_each                        = toset(["orders", "users"])
  identifier                      = each.key
  engine                          = "mysql"
  engine_version                  = "8.4"
  instance_class                  = "db.m5.large"
  allocated_storage               = 100
  storage_type                    = "gp3"
  enabled_cloudwatch_logs_exports = ["slowquery"]
  create_cloudwatch_log_group     = true
}
`,
    sees: [
      { address: 'module.db.module.db_instance.aws_db_instance.this', usd: 272.66 },
      { address: 'module.db.module.db_instance.aws_cloudwatch_log_group.this', usd: null },
    ],
  },
  {
    name: 'version 3: 730 h × $0.136 and 20 GiB × $0.115 of gp2, its 0 IOPS being none; its replica the same',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "db" {
  source                  = "terraform-aws-modules/rds/aws"
  version                 = "3.5.0"
  identifier              = "main"
  engine                  = "mysql"
  engine_version          = "8.4"
  instance_class          = "db.t3.large"
  allocated_storage       = 20
  backup_retention_period = 0
  iops                    = 0
}

module "replica" {
  source                  = "terraform-aws-modules/rds/aws"
  version                 = "3.5.0"
  identifier              = "copy"
  engine                  = "mysql"
  engine_version          = "8.4"
  instance_class          = "db.t3.large"
  replicate_source_db     = module.db.db_instance_id
  backup_retention_period = 0
}
`,
    sees: [
      { address: 'module.db.module.db_instance.aws_db_instance.this', usd: 101.58 },
      { address: 'module.replica.module.db_instance.aws_db_instance.this', usd: 101.58 },
    ],
  },
]
