import type { ResourceExample } from '../../../../core/resource.ts'

export const imageExamples: readonly ResourceExample[] = [
  {
    name: 'a machine has the licence of the image it asks for: 730 h × ($0.096 + 2 vCPU × $0.046), by name, by parameter and by platform; what SQL Server takes beside it is not known',
    terraform: `provider "aws" {
  region = "us-east-1"
}

data "aws_ami" "named" {
  owners = ["amazon"]
  filter {
    name   = "name"
    values = ["Windows_Server-2022-English-Full-Base-*"]
  }
}

data "aws_ami" "own" {
  owners = ["self"]
  filter {
    name   = "platform"
    values = ["windows"]
  }
}

data "aws_ssm_parameter" "latest" {
  name = "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base"
}

locals {
  images = {
    named = data.aws_ami.named.id
  }
}

resource "aws_instance" "named" {
  ami                         = local.images["named"]
  instance_type               = "m5.large"
  associate_public_ip_address = false
  root_block_device {
    volume_type = "gp3"
    volume_size = 50
  }
}

resource "aws_instance" "own" {
  ami                         = data.aws_ami.own.id
  instance_type               = "m5.large"
  associate_public_ip_address = false
  root_block_device {
    volume_type = "gp3"
    volume_size = 50
  }
}

resource "aws_instance" "latest" {
  ami                         = nonsensitive(data.aws_ssm_parameter.latest.value)
  instance_type               = "m5.large"
  associate_public_ip_address = false
  root_block_device {
    volume_type = "gp3"
    volume_size = 50
  }
}

resource "aws_launch_template" "sql" {
  image_id      = "resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-SQL_2022_Standard"
  instance_type = "m5.large"
  block_device_mappings {
    device_name = "/dev/sda1"
    ebs {
      volume_type = "gp3"
      volume_size = 50
    }
  }
}

resource "aws_instance" "sql" {
  associate_public_ip_address = false
  launch_template {
    id = aws_launch_template.sql.id
  }
}
`,
    sees: [
      { address: 'aws_instance.named', usd: 141.24, status: 'priced' },
      { address: 'aws_instance.own', usd: 141.24, status: 'priced' },
      { address: 'aws_instance.latest', usd: 141.24, status: 'priced' },
      { address: 'aws_instance.sql', status: 'partial', usd: 74.08 },
    ],
  },
]
