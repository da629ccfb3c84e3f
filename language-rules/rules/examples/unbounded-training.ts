import type { RuleExample } from '../../../core/rule.ts'
import { unboundedEpochs } from './unbounded-epochs.ts'

export const unboundedTrainingExamples: readonly RuleExample[] = [
  {
    name: 'an estimator that is told no time',
    lang: 'python',
    code: `import sagemaker
from sagemaker.huggingface import HuggingFace

session = sagemaker.Session()
estimator = HuggingFace(
    entry_point="train.py",
    instance_type="ml.p4d.24xlarge",
    instance_count=1,
    hyperparameters={"epochs": 3},
)
`,
    finds: [
      {
        line: 7,
        message:
          'Training on ml.p4d.24xlarge (8 × A100) has no time limit: SageMaker stops it after 24 hours. Say how long it may take.',
        fixed: `import sagemaker
from sagemaker.huggingface import HuggingFace

session = sagemaker.Session()
estimator = HuggingFace(
    entry_point="train.py",
    instance_type="ml.p4d.24xlarge",
    instance_count=1,
    hyperparameters={"epochs": 3},
    max_run=43200,
)
`,
      },
    ],
  },
  {
    name: 'a request whose region is known',
    lang: 'python',
    code: `import boto3

client = boto3.client("sagemaker", region_name="us-east-1")
client.create_training_job(
    TrainingJobName="tune", ResourceConfig={"InstanceType": "ml.g5.xlarge", "InstanceCount": 2, "VolumeSizeInGB": 50}
)
`,
    finds: [
      {
        line: 5,
        message:
          'Training on ml.g5.xlarge (1 × A10G) has no time limit: SageMaker stops it after 24 hours, $67.58. Say how long it may take.',
        fixed: `import boto3

client = boto3.client("sagemaker", region_name="us-east-1")
client.create_training_job(
    TrainingJobName="tune", ResourceConfig={"InstanceType": "ml.g5.xlarge", "InstanceCount": 2, "VolumeSizeInGB": 50}, StoppingCondition={"MaxRuntimeInSeconds": 43200}
)
`,
      },
    ],
  },
  {
    name: 'the same request in TypeScript',
    lang: 'typescript',
    code: `import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateTrainingJobCommand({
    TrainingJobName: 'tune',
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 2, VolumeSizeInGB: 50 },
  }),
)
`,
    finds: [
      {
        line: 7,
        message:
          'Training on ml.g5.xlarge (1 × A10G) has no time limit: SageMaker stops it after 24 hours, $67.58. Say how long it may take.',
        fixed: `import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateTrainingJobCommand({
    TrainingJobName: 'tune',
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 2, VolumeSizeInGB: 50 },
    StoppingCondition: { MaxRuntimeInSeconds: 43200 },
  }),
)
`,
      },
    ],
  },
  {
    name: 'a job of Vertex AI, which may run for a week',
    lang: 'python',
    code: `from google.cloud import aiplatform

aiplatform.init(project="p", location="us-central1")
job = aiplatform.CustomTrainingJob(display_name="t", script_path="train.py", container_uri="c")
job.run(machine_type="a2-highgpu-1g", replica_count=1)
`,
    finds: [
      {
        line: 5,
        message:
          'Training on a2-highgpu-1g (1 × A100) has no time limit: Vertex AI stops it after 168 hours. Say how long it may take.',
        fixed: `from google.cloud import aiplatform

aiplatform.init(project="p", location="us-central1")
job = aiplatform.CustomTrainingJob(display_name="t", script_path="train.py", container_uri="c")
job.run(machine_type="a2-highgpu-1g", replica_count=1, timeout=43200)
`,
      },
    ],
  },
  {
    name: 'told how long, on a machine without a GPU, or told by arguments nobody sees',
    lang: 'python',
    code: `from google.cloud import aiplatform
from sagemaker.pytorch import PyTorch

def train(**more):
    PyTorch(instance_type="ml.g5.xlarge", instance_count=1, max_run=3600)
    PyTorch(instance_type="ml.m5.xlarge", instance_count=1)
    PyTorch(instance_type="ml.g5.xlarge", instance_count=1, **more)
    job = aiplatform.CustomTrainingJob(display_name="t", script_path="train.py", container_uri="c")
    job.run(machine_type="a2-highgpu-1g", replica_count=1, timeout=7200)
`,
    finds: [],
  },
  {
    name: 'a request with a limit, TypeScript',
    lang: 'typescript',
    code: `import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateTrainingJobCommand({
    TrainingJobName: 'tune',
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 2, VolumeSizeInGB: 50 },
    StoppingCondition: { MaxRuntimeInSeconds: 7200 },
  }),
)
`,
    finds: [],
  },
  ...unboundedEpochs,
]
