import type { RuleExample } from '../../../core/rule.ts'

const aws = (region: string) => `provider "aws" {
  region = "${region}"
}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.12xlarge"
}
`

export const cheaperRegionExamples: readonly RuleExample[] = [
  {
    name: 'a machine that costs less in another agreed region',
    lang: 'terraform',
    options: { regions: ['eu-central-1', 'eu-west-1', 'eu-north-1'] },
    code: aws('eu-central-1'),
    finds: [
      {
        line: 5,
        message:
          '$5,177 a month in eu-central-1, $4,392 in eu-north-1, which is agreed on as well. Move it if its data can come along.',
      },
    ],
  },
  {
    name: 'Azure',
    lang: 'terraform',
    options: { regions: ['westeurope', 'eastus'] },
    code: `resource "azurerm_linux_virtual_machine" "train" {
  name     = "train"
  location = "westeurope"
  size     = "Standard_NC24ads_A100_v4"

  os_disk {
    storage_account_type = "Standard_LRS"
    disk_size_gb         = 128
  }
}
`,
    finds: [
      {
        line: 1,
        message:
          '$3,492 a month in westeurope, $2,687 in eastus, which is agreed on as well. Move it if its data can come along.',
      },
    ],
  },
  {
    name: 'SkyPilot',
    lang: 'python',
    options: { regions: ['us-*', 'eu-central-1'] },
    code: `import sky

sky.Resources(cloud=sky.AWS(), instance_type="g5.xlarge", region="eu-central-1")
`,
    finds: [
      {
        line: 3,
        message:
          '$1.26 an hour in eu-central-1, $1.01 in us-east-1, which is agreed on as well. Move it if its data can come along.',
        fixed: `import sky

sky.Resources(cloud=sky.AWS(), instance_type="g5.xlarge", region="us-east-1")
`,
      },
    ],
  },
  { name: 'nobody has agreed on regions', lang: 'terraform', code: aws('eu-central-1'), finds: [] },
  {
    name: 'the cheapest of those agreed on',
    lang: 'terraform',
    options: { regions: ['us-east-1', 'eu-*'] },
    code: aws('us-east-1'),
    finds: [],
  },
]
