import type { RuleExample } from '../../../core/rule.ts'

const instance = (more: string, name = 'dev') => `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "${name}" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.xlarge"
${more}}
`

export const unscheduledMachineExamples: readonly RuleExample[] = [
  {
    name: 'an instance by its name',
    lang: 'terraform',
    code: instance(''),
    finds: [
      {
        line: 5,
        message:
          'Not for production, and always on: $140.16 a month for the machine, $41.71 if it runs 50 of the 168 hours of a week. Stop it by a schedule.',
      },
    ],
  },
  {
    name: 'an Auto Scaling group: two scheduled actions',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "worker" {
  instance_type = "m5.large"
}

resource "aws_autoscaling_group" "staging" {
  min_size           = 2
  max_size           = 2
  availability_zones = ["us-east-1a"]

  launch_template {
    id = aws_launch_template.worker.id
  }
}
`,
    finds: [
      {
        line: 9,
        message:
          'Not for production, and always on: $140.16 a month for the machine, $41.71 if it runs 50 of the 168 hours of a week. Stop it by a schedule.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "worker" {
  instance_type = "m5.large"
}

resource "aws_autoscaling_group" "staging" {
  min_size           = 2
  max_size           = 2
  availability_zones = ["us-east-1a"]

  launch_template {
    id = aws_launch_template.worker.id
  }
}

resource "aws_autoscaling_schedule" "staging_up" {
  scheduled_action_name  = "up"
  autoscaling_group_name = aws_autoscaling_group.staging.name
  recurrence             = "0 8 * * MON-FRI"
  min_size               = 2
  max_size               = 2
  desired_capacity       = 2
}

resource "aws_autoscaling_schedule" "staging_down" {
  scheduled_action_name  = "down"
  autoscaling_group_name = aws_autoscaling_group.staging.name
  recurrence             = "0 18 * * MON-FRI"
  min_size               = 0
  max_size               = 2
  desired_capacity       = 0
}
`,
      },
    ],
  },
  {
    name: 'Azure: shut down every evening',
    lang: 'terraform',
    code: `resource "azurerm_linux_virtual_machine" "sandbox" {
  name     = "sandbox"
  location = "East US"
  size     = "Standard_D4s_v5"
}
`,
    finds: [
      {
        line: 1,
        message:
          'Not for production, and always on: $140.16 a month for the machine, $41.71 if it runs 50 of the 168 hours of a week. Stop it by a schedule.',
        fixed: `resource "azurerm_linux_virtual_machine" "sandbox" {
  name     = "sandbox"
  location = "East US"
  size     = "Standard_D4s_v5"
}

resource "azurerm_dev_test_global_vm_shutdown_schedule" "sandbox" {
  virtual_machine_id    = azurerm_linux_virtual_machine.sandbox.id
  location              = azurerm_linux_virtual_machine.sandbox.location
  daily_recurrence_time = "1900"
  timezone              = "UTC"

  notification_settings {
    enabled = false
  }
}
`,
      },
    ],
  },
  {
    name: 'a notebook with a GPU, anywhere',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.g4dn.xlarge"
}
`,
    finds: [
      {
        line: 5,
        message:
          'A notebook with a GPU always on: $537.28 a month for the machine, $159.90 if it runs 50 of the 168 hours of a week. Stop it by a schedule.',
      },
    ],
  },
  {
    name: 'Google Cloud, needed for 60 hours',
    lang: 'terraform',
    options: { hours: 60 },
    code: `resource "google_compute_instance" "test" {
  name         = "test"
  machine_type = "e2-standard-4"
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
        line: 1,
        message:
          'Not for production, and always on: $97.84 a month for the machine, $34.94 if it runs 60 of the 168 hours of a week. Stop it by a schedule.',
      },
    ],
  },
  {
    name: 'a tag says who stops it',
    lang: 'terraform',
    code: instance('\n  tags = {\n    Schedule = "office-hours"\n  }\n'),
    finds: [],
  },
  {
    name: 'nothing says that it is not for production',
    lang: 'terraform',
    code: instance('', 'api'),
    finds: [],
  },
  {
    name: 'a notebook that a script stops, and one without a GPU',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_notebook_instance" "lab" {
  name                  = "lab"
  role_arn              = "arn:aws:iam::123456789012:role/lab"
  instance_type         = "ml.g4dn.xlarge"
  lifecycle_config_name = "stop-when-idle"
}

resource "aws_sagemaker_notebook_instance" "small" {
  name          = "small"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
}
`,
    finds: [],
  },
  {
    name: 'Azure has shut it down every evening',
    lang: 'terraform',
    code: `resource "azurerm_linux_virtual_machine" "sandbox" {
  name     = "sandbox"
  location = "East US"
  size     = "Standard_D4s_v5"
}

resource "azurerm_dev_test_global_vm_shutdown_schedule" "sandbox" {
  virtual_machine_id    = azurerm_linux_virtual_machine.sandbox.id
  location              = azurerm_linux_virtual_machine.sandbox.location
  daily_recurrence_time = "1900"
  timezone              = "UTC"

  notification_settings {
    enabled = false
  }
}
`,
    finds: [],
  },
]
