// https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'
import { endpointsBefore3 } from './parts/vpc-endpoints-before-3.ts'

const kinds = ['public', 'private', 'database', 'elasticache', 'redshift', 'intra', 'outpost']

/** Subnets are free; machines elsewhere ask them for their zone and whether they give public addresses. */
const subnets = kinds
  .map(
    (kind) => `
variable "${kind}_subnets" { default = [] }
variable "${kind}_subnet_ipv6_prefixes" { default = [] }

resource "aws_subnet" "${kind}" {
  count                   = var.create_vpc ? max(length(var.${kind}_subnets), length(var.${kind}_subnet_ipv6_prefixes)) : 0
  region                  = var.region
  vpc_id                  = local.vpc_id
  cidr_block              = try(var.${kind}_subnets[count.index], null)
  availability_zone       = try(element(var.azs, count.index), null)
  map_public_ip_on_launch = ${kind === 'public' ? 'var.map_public_ip_on_launch' : 'false'}
}

output "${kind}_subnets" { value = aws_subnet.${kind}[*].id }
output "${kind}_subnet_arns" { value = aws_subnet.${kind}[*].arn }
output "${kind}_subnet_objects" { value = aws_subnet.${kind} }
output "${kind}_subnets_cidr_blocks" { value = aws_subnet.${kind}[*].cidr_block }
`,
  )
  .join('')

/** Machines in public subnets got public addresses by themselves up to version 3. */
const main = (mapsPublic: boolean) => `
variable "create_vpc" { default = true }
variable "region" { default = null }
variable "name" { default = "" }
variable "cidr" { default = "10.0.0.0/16" }
variable "azs" { default = [] }
variable "map_public_ip_on_launch" { default = ${mapsPublic} }
variable "enable_nat_gateway" { default = false }
variable "single_nat_gateway" { default = false }
variable "one_nat_gateway_per_az" { default = false }
variable "reuse_nat_ips" { default = false }
variable "external_nat_ip_ids" { default = [] }
variable "external_nat_ips" { default = [] }
variable "enable_vpn_gateway" { default = false }
variable "vpn_gateway_id" { default = "" }
variable "customer_gateways" { default = {} }
variable "enable_flow_log" { default = false }
variable "flow_log_destination_type" { default = "cloud-watch-logs" }
variable "flow_log_destination_arn" { default = "" }
variable "create_flow_log_cloudwatch_log_group" { default = false }
variable "flow_log_cloudwatch_log_group_retention_in_days" { default = null }
variable "flow_log_cloudwatch_log_group_class" { default = null }
variable "tags" { default = {} }

locals {
  vpc_id = try(aws_vpc.this[0].id, null)
  # As many gateways as the longest list of subnets, of those kinds that reach out through them.
  longest = max([for list in [
    var.public_subnets, var.public_subnet_ipv6_prefixes, var.private_subnets, var.private_subnet_ipv6_prefixes,
    var.database_subnets, var.database_subnet_ipv6_prefixes, var.elasticache_subnets, var.elasticache_subnet_ipv6_prefixes,
    var.redshift_subnets, var.redshift_subnet_ipv6_prefixes,
  ] : length(list)]...)
  gateways  = var.single_nat_gateway ? 1 : var.one_nat_gateway_per_az ? length(var.azs) : local.longest
  has_group = var.create_vpc && var.enable_flow_log && var.flow_log_destination_type != "s3" && var.create_flow_log_cloudwatch_log_group
}

resource "aws_vpc" "this" {
  count      = var.create_vpc ? 1 : 0
  region     = var.region
  cidr_block = var.cidr
  tags       = merge({ Name = var.name }, var.tags)
}

resource "aws_internet_gateway" "this" {
  count  = var.create_vpc && length(var.public_subnets) > 0 ? 1 : 0
  region = var.region
  vpc_id = local.vpc_id
}

resource "aws_eip" "nat" {
  count  = var.create_vpc && var.enable_nat_gateway && !var.reuse_nat_ips ? local.gateways : 0
  region = var.region
  domain = "vpc"
  tags   = var.tags
}

resource "aws_nat_gateway" "this" {
  count         = var.create_vpc && var.enable_nat_gateway ? local.gateways : 0
  region        = var.region
  allocation_id = var.reuse_nat_ips ? try(element(var.external_nat_ip_ids, count.index), null) : aws_eip.nat[count.index].id
  subnet_id     = try(aws_subnet.public[var.single_nat_gateway ? 0 : count.index].id, null)
  tags          = var.tags
}

resource "aws_vpn_gateway" "this" {
  count  = var.create_vpc && var.enable_vpn_gateway ? 1 : 0
  region = var.region
  vpc_id = local.vpc_id
}

resource "aws_customer_gateway" "this" {
  for_each   = var.customer_gateways
  region     = var.region
  ip_address = try(each.value.ip_address, null)
}

resource "aws_flow_log" "this" {
  count                = var.create_vpc && var.enable_flow_log ? 1 : 0
  region               = var.region
  vpc_id               = local.vpc_id
  log_destination_type = var.flow_log_destination_type
  log_destination      = local.has_group ? aws_cloudwatch_log_group.flow_log[0].arn : var.flow_log_destination_arn
}

resource "aws_cloudwatch_log_group" "flow_log" {
  count             = local.has_group ? 1 : 0
  region            = var.region
  retention_in_days = var.flow_log_cloudwatch_log_group_retention_in_days
  log_group_class   = var.flow_log_cloudwatch_log_group_class
  tags              = var.tags
}

output "vpc_id" { value = local.vpc_id }
output "vpc_arn" { value = try(aws_vpc.this[0].arn, null) }
output "vpc_cidr_block" { value = try(aws_vpc.this[0].cidr_block, null) }
output "default_security_group_id" { value = try(aws_vpc.this[0].default_security_group_id, null) }
output "igw_id" { value = try(aws_internet_gateway.this[0].id, null) }
output "nat_ids" { value = aws_eip.nat[*].id }
output "nat_public_ips" { value = var.reuse_nat_ips ? var.external_nat_ips : aws_eip.nat[*].public_ip }
output "natgw_ids" { value = aws_nat_gateway.this[*].id }
output "vgw_id" { value = try(aws_vpn_gateway.this[0].id, var.vpn_gateway_id) }
output "cgw_ids" { value = [for gateway in aws_customer_gateway.this : gateway.id] }
output "azs" { value = var.azs }
output "name" { value = var.name }
${subnets}`

const endpoints = `
variable "create" { default = true }
variable "region" { default = null }
variable "vpc_id" { default = null }
variable "endpoints" { default = {} }
variable "subnet_ids" { default = [] }
variable "tags" { default = {} }

locals {
  # An endpoint in no subnet at all is left to what is known of endpoints.
  subnets = { for name, endpoint in var.endpoints : name =>
    length(try(endpoint.subnet_ids, [])) == 0 ? (length(var.subnet_ids) == 0 ? null : var.subnet_ids)
    : length(var.subnet_ids) == 0 ? endpoint.subnet_ids : distinct(concat(var.subnet_ids, endpoint.subnet_ids))
  }
}

resource "aws_vpc_endpoint" "this" {
  for_each          = { for name, endpoint in var.endpoints : name => endpoint if var.create && try(endpoint.create, true) }
  region            = var.region
  vpc_id            = var.vpc_id
  service_name      = try(each.value.service_endpoint, each.value.service_name, each.value.service, null)
  vpc_endpoint_type = try(each.value.service_type, "Interface")
  subnet_ids        = try(each.value.service_type, "Interface") == "Interface" ? local.subnets[each.key] : null
  tags              = merge(var.tags, try(each.value.tags, {}))
}

output "endpoints" { value = aws_vpc_endpoint.this }
`

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/vpc/aws'],
  versions: [
    { majors: [4, 6], files: { 'main.tf': main(false), 'modules/vpc-endpoints/main.tf': endpoints } },
    { majors: [3, 3], files: { 'main.tf': main(true), 'modules/vpc-endpoints/main.tf': endpoints } },
    { majors: [1, 2], files: { 'main.tf': `${main(true)}${endpointsBefore3}` } },
  ],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'a gateway for each of three subnets: 3 × 730 h × $0.048, and 3 addresses × 730 h × $0.005; a gateway for a VPN is free',
    terraform: `provider "aws" {
  region = "eu-west-1"
}

module "vpc" {
  source             = "terraform-aws-modules/vpc/aws"
  name               = "my-vpc"
  cidr               = "10.0.0.0/16"
  azs                = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  private_subnets    = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
  public_subnets     = ["10.0.101.0/24", "10.0.102.0/24", "10.0.103.0/24"]
  enable_nat_gateway = true
  enable_vpn_gateway = true
}
`,
    sees: [
      { address: 'module.vpc.aws_eip.nat', usd: 10.95 },
      { address: 'module.vpc.aws_nat_gateway.this', usd: 105.12, status: 'partial' },
    ],
  },
  {
    name: 'one gateway for all, 730 h × $0.045, its address brought along; an endpoint in three zones, 3 × 730 h × $0.01; a machine in a private subnet has no public address: 730 h × $0.0104 + 8 GiB × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

data "aws_availability_zones" "here" {}

locals {
  zones = slice(data.aws_availability_zones.here.names, 0, 3)
}

module "vpc" {
  source                               = "terraform-aws-modules/vpc/aws"
  version                              = "~> 5.0"
  azs                                  = local.zones
  private_subnets                      = [for k, v in local.zones : cidrsubnet("10.0.0.0/16", 4, k)]
  public_subnets                       = [for k, v in local.zones : cidrsubnet("10.0.0.0/16", 8, k + 48)]
  enable_nat_gateway                   = true
  single_nat_gateway                   = true
  reuse_nat_ips                        = true
  external_nat_ip_ids                  = ["eipalloc-1"]
  enable_flow_log                      = true
  create_flow_log_cloudwatch_log_group = true
}

module "endpoints" {
  source     = "terraform-aws-modules/vpc/aws//modules/vpc-endpoints"
  vpc_id     = module.vpc.vpc_id
  subnet_ids = module.vpc.private_subnets
  endpoints = {
    s3  = { service = "s3", service_type = "Gateway" }
    ecr = { service = "ecr.dkr" }
  }
}

resource "aws_instance" "inside" {
  instance_type = "t3.micro"
  subnet_id     = module.vpc.private_subnets[0]
  root_block_device {
    volume_type = "gp3"
    volume_size = 8
  }
}
`,
    sees: [
      { address: 'aws_instance.inside', usd: 8.23 },
      { address: 'module.vpc.aws_nat_gateway.this', usd: 32.85 },
      { address: 'module.vpc.aws_flow_log.this', usd: null, status: 'free' },
      { address: 'module.vpc.aws_cloudwatch_log_group.flow_log', usd: null },
      { address: 'module.endpoints.aws_vpc_endpoint.this["s3"]', usd: null, status: 'free' },
      { address: 'module.endpoints.aws_vpc_endpoint.this["ecr"]', usd: 21.9 },
    ],
  },
  {
    name: 'version 2 makes endpoints by switches, each in the private subnets: 2 × 2 × 730 h × $0.01, and a free one',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "vpc" {
  source              = "terraform-aws-modules/vpc/aws"
  version             = "~> 2.70"
  cidr                = "10.0.0.0/16"
  azs                 = ["us-east-1a", "us-east-1b"]
  private_subnets     = ["10.0.1.0/24", "10.0.2.0/24"]
  enable_s3_endpoint  = true
  enable_ssm_endpoint = true
  enable_sts_endpoint = true
}
`,
    sees: [
      { address: 'module.vpc.aws_vpc_endpoint.s3', usd: null, status: 'free' },
      { address: 'module.vpc.aws_vpc_endpoint.ssm', usd: 14.6 },
      { address: 'module.vpc.aws_vpc_endpoint.sts', usd: 14.6 },
    ],
  },
  {
    name: 'up to version 3 machines in public subnets have public addresses, later only where it is said: 730 h × ($0.0104 + $0.005), and 730 h × $0.0104, each with 8 GiB × $0.08',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "three" {
  source         = "terraform-aws-modules/vpc/aws"
  version        = "3.19.0"
  azs            = ["us-east-1a"]
  public_subnets = ["10.0.1.0/24"]
}

module "six" {
  source         = "terraform-aws-modules/vpc/aws"
  version        = ">= 5.0"
  azs            = ["us-east-1a"]
  public_subnets = ["10.0.1.0/24"]
}

resource "aws_instance" "three" {
  instance_type = "t3.micro"
  subnet_id     = module.three.public_subnets[0]
  root_block_device {
    volume_type = "gp3"
    volume_size = 8
  }
}

resource "aws_instance" "six" {
  instance_type = "t3.micro"
  subnet_id     = module.six.public_subnets[0]
  root_block_device {
    volume_type = "gp3"
    volume_size = 8
  }
}
`,
    sees: [
      { address: 'aws_instance.three', usd: 11.88 },
      { address: 'aws_instance.six', usd: 8.23 },
    ],
  },
]
