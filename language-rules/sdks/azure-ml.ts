// https://learn.microsoft.com/python/api/azure-ai-ml/azure.ai.ml, and azureml.core before it
import type { ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'

const making = (kind: string, name: string): ClientShape => ({ python: `azure.ai.ml.**.${name}`, module: true, kind })

export const sdk: Sdk = {
  id: 'azure-ml',
  words: ['azure.ai.ml', 'azureml'],
  clients: [
    making('cluster', 'AmlCompute'),
    making('instance', 'ComputeInstance'),
    making('deployment', 'ManagedOnlineDeployment'),
    making('job', 'command'),
    { python: 'azureml.**.AmlCompute', module: true, kind: 'old cluster' },
    { python: 'azureml.**.ComputeInstance', module: true, kind: 'old instance' },
  ],
  calls: [],
  rents: [
    { path: '()', on: 'cluster', type: 'azureml.AmlCompute', needs: ['size', 'min_instances', 'max_instances'] },
    { path: '()', on: 'instance', type: 'azureml.ComputeInstance', needs: 'size' },
    { path: '()', on: 'deployment', type: 'azureml.ManagedOnlineDeployment' },
    {
      path: '()',
      on: 'job',
      type: 'azureml.command',
      needs: ['compute', 'instance_type', 'instance_count', 'resources'],
      unless: { compute: ['local'] },
    },
    { path: 'provisioning_configuration', on: 'old cluster', type: 'azureml.provisioning_configuration' },
    { path: 'provisioning_configuration', on: 'old instance', type: 'azureml.ComputeInstance' },
  ],
  free: ['begin_create_or_update', 'ManagedOnlineEndpoint'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from azure.ai.ml import MLClient, command
from azure.ai.ml.entities import AmlCompute, ManagedOnlineDeployment
from azureml.core.compute import AmlCompute as OldCompute

AmlCompute(name="gpu", size="Standard_NC24ads_A100_v4", min_instances=1, max_instances=4, tier="low_priority")
OldCompute.provisioning_configuration(vm_size="STANDARD_D2_V2", max_nodes=4)
ManagedOnlineDeployment(name="blue", instance_type="Standard_DS3_v2", instance_count=2)
command(command="python train.py", compute="gpu", instance_count=2)
command(command="python local.py")
`,
    sees: [],
    rents: [
      {
        line: 6,
        type: 'azureml.AmlCompute',
        purchase: 'low-priority',
        facts: { instanceType: 'Standard_NC24ads_A100_v4', leastNodes: 1, mostNodes: 4, priority: 'LowPriority' },
      },
      { line: 7, type: 'azureml.provisioning_configuration', facts: { instanceType: 'STANDARD_D2_V2', leastNodes: 0 } },
      { line: 8, type: 'azureml.ManagedOnlineDeployment', count: 2, facts: { instanceType: 'Standard_DS3_v2' } },
      { line: 9, type: 'azureml.command', count: 2, facts: { instanceType: null } },
    ],
  },
  {
    lang: 'python',
    code: `
from azure.ai.ml.entities import ManagedOnlineEndpoint
ManagedOnlineEndpoint(name="e")
`,
    sees: [],
  },
]
