// https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update: what a program makes by calling Azure itself.
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Purchase, Resource } from '../../../core/types.ts'
import { countedBy } from '../from-code.ts'
import { instanceLabel } from '../instance-label.ts'
import { among } from './arguments.ts'
import { machineLines, machineShape } from './machine-lines.ts'

type Path = (name: string) => string
const told = among(['parameters', '[2]'])
const profile = among(['parameters', '[2]'], 'virtual_machine_profile.')
const firstPool = among(['parameters', '[2]'], 'agent_pool_profiles.[0].')
const pool = among(['parameters', '[3]'])

/** Said by the profile it has, or by who published its image. */
const osBy =
  (told: Path) =>
  (block: Block): Known<Fact> => {
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

const purchaseBy =
  (path: string) =>
  (block: Block): Purchase | undefined => {
    const priority = block.fact(path)
    if (isUnwritten(priority)) return 'on-demand'
    const is = valueOf(priority)
    return is === undefined ? undefined : /^(?:spot|low)$/i.test(String(is)) ? 'spot' : 'on-demand'
  }

const regionOf = (block: Block) =>
  mapKnown(block.fact(told('location')), (name) => String(name).toLowerCase().replaceAll(' ', ''))

const made = (told: Path, size: string): FormatMapping => ({
  facts: {
    instanceType: size,
    os: osBy(told),
    licence: [told('license_type'), 'None'],
    imagePublisher: told('storage_profile.image_reference.publisher'),
  },
  region: regionOf,
  purchase: purchaseBy(told('priority')),
})

/** https://learn.microsoft.com/rest/api/aks/agent-pools/create-or-update: Linux and one node unless it says otherwise. */
const nodes = (told: Path): FormatMapping => ({
  facts: {
    instanceType: told('vm_size'),
    os: (block) => {
      const os = block.fact(told('os_type'))
      return isUnwritten(os)
        ? assumed<Fact>('linux', block.location)
        : mapKnown(os, (name): Fact => String(name).toLowerCase())
    },
    licence: (block) => known<Fact>('None', block.location),
    imagePublisher: (block) => known<Fact>('Microsoft', block.location),
  },
  region: regionOf,
  count: countedBy(told('count'), 1),
  purchase: purchaseBy(told('scale_set_priority')),
})

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
      'azure.virtual_machine': made(told, told('hardware_profile.vm_size')),
      'azure.scale_set': { ...made(profile, told('sku.name')), count: countedBy(told('sku.capacity')) },
      'azure.agent_pool': nodes(pool),
      // Of the first pool; how many the others have is not counted.
      'azure.managed_cluster': {
        ...nodes(firstPool),
        count(block) {
          const pools = block.list(told('agent_pool_profiles'))
          const several = pools.is === 'known' && pools.value.length > 1
          return several ? unknown('limit', block.location) : countedBy(firstPool('count'), 1)(block)
        },
      },
    },
  },
  label: (resource: Resource, prices: PriceBook) => instanceLabel(resource, 'Virtual machine', prices),
})

export const resources = [machine]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a machine for a month: 730 h × $0.192; a size nobody sees; a set of two',
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
compute.virtual_machine_scale_sets.begin_create_or_update(
    "group",
    "set",
    {
        "sku": {"tier": "Standard", "capacity": 2, "name": "Standard_D4s_v3"},
        "location": "eastus",
        "virtual_machine_profile": {"storage_profile": {"image_reference": {"publisher": "Canonical"}}},
    },
)
`,
    sees: [
      { address: 'azure.virtual_machine', usd: 140.16, status: 'priced' },
      { address: 'azure.virtual_machine#2', usd: null, status: 'unknown' },
      { address: 'azure.scale_set', usd: 280.32, status: 'priced' },
    ],
  },
]
