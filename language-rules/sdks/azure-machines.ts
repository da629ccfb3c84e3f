// https://learn.microsoft.com/python/api/azure-mgmt-compute, https://learn.microsoft.com/javascript/api/@azure/arm-compute, and the same of
// storage accounts
import type { RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

/** What makes one of a kind, as Python and as JavaScript call it. */
function made(kind: string, on: string, type: string): readonly RentShape[] {
  const web = kind.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return [
    ...['begin_create_or_update', 'create_or_update'].map((name) => ({ path: `${kind}.${name}`, on, type })),
    ...['beginCreateOrUpdate', 'beginCreateOrUpdateAndWait'].map((name) => ({ path: `${web}.${name}`, on, type })),
  ]
}

export const sdk: Sdk = {
  id: 'azure-machines',
  words: [
    'azure.mgmt.compute',
    '@azure/arm-compute',
    'azure.mgmt.containerservice',
    '@azure/arm-containerservice',
    'azure.mgmt.storage',
    '@azure/arm-storage',
  ],
  clients: [
    {
      python: ['azure.mgmt.compute.ComputeManagementClient', 'azure.mgmt.compute.aio.ComputeManagementClient'],
      typescript: '@azure/arm-compute#ComputeManagementClient',
      kind: 'compute',
    },
    {
      python: [
        'azure.mgmt.containerservice.ContainerServiceClient',
        'azure.mgmt.containerservice.aio.ContainerServiceClient',
      ],
      typescript: '@azure/arm-containerservice#ContainerServiceClient',
      kind: 'kubernetes',
    },
    {
      python: ['azure.mgmt.storage.StorageManagementClient', 'azure.mgmt.storage.aio.StorageManagementClient'],
      typescript: '@azure/arm-storage#StorageManagementClient',
      kind: 'storage',
    },
  ],
  calls: [],
  rents: [
    ...made('virtual_machines', 'compute', 'azure.virtual_machine'),
    ...made('virtual_machine_scale_sets', 'compute', 'azure.scale_set'),
    ...made('managed_clusters', 'kubernetes', 'azure.managed_cluster'),
    ...made('agent_pools', 'kubernetes', 'azure.agent_pool'),
    { path: 'management_policies.create_or_update', on: 'storage', type: 'azure.management_policy' },
    { path: 'managementPolicies.createOrUpdate', on: 'storage', type: 'azure.management_policy' },
  ],
  free: ['virtual_machines.list', 'virtualMachines.list', 'virtual_machines.begin_deallocate'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from azure.mgmt.compute import ComputeManagementClient
from azure.mgmt.storage import StorageManagementClient
compute = ComputeManagementClient(credential, "s")
compute.virtual_machines.begin_create_or_update(
    "group",
    "train",
    {
        "location": "eastus",
        "hardware_profile": {"vm_size": "Standard_NC24ads_A100_v4"},
        "priority": "Spot",
        "os_profile": {"linux_configuration": {"disable_password_authentication": True}},
    },
).result()
storage = StorageManagementClient(credential, "s")
storage.management_policies.create_or_update(
    "group",
    "account",
    "default",
    {
        "policy": {
            "rules": [
                {
                    "name": "age",
                    "type": "Lifecycle",
                    "definition": {
                        "actions": {
                            "base_blob": {
                                "tier_to_cool": {"days_after_modification_greater_than": 30},
                                "tier_to_archive": {"days_after_modification_greater_than": 90},
                            }
                        }
                    },
                }
            ]
        }
    },
)
`,
    sees: [],
    rents: [
      {
        line: 5,
        type: 'azure.virtual_machine',
        region: 'eastus',
        purchase: 'spot',
        facts: { instanceType: 'Standard_NC24ads_A100_v4', os: 'linux' },
      },
      { line: 16, type: 'azure.management_policy', facts: { movedTo: 'COOL ARCHIVE' } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { ComputeManagementClient } from '@azure/arm-compute'
import { StorageManagementClient } from '@azure/arm-storage'
const compute = new ComputeManagementClient(credential, 's')
await compute.virtualMachines.beginCreateOrUpdateAndWait('group', 'web', {
  location: 'westeurope',
  hardwareProfile: { vmSize: 'Standard_D4s_v3' },
  osProfile: { windowsConfiguration: {} },
})
await new StorageManagementClient(credential, 's').managementPolicies.createOrUpdate('g', 'a', 'default', {
  policy: { rules: [{ name: 'r', type: 'Lifecycle', definition: { actions: { baseBlob: { delete: {} } } } }] },
})
`,
    sees: [],
    rents: [
      {
        line: 5,
        type: 'azure.virtual_machine',
        region: 'westeurope',
        purchase: 'on-demand',
        facts: { instanceType: 'Standard_D4s_v3', os: 'windows' },
      },
      { line: 10, type: 'azure.management_policy' },
    ],
  },
  {
    lang: 'python',
    code: `
from azure.mgmt.compute import ComputeManagementClient
from azure.mgmt.containerservice import ContainerServiceClient, models
compute = ComputeManagementClient(credential, "s")
kubernetes = ContainerServiceClient(credential, "s")
compute.virtual_machine_scale_sets.begin_create_or_update(
    "group",
    "set",
    {
        "sku": {"tier": "Standard", "capacity": "2", "name": "Standard_D1_v2"},
        "location": "eastus",
        "virtual_machine_profile": {"priority": "Spot"},
    },
)
kubernetes.managed_clusters.begin_create_or_update(
    "group",
    "cluster",
    parameters=models.ManagedCluster(
        location="eastus",
        agent_pool_profiles=[models.ManagedClusterAgentPoolProfile(name="a", count=3, vm_size="Standard_DS2_v2")],
    ),
)
kubernetes.agent_pools.begin_create_or_update("group", "cluster", "gpu", {"vm_size": "Standard_NC6s_v3", "count": 1})
`,
    sees: [],
    rents: [
      {
        line: 6,
        type: 'azure.scale_set',
        count: 2,
        region: 'eastus',
        purchase: 'spot',
        facts: { instanceType: 'Standard_D1_v2' },
      },
      {
        line: 15,
        type: 'azure.managed_cluster',
        count: 3,
        region: 'eastus',
        facts: { instanceType: 'Standard_DS2_v2', os: 'linux' },
      },
      { line: 23, type: 'azure.agent_pool', count: 1, facts: { instanceType: 'Standard_NC6s_v3' } },
    ],
  },
  {
    lang: 'python',
    code: `
from azure.mgmt.compute import ComputeManagementClient
compute = ComputeManagementClient(credential, "s")
compute.virtual_machines.begin_start("group", "train")
compute.virtual_machine_sizes.list(location="eastus")
`,
    sees: [],
  },
]
