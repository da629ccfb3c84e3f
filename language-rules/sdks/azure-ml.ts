// https://learn.microsoft.com/python/api/azure-ai-ml/azure.ai.ml, and azureml.core before it
import type { ClientShape, DocumentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const making = (kind: string, name: string): ClientShape => ({ python: `azure.ai.ml.**.${name}`, module: true, kind })

/** https://learn.microsoft.com/python/api/azure-ai-ml/azure.ai.ml.automl */
const learned = [
  ...['classification', 'regression', 'forecasting', 'text_classification', 'text_classification_multilabel'],
  ...['text_ner', 'image_classification', 'image_classification_multilabel', 'image_object_detection'],
  'image_instance_segmentation',
]

/** What `az ml` is given, by its scheme: https://learn.microsoft.com/azure/machine-learning/reference-yaml-overview */
function scheme(names: string, rents: Omit<DocumentShape, 'text'>): DocumentShape {
  const like = new RegExp(
    `azureml(?:(?:schemas|sdk2)\\.[\\w.]+/\\S*/(?:${names})\\.schema|/sdk-2-0/(?:${names}))\\.json`,
    'i',
  )
  return { ...rents, text: [anyScheme, like], is: { ...rents.is, $schema: like } }
}

const anyScheme = /azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/

/** The same where no scheme is named: told by keys that nothing else has together. */
const unnamed = (first: string, text: readonly RegExp[], rents: Omit<DocumentShape, 'text'>): DocumentShape => ({
  ...rents,
  begins: [first],
  text: [anyWord, ...text],
  is: { ...rents.is, $schema: /^$/ },
})

const anyWord = /\b(?:amlcompute|computeinstance|azureml:|endpoint_name:)/i

const jobNeeds = ['compute', 'settings.default_compute', 'resources.instance_type']
const job = { type: 'azureml.command', needs: jobNeeds, unless: { compute: ['local', 'azureml:local'] } } as const
// A step that names no machine runs on that of the whole.
const step = { ...job, at: 'jobs.*', needs: ['compute', 'resources.instance_type'] } as const
// The first schemes had the machine of a sweep within its trial.
const sweep = { ...job, type: 'azureml.sweep', needs: [...jobNeeds, 'trial.compute'] } as const

const documents: readonly DocumentShape[] = [
  scheme('amlCompute', { type: 'azureml.AmlCompute', needs: ['size', 'min_instances', 'max_instances'] }),
  scheme('compute', { type: 'azureml.AmlCompute', needs: 'size', is: { type: /^amlcompute$/i } }),
  unnamed('type', [/^type:\s*['"]?amlcompute\b/im, /^size:/m], {
    type: 'azureml.AmlCompute',
    is: { type: /^amlcompute$/i },
  }),
  scheme('computeInstance', { type: 'azureml.ComputeInstance', needs: 'size' }),
  unnamed('type', [/^type:\s*['"]?computeinstance\b/im, /^size:/m], {
    type: 'azureml.ComputeInstance',
    is: { type: /^computeinstance$/i },
  }),
  scheme('managedOnlineDeployment', { type: 'azureml.ManagedOnlineDeployment' }),
  // In the first schemes an endpoint was written with what is deployed on it, and a batch without a scheme.
  scheme('onlineDeployment', { type: 'azureml.ManagedOnlineDeployment', needs: 'instance_type' }),
  scheme('onlineEndpoint', { type: 'azureml.ManagedOnlineDeployment', needs: 'instance_type', at: 'deployments.*' }),
  unnamed('type', [/^type:\s*batch\b/m, /^deployments:/m, /\btarget:\s*['"]?azureml:/m], {
    type: 'azureml.BatchDeployment',
    is: { type: /^batch$/ },
    at: 'deployments.*',
    needs: 'compute.target',
  }),
  unnamed('compute', [/^mini_batch_size:/m, /\btarget:\s*['"]?azureml:/m], {
    type: 'azureml.BatchDeployment',
    is: { 'compute.target': /^azureml:/, mini_batch_size: /./ },
  }),
  unnamed('endpoint_name', [/^endpoint_name:/m, /^instance_type:\s*['"]?standard_/im], {
    type: 'azureml.ManagedOnlineDeployment',
    is: { endpoint_name: /./, instance_type: /^standard_/i },
  }),
  scheme('(?:model|pipelineComponent)?BatchDeployment', {
    type: 'azureml.BatchDeployment',
    needs: [...jobNeeds, 'resources.instance_count'],
  }),
  scheme('commandJob|autoMLJob|pipelineJob', job),
  scheme('sweepJob', sweep),
  scheme('sparkJob', { type: 'azureml.spark', needs: ['compute', 'resources'] }),
  scheme('pipelineJob|pipelineComponent', step),
  scheme('schedule', { ...job, at: 'create_job' }),
  // https://learn.microsoft.com/azure/machine-learning/reference-yaml-monitor: each of its runs is a job of Spark.
  scheme('schedule|monitorSchedule', { type: 'azureml.spark', needs: 'compute', at: 'create_monitor' }),
  ...[
    { ...job, is: { type: /^(?!sweep$)/, compute: /^azureml:/ } },
    { ...sweep, is: { type: /^sweep$/, compute: /^azureml:/ } },
  ].map((each) => unnamed('compute', [/^compute:\s*['"]?azureml:/m, /^(?:command|trial|component|jobs):/m], each)),
  unnamed('type', [/^type:\s*['"]?pipeline\b/m, /^jobs:/m, /\bcompute:\s*['"]?azureml:/m], {
    ...step,
    is: { type: /^pipeline$/ },
  }),
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
    { python: ['azure.ai.ml.MLClient', 'azure.ai.ml.MLClient.from_config'], kind: 'workspace' },
    ...['BatchDeployment', 'ModelBatchDeployment'].map((name) => making('batch deployment', name)),
    { python: learned.map((task) => `azure.ai.ml.automl.${task}`), module: true, kind: 'learned' },
    { python: 'azureml.**.AksCompute', module: true, kind: 'old kubernetes' },
    { python: 'azureml.**.AmlCompute', module: true, kind: 'old cluster' },
    { python: 'azureml.**.AciWebservice', module: true, kind: 'old container' },
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
    // A pipeline whose steps name no machine of their own: what it is made of is told it afterwards.
    ...['create_or_update', 'begin_create_or_update'].map((name) => ({
      path: `jobs.${name}`,
      on: 'workspace',
      type: 'azureml.pipeline',
      needs: '[0].settings.default_compute',
    })),
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
    { path: 'deploy_configuration', on: 'old container', type: 'azureml.AciWebservice' },
  ],
  documents,
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
OldCompute.provisioning_configuration(vm_size="STANDARD_D2_V2", max_nodes=4, idle_seconds_before_scaledown="600")
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
      {
        line: 7,
        type: 'azureml.provisioning_configuration',
        facts: { instanceType: 'STANDARD_D2_V2', leastNodes: 0, idleSeconds: 600 },
      },
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
from azureml.core.webservice import AciWebservice

spark(code="./src", entry={"file": "a.py"}, resources={"instance_type": "Standard_E8S_V3", "runtime_version": "3.4"})
BatchDeployment(name="b", compute="cpu-cluster", instance_count=2)
ModelBatchDeployment(name="m", compute="gpu", settings=ModelBatchDeploymentSettings(instance_count=3, mini_batch_size=10))
parallel_run_function(name="p", instance_count=4, mini_batch_size="10")
automl.classification(compute="cpu-cluster", training_data=data, target_column_name="y")
AksCompute.provisioning_configuration(vm_size="Standard_D4_v2", agent_count=2, location="eastus")
AciWebservice.deploy_configuration(cpu_cores=2, location="eastus")
`,
    sees: [],
    rents: [
      { line: 8, type: 'azureml.spark', facts: { instanceType: 'Standard_E8S_V3' } },
      { line: 9, type: 'azureml.BatchDeployment', count: 2, facts: { compute: 'cpu-cluster' } },
      { line: 10, type: 'azureml.BatchDeployment', count: 3, facts: { compute: 'gpu' } },
      { line: 11, type: 'azureml.command', count: 4, facts: { instanceType: null } },
      { line: 12, type: 'azureml.command', facts: { compute: 'cpu-cluster' } },
      { line: 13, type: 'azureml.AksCompute', count: 2, region: 'eastus', facts: { instanceType: 'Standard_D4_v2' } },
      { line: 14, type: 'azureml.AciWebservice', region: 'eastus', facts: { vcpus: 2, memoryGB: 0.5 } },
    ],
  },
  {
    lang: 'python',
    code: `
from azure.ai.ml import MLClient, dsl
client = MLClient.from_config(credential)

@dsl.pipeline()
def train(data):
    return {}

job = train(data="azureml:d:1")
job.settings.default_compute = "cpu-cluster"
client.jobs.create_or_update(job)
client.jobs.create_or_update(train(data="azureml:d:2"))
`,
    sees: [],
    rents: [{ line: 11, type: 'azureml.pipeline', facts: { compute: 'cpu-cluster' } }],
  },
  {
    lang: 'python',
    code: `
from azure.ai.ml.entities import ManagedOnlineEndpoint
ManagedOnlineEndpoint(name="e")
`,
    sees: [],
  },
  {
    lang: 'yaml',
    code: `
$schema: https://azuremlschemas.azureedge.net/latest/amlCompute.schema.json
name: gpu
type: amlcompute
size: Standard_NC24ads_A100_v4
min_instances: 1
max_instances: 4
idle_time_before_scale_down: 120
tier: low_priority
location: eastus
---
type: computeinstance
size: Standard_DS3_v2
---
$schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json
endpoint_name: answers
instance_type: Standard_DS3_v2
instance_count: 2
---
$schema: https://azuremlschemas.azureedge.net/latest/modelBatchDeployment.schema.json
compute: azureml:gpu
resources:
  instance_count: 3
---
$schema: https://azuremlschemas.azureedge.net/latest/sweepJob.schema.json
compute: azureml:gpu
limits:
  max_total_trials: 20
  max_concurrent_trials: 4
---
# the first schemes
$schema: https://azuremlschemas.azureedge.net/latest/compute.schema.json
type: amlcompute
priority: LowPriority
size: Standard_NC24s_v3
max_instances: 1
---
$schema: https://azuremlschemas.azureedge.net/latest/sweepJob.schema.json
trial:
  compute:
    target: azureml:gpu
    instance_count: 2
max_total_trials: 4
max_concurrent_trials: 3
---
$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
compute:
  target: azureml:gpu
  instance_count: 2
---
$schema: https://azuremlschemas.azureedge.net/latest/compute.schema.json
type: virtualmachine
size: Standard_NC24s_v3
---
$schema: https://azuremlsdk2.blob.core.windows.net/latest/onlineEndpoint.schema.json
name: answers
type: online
deployments:
  - name: blue
    instance_type: Standard_F2s_v2
    scale_settings:
      instance_count: 2
---
name: nightly
type: batch
deployments:
  - name: first
    mini_batch_size: 5
    compute:
      target: azureml:cpu
      instance_count: 3
---
name: second
mini_batch_size: 5
compute:
  target: azureml:cpu
`,
    sees: [],
    rents: [
      {
        line: 2,
        type: 'azureml.AmlCompute',
        purchase: 'low-priority',
        region: 'eastus',
        facts: { instanceType: 'Standard_NC24ads_A100_v4', leastNodes: 1, mostNodes: 4, idleSeconds: 120 },
      },
      { line: 12, type: 'azureml.ComputeInstance', facts: { instanceType: 'Standard_DS3_v2' } },
      { line: 15, type: 'azureml.ManagedOnlineDeployment', count: 2, facts: { instanceType: 'Standard_DS3_v2' } },
      { line: 20, type: 'azureml.BatchDeployment', count: 3, facts: { compute: 'gpu' } },
      { line: 25, type: 'azureml.sweep', count: null, facts: { compute: 'gpu' } },
      {
        line: 32,
        type: 'azureml.AmlCompute',
        purchase: 'low-priority',
        facts: { instanceType: 'Standard_NC24s_v3', leastNodes: 0, mostNodes: 1 },
      },
      { line: 38, type: 'azureml.sweep', count: null, facts: { compute: 'gpu' } },
      { line: 46, type: 'azureml.command', count: 2, facts: { compute: 'gpu' } },
      { line: 59, type: 'azureml.ManagedOnlineDeployment', count: 2, facts: { instanceType: 'Standard_F2s_v2' } },
      { line: 67, type: 'azureml.BatchDeployment', count: 3, facts: { compute: 'cpu' } },
      { line: 73, type: 'azureml.BatchDeployment', count: 1, facts: { compute: 'cpu' } },
    ],
  },
  {
    lang: 'yaml',
    code: `
$schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json
type: pipeline
settings:
  default_compute: azureml:cpu
jobs:
  prepare:
    type: command
    command: python prepare.py
  train:
    type: command
    command: python train.py
    compute: azureml:serverless
    resources:
      instance_type: Standard_NC24ads_A100_v4
      instance_count: 2
  try:
    type: command
    compute: \${{parent.inputs.where}}
---
$schema: http://azureml/sdk-2-0/Schedule.json
name: drift
create_monitor:
  compute:
    instance_type: standard_e4s_v3
    runtime_version: "3.4"
`,
    sees: [],
    rents: [
      { line: 2, type: 'azureml.command', count: 1, facts: { compute: 'cpu' } },
      { line: 10, type: 'azureml.command', count: 2, facts: { instanceType: 'Standard_NC24ads_A100_v4' } },
      { line: 17, type: 'azureml.command', facts: { compute: null } },
      { line: 23, type: 'azureml.spark', facts: { instanceType: 'standard_e4s_v3' } },
    ],
  },
  {
    lang: 'yaml',
    code: `
$schema: https://azuremlschemas.azureedge.net/latest/kubernetesOnlineDeployment.schema.json
type: kubernetes
instance_type: defaultinstancetype
instance_count: 1
---
$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
command: python train.py
compute: local
---
$schema: https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json
type: command
command: python train.py
---
type: pipeline
jobs:
  build:
    compute: azure
`,
    sees: [],
  },
]
