import type { RuleExample } from '../../../core/rule.ts'
import { unscheduledNotebookExamples } from './unscheduled-notebook.ts'

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
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "dev" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.xlarge"
}

resource "aws_scheduler_schedule" "dev_start" {
  schedule_expression = "cron(0 8 ? * MON-FRI *)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:ec2:startInstances"
    role_arn = aws_iam_role.dev_hours.arn
    input    = jsonencode({ InstanceIds = [aws_instance.dev.id] })
  }
}

resource "aws_scheduler_schedule" "dev_stop" {
  schedule_expression = "cron(0 18 ? * MON-FRI *)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:ec2:stopInstances"
    role_arn = aws_iam_role.dev_hours.arn
    input    = jsonencode({ InstanceIds = [aws_instance.dev.id] })
  }
}

resource "aws_iam_role" "dev_hours" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "dev_hours" {
  role = aws_iam_role.dev_hours.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:StartInstances", "ec2:StopInstances"]
      Resource = aws_instance.dev.arn
    }]
  })
}
`,
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
    name: 'Google Cloud: a policy that starts and stops it',
    lang: 'terraform',
    code: `resource "google_compute_instance" "qa_box" {
  name         = "qa"
  machine_type = "e2-standard-4"
  zone         = "europe-west1-b"
}
`,
    finds: [
      {
        line: 1,
        message:
          'Not for production, and always on: $107.64 a month for the machine, $32.04 if it runs 50 of the 168 hours of a week. Stop it by a schedule.',
        fixed: `resource "google_compute_instance" "qa_box" {
  name              = "qa"
  machine_type      = "e2-standard-4"
  zone              = "europe-west1-b"
  resource_policies = [google_compute_resource_policy.qa_box_hours.id]
}

resource "google_compute_resource_policy" "qa_box_hours" {
  name   = "qa-box-hours"
  region = "europe-west1"

  instance_schedule_policy {
    time_zone = "UTC"

    vm_start_schedule {
      schedule = "0 8 * * 1-5"
    }

    vm_stop_schedule {
      schedule = "0 18 * * 1-5"
    }
  }
}
`,
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
  ...unscheduledNotebookExamples,
  {
    name: 'a machine with a discount for sustained use, of which fewer hours have less',
    lang: 'terraform',
    code: `provider "google" {
  project = "harbour"
  region  = "us-central1"
}

resource "google_compute_instance" "berths" {
  name         = "berths"
  machine_type = "n2-standard-8"
  zone         = "us-central1-a"
  count        = 1

  labels = {
    environment = "development"
  }
}
`,
    finds: [
      {
        line: 6,
        message:
          'Not for production, and always on: $226.87 a month for the machine, $82.60 if it runs 50 of the 168 hours of a week. Stop it by a schedule.',
      },
    ],
  },
]
