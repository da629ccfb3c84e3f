import type { RuleExample } from '../../../core/rule.ts'

/** What is reserved, or serves, is not told of. */
export const onDemandGpuKept: readonly RuleExample[] = [
  {
    name: 'it runs in capacity that is reserved: said by the instance, by the template of a group, on Google and on Azure',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p4d.24xlarge"

  capacity_reservation_specification {
    capacity_reservation_target {
      capacity_reservation_id = "cr-0123456789abcdef0"
    }
  }
}

resource "aws_launch_template" "node" {
  instance_type = "p5.48xlarge"

  capacity_reservation_specification {
    capacity_reservation_preference = "capacity-reservations-only"
  }
}

resource "aws_eks_node_group" "train" {
  cluster_name = "main"

  launch_template {
    id      = aws_launch_template.node.id
    version = aws_launch_template.node.latest_version
  }

  scaling_config {
    min_size     = 1
    desired_size = 1
    max_size     = 1
  }
}

resource "google_compute_instance" "train" {
  name         = "train"
  machine_type = "a3-highgpu-8g"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      size = 200
      type = "pd-balanced"
    }
  }

  reservation_affinity {
    type = "SPECIFIC_RESERVATION"

    specific_reservation {
      key    = "compute.googleapis.com/reservation-name"
      values = ["gpus"]
    }
  }
}

resource "azurerm_linux_virtual_machine" "batch" {
  name                          = "batch"
  location                      = "East US"
  size                          = "Standard_NC24ads_A100_v4"
  capacity_reservation_group_id = "/subscriptions/1/groups/gpus"
}
`,
    finds: [],
  },
  {
    name: 'a server of models waits for questions',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "vllm" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.xlarge"
}
`,
    finds: [],
  },
]
