// https://azure.microsoft.com/pricing/details/virtual-machine-scale-sets/: the machines and disks of the set, nothing for itself.

import { fact, numberFact, partsOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { diskLines, diskUsage } from './disk-lines.ts'
import { machineLines, machineShape, purchaseBy } from './machine-lines.ts'
import { always, isEphemeral, osDiskSize } from './os-disk.ts'
import { scaledBy, writtenOr } from './scaled.ts'
import { examples as worked } from './vm-scale-set-examples.ts'

const dataDisks = {
  dataDisks: {
    block: 'data_disk',
    facts: {
      type: 'storage_account_type',
      sizeGiB: 'disk_size_gb',
      iops: 'ultra_ssd_disk_iops_read_write',
      mbps: 'ultra_ssd_disk_mbps_read_write',
    },
  },
}

function set(size: string, os: (block: Block) => Known<Fact>): FormatMapping {
  return {
    facts: {
      instanceType: size,
      nodes: (block) => scaledBy(block, writtenOr('instances', 0)(block)),
      os,
      licence: ['license_type', 'None'],
      imagePublisher: 'source_image_reference.publisher',
      'osDisk.type': 'os_disk.storage_account_type',
      'osDisk.sizeGiB': osDiskSize('os_disk.disk_size_gb', os),
      osDiskIsFree: isEphemeral,
    },
    repeated: dataDisks,
    purchase: purchaseBy('priority'),
  }
}

const isWindows =
  (profile: string) =>
  (block: Block): Known<Fact> =>
    known<Fact>(block.nested(profile).length > 0 ? 'windows' : 'linux', block.location)

const ofProfile = isWindows('os_profile.windows_configuration')
const ofOldProfile = isWindows('os_profile_windows_config')

export const resources = [
  defineResource({
    id: 'azure/vm-scale-set',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/virtual-machine-scale-sets/',
    shape: {
      ...machineShape,
      nodes: 'machines in the set',
      'osDisk.type': 'storage account type, Premium_LRS',
      'osDisk.sizeGiB': 'GiB of the OS disk of each',
      osDiskIsFree: 'whether it is on the host, and free',
      'dataDisks[0].type': 'storage account type of a disk that each of them has',
      'dataDisks[0].sizeGiB': 'GiB',
      'dataDisks[0].iops': 'provisioned IOPS of an ultra or Premium v2 disk',
      'dataDisks[0].mbps': 'provisioned MB/s of an ultra or Premium v2 disk',
      'dataDisks[0].count': 'how many disks like this one',
    },
    usage: diskUsage,
    lines(resource, prices) {
      const nodes = numberFact(resource, 'nodes')
      if (valueOf(nodes) === 0) return []
      return [
        ...machineLines(resource, prices, nodes),
        ...(valueOf(fact(resource, 'osDiskIsFree')) === true
          ? []
          : diskLines(resource, prices, 'osDisk.', 'OS disk', nodes)),
        ...partsOf(resource, 'dataDisks').flatMap((part, i) =>
          diskLines(resource, prices, `${part}.`, `Data disk ${i + 1}`, nodes),
        ),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine_scale_set
      terraform: {
        azurerm_linux_virtual_machine_scale_set: set('sku', always('linux')),
        azurerm_windows_virtual_machine_scale_set: set('sku', always('windows')),
        azurerm_orchestrated_virtual_machine_scale_set: set('sku_name', ofProfile),
        azurerm_virtual_machine_scale_set: {
          facts: {
            instanceType: 'sku.name',
            nodes: (block) => scaledBy(block, block.fact('sku.capacity')),
            os: ofOldProfile,
            licence: ['license_type', 'None'],
            imagePublisher: 'storage_profile_image_reference.publisher',
            'osDisk.type': 'storage_profile_os_disk.managed_disk_type',
            'osDisk.sizeGiB': osDiskSize(
              'storage_profile_os_disk.disk_size_gb',
              ofOldProfile,
              'storage_profile_image_reference.id',
            ),
          },
          repeated: {
            dataDisks: {
              block: 'storage_profile_data_disk',
              facts: { type: 'managed_disk_type', sizeGiB: 'disk_size_gb' },
            },
          },
          purchase: purchaseBy('priority'),
        },
      },
    },
    label: (resource, prices) => instanceLabel(resource, 'Scale set', prices),
  }),
]

export const examples = worked
