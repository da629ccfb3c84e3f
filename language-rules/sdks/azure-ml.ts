// https://learn.microsoft.com/python/api/azure-ai-ml/azure.ai.ml, and azureml.core before it
import type { ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'

const making = (kind: string, name: string): ClientShape => ({ python: `azure.ai.ml.**.${name}`, module: true, kind })

/** https://learn.microsoft.com/python/api/azure-ai-ml/azure.ai.ml.automl */
const learned = [
  ...['classification', 'regression', 'forecasting', 'text_classification', 'text_classification_multilabel'],
  ...['text_ner', 'image_classification', 'image_classification_multilabel', 'image_object_detection'],
  'image_instance_segmentation',
]

export const sdk: Sdk = {
  id: 'azure-ml',
  words: ['azure.ai.ml', 'azureml'],
  clients: [
    making('cluster', 'AmlCompute'),
    making('instance', 'ComputeInstance'),
    making('deployment', 'ManagedOnlineDeployment'),
    making('job', 'command'),
    making('job', 'parallel_run_function'),
    making('spark', 'spark'),
    ...['BatchDeployment', 'ModelBatchDeployment'].map((name) => making('batch deployment', name)),
    { python: learned.map((task) => `azure.ai.ml.automl.${task}`), module: true, kind: 'learned' },
    { python: 'azureml.**.AksCompute', module: true, kind: 'old kubernetes' },
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
    { path: '()', on: 'learned', type: 'azureml.command', needs: 'compute', unless: { compute: ['local'] } },
    { path: '()', on: 'spark', type: 'azureml.spark', needs: ['compute', 'resources'] },
    {
      path: '()',
      on: 'batch deployment',
      type: 'azureml.BatchDeployment',
      needs: ['compute', 'instance_count', 'settings.instance_count', 'resources'],
    },
    { path: 'provisioning_configuration', on: 'old kubernetes', type: 'azureml.AksCompute' },
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
from azure.ai.ml import automl, spark
from azure.ai.ml.entities import BatchDeployment, ModelBatchDeployment, ModelBatchDeploymentSettings
from azure.ai.ml.parallel import parallel_run_function
from azureml.core.compute import AksCompute

spark(code="./src", entry={"file": "a.py"}, resources={"instance_type": "Standard_E8S_V3", "runtime_version": "3.4"})
BatchDeployment(name="b", compute="cpu-cluster", instance_count=2)
ModelBatchDeployment(name="m", compute="gpu", settings=ModelBatchDeploymentSettings(instance_count=3, mini_batch_size=10))
parallel_run_function(name="p", instance_count=4, mini_batch_size="10")
automl.classification(compute="cpu-cluster", training_data=data, target_column_name="y")
AksCompute.provisioning_configuration(vm_size="Standard_D4_v2", agent_count=2, location="eastus")
`,
    sees: [],
    rents: [
      { line: 7, type: 'azureml.spark', facts: { instanceType: 'Standard_E8S_V3' } },
      { line: 8, type: 'azureml.BatchDeployment', count: 2, facts: { compute: 'cpu-cluster' } },
      { line: 9, type: 'azureml.BatchDeployment', count: 3, facts: { compute: 'gpu' } },
      { line: 10, type: 'azureml.command', count: 4, facts: { instanceType: null } },
      { line: 11, type: 'azureml.command', facts: { compute: 'cpu-cluster' } },
      { line: 12, type: 'azureml.AksCompute', count: 2, region: 'eastus', facts: { instanceType: 'Standard_D4_v2' } },
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
