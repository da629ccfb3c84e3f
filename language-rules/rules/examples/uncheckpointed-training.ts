import type { RuleExample } from '../../../core/rule.ts'

export const uncheckpointedTrainingExamples: readonly RuleExample[] = [
  {
    name: 'an estimator on spot machines',
    lang: 'python',
    code: `import sagemaker
from sagemaker.pytorch import PyTorch

estimator = PyTorch(
    entry_point="train.py",
    instance_type="ml.p4d.24xlarge",
    instance_count=2,
    output_path="s3://models/llama/",
    use_spot_instances=True,  # cheaper
    max_run=8 * 60 * 60,
    max_wait=12 * 60 * 60,
)
`,
    finds: [
      {
        line: 9,
        message:
          'Spot training without checkpoints: when the machines are taken back, all that was done (8 hours at most) is done and paid for again. Keep checkpoints in S3.',
        fixed: `import sagemaker
from sagemaker.pytorch import PyTorch

estimator = PyTorch(
    entry_point="train.py",
    instance_type="ml.p4d.24xlarge",
    instance_count=2,
    output_path="s3://models/llama/",
    use_spot_instances=True,  # cheaper
    max_run=8 * 60 * 60,
    max_wait=12 * 60 * 60,
    checkpoint_s3_uri="s3://models/llama/checkpoints",
)
`,
      },
    ],
  },
  {
    name: 'a request, whose region is known',
    lang: 'python',
    code: `import boto3

client = boto3.client("sagemaker", region_name="us-east-1")
client.create_training_job(
    TrainingJobName="tune",
    OutputDataConfig={"S3OutputPath": "s3://models/out"},
    ResourceConfig={"InstanceType": "ml.g5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 50},
    StoppingCondition={"MaxRuntimeInSeconds": 7200, "MaxWaitTimeInSeconds": 14400},
    EnableManagedSpotTraining=True,
)
`,
    finds: [
      {
        line: 9,
        message:
          'Spot training without checkpoints: when the machines are taken back, all that was done (2 hours at most) is done and paid for again. An hour is $1.41 on demand; spot is billed at a share of it that nobody publishes. Keep checkpoints in S3.',
        fixed: `import boto3

client = boto3.client("sagemaker", region_name="us-east-1")
client.create_training_job(
    TrainingJobName="tune",
    OutputDataConfig={"S3OutputPath": "s3://models/out"},
    ResourceConfig={"InstanceType": "ml.g5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 50},
    StoppingCondition={"MaxRuntimeInSeconds": 7200, "MaxWaitTimeInSeconds": 14400},
    EnableManagedSpotTraining=True,
    CheckpointConfig={"S3Uri": "s3://models/out/checkpoints"},
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
    OutputDataConfig: { S3OutputPath: 's3://models/out' },
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
    StoppingCondition: { MaxRuntimeInSeconds: 7200, MaxWaitTimeInSeconds: 14400 },
    EnableManagedSpotTraining: true,
  }),
)
`,
    finds: [
      {
        line: 10,
        message:
          'Spot training without checkpoints: when the machines are taken back, all that was done (2 hours at most) is done and paid for again. An hour is $1.41 on demand; spot is billed at a share of it that nobody publishes. Keep checkpoints in S3.',
        fixed: `import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateTrainingJobCommand({
    TrainingJobName: 'tune',
    OutputDataConfig: { S3OutputPath: 's3://models/out' },
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
    StoppingCondition: { MaxRuntimeInSeconds: 7200, MaxWaitTimeInSeconds: 14400 },
    EnableManagedSpotTraining: true,
    CheckpointConfig: { S3Uri: 's3://models/out/checkpoints' },
  }),
)
`,
      },
    ],
  },
  {
    name: 'checkpoints are kept, spot is not asked for, or arguments that nobody sees may say where',
    lang: 'python',
    code: `import boto3
from sagemaker.pytorch import PyTorch

def train(**more):
    PyTorch(instance_type="ml.g5.xlarge", instance_count=1, use_spot_instances=True, checkpoint_s3_uri="s3://b/c")
    PyTorch(instance_type="ml.g5.xlarge", instance_count=1)
    PyTorch(instance_type="ml.g5.xlarge", instance_count=1, use_spot_instances=True, **more)
`,
    finds: [],
  },
  {
    name: 'a request with checkpoints, TypeScript',
    lang: 'typescript',
    code: `import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateTrainingJobCommand({
    TrainingJobName: 'tune',
    CheckpointConfig: { S3Uri: 's3://models/checkpoints' },
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
    StoppingCondition: { MaxRuntimeInSeconds: 7200 },
    EnableManagedSpotTraining: true,
  }),
)
`,
    finds: [],
  },
  {
    name: 'Hugging Face’s Trainer on Modal, which may interrupt it',
    lang: 'python',
    code: `import modal

app = modal.App("tune")


@app.function(gpu="H100", timeout=6 * 3600, volumes={"/volume": modal.Volume.from_name("tuned")})
def train():
    from transformers import Trainer, TrainingArguments

    arguments = TrainingArguments(
        output_dir="/volume/tuned",
        num_train_epochs=3,
        save_strategy="no",
    )
    Trainer(model=load(), args=arguments, train_dataset=rows()).train()
`,
    finds: [
      {
        line: 13,
        message:
          'Training on H100 saves no checkpoint, and Modal may take the machine at any time and start again: all that was done is done and paid for once more. An hour is $3.96. Save to a volume, and go on from there.',
        fixed: `import modal

app = modal.App("tune")


@app.function(gpu="H100", timeout=6 * 3600, volumes={"/volume": modal.Volume.from_name("tuned")})
def train():
    from transformers import Trainer, TrainingArguments

    arguments = TrainingArguments(
        output_dir="/volume/tuned",
        num_train_epochs=3,
        save_strategy="steps",
    )
    Trainer(model=load(), args=arguments, train_dataset=rows()).train()
`,
      },
    ],
  },
  {
    name: 'the same without a volume, where what is saved goes with the machine',
    lang: 'python',
    code: `import modal

app = modal.App("tune")


@app.function(gpu="H100", timeout=6 * 3600)
def train():
    from transformers import Trainer, TrainingArguments

    arguments = TrainingArguments(output_dir="tuned", num_train_epochs=3, save_strategy="no")
    Trainer(model=load(), args=arguments, train_dataset=rows()).train()
`,
    finds: [
      {
        line: 10,
        message:
          'Training on H100 saves no checkpoint, and Modal may take the machine at any time and start again: all that was done is done and paid for once more. An hour is $3.96. Save to a volume, and go on from there.',
      },
    ],
  },
  {
    name: 'it saves, runs without a GPU, or elsewhere',
    lang: 'python',
    code: `import modal

app = modal.App("tune")


@app.function(gpu="H100", timeout=6 * 3600)
def train():
    from transformers import Trainer, TrainingArguments

    arguments = TrainingArguments(
        output_dir="/volume/tuned",
        num_train_epochs=3,
        save_strategy="epoch",
    )
    Trainer(model=load(), args=arguments, train_dataset=rows()).train()


@app.function(cpu=4)
def sort():
    from transformers import TrainingArguments

    return TrainingArguments(output_dir="sorted", save_strategy="no")


def local():
    from transformers import TrainingArguments

    return TrainingArguments(output_dir="tuned", save_strategy="no")
`,
    finds: [],
  },
]
