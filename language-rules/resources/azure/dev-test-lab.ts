// https://azure.microsoft.com/pricing/details/devtest-lab/: the lab is free, its machines and their disks are billed as any other.
import type { Block } from '../../../core/format.ts'
import { mapKnown } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { diskLines, diskUsage } from './disk-lines.ts'
import { machineLines, machineShape } from './machine-lines.ts'
import { always, osDiskSize } from './os-disk.ts'

const machine = (os: 'linux' | 'windows'): FormatMapping => ({
  facts: {
    instanceType: 'size',
    os: always(os),
    licence: ['license_type', 'None'],
    imagePublisher: 'gallery_image_reference.publisher',
    'osDisk.type': (block: Block) => mapKnown(block.fact('storage_type'), (type): Fact => `${type}_LRS`),
    'osDisk.sizeGiB': osDiskSize('os_disk_size_gb', always(os)),
  },
  purchase: () => 'on-demand',
})

export const resources = [
  defineResource({
    id: 'azure/dev-test-machine',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/devtest-lab/',
    shape: {
      ...machineShape,
      'osDisk.type': 'storage account type of the OS disk',
      'osDisk.sizeGiB': 'GiB of the OS disk',
    },
    usage: diskUsage,
    lines: (resource, prices) => [
      ...machineLines(resource, prices),
      ...diskLines(resource, prices, 'osDisk.', 'OS disk'),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/dev_test_linux_virtual_machine
      terraform: {
        azurerm_dev_test_linux_virtual_machine: machine('linux'),
        azurerm_dev_test_windows_virtual_machine: machine('windows'),
      },
    },
    label: (resource, prices) => instanceLabel(resource, 'Machine of a lab', prices),
  }),
]

export const free: readonly string[] = [
  'azurerm_dev_test_global_vm_shutdown_schedule',
  'azurerm_dev_test_lab',
  'azurerm_dev_test_policy',
  'azurerm_dev_test_schedule',
  'azurerm_dev_test_virtual_network',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in East US: 730 h × $0.096 and a P4 of 32 GiB, which holds the 30 GiB of its image',
    terraform: `resource "azurerm_dev_test_linux_virtual_machine" "bench" {
  location     = "East US"
  size         = "Standard_D2s_v5"
  storage_type = "Premium"
}
`,
    sees: [
      {
        address: 'azurerm_dev_test_linux_virtual_machine.bench',
        usd: 75.36,
        status: 'priced',
        lines: ['Instance', 'OS disk storage'],
      },
    ],
  },
]
