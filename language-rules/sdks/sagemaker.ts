// https://sagemaker.readthedocs.io/en/stable/api/index.html; version 3 in its own repository, aws/sagemaker-python-sdk
import type { ClientShape, RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const estimators = [
  ...[
    'Estimator',
    'Framework',
    'AlgorithmEstimator',
    'JumpStartEstimator',
    'PyTorch',
    'TensorFlow',
    'MXNet',
    'Chainer',
  ],
  ...['SKLearn', 'XGBoost', 'HuggingFace', 'RLEstimator', 'KMeans', 'PCA', 'LinearLearner', 'FactorizationMachines'],
  ...['NTM', 'LDA', 'RandomCutForest', 'KNN', 'Object2Vec', 'IPInsights'],
]
const models = [
  ...['Model', 'FrameworkModel', 'PipelineModel', 'ModelPackage', 'MultiDataModel', 'PyTorchModel', 'TensorFlowModel'],
  ...['MXNetModel', 'ChainerModel', 'SKLearnModel', 'XGBoostModel', 'HuggingFaceModel', 'DJLModel', 'TritonModel'],
  ...['DeepSpeedModel', 'HuggingFaceAccelerateModel', 'FasterTransformerModel', 'SparkMLModel'],
  ...['KMeansModel', 'PCAModel', 'LinearLearnerModel', 'FactorizationMachinesModel', 'NTMModel', 'LDAModel'],
  ...['RandomCutForestModel', 'KNNModel', 'Object2VecModel', 'IPInsightsModel'],
]
/** They are told their machine when they are made, or choose one for the model. */
const builders = ['JumpStartModel', 'ModelBuilder']
const processors = [
  ...[
    'Processor',
    'ScriptProcessor',
    'SKLearnProcessor',
    'FrameworkProcessor',
    'PyTorchProcessor',
    'TensorFlowProcessor',
  ],
  ...['MXNetProcessor', 'HuggingFaceProcessor', 'XGBoostProcessor', 'PySparkProcessor', 'SparkJarProcessor'],
  ...['SageMakerClarifyProcessor', 'DefaultModelMonitor', 'ModelQualityMonitor', 'ModelBiasMonitor'],
  ...['ModelExplainabilityMonitor', 'ModelMonitor', 'CheckJobConfig'],
]

const paths = (names: readonly string[]) => names.map((name) => `sagemaker.**.${name}`)
const made = (kind: string, names: readonly string[]): ClientShape => ({ python: paths(names), kind })
/** Making it says what machine its jobs run on. */
const making = (kind: string, names: readonly string[]): ClientShape => ({ python: paths(names), kind, module: true })

/** https://sagemaker.readthedocs.io/en/stable/api/utility/session.html, which asks for one machine or for several variants by name. */
const sessions = ['sagemaker.Session', 'sagemaker.session.Session', 'sagemaker.LocalSession']
const bySession = [
  'endpoint_from_job',
  'endpoint_from_image_data',
  'endpoint_from_model_data',
  'create_endpoint_config',
]

/** https://sagemaker-core.readthedocs.io: requests as classes, in version 3 a part of the SDK itself. */
const requested = (name: string) => ['sagemaker_core.**', 'sagemaker.core.**'].map((root) => `${root}.${name}`)
const requests = ['EndpointConfig', 'TrainingJob', 'TransformJob', 'ProcessingJob', 'HyperParameterTuningJob']

const after = [
  '',
  'create_model().',
  'compile().',
  'compile_model().',
  'build().',
  'optimize().',
  'register().',
  'attach().',
]
/** Docker on the user's own machine: https://sagemaker.readthedocs.io/en/stable/overview.html#local-mode */
const onThis = ['local', 'local_gpu', 'local_cpu']

const serves = (on: string, type: string, handed?: readonly string[]): readonly RentShape[] =>
  after.map((step) => ({
    path: `${step}deploy`,
    on,
    type,
    unless: { 'instance_type|[1]': onThis },
    ...(handed && step === '' ? { handed } : {}),
  }))
const transforms = (on: string): readonly RentShape[] =>
  ['', 'create_model().', 'register().', 'attach().'].map((step) => ({
    path: `${step}transformer`,
    on,
    type: 'sagemaker.transformer',
    unless: { 'instance_type|[1]': onThis },
  }))
const local = {
  'instance_type|train_instance_type|compute.instance_type': onThis,
  training_mode: ['LOCAL_CONTAINER'],
}

export const sdk: Sdk = {
  id: 'sagemaker',
  words: ['import sagemaker', 'from sagemaker', 'sagemaker_core'],
  clients: [
    made('estimator', [...estimators, 'HyperparameterTuner', 'AutoML', 'AutoMLV2']),
    making('estimating', estimators),
    made('model', models),
    made('builder', [...builders, 'ModelBuilder.from_jumpstart_config']),
    making('processing', processors),
    making('transforming', ['Transformer']),
    making('training', ['ModelTrainer']),
    { python: 'sagemaker.**.ModelTrainer', module: true, kind: 'trainer' },
    {
      python: [
        'sagemaker.remote_function.remote',
        'sagemaker.train.remote_function.remote',
        'sagemaker.core.remote_function.remote',
        'sagemaker.workflow.function_step.step',
        'sagemaker.mlops.workflow.function_step.step',
      ],
      module: true,
      kind: 'remote',
    },
    making('notebook job', ['NotebookJobStep']),
    making('executor', ['RemoteExecutor']),
    { python: sessions, kind: 'session' },
    ...requests.map((name): ClientShape => ({ python: requested(name), module: true, kind: name })),
  ],
  calls: [],
  rents: [
    { path: '()', on: 'estimating', type: 'sagemaker.Estimator', unless: local },
    { path: '()', on: 'training', type: 'sagemaker.ModelTrainer', unless: local },
    { path: 'from_recipe', on: 'training', type: 'sagemaker.ModelTrainer', unless: local },
    { path: 'from_jumpstart_config', on: 'training', type: 'sagemaker.ModelTrainer', unless: local },
    { path: '()', on: 'processing', type: 'sagemaker.Processor', unless: local },
    { path: '()', on: 'transforming', type: 'sagemaker.Transformer', unless: local },
    { path: '()', on: 'remote', type: 'sagemaker.remote', runs: true, unless: local },
    { path: '()', on: 'executor', type: 'sagemaker.remote', needs: 'instance_type', unless: local },
    { path: '()', on: 'notebook job', type: 'sagemaker.NotebookJobStep' },
    ...bySession.map((path) => ({
      path,
      on: 'session',
      type: 'sagemaker.endpoint',
      handed: ['initial_instance_count', 'instance_type'],
    })),
    {
      path: 'endpoint_from_production_variants',
      on: 'session',
      type: 'sagemaker.variants',
      handed: ['production_variants'],
    },
    ...requests.map((name) => ({ path: 'create', on: name, type: `sagemaker.core.${name}` })),
    ...serves('estimator', 'sagemaker.deploy', ['initial_instance_count', 'instance_type']),
    ...serves('model', 'sagemaker.deploy'),
    ...serves('builder', 'sagemaker.builder.deploy'),
    ...transforms('estimator'),
    ...transforms('model'),
    ...transforms('builder'),
    // `attach` is a method of the class.
    { path: 'attach().deploy', on: 'estimating', type: 'sagemaker.deploy' },
    { path: 'attach().transformer', on: 'estimating', type: 'sagemaker.transformer' },
  ],
  stands: {
    names: ['sagemaker.**.Mode'],
    values: {
      // A container is told numbers as texts: `json.dumps(4)`.
      'json.dumps': '[0]|obj',
      'sagemaker.**.ParameterString': 'default_value|[1]',
      'sagemaker.**.ParameterInteger': 'default_value|[1]',
      'sagemaker.**.ParameterBoolean': 'default_value|[1]',
    },
  },
  free: ['fit', 'predict', 'delete_endpoint'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import sagemaker
from sagemaker.pytorch import PyTorch
from sagemaker.workflow.parameters import ParameterString

kind = ParameterString(name="Kind", default_value="ml.p4d.24xlarge")
session = sagemaker.Session()
estimator = PyTorch(
    entry_point="train.py",
    instance_type=kind,
    instance_count=2,
    use_spot_instances=True,
    max_run=6 * 60 * 60,
)
estimator.fit({"train": "s3://bucket/train"})
predictor = estimator.deploy(1, "ml.g5.xlarge")
estimator.transformer(instance_count=3, instance_type="ml.m5.xlarge")
`,
    sees: [],
    rents: [
      {
        line: 8,
        type: 'sagemaker.Estimator',
        count: 2,
        purchase: 'spot',
        region: null,
        facts: { instanceType: 'ml.p4d.24xlarge', lifetimeHours: 6 },
      },
      { line: 16, type: 'sagemaker.deploy', count: 1, facts: { 'variants[0].instanceType': 'ml.g5.xlarge' } },
      { line: 17, type: 'sagemaker.transformer', count: 3, facts: { instanceType: 'ml.m5.xlarge' } },
    ],
  },
  {
    lang: 'python',
    code: `
from sagemaker.jumpstart.model import JumpStartModel
from sagemaker.modules.train import ModelTrainer
from sagemaker.modules.configs import Compute
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.sklearn import SKLearn
from sagemaker.sklearn.processing import SKLearnProcessor

JumpStartModel(model_id="meta", instance_type="ml.g5.12xlarge").deploy()
JumpStartModel(model_id="meta").deploy()
ModelTrainer(compute=Compute(instance_type="ml.p5.48xlarge", instance_count=4))
SKLearnProcessor(framework_version="1.2", instance_type="local", instance_count=1)
SKLearnProcessor(framework_version="1.2", instance_type="ml.m5.large", instance_count=1)

def serve(model):
    return model.deploy(initial_instance_count=1, instance_type="ml.c5.large")

def either(testing):
    kind = "local" if testing else "ml.c5.xlarge"
    SKLearnProcessor(framework_version="1.2", instance_type=kind, instance_count=1)

SKLearn(instance_type="local").transformer(instance_count=1, instance_type="local")
SKLearn(instance_type="local").transformer(2, "ml.m5.xlarge")
ModelTrainer.from_jumpstart_config(jumpstart_config=bert, compute=Compute(instance_type="ml.p3.2xlarge"))
ModelTrainer(compute=Compute(instance_type="local_cpu"))
served = ModelBuilder.from_jumpstart_config(jumpstart_config=meta, compute=Compute(instance_type="ml.g5.2xlarge"))
served.deploy(endpoint_name="e")
`,
    sees: [],
    rents: [
      { line: 9, type: 'sagemaker.builder.deploy', facts: { 'variants[0].instanceType': 'ml.g5.12xlarge' } },
      { line: 10, type: 'sagemaker.builder.deploy', facts: { 'variants[0].instanceType': null } },
      { line: 11, type: 'sagemaker.ModelTrainer', count: 4, facts: { instanceType: 'ml.p5.48xlarge' } },
      { line: 13, type: 'sagemaker.Processor', count: 1, purchase: 'on-demand' },
      { line: 16, type: 'sagemaker.deploy', facts: { 'variants[0].instanceType': 'ml.c5.large' } },
      { line: 20, type: 'sagemaker.Processor', facts: { instanceType: 'ml.c5.xlarge' } },
      { line: 23, type: 'sagemaker.transformer', facts: { instanceType: 'ml.m5.xlarge' } },
      { line: 24, type: 'sagemaker.ModelTrainer', facts: { instanceType: 'ml.p3.2xlarge' } },
      { line: 27, type: 'sagemaker.builder.deploy', facts: { 'variants[0].instanceType': 'ml.g5.2xlarge' } },
    ],
  },
  {
    lang: 'python',
    code: `
import sagemaker
from sagemaker import AutoML
from sagemaker.djl_inference import DeepSpeedModel
from sagemaker.estimator import Estimator
from sagemaker.pytorch import PyTorch
from sagemaker.session import production_variant
from sagemaker.workflow.function_step import step
from sagemaker.workflow.parameters import ParameterString
from sagemaker_core.resources import EndpointConfig, TrainingJob
from sagemaker_core.shapes import ProductionVariant, ResourceConfig, StoppingCondition

kind = ParameterString(name="Kind", default_value="ml.c5.xlarge")
session = sagemaker.Session()
DeepSpeedModel("s3://model", "role").deploy(instance_type=kind.default_value, initial_instance_count=1)
AutoML(role="r", target_attribute_name="y").deploy(initial_instance_count=1, instance_type="ml.m5.2xlarge")
PyTorch(instance_type="local").compile_model(target_instance_family="ml_p3").deploy(1, "ml.p3.2xlarge")
Estimator.attach("job").deploy(initial_instance_count=1, instance_type="ml.m4.xlarge")
session.endpoint_from_job(job_name="j", initial_instance_count=2, instance_type="ml.m4.xlarge")
session.endpoint_from_production_variants(
    name="e", production_variants=[production_variant(model_name="m", instance_type="ml.c5.4xlarge")]
)

@step(name="train", instance_type="ml.m5.large", keep_alive_period_in_seconds=300)
def train():
    pass

EndpointConfig.create(
    endpoint_config_name="c",
    production_variants=[ProductionVariant(variant_name="v", instance_type="ml.g5.xlarge", initial_instance_count=1)],
)
TrainingJob.create(
    training_job_name="t",
    resource_config=ResourceConfig(instance_type="ml.m4.xlarge", instance_count=1, volume_size_in_gb=30),
    stopping_condition=StoppingCondition(max_runtime_in_seconds=600),
)
`,
    sees: [],
    rents: [
      { line: 15, type: 'sagemaker.deploy', facts: { 'variants[0].instanceType': 'ml.c5.xlarge' } },
      { line: 16, type: 'sagemaker.deploy', facts: { 'variants[0].instanceType': 'ml.m5.2xlarge' } },
      { line: 17, type: 'sagemaker.deploy', facts: { 'variants[0].instanceType': 'ml.p3.2xlarge' } },
      { line: 18, type: 'sagemaker.deploy', facts: { 'variants[0].instanceType': 'ml.m4.xlarge' } },
      { line: 19, type: 'sagemaker.endpoint', count: 2, facts: { 'variants[0].instanceType': 'ml.m4.xlarge' } },
      {
        line: 20,
        type: 'sagemaker.variants',
        facts: { 'variants[0].instanceType': 'ml.c5.4xlarge', 'variants[0].instances': 1 },
      },
      { line: 24, type: 'sagemaker.remote', count: 1, facts: { instanceType: 'ml.m5.large', idleSeconds: 300 } },
      { line: 28, type: 'sagemaker.core.EndpointConfig', facts: { 'variants[0].instanceType': 'ml.g5.xlarge' } },
      { line: 32, type: 'sagemaker.core.TrainingJob', count: 1, facts: { instanceType: 'ml.m4.xlarge', volumeGB: 30 } },
    ],
  },
  {
    lang: 'python',
    code: `
import sagemaker
uri = sagemaker.image_uris.retrieve("xgboost", "us-east-1", instance_type="ml.m5.large")
def trigger(instance_type):
    pass
trigger(instance_type="ml.m5.large")
`,
    sees: [],
  },
]
