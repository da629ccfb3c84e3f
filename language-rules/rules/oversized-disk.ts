import * as z from 'zod/mini'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace, writtenAt } from '../../core/rules/block-place.ts'
import type { Fact, Resource } from '../../core/types.ts'

interface Boot {
  readonly fact: string
  readonly attribute: string
  /** GiB of the provider's own image of Linux, and of Windows. */
  readonly image: readonly [linux: number, windows: number | undefined]
  readonly whose: string
}

const azure = (attribute: string): Boot => ({
  fact: 'osDisk.sizeGiB',
  attribute,
  // https://learn.microsoft.com/azure/virtual-machines/linux/expand-disks, …/windows/expand-os-disk
  image: [30, 127],
  whose: 'a Marketplace image',
})

const boots: Readonly<Record<string, Boot>> = {
  // https://docs.aws.amazon.com/linux/al2023/ug/compare-with-al2.html; of Windows no page that was read says it.
  aws_instance: {
    fact: 'root.sizeGiB',
    attribute: 'root_block_device.volume_size',
    image: [8, undefined],
    whose: 'Amazon Linux',
  },
  // https://github.com/GoogleCloudPlatform/compute-image-tools/tree/433e600c/daisy_workflows/image_build
  google_compute_instance: {
    fact: 'disks[0].sizeGiB',
    attribute: 'boot_disk.initialize_params.size',
    image: [10, 50],
    whose: 'Google’s own image',
  },
  azurerm_linux_virtual_machine: azure('os_disk.disk_size_gb'),
  azurerm_windows_virtual_machine: azure('os_disk.disk_size_gb'),
}

const options = z.object({
  times: z
    ._default(z.number().check(z.positive()), 20)
    .check(z.describe('How many times the size of the provider’s own image a boot disk may have.')),
})

export const rule = defineRule({
  id: 'oversized-disk',
  on: 'resource',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'The boot disk of a machine is many times as large as the image it starts from asks for.',
    why: 'A disk is billed for all it could hold. A boot disk goes with its machine, and no provider makes one smaller: a new one has to be made.',
    fix: 'Give it what the system and its programs use, and keep data on a disk of its own, which grows when it is needed.',
    unless: 'The machine keeps its data, models or containers on the boot disk. Machines with a GPU are left alone.',
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/requesting-ebs-volume-modifications.html',
    notIn: {
      python: 'what a machine is for cannot be told where a program starts it',
      typescript: 'what a machine is for cannot be told where a program starts it',
      notebook: 'what a machine is for cannot be told where a program starts it',
    },
  },
  options,
  *check(resource, { estimate, estimateWith, document, prices, options: { times } }) {
    const boot = boots[resource.type]
    const size = boot && resource.shape[boot.fact]
    if (!boot || size?.is !== 'known' || typeof size.value !== 'number') return
    const [image, windows] = boot.image
    const least = isWindows(resource) ? windows : image
    if (least === undefined || size.value < least * times || hasGpu(resource, prices)) return
    const shape = { ...resource.shape, [boot.fact]: known<Fact>(least, resource.location) }
    const [now, then] = [estimate, estimateWith({ shape })].map(({ usd: month }) => month)
    if (!now || !then || then.likely >= now.likely) return
    yield {
      at: writtenAt(resource, boot.attribute) ?? factPlace(resource, size, document),
      message: say`A boot disk of ${size.value} GiB, where ${boot.whose} asks for ${least}: ${usd(now.likely - then.likely)} a month for the rest. Give it what is used.`,
    }
  },
})

const isWindows = ({ type, shape }: Resource) =>
  type.includes('windows') ||
  ['operatingSystem', 'os', 'image'].some((name) => shape[name] && /windows/i.test(String(valueOf(shape[name]))))

function hasGpu({ cloud, shape }: Resource, prices: PriceBook): boolean {
  const type = ['instanceType', 'machineType'].map((name) => shape[name] && valueOf(shape[name])).find(Boolean)
  const isTold = Object.keys(shape).some((name) => /^(gpu|accelerator)/i.test(name))
  return type === undefined || isTold || (prices.specs(cloud, String(type))?.accelerators ?? 0) > 0
}

export const examples: readonly RuleExample[] = [
  {
    name: 'of each provider: 492 × $0.08, 290 × $0.10, and a P30 in place of a P4',
    lang: 'terraform',
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
          'A boot disk of 500 GiB, where Amazon Linux asks for 8: $39.36 a month for the rest. Give it what is used.',
      },
      {
        line: 23,
        message:
          'A boot disk of 300 GiB, where Google’s own image asks for 10: $29.00 a month for the rest. Give it what is used.',
      },
      {
        line: 42,
        message:
          'A boot disk of 1,024 GiB, where a Marketplace image asks for 30: $129.89 a month for the rest. Give it what is used.',
      },
    ],
  },
  {
    name: 'a limit of the team',
    lang: 'terraform',
    options: { times: 10 },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    volume_type = "gp3"
    volume_size = 100
  }
}
`,
    finds: [
      {
        line: 11,
        message:
          'A boot disk of 100 GiB, where Amazon Linux asks for 8: $7.36 a month for the rest. Give it what is used.',
      },
    ],
  },
  {
    name: 'a machine with a GPU, one that takes what the image asks for, one whose size a variable says',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "size" {}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.xlarge"

  root_block_device {
    volume_type = "gp3"
    volume_size = 500
  }
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
}

resource "aws_instance" "asked" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    volume_type = "gp3"
    volume_size = var.size
  }
}
`,
    finds: [],
  },
]
