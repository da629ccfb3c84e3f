// https://google-cloud-pipeline-components.readthedocs.io: steps of a pipeline that ask Vertex AI for machines
import type { ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'

const step = (kind: string, names: readonly string[]): ClientShape => ({
  python: names.map((name) => `google_cloud_pipeline_components.**.${name}`),
  module: true,
  kind,
})

/** As Vertex AI names them: https://cloud.google.com/vertex-ai/docs/reference/rest/v1/MachineSpec. Those of one's own cluster are `nvidia.com/gpu`. */
const ofVertex = /^(?:NVIDIA_|TPU_)/

export const sdk: Sdk = {
  id: 'vertex-pipelines',
  words: ['google_cloud_pipeline_components', 'import kfp', 'from kfp'],
  clients: [
    step('deployment', ['ModelDeployOp']),
    step('prediction', ['ModelBatchPredictOp']),
    step('training', ['CustomContainerTrainingJobRunOp', 'CustomPythonPackageTrainingJobRunOp']),
    step('pools', ['CustomTrainingJobOp', 'HyperparameterTuningJobRunOp']),
    step('component', [
      'create_custom_training_job_from_component',
      'create_custom_training_job_op_from_component',
      'utils.create_custom_training_job_from_component',
      'utils.create_custom_training_job_op_from_component',
    ]),
  ],
  calls: [],
  rents: [
    { path: '()', on: 'deployment', type: 'vertex.ModelDeployOp' },
    { path: '()', on: 'prediction', type: 'vertex.ModelBatchPredictOp' },
    { path: '()', on: 'training', type: 'vertex.TrainingJobRunOp' },
    { path: '()', on: 'pools', type: 'vertex.CustomTrainingJobOp' },
    { path: '()', on: 'component', type: 'vertex.training_component' },
    // A step says what it runs on by methods nothing else has: https://kubeflow-pipelines.readthedocs.io/en/stable/source/dsl.html#kfp.dsl.PipelineTask
    { path: 'set_accelerator_type', type: 'vertex.pipeline_step', handed: [], only: { 'accelerator|[0]': ofVertex } },
    // What they were named before: with, or without, the name that the machines of a cluster have it under.
    {
      path: 'add_node_selector_constraint',
      type: 'vertex.pipeline_step',
      handed: [],
      only: { 'accelerator|value|[1]|[0]': ofVertex },
    },
  ],
  stands: { names: ['google.cloud.**.AcceleratorType'] },
  free: ['EndpointCreateOp', 'ModelUploadOp'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from google_cloud_pipeline_components import aiplatform as gcc_aip
from google_cloud_pipeline_components.v1.custom_job import CustomTrainingJobOp, utils
from google_cloud_pipeline_components.v1.endpoint import EndpointCreateOp, ModelDeployOp
from kfp import dsl

@dsl.component
def train():
    pass

trained = utils.create_custom_training_job_from_component(
    train, machine_type="n1-standard-8", accelerator_type="NVIDIA_TESLA_T4", accelerator_count=1
)

@dsl.pipeline(name="p")
def pipeline(machine: str = "n1-standard-4", replicas: int = 2):
    job = CustomTrainingJobOp(
        display_name="j",
        worker_pool_specs=[{"machine_spec": {"machine_type": machine}, "replica_count": 3}],
        timeout="7200s",
    )
    endpoint = EndpointCreateOp(display_name="e")
    ModelDeployOp(
        model=job.outputs["model"],
        endpoint=endpoint.outputs["endpoint"],
        dedicated_resources_machine_type="n1-standard-4",
        dedicated_resources_min_replica_count=1,
        dedicated_resources_max_replica_count=replicas,
    )
    gcc_aip.ModelBatchPredictOp(model=job.outputs["model"], machine_type="n1-highmem-8", starting_replica_count=4)
    gcc_aip.CustomContainerTrainingJobRunOp(container_uri="c", machine_type="n1-standard-16", replica_count=1)
    CustomTrainingJobOp(
        display_name="k",
        worker_pool_specs=[{"machineSpec": {"machineType": "n1-standard-32"}, "replicaCount": "2"}],
    )
`,
    sees: [],
    rents: [
      {
        line: 11,
        type: 'vertex.training_component',
        count: 1,
        facts: { instanceType: 'n1-standard-8', accelerator: 'NVIDIA_TESLA_T4', acceleratorCount: 1 },
      },
      {
        line: 17,
        type: 'vertex.CustomTrainingJobOp',
        count: 3,
        facts: { instanceType: 'n1-standard-4', lifetimeHours: 2 },
      },
      {
        line: 23,
        type: 'vertex.ModelDeployOp',
        facts: { instanceType: 'n1-standard-4', minInstances: 1, maxInstances: 2 },
      },
      { line: 30, type: 'vertex.ModelBatchPredictOp', count: 4, facts: { instanceType: 'n1-highmem-8' } },
      { line: 31, type: 'vertex.TrainingJobRunOp', count: 1, facts: { instanceType: 'n1-standard-16' } },
      { line: 32, type: 'vertex.CustomTrainingJobOp', count: 2, facts: { instanceType: 'n1-standard-32' } },
    ],
  },
  {
    lang: 'python',
    code: `
from kfp import dsl

@dsl.component
def train(data: str) -> str:
    return data

@dsl.pipeline(name="p")
def pipeline():
    here = train(data="gs://a")
    here.set_cpu_limit("4")
    here.set_accelerator_type("NVIDIA_TESLA_T4")
    train(data="gs://b").set_accelerator_limit(2).set_accelerator_type("NVIDIA_L4")
    train(data="gs://c").set_accelerator_type("nvidia.com/gpu")
    train(data="gs://d").add_node_selector_constraint("NVIDIA_A100_80GB").set_gpu_limit("1")
    train(data="gs://e").add_node_selector_constraint("cloud.google.com/gke-accelerator", "NVIDIA_TESLA_K80")
    train(data="gs://f").add_node_selector_constraint("cloud.google.com/gke-accelerator", "nvidia-tesla-k80")
`,
    sees: [],
    rents: [
      { line: 12, type: 'vertex.pipeline_step', facts: { accelerator: 'NVIDIA_TESLA_T4', acceleratorCount: null } },
      { line: 13, type: 'vertex.pipeline_step', facts: { accelerator: 'NVIDIA_L4' } },
      { line: 15, type: 'vertex.pipeline_step', facts: { accelerator: 'NVIDIA_A100_80GB' } },
      { line: 16, type: 'vertex.pipeline_step', facts: { accelerator: 'NVIDIA_TESLA_K80' } },
    ],
  },
  {
    lang: 'python',
    code: `
from google_cloud_pipeline_components.v1.endpoint import EndpointCreateOp
from google_cloud_pipeline_components.v1.model import ModelUploadOp
EndpointCreateOp(display_name="e")
ModelUploadOp(display_name="m")
`,
    sees: [],
  },
]
