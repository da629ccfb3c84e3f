// https://registry.terraform.io/modules/terraform-aws-modules/security-group/aws/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

/** Groups and their rules are free: what stands here is for those who read the outputs. */
const main = `
variable "create" { default = true }
variable "create_sg" { default = true }
variable "security_group_id" { default = "" }
variable "region" { default = null }
variable "name" { default = null }
variable "vpc_id" { default = null }
variable "tags" { default = {} }

resource "aws_security_group" "this" {
  count  = var.create && var.create_sg ? 1 : 0
  region = var.region
  name   = var.name
  vpc_id = var.vpc_id
  tags   = var.tags
}

output "security_group_id" { value = try(aws_security_group.this[0].id, var.security_group_id) }
output "security_group_arn" { value = try(aws_security_group.this[0].arn, null) }
output "security_group_name" { value = try(aws_security_group.this[0].name, null) }
output "security_group_vpc_id" { value = try(aws_security_group.this[0].vpc_id, null) }
`

/** Submodules with the rules of a protocol, of the names that are called most. */
const protocols = [
  'cassandra consul elasticsearch http-80 http-8080 https-443 https-8443 kafka memcached mongodb mssql mysql nfs nomad',
  'openvpn oracle-db postgresql prometheus rabbitmq rdp redis redshift smtp smtps ssh vault web zookeeper',
].flatMap((names) => names.split(' '))

export const module: ModuleAdapter = {
  sources: ['terraform-aws-modules/security-group/aws'],
  versions: [
    {
      majors: [1, 5],
      files: {
        'main.tf': main,
        ...Object.fromEntries(protocols.map((name) => [`modules/${name}/main.tf`, main])),
      },
    },
  ],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'groups cost nothing; a machine in one does, 730 h × $0.0104 + 8 GiB × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

module "web" {
  source              = "terraform-aws-modules/security-group/aws//modules/http-80"
  name                = "web-server"
  vpc_id              = "vpc-12345678"
  ingress_cidr_blocks = ["10.10.0.0/16"]
}

resource "aws_instance" "web" {
  instance_type               = "t3.micro"
  vpc_security_group_ids      = [module.web.security_group_id]
  associate_public_ip_address = false
  root_block_device {
    volume_type = "gp3"
    volume_size = 8
  }
}
`,
    sees: [{ address: 'aws_instance.web', usd: 8.23 }],
  },
  {
    name: 'one for each of two names: nothing to pay',
    terraform: `module "services" {
  source   = "terraform-aws-modules/security-group/aws"
  for_each = toset(["a", "b"])
  name     = each.key
}
`,
    sees: [],
  },
]
