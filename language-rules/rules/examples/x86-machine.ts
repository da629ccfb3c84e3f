import type { RuleExample } from '../../../core/rule.ts'

export const x86MachineExamples: readonly RuleExample[] = [
  {
    name: 'the image is looked up for its processor: both are changed',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }

  filter {
    name   = "architecture"
    values = ["x86_64"]
  }
}

resource "aws_instance" "api" {
  ami           = data.aws_ami.linux.id
  instance_type = "m5.xlarge"
}
`,
    finds: [
      {
        line: 22,
        message:
          'm5.xlarge: $140.96 a month, $113.22 as m6g.xlarge (Arm), $126.36 as m5a.xlarge (AMD). Arm needs an image and programs built for arm64; AMD runs the same ones.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-arm64"]
  }

  filter {
    name   = "architecture"
    values = ["arm64"]
  }
}

resource "aws_instance" "api" {
  ami           = data.aws_ami.linux.id
  instance_type = "m6g.xlarge"
}
`,
      },
    ],
  },
  {
    name: 'another machine takes the same image: the fix keeps to AMD',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

data "aws_ssm_parameter" "linux" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

resource "aws_instance" "api" {
  ami           = data.aws_ssm_parameter.linux.value
  instance_type = "m5.xlarge"
}

resource "aws_instance" "past" {
  ami           = data.aws_ssm_parameter.linux.value
  instance_type = "m6g.xlarge"
}
`,
    finds: [
      {
        line: 11,
        message:
          'm5.xlarge: $140.96 a month, $113.22 as m6g.xlarge (Arm), $126.36 as m5a.xlarge (AMD). Arm needs an image and programs built for arm64; AMD runs the same ones.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

data "aws_ssm_parameter" "linux" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

resource "aws_instance" "api" {
  ami           = data.aws_ssm_parameter.linux.value
  instance_type = "m5a.xlarge"
}

resource "aws_instance" "past" {
  ami           = data.aws_ssm_parameter.linux.value
  instance_type = "m6g.xlarge"
}
`,
      },
    ],
  },
  {
    name: 'AWS: both are cheaper, and only the one that runs the same images is offered',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "api" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.xlarge"
}
`,
    finds: [
      {
        line: 7,
        message:
          'm5.xlarge: $140.96 a month, $113.22 as m6g.xlarge (Arm), $126.36 as m5a.xlarge (AMD). Arm needs an image and programs built for arm64; AMD runs the same ones.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "api" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5a.xlarge"
}
`,
      },
    ],
  },
  {
    name: 'a database: its engine is the provider’s to run',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.m5.large"
  allocated_storage   = 20
  storage_type        = "gp3"
  skip_final_snapshot = true
}
`,
    finds: [
      {
        line: 7,
        message:
          'db.m5.large: $132.24 a month, $118.37 as db.m6g.large (Arm). Change the type if the engine version has it.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  storage_type        = "gp3"
  skip_final_snapshot = true
}
`,
      },
    ],
  },
  {
    name: 'a database whose version runs on no Arm type',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "orders" {
  engine              = "mysql"
  engine_version      = "5.7"
  instance_class      = "db.m5.large"
  allocated_storage   = 20
  storage_type        = "gp3"
  skip_final_snapshot = true
}
`,
    finds: [],
  },
  {
    name: 'Azure',
    lang: 'terraform',
    code: `resource "azurerm_linux_virtual_machine" "worker" {
  name     = "worker"
  location = "East US"
  size     = "Standard_D4s_v5"
}
`,
    finds: [
      {
        line: 4,
        message:
          'Standard_D4s_v5: $140.16 a month, $102.20 as Standard_D4ps_v6 (Arm), $125.56 as Standard_D4as_v5 (AMD). Arm needs an image and programs built for arm64; AMD runs the same ones.',
        fixed: `resource "azurerm_linux_virtual_machine" "worker" {
  name     = "worker"
  location = "East US"
  size     = "Standard_D4as_v5"
}
`,
      },
    ],
  },
  {
    name: 'Google Cloud',
    lang: 'terraform',
    code: `resource "google_compute_instance" "api" {
  name         = "api"
  machine_type = "n2-standard-4"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      size = 20
      type = "pd-balanced"
    }
  }
}
`,
    finds: [
      {
        line: 3,
        message:
          'n2-standard-4: $115.43 a month, $100.69 as n2d-standard-4 (AMD). Change the type: it runs the same images.',
        fixed: `resource "google_compute_instance" "api" {
  name         = "api"
  machine_type = "n2d-standard-4"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      size = 20
      type = "pd-balanced"
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'a program rents it',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-0123456789abcdef0", InstanceType="c6i.xlarge", MinCount=1, MaxCount=1)
`,
    finds: [
      {
        line: 4,
        message:
          'c6i.xlarge: $124.10 a month, $99.28 as c6g.xlarge (Arm), $111.69 as c6a.xlarge (AMD). Arm needs an image and programs built for arm64; AMD runs the same ones.',
        fixed: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-0123456789abcdef0", InstanceType="c6a.xlarge", MinCount=1, MaxCount=1)
`,
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(
  new RunInstancesCommand({ ImageId: 'ami-0123456789abcdef0', InstanceType: 'r5.large', MinCount: 1, MaxCount: 1 }),
)
`,
    finds: [
      {
        line: 5,
        message:
          'r5.large: $91.98 a month, $73.58 as r6g.large (Arm), $82.49 as r5a.large (AMD). Arm needs an image and programs built for arm64; AMD runs the same ones.',
        fixed: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(
  new RunInstancesCommand({ ImageId: 'ami-0123456789abcdef0', InstanceType: 'r5a.large', MinCount: 1, MaxCount: 1 }),
)
`,
      },
    ],
  },
  {
    name: 'Graviton already',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "api" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.xlarge"
}
`,
    finds: [],
  },
  {
    name: 'Windows, and a machine with GPUs',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "azurerm_windows_virtual_machine" "desk" {
  name     = "desk"
  location = "East US"
  size     = "Standard_D4s_v5"
}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.xlarge"
}
`,
    finds: [],
  },
]
