/** The files of a root of 200 resources, half of them in 20 modules that take their sizes from it and give ids back. */
export function terraformRoot(): Readonly<Record<string, string>> {
  const modules = Array.from({ length: 20 }, (_, i) => i)
  return {
    'main.tf': `provider "aws" {\n  region = var.region\n}\n\n${modules.map(call).join('\n')}\n${machines()}`,
    'variables.tf': variables,
    'locals.tf': locals,
    'terraform.tfvars': 'region = "us-west-2"\nname   = "bench"\n',
    ...Object.fromEntries(modules.flatMap((i) => Object.entries(files(i)))),
  }
}

const variables = `variable "region" {
  type = string
}

variable "name" {
  type = string
}

variable "disks" {
  type = map(object({ size = number, kind = optional(string, "gp3"), iops = optional(number) }))
  default = {
    data = { size = 200 }
    logs = { size = 50, kind = "gp2" }
  }
}
`

const locals = `locals {
  types = ["t3.micro", "m5.large", "c5.xlarge"]
  tags  = merge({ app = var.name }, { for k, v in var.disks : "disk-\${k}" => tostring(v.size) })
}
`

const call = (i: number) => `module "app_${i}" {
  source = "./modules/app_${i}"
  name   = "\${var.name}-${i}"
  type   = element(local.types, ${i})
  disks  = var.disks
  tags   = local.tags
}
`

const machines = () =>
  Array.from(
    { length: 100 },
    (_, i) => `resource "aws_instance" "m${i}" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = local.types[${i % 3}]
  subnet_id                   = module.app_${i % 20}.subnet
  associate_public_ip_address = ${i % 2 === 0}
  tags                        = merge(local.tags, { Name = "\${var.name}-m${i}" })

  root_block_device {
    volume_type = "gp3"
    volume_size = ${20 + i}
  }
}
`,
  ).join('\n')

const files = (i: number) => ({
  [`modules/app_${i}/variables.tf`]:
    'variable "name" {}\nvariable "type" {}\nvariable "tags" {}\nvariable "disks" {\n  type = map(object({ size = number, kind = string, iops = optional(number) }))\n}\n',
  [`modules/app_${i}/main.tf`]: `resource "aws_instance" "web" {
  count                       = ${1 + (i % 3)}
  ami                         = "ami-0123456789abcdef0"
  instance_type               = var.type
  subnet_id                   = aws_subnet.a.id
  associate_public_ip_address = false
  tags                        = var.tags
}

resource "aws_subnet" "a" {
  cidr_block = cidrsubnet("10.0.0.0/8", 8, ${i})
}

resource "aws_ebs_volume" "disk" {
  for_each          = var.disks
  availability_zone = aws_instance.web[0].availability_zone
  type              = each.value.kind
  size              = each.value.size
  iops              = each.value.iops
  tags              = merge(var.tags, { Name = "\${var.name}-\${each.key}" })
}

resource "aws_s3_bucket" "store" {
  bucket = "\${var.name}-store"
}

resource "aws_s3_bucket_lifecycle_configuration" "store" {
  bucket = aws_s3_bucket.store.id

  rule {
    id     = "old"
    status = "Enabled"
    expiration {
      days = 30
    }
  }
}

output "subnet" {
  value = aws_subnet.a.id
}
`,
})
