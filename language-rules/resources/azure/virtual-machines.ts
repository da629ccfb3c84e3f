// https://azure.microsoft.com/pricing/details/virtual-machines/linux/

import { fact, partsOf } from '../../../core/estimate/resource-line.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Line, Resource } from '../../../core/types.ts'
import { diskUsed } from '../disk-used.ts'
import { instanceLabel } from '../instance-label.ts'
import { diskLines, diskUsage } from './disk-lines.ts'
import { machineLines, machineShape, purchaseBy } from './machine-lines.ts'
import { always, isEphemeral, osDiskSize, osOf } from './os-disk.ts'
import { examples as worked } from './virtual-machine-examples.ts'

const shape = {
  ...machineShape,
  'osDisk.type': 'storage account type, Premium_LRS',
  'osDisk.sizeGiB': 'GiB of the OS disk',
  osDiskIsFree: 'whether it costs nothing here: it is on the host, or billed where it is made',
  scheduled: 'whether a schedule shuts it down; nobody knows what starts it again, so it is billed as if it ran',
  'dataDisks[0].type': 'storage account type of a disk that is declared with the machine',
  'dataDisks[0].sizeGiB': 'GiB',
  'dataDisks[0].created': 'how: an attached one is billed where it is made',
  'dataDisks[0].count': 'how many disks like this one',
}

/** A managed disk is billed as the next larger size there is; an ephemeral one not at all. */
function osDiskLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const free = fact(resource, 'osDiskIsFree')
  if (valueOf(free) === true) return []
  const disk = diskLines(resource, prices, 'osDisk.', 'OS disk')
  return free.is === 'unknown' ? disk.map((one) => ({ ...one, usd: undefined, why: free.why })) : disk
}

const dataDiskLines = (resource: Resource, prices: PriceBook): readonly Line[] =>
  partsOf(resource, 'dataDisks').flatMap((part, i) =>
    valueOf(fact(resource, `${part}.created`)) === 'Attach'
      ? []
      : diskLines(resource, prices, `${part}.`, `Data disk ${i + 1}`),
  )

const machine = (os: 'linux' | 'windows'): FormatMapping => ({
  facts: {
    instanceType: 'size',
    os: always(os),
    licence: ['license_type', 'None'],
    imagePublisher: 'source_image_reference.publisher',
    'osDisk.type': 'os_disk.storage_account_type',
    'osDisk.sizeGiB': osDiskSize('os_disk.disk_size_gb', always(os)),
    osDiskIsFree: isEphemeral,
    scheduled: (block) =>
      known<Fact>(block.referredBy('azurerm_dev_test_global_vm_shutdown_schedule').length > 0, block.location),
  },
  purchase: purchaseBy('priority'),
})

export const resources = [
  defineResource({
    id: 'azure/virtual-machine',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/virtual-machines/linux/',
    shape,
    usage: { ...diskUsage, ...diskUsed },
    lines: (resource, prices) => [
      ...machineLines(resource, prices),
      ...osDiskLines(resource, prices),
      ...dataDiskLines(resource, prices),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine
      terraform: {
        azurerm_linux_virtual_machine: machine('linux'),
        azurerm_windows_virtual_machine: machine('windows'),
        azurerm_virtual_machine: {
          facts: {
            instanceType: 'vm_size',
            os: osOf,
            licence: ['license_type', 'None'],
            imagePublisher: 'storage_image_reference.publisher',
            'osDisk.type': 'storage_os_disk.managed_disk_type',
            'osDisk.sizeGiB': osDiskSize('storage_os_disk.disk_size_gb', osOf, 'storage_image_reference.id'),
            osDiskIsFree: (block) =>
              mapKnown(block.fact('storage_os_disk.create_option'), (option): Fact => option === 'Attach'),
          },
          repeated: {
            dataDisks: {
              block: 'storage_data_disk',
              facts: { type: 'managed_disk_type', sizeGiB: 'disk_size_gb', created: 'create_option' },
            },
          },
        },
      },
    },
    label: (resource, prices) => instanceLabel(resource, 'Virtual machine', prices),
  }),
]

export const examples = worked
