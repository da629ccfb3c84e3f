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
  ...['SageMakerClarifyProcessor', 'DefaultModelMonitor', 'ModelQualityMonitor'],
]

const paths = (names: readonly string[]) => names.map((name) => `sagemaker.**.${name}`)
const made = (kind: string, names: readonly string[]): ClientShape => ({ python: paths(names), kind })
/** Making it says what machine its jobs run on. */
const making = (kind: string, names: readonly string[]): ClientShape => ({ python: paths(names), kind, module: true })

const after = ['', 'create_model().', 'compile().', 'build().', 'optimize().', 'register().']
const serves = (on: string, type: string, handed?: readonly string[]): readonly RentShape[] =>
  after.map((step) => ({
    path: `${step}deploy`,
    on,
    type,
    unless: { 'instance_type|[1]': ['local', 'local_gpu'] },
    ...(handed && step === '' ? { handed } : {}),
  }))
const transforms = (on: string): readonly RentShape[] =>
  ['', 'create_model().'].map((step) => ({ path: `${step}transformer`, on, type: 'sagemaker.transformer' }))
const local = {
  'instance_type|train_instance_type|compute.instance_type': ['local', 'local_gpu'],
  training_mode: ['LOCAL_CONTAINER'],
}

export const sdk: Sdk = {
  id: 'sagemaker',
  words: ['import sagemaker', 'from sagemaker'],
  clients: [
    made('estimator', [...estimators, 'HyperparameterTuner']),
    making('estimating', estimators),
    made('model', models),
    made('builder', builders),
    making('processing', processors),
    making('transforming', ['Transformer']),
    making('training', ['ModelTrainer']),
    { python: 'sagemaker.**.ModelTrainer', module: true, kind: 'trainer' },
    {
      python: ['sagemaker.remote_function.remote', 'sagemaker.train.remote_function.remote'],
      module: true,
      kind: 'remote',
    },
  ],
  calls: [],
  rents: [
    { path: '()', on: 'estimating', type: 'sagemaker.Estimator', unless: local },
    { path: '()', on: 'training', type: 'sagemaker.ModelTrainer', unless: local },
    { path: 'from_recipe', on: 'training', type: 'sagemaker.ModelTrainer', unless: local },
    { path: '()', on: 'processing', type: 'sagemaker.Processor', unless: local },
    { path: '()', on: 'transforming', type: 'sagemaker.Transformer', unless: local },
    { path: '()', on: 'remote', type: 'sagemaker.remote', runs: true },
    ...serves('estimator', 'sagemaker.deploy', ['initial_instance_count', 'instance_type']),
    ...serves('model', 'sagemaker.deploy'),
    ...serves('builder', 'sagemaker.builder.deploy'),
    ...transforms('estimator'),
    ...transforms('model'),
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
from sagemaker.sklearn.processing import SKLearnProcessor

JumpStartModel(model_id="meta", instance_type="ml.g5.12xlarge").deploy()
JumpStartModel(model_id="meta").deploy()
ModelTrainer(compute=Compute(instance_type="ml.p5.48xlarge", instance_count=4))
SKLearnProcessor(framework_version="1.2", instance_type="local", instance_count=1)
SKLearnProcessor(framework_version="1.2", instance_type="ml.m5.large", instance_count=1)

def serve(model):
    return model.deploy(initial_instance_count=1, instance_type="ml.c5.large")
`,
    sees: [],
    rents: [
      { line: 7, type: 'sagemaker.builder.deploy', facts: { 'variants[0].instanceType': 'ml.g5.12xlarge' } },
      { line: 8, type: 'sagemaker.builder.deploy', facts: { 'variants[0].instanceType': null } },
      { line: 9, type: 'sagemaker.ModelTrainer', count: 4, facts: { instanceType: 'ml.p5.48xlarge' } },
      { line: 11, type: 'sagemaker.Processor', count: 1, purchase: 'on-demand' },
      { line: 14, type: 'sagemaker.deploy', facts: { 'variants[0].instanceType': 'ml.c5.large' } },
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
