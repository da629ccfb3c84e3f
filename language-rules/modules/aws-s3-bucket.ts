// https://registry.terraform.io/modules/terraform-aws-modules/s3-bucket/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

// Policies, access lists, logging and encryption settings are free and left out. Several inputs come as JSON in older callers.
const main = `
variable "create_bucket" { default = true }
variable "region" { default = null }
variable "bucket" { default = null }
variable "force_destroy" { default = false }
variable "is_directory_bucket" { default = false }
variable "acceleration_status" { default = null }
variable "versioning" { default = {} }
variable "lifecycle_rule" { default = [] }
variable "intelligent_tiering" { default = {} }
variable "inventory_configuration" { default = {} }
variable "analytics_configuration" { default = {} }
variable "replication_configuration" { default = {} }
variable "tags" { default = {} }

locals {
  bucket = try(aws_s3_bucket.this[0].id, aws_s3_directory_bucket.this[0].bucket, null)
  rules  = try(jsondecode(var.lifecycle_rule), var.lifecycle_rule)
  tiers  = try(jsondecode(var.intelligent_tiering), var.intelligent_tiering)
}

resource "aws_s3_bucket" "this" {
  count  = var.create_bucket && !var.is_directory_bucket ? 1 : 0
  region = var.region
  bucket = var.bucket
  tags   = var.tags

  force_destroy = var.force_destroy
}

resource "aws_s3_directory_bucket" "this" {
  count  = var.create_bucket && var.is_directory_bucket ? 1 : 0
  region = var.region
  bucket = var.bucket
}

resource "aws_s3_bucket_accelerate_configuration" "this" {
  count  = var.create_bucket && var.acceleration_status != null ? 1 : 0
  region = var.region
  bucket = local.bucket
  status = var.acceleration_status
}

resource "aws_s3_bucket_versioning" "this" {
  count  = var.create_bucket && length(var.versioning) > 0 ? 1 : 0
  region = var.region
  bucket = aws_s3_bucket.this[0].id
  versioning_configuration {
    status = try(var.versioning.enabled ? "Enabled" : "Suspended", var.versioning.status, null)
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count  = var.create_bucket && length(local.rules) > 0 ? 1 : 0
  region = var.region
  bucket = aws_s3_bucket.this[0].id

  dynamic "rule" {
    for_each = local.rules
    content {
      id     = try(rule.value.id, null)
      status = try(rule.value.enabled ? "Enabled" : "Disabled", tobool(rule.value.status) ? "Enabled" : "Disabled", title(lower(rule.value.status)))

      dynamic "expiration" {
        for_each = try(flatten([rule.value.expiration]), [])
        content {
          date = try(expiration.value.date, null)
          days = try(expiration.value.days, null)
        }
      }

      dynamic "transition" {
        for_each = try(flatten([rule.value.transition]), [])
        content {
          date          = try(transition.value.date, null)
          days          = try(transition.value.days, null)
          storage_class = try(transition.value.storage_class, null)
        }
      }

      dynamic "noncurrent_version_transition" {
        for_each = try(flatten([rule.value.noncurrent_version_transition]), [])
        content {
          noncurrent_days = try(noncurrent_version_transition.value.days, noncurrent_version_transition.value.noncurrent_days, null)
          storage_class   = try(noncurrent_version_transition.value.storage_class, null)
        }
      }

      dynamic "filter" {
        for_each = try(flatten([rule.value.filter]), [])
        content {
          prefix = try(filter.value.prefix, null)
        }
      }
    }
  }
}

resource "aws_s3_bucket_intelligent_tiering_configuration" "this" {
  for_each = var.create_bucket ? local.tiers : {}
  region   = var.region
  name     = each.key
  bucket   = aws_s3_bucket.this[0].id
  status   = try(tobool(each.value.status) ? "Enabled" : "Disabled", title(lower(each.value.status)), null)
}

resource "aws_s3_bucket_inventory" "this" {
  for_each = var.create_bucket ? var.inventory_configuration : {}
  region   = var.region
  name     = each.key
  bucket   = try(each.value.bucket, aws_s3_bucket.this[0].id)
}

resource "aws_s3_bucket_analytics_configuration" "this" {
  for_each = var.create_bucket ? var.analytics_configuration : {}
  region   = var.region
  name     = each.key
  bucket   = aws_s3_bucket.this[0].id
}

resource "aws_s3_bucket_replication_configuration" "this" {
  count  = var.create_bucket && length(var.replication_configuration) > 0 ? 1 : 0
  region = var.region
  bucket = aws_s3_bucket.this[0].id

  dynamic "rule" {
    for_each = try(flatten([var.replication_configuration.rules]), flatten([var.replication_configuration.rule]), [])
    content {
      id     = try(rule.value.id, null)
      status = try(tobool(rule.value.status) ? "Enabled" : "Disabled", title(lower(rule.value.status)), "Enabled")
      destination {
        bucket        = try(rule.value.destination.bucket, null)
        storage_class = try(rule.value.destination.storage_class, null)
        dynamic "replication_time" {
          for_each = try(flatten([rule.value.destination.replication_time]), [])
          content {
            status = try(title(lower(replication_time.value.status)), "Disabled")
          }
        }
      }
    }
  }
}

output "s3_bucket_id" { value = local.bucket }
output "s3_bucket_arn" { value = try(aws_s3_bucket.this[0].arn, aws_s3_directory_bucket.this[0].arn, null) }
output "s3_bucket_region" { value = try(aws_s3_bucket.this[0].region, null) }
output "s3_bucket_bucket_domain_name" { value = try(aws_s3_bucket.this[0].bucket_domain_name, null) }
output "s3_bucket_bucket_regional_domain_name" { value = try(aws_s3_bucket.this[0].bucket_regional_domain_name, null) }
`

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/s3-bucket/aws'],
  versions: [{ majors: [1, 5], files: { 'main.tf': main } }],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'what is stored and asked for is use: unit prices, and no amount',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "s3_bucket" {
  source                   = "terraform-aws-modules/s3-bucket/aws"
  bucket                   = "my-s3-bucket"
  acl                      = "private"
  control_object_ownership = true
  object_ownership         = "ObjectWriter"
  versioning               = { enabled = true }
}
`,
    sees: [{ address: 'module.s3_bucket.aws_s3_bucket.this', usd: null, status: 'partial' }],
  },
  {
    name: 'buckets by name that move what they keep to other classes; one is a directory',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "logs" {
  source   = "terraform-aws-modules/s3-bucket/aws"
  for_each = toset(["a", "b"])
  bucket   = each.key
  lifecycle_rule = [{
    id         = "log"
    enabled    = true
    transition = [{ days = 30, storage_class = "ONEZONE_IA" }, { days = 60, storage_class = "GLACIER" }]
    expiration = { days = 90 }
  }]
}

module "fast" {
  source              = "terraform-aws-modules/s3-bucket/aws"
  bucket              = "fast--use1-az4--x-s3"
  is_directory_bucket = true
}
`,
    sees: [
      { address: 'module.logs.aws_s3_bucket.this', usd: null, status: 'partial' },
      { address: 'module.fast.aws_s3_directory_bucket.this', usd: null, status: 'partial' },
    ],
  },
]
