import type { RuleExample } from '../../../core/rule.ts'

export const oversizedDisk: readonly RuleExample[] = [
  {
    name: 'disks for data: 420 × $0.08, and a P6 in place of a P30',
    lang: 'terraform',
    usage: { 'aws_ebs_volume.data': { usedGiB: 40 }, 'azurerm_managed_disk.data': { usedGiB: 30 } },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500
}

resource "azurerm_managed_disk" "data" {
  name                 = "data"
  location             = "eastus"
  resource_group_name  = "shop"
  create_option        = "Empty"
  storage_account_type = "Premium_LRS"
  disk_size_gb         = 1024
}
`,
    finds: [
      {
        line: 8,
        message:
          'Of this disk’s 500 GiB, 40 are in use, as you told: one of 80 GiB costs $33.60 a month less. A new one has to be made: none is ever made smaller.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 80
}

resource "azurerm_managed_disk" "data" {
  name                 = "data"
  location             = "eastus"
  resource_group_name  = "shop"
  create_option        = "Empty"
  storage_account_type = "Premium_LRS"
  disk_size_gb         = 1024
}
`,
      },
      {
        line: 17,
        message:
          'Of this disk’s 1,024 GiB, 30 are in use, as you told: one of 60 GiB costs $124.96 a month less. A new one has to be made: none is ever made smaller.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500
}

resource "azurerm_managed_disk" "data" {
  name                 = "data"
  location             = "eastus"
  resource_group_name  = "shop"
  create_option        = "Empty"
  storage_account_type = "Premium_LRS"
  disk_size_gb         = 60
}
`,
      },
    ],
  },
  {
    name: 'boot disks: 420 × $0.08; never less than the 10 GiB of Google’s own image: 290 × $0.10; a P6 in place of a P30',
    lang: 'terraform',
    usage: {
      'aws_instance.web': { usedGiB: 40 },
      'google_compute_instance.web': { usedGiB: 3 },
      'azurerm_linux_virtual_machine.web': { usedGiB: 20 },
    },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    volume_type = "gp3"
    volume_size = 500
  }
}

resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "n2-standard-2"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
      size  = 300
      type  = "pd-balanced"
    }
  }

  network_interface {
    network = "default"
  }
}

resource "azurerm_linux_virtual_machine" "web" {
  name                = "web"
  resource_group_name = "shop"
  location            = "eastus"
  size                = "Standard_D2s_v3"

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 1024
  }
}
`,
    finds: [
      {
        line: 11,
        message:
          'Of this disk’s 500 GiB, 40 are in use, as you told: one of 80 GiB costs $33.60 a month less. A new one has to be made: none is ever made smaller.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    volume_type = "gp3"
    volume_size = 80
  }
}

resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "n2-standard-2"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
      size  = 300
      type  = "pd-balanced"
    }
  }

  network_interface {
    network = "default"
  }
}

resource "azurerm_linux_virtual_machine" "web" {
  name                = "web"
  resource_group_name = "shop"
  location            = "eastus"
  size                = "Standard_D2s_v3"

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 1024
  }
}
`,
      },
      {
        line: 23,
        message:
          'Of this disk’s 300 GiB, 3 are in use, as you told: one of 10 GiB costs $29.00 a month less. A new one has to be made: none is ever made smaller.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    volume_type = "gp3"
    volume_size = 500
  }
}

resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "n2-standard-2"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
      size  = 10
      type  = "pd-balanced"
    }
  }

  network_interface {
    network = "default"
  }
}

resource "azurerm_linux_virtual_machine" "web" {
  name                = "web"
  resource_group_name = "shop"
  location            = "eastus"
  size                = "Standard_D2s_v3"

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 1024
  }
}
`,
      },
      {
        line: 42,
        message:
          'Of this disk’s 1,024 GiB, 20 are in use, as you told: one of 40 GiB costs $124.96 a month less. A new one has to be made: none is ever made smaller.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    volume_type = "gp3"
    volume_size = 500
  }
}

resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "n2-standard-2"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
      size  = 300
      type  = "pd-balanced"
    }
  }

  network_interface {
    network = "default"
  }
}

resource "azurerm_linux_virtual_machine" "web" {
  name                = "web"
  resource_group_name = "shop"
  location            = "eastus"
  size                = "Standard_D2s_v3"

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 40
  }
}
`,
      },
    ],
  },
  {
    name: 'a limit of the team: four times as much',
    lang: 'terraform',
    options: { times: 4 },
    usage: { 'aws_ebs_volume.data': { usedGiB: 40 }, 'aws_ebs_volume.old': { usedGiB: 200 } },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500
}

resource "aws_ebs_volume" "old" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500
}
`,
    finds: [
      {
        line: 8,
        message:
          'Of this disk’s 500 GiB, 40 are in use, as you told: one of 160 GiB costs $27.20 a month less. A new one has to be made: none is ever made smaller.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 160
}

resource "aws_ebs_volume" "old" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500
}
`,
      },
    ],
  },
  {
    name: 'its use is not told, or is more than half; made of a snapshot; a variable says its size; billed as the same size',
    lang: 'terraform',
    usage: {
      'aws_ebs_volume.full': { usedGiB: 300 },
      'aws_ebs_volume.copy': { usedGiB: 40 },
      'aws_ebs_volume.asked': { usedGiB: 40 },
      'azurerm_managed_disk.data': { usedGiB: 280 },
    },
    code: `provider "aws" {
  region = "us-east-1"
}

variable "size" {}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500
}

resource "aws_ebs_volume" "full" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500
}

resource "aws_ebs_volume" "copy" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500
  snapshot_id       = "snap-0123456789abcdef0"
}

resource "aws_ebs_volume" "asked" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = var.size
}

resource "azurerm_managed_disk" "data" {
  name                 = "data"
  location             = "eastus"
  resource_group_name  = "shop"
  create_option        = "Empty"
  storage_account_type = "Premium_LRS"
  disk_size_gb         = 1024
}
`,
    finds: [],
  },
]
