// https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update: what a program makes by calling Azure itself.
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Purchase, Resource } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { machineLines, machineShape } from './machine-lines.ts'

/** The parameters are the third argument, as Python and as JavaScript write them. */
const told = (name: string) => {
  const web = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return ['parameters', '[2]'].flatMap((at) => [...new Set([`${at}.${name}`, `${at}.${web}`])]).join('|')
}

/** Said by the profile it has, or by who published its image. */
function osOf(block: Block): Known<Fact> {
  const has = (name: string) => {
    const list = block.list(told(name))
    return !(list.is === 'unknown' && list.why === 'absent')
  }
  if (has('os_profile.windows_configuration')) return known<Fact>('windows', block.location)
  if (has('os_profile.linux_configuration')) return known<Fact>('linux', block.location)
  const publisher = block.fact(told('storage_profile.image_reference.publisher'))
  const name = valueOf(publisher)
  if (name === undefined) return unknown('dynamic', block.location)
  return assumed<Fact>(/^MicrosoftWindows/i.test(String(name)) ? 'windows' : 'linux', block.location, 'image')
}

function purchaseOf(block: Block): Purchase | undefined {
  const priority = block.fact(told('priority'))
  if (isUnwritten(priority)) return 'on-demand'
  const is = valueOf(priority)
  return is === undefined ? undefined : /^(?:spot|low)$/i.test(String(is)) ? 'spot' : 'on-demand'
}

const machine = defineResource({
  id: 'azure/machine-from-code',
  cloud: 'azure',
  docs: 'https://azure.microsoft.com/pricing/details/virtual-machines/linux/',
  shape: machineShape,
  assumes: [
    {
      what: 'running',
      value: 'the whole month',
      from: 'a machine runs until it is deallocated; its disks are left out',
    },
  ],
  lines: (resource, prices) => machineLines(resource, prices),
  from: {
    sdk: {
      'azure.virtual_machine': {
        facts: {
          instanceType: told('hardware_profile.vm_size'),
          os: osOf,
          licence: [told('license_type'), 'None'],
          imagePublisher: told('storage_profile.image_reference.publisher'),
        },
        region: (block) =>
          mapKnown(block.fact(told('location')), (name) => String(name).toLowerCase().replaceAll(' ', '')),
        purchase: purchaseOf,
      },
    },
  },
  label: (resource: Resource, prices: PriceBook) => instanceLabel(resource, 'Virtual machine', prices),
})

export const resources = [machine]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a machine for a month: 730 h × $0.192; a size nobody sees',
    lang: 'python',
    code: `from azure.mgmt.compute import ComputeManagementClient

compute = ComputeManagementClient(credential, "s")
compute.virtual_machines.begin_create_or_update(
    "group",
    "web",
    {
        "location": "eastus",
        "hardware_profile": {"vm_size": "Standard_D4s_v3"},
        "storage_profile": {"image_reference": {"publisher": "Canonical", "offer": "ubuntu", "sku": "22_04-lts"}},
    },
)
compute.virtual_machines.begin_create_or_update("group", "other", parameters)
`,
    sees: [
      { address: 'azure.virtual_machine', usd: 140.16, status: 'priced' },
      { address: 'azure.virtual_machine#2', usd: null, status: 'unknown' },
    ],
  },
]
