// https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

// A layer alone, permissions, roles and packages cost nothing; a trigger is billed by what it calls.
const main = `
variable "create" { default = true }
variable "region" { default = null }
variable "create_function" { default = true }
variable "create_layer" { default = false }
variable "function_name" { default = "" }
variable "memory_size" { default = 128 }
variable "ephemeral_storage_size" { default = 512 }
variable "architectures" { default = null }
variable "snap_start" { default = false }
variable "runtime" { default = "" }
variable "timeout" { default = 3 }
variable "provisioned_concurrent_executions" { default = -1 }
variable "event_source_mapping" { default = {} }
variable "use_existing_cloudwatch_log_group" { default = false }
variable "cloudwatch_logs_retention_in_days" { default = null }
variable "cloudwatch_logs_log_group_class" { default = null }
variable "tags" { default = {} }
variable "function_tags" { default = {} }

locals {
  is_made = var.create && var.create_function && !var.create_layer
}

resource "aws_lambda_function" "this" {
  count         = local.is_made ? 1 : 0
  region        = var.region
  function_name = var.function_name
  memory_size   = var.memory_size
  architectures = var.architectures
  runtime       = var.runtime
  timeout       = var.timeout
  tags          = merge(var.tags, var.function_tags)

  dynamic "ephemeral_storage" {
    for_each = var.ephemeral_storage_size == null ? [] : [var.ephemeral_storage_size]
    content {
      size = ephemeral_storage.value
    }
  }

  dynamic "snap_start" {
    for_each = var.snap_start ? [1] : []
    content {
      apply_on = "PublishedVersions"
    }
  }
}

resource "aws_cloudwatch_log_group" "lambda" {
  count             = local.is_made && !var.use_existing_cloudwatch_log_group ? 1 : 0
  region            = var.region
  name              = try("/aws/lambda/\${var.function_name}", null)
  retention_in_days = var.cloudwatch_logs_retention_in_days
  log_group_class   = var.cloudwatch_logs_log_group_class
  tags              = var.tags
}

resource "aws_lambda_provisioned_concurrency_config" "current_version" {
  count                             = local.is_made && var.provisioned_concurrent_executions > -1 ? 1 : 0
  region                            = var.region
  function_name                     = aws_lambda_function.this[0].function_name
  qualifier                         = aws_lambda_function.this[0].version
  provisioned_concurrent_executions = var.provisioned_concurrent_executions
}

resource "aws_lambda_event_source_mapping" "this" {
  for_each         = local.is_made ? var.event_source_mapping : {}
  region           = var.region
  function_name    = aws_lambda_function.this[0].arn
  event_source_arn = try(each.value.event_source_arn, null)

  dynamic "provisioned_poller_config" {
    for_each = try([each.value.provisioned_poller_config], [])
    content {
      minimum_pollers = try(provisioned_poller_config.value.minimum_pollers, null)
      maximum_pollers = try(provisioned_poller_config.value.maximum_pollers, null)
    }
  }
}

output "lambda_function_arn" { value = try(aws_lambda_function.this[0].arn, null) }
output "lambda_function_name" { value = try(aws_lambda_function.this[0].function_name, null) }
output "lambda_function_invoke_arn" { value = try(aws_lambda_function.this[0].invoke_arn, null) }
output "lambda_function_qualified_arn" { value = try(aws_lambda_function.this[0].qualified_arn, null) }
output "lambda_function_version" { value = try(aws_lambda_function.this[0].version, null) }
output "lambda_cloudwatch_log_group_name" { value = try(aws_cloudwatch_log_group.lambda[0].name, null) }
output "lambda_cloudwatch_log_group_arn" { value = try(aws_cloudwatch_log_group.lambda[0].arn, null) }
`

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/lambda/aws'],
  versions: [{ majors: [1, 8], files: { 'main.tf': main } }],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'calls are use: unit prices of the function and of its log group',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "lambda_function" {
  source        = "terraform-aws-modules/lambda/aws"
  function_name = "my-lambda1"
  handler       = "index.lambda_handler"
  runtime       = "python3.12"
  source_path   = "../src/lambda-function1"
}
`,
    sees: [
      { address: 'module.lambda_function.aws_lambda_function.this', usd: null, status: 'partial' },
      { address: 'module.lambda_function.aws_cloudwatch_log_group.lambda', usd: null, status: 'partial' },
    ],
  },
  {
    name: 'ten kept ready, of 1 GB, for each of two names: 20 × 730 h × 3,600 s × $0.0000033334; a layer is free',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "ready" {
  source                            = "terraform-aws-modules/lambda/aws"
  for_each                          = toset(["a", "b"])
  function_name                     = each.key
  memory_size                       = 1024
  architectures                     = ["arm64"]
  publish                           = true
  use_existing_cloudwatch_log_group = true
  provisioned_concurrent_executions = 10
}

module "layer" {
  source       = "terraform-aws-modules/lambda/aws"
  create_layer = true
  layer_name   = "shared"
}
`,
    sees: [
      { address: 'module.ready.aws_lambda_function.this', usd: null },
      { address: 'module.ready.aws_lambda_provisioned_concurrency_config.current_version', usd: 175.2 },
    ],
  },
]
