// https://cloud.google.com/python/docs/reference/aiplatform/latest
import type { ClientShape, RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const root = 'google.cloud.aiplatform.**'
const made = (kind: string, names: readonly string[]): ClientShape => ({
  python: names.map((name) => `${root}.${name}`),
  kind,
})
const jobs = ['CustomTrainingJob', 'CustomContainerTrainingJob', 'CustomPythonPackageTrainingJob']
const learned = ['Tabular', 'Text', 'Video', 'Forecasting'].map((what) => `AutoML${what}TrainingJob`)

const allLearned = ['learned', 'learned of images']

const each = (paths: readonly string[], on: string | readonly string[], type: string): readonly RentShape[] =>
  paths.map((path) => ({ path, on, type }))

export const sdk: Sdk = {
  id: 'vertex-machines',
  words: [
    'google.cloud import aiplatform',
    'google.cloud.aiplatform',
    'vertexai import model_garden',
    'vertexai.model_garden',
    'vertexai.preview',
    'vertex_ray',
  ],
  clients: [
    made('model', ['Model', 'Model.upload', 'Model.upload_xgboost_model_file', 'Model.upload_scikit_learn_model_file']),
    { python: ['vertexai.**.OpenModel', 'vertexai.**.CustomModel', 'vertexai.**.PartnerModel'], kind: 'model' },
    made('endpoint', ['Endpoint', 'Endpoint.create', 'PrivateEndpoint.create']),
    made('job', jobs),
    made('learned', learned),
    made('learned of images', ['AutoMLImageTrainingJob']),
    made('index endpoint', ['MatchingEngineIndexEndpoint', 'MatchingEngineIndexEndpoint.create']),
    { python: `${root}.CustomJob`, module: true, kind: 'custom job' },
    { python: `${root}.BatchPredictionJob`, module: true, kind: 'batch predictions' },
    { python: `${root}.Featurestore`, module: true, kind: 'feature store' },
    { python: 'vertexai.**.TextEmbeddingModel', module: true, kind: 'embeddings' },
    { python: ['vertex_ray', `${root}.vertex_ray`], module: true, kind: 'ray' },
    made('endpoints', ['EndpointServiceClient', 'EndpointServiceAsyncClient']),
    made('pipelines', ['PipelineServiceClient', 'PipelineServiceAsyncClient']),
    made('requests', ['JobServiceClient', 'JobServiceAsyncClient']),
    ...['aiplatform_v1', 'aiplatform_v1beta1'].flatMap((version): readonly ClientShape[] => [
      {
        python: [`google.cloud.${version}.EndpointServiceClient`, `google.cloud.${version}.EndpointServiceAsyncClient`],
        kind: 'endpoints',
      },
      {
        python: [`google.cloud.${version}.JobServiceClient`, `google.cloud.${version}.JobServiceAsyncClient`],
        kind: 'requests',
      },
    ]),
  ],
  calls: [],
  rents: [
    ...each(['deploy'], 'model', 'vertex.deploy'),
    ...each(['deploy'], 'endpoint', 'vertex.deploy'),
    ...each(['run().deploy'], 'job', 'vertex.deploy'),
    ...each(['run().deploy'], allLearned, 'vertex.deploy'),
    ...each(['batch_predict'], 'model', 'vertex.batch_predict'),
    ...each(['run().batch_predict'], 'job', 'vertex.batch_predict'),
    ...each(['run().batch_predict'], allLearned, 'vertex.batch_predict'),
    ...each(['create', 'submit'], 'batch predictions', 'vertex.batch_predict'),
    ...each(['run'], 'learned', 'vertex.automl'),
    ...each(['run'], 'learned of images', 'vertex.automl_images'),
    // It answers with the endpoint, where a second index may be deployed.
    ...each(['deploy_index', 'deploy_index().deploy_index'], 'index endpoint', 'vertex.deploy_index'),
    ...each(['create'], 'feature store', 'vertex.featurestore'),
    ...each(['deploy_tuned_model'], 'embeddings', 'vertex.deploy_tuned_model'),
    ...each(['run', 'submit'], 'job', 'vertex.training'),
    ...each(['()'], 'custom job', 'vertex.CustomJob'),
    // It makes the one pool of what it is told.
    ...each(['from_local_script'], 'custom job', 'vertex.training'),
    ...each(['deploy_model'], 'endpoints', 'vertex.deploy_model'),
    ...each(['create_custom_job'], 'requests', 'vertex.create_custom_job'),
    // One of AutoML is billed by what it learns from: no machine is asked for.
    {
      path: 'create_training_pipeline',
      on: 'pipelines',
      type: 'vertex.create_training_pipeline',
      needs: 'training_pipeline.training_task_inputs.workerPoolSpecs',
    },
    ...each(['create_ray_cluster'], 'ray', 'vertex.create_ray_cluster'),
    ...['hyperparameter_tuning_job', 'batch_prediction_job'].map((job) => ({
      path: `create_${job}`,
      on: 'requests',
      type: `vertex.create_${job}`,
      handed: ['parent', job],
    })),
    {
      path: 'deploy',
      on: 'handed',
      type: 'vertex.deploy',
      handed: ['machine_type', 'accelerator_type', 'accelerator_count'],
    },
    { path: 'deploy_model', on: 'handed', type: 'vertex.deploy_model', handed: ['endpoint', 'deployed_model'] },
  ],
  stands: { names: ['google.cloud.**.AcceleratorType', 'google.cloud.**.Strategy'] },
  free: ['create_endpoint', 'predict', 'undeploy_all'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from google.cloud import aiplatform
aiplatform.BatchPredictionJob.create(job_display_name="j", model_name="m", machine_type="n1-standard-8")
aiplatform.BatchPredictionJob.list()
`,
    sees: [],
    rents: [{ line: 3, type: 'vertex.batch_predict', facts: { instanceType: 'n1-standard-8' } }],
  },
  {
    lang: 'python',
    code: `
from google.cloud import aiplatform
from vertexai import model_garden
aiplatform.init(project="p", location="us-central1")

model = aiplatform.Model.upload(display_name="m")
endpoint = model.deploy(machine_type="n1-standard-4", min_replica_count=2, max_replica_count=4)
model_garden.OpenModel("google/gemma").deploy(
    machine_type="g2-standard-12", accelerator_type=aiplatform.gapic.AcceleratorType.NVIDIA_L4.name, accelerator_count=1
)
job = aiplatform.CustomJob(
    display_name="j",
    worker_pool_specs=[{"machine_spec": {"machine_type": "a2-highgpu-1g"}, "replica_count": 3}],
)
trained = aiplatform.CustomTrainingJob(display_name="t", script_path="t.py").run(
    machine_type="n1-standard-8", replica_count=2
)
trained.batch_predict(machine_type="n1-standard-4", starting_replica_count=5)
aiplatform.CustomTrainingJob(display_name="s", script_path="t.py").submit(
    machine_type="n1-standard-4", scheduling_strategy=aiplatform.gapic.Scheduling.Strategy.SPOT
)
`,
    sees: [],
    rents: [
      {
        line: 7,
        type: 'vertex.deploy',
        region: 'us-central1',
        facts: { instanceType: 'n1-standard-4', minInstances: 2, maxInstances: 4 },
      },
      {
        line: 8,
        type: 'vertex.deploy',
        facts: { instanceType: 'g2-standard-12', accelerator: 'NVIDIA_L4', acceleratorCount: 1 },
      },
      { line: 11, type: 'vertex.CustomJob', count: 3, facts: { instanceType: 'a2-highgpu-1g' } },
      { line: 15, type: 'vertex.training', count: 2, facts: { instanceType: 'n1-standard-8' } },
      { line: 18, type: 'vertex.batch_predict', count: 5, facts: { instanceType: 'n1-standard-4' } },
      { line: 19, type: 'vertex.training', purchase: 'spot', facts: { instanceType: 'n1-standard-4' } },
    ],
  },
  {
    lang: 'python',
    code: `
from google.cloud import aiplatform
endpoint = aiplatform.Endpoint.create(display_name="e")
aiplatform.CustomJob.list()
endpoint.predict(instances=[])
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from google.cloud import aiplatform
aiplatform.init(location="europe-west4")
job = aiplatform.AutoMLImageTrainingJob(display_name="j", prediction_type="classification", model_type="CLOUD")
model = job.run(dataset=ds, budget_milli_node_hours=8000)
aiplatform.AutoMLTabularTrainingJob(display_name="t").run(dataset=ds, target_column="y", budget_milli_node_hours=1000)
endpoint = aiplatform.MatchingEngineIndexEndpoint.create(display_name="i", public_endpoint_enabled=True)
endpoint.deploy_index(index=index, deployed_index_id="d", machine_type="e2-standard-16", min_replica_count=2)
endpoint.undeploy_index("d")
again = endpoint.deploy_index(index=index, deployed_index_id="e", machine_type="e2-standard-2")
again.deploy_index(index=index, deployed_index_id="f", machine_type="e2-standard-2")
aiplatform.Featurestore.create(featurestore_id="f", online_store_fixed_node_count=2)
aiplatform.CustomJob.from_local_script(display_name="l", script_path="t.py", container_uri="c", machine_type="n1-standard-4")

def predict(clients, name, model):
    clients["job"].create_batch_prediction_job(
        parent=name,
        batch_prediction_job={
            "model": model,
            "dedicated_resources": {"machine_spec": {"machine_type": "n1-standard-2"}, "starting_replica_count": 3},
        },
    )
`,
    sees: [],
    rents: [
      { line: 5, type: 'vertex.automl_images', facts: { data: 'image', nodeHours: 8 } },
      { line: 6, type: 'vertex.automl', facts: { nodeHours: 1 } },
      {
        line: 8,
        type: 'vertex.deploy_index',
        region: 'europe-west4',
        facts: { instanceType: 'e2-standard-16', replicas: 2 },
      },
      { line: 10, type: 'vertex.deploy_index', facts: { instanceType: 'e2-standard-2' } },
      { line: 11, type: 'vertex.deploy_index', facts: { instanceType: 'e2-standard-2' } },
      { line: 12, type: 'vertex.featurestore', facts: { nodes: 2 } },
      { line: 13, type: 'vertex.training', count: 1, facts: { instanceType: 'n1-standard-4' } },
      { line: 16, type: 'vertex.create_batch_prediction_job', count: 3, facts: { instanceType: 'n1-standard-2' } },
    ],
  },
  {
    lang: 'python',
    code: `
from google.cloud import aiplatform
from google.cloud.aiplatform import vertex_ray
from google.cloud.aiplatform.vertex_ray import Resources
from google.protobuf import json_format
from google.protobuf.struct_pb2 import Value

vertex_ray.create_ray_cluster(
    head_node_type=Resources(machine_type="n1-standard-16"),
    worker_node_types=[Resources(machine_type="g2-standard-12", node_count=2, accelerator_type="NVIDIA_L4", accelerator_count=1)],
)
client = aiplatform.gapic.PipelineServiceClient(client_options=options)
inputs = {"workerPoolSpecs": [{"replicaCount": 3, "machineSpec": {"machineType": "n1-standard-4"}}]}
client.create_training_pipeline(
    parent=parent, training_pipeline={"training_task_inputs": json_format.ParseDict(inputs, Value())}
)
learned = json_format.ParseDict({"budgetMilliNodeHours": 8000}, Value())
client.create_training_pipeline(parent=parent, training_pipeline={"training_task_inputs": learned})
`,
    sees: [],
    rents: [
      {
        line: 8,
        type: 'vertex.create_ray_cluster',
        count: 2,
        facts: { instanceType: 'g2-standard-12', accelerator: 'NVIDIA_L4', headInstanceType: 'n1-standard-16' },
      },
      { line: 14, type: 'vertex.create_training_pipeline', count: 3, facts: { instanceType: 'n1-standard-4' } },
    ],
  },
]
