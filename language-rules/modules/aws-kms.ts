// https://registry.terraform.io/modules/terraform-aws-modules/kms/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

// Every key is billed alike, whoever made its material; a replica is a key of its own. Aliases, policies and grants are free.
const main = `
variable "create" { default = true }
variable "region" { default = null }
variable "create_external" { default = false }
variable "create_replica" { default = false }
variable "create_replica_external" { default = false }
variable "customer_master_key_spec" { default = null }
variable "key_spec" { default = null }
variable "key_usage" { default = null }
variable "enable_key_rotation" { default = true }
variable "multi_region" { default = false }
variable "primary_key_arn" { default = null }
variable "tags" { default = {} }

resource "aws_kms_key" "this" {
  count                    = var.create && !var.create_external && !var.create_replica && !var.create_replica_external ? 1 : 0
  region                   = var.region
  customer_master_key_spec = try(coalesce(var.key_spec, var.customer_master_key_spec), null)
  key_usage                = var.key_usage
  enable_key_rotation      = var.enable_key_rotation
  multi_region             = var.multi_region
  tags                     = var.tags
}

resource "aws_kms_external_key" "this" {
  count        = var.create && var.create_external && !var.create_replica && !var.create_replica_external ? 1 : 0
  region       = var.region
  multi_region = var.multi_region
  tags         = var.tags
}

resource "aws_kms_replica_key" "this" {
  count           = var.create && var.create_replica && !var.create_external && !var.create_replica_external ? 1 : 0
  region          = var.region
  primary_key_arn = var.primary_key_arn
  tags            = var.tags
}

resource "aws_kms_replica_external_key" "this" {
  count           = var.create && var.create_replica_external && !var.create_external && !var.create_replica ? 1 : 0
  region          = var.region
  primary_key_arn = var.primary_key_arn
  tags            = var.tags
}

locals {
  key = try(aws_kms_key.this[0], aws_kms_external_key.this[0], aws_kms_replica_key.this[0], aws_kms_replica_external_key.this[0], null)
}

output "key_arn" { value = try(local.key.arn, null) }
output "key_id" { value = try(local.key.key_id, null) }
`

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/kms/aws'],
  versions: [{ majors: [1, 4], files: { 'main.tf': main } }],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'a key at $1 a month, and what is asked of it',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "kms" {
  source      = "terraform-aws-modules/kms/aws"
  version     = "4.0.0"
  description = "volumes"
  key_usage   = "ENCRYPT_DECRYPT"
  aliases     = ["mycompany/ebs"]
}
`,
    sees: [{ address: 'module.kms.aws_kms_key.this', usd: 1, status: 'partial' }],
  },
  {
    name: 'a key for each of two names: 2 × $1; a replica is a key too',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "kms" {
  source   = "terraform-aws-modules/kms/aws"
  for_each = toset(["logs", "volumes"])
}

module "copy" {
  source          = "terraform-aws-modules/kms/aws"
  create_replica  = true
  primary_key_arn = module.kms["logs"].key_arn
  region          = "us-west-2"
}
`,
    sees: [
      { address: 'module.kms.aws_kms_key.this', usd: 2 },
      { address: 'module.copy.aws_kms_replica_key.this', usd: 1 },
    ],
  },
]
