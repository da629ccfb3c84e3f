import type { RuleExample } from '../../../core/rule.ts'

const modal = (gpu: string) => `import modal
from vllm import LLM

app = modal.App("serve")

@app.cls(gpu=${gpu}, min_containers=1)
class Model:
    @modal.enter()
    def load(self):
        self.llm = LLM(model="meta-llama/Llama-3.1-70B-Instruct", tensor_parallel_size=2)
`

const aws = (script: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "chat" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.12xlarge"
  user_data     = <<-EOT
    #!/bin/bash
    ${script}
  EOT
}
`

const endpoint = (gpus: number) => `import json
import boto3
from sagemaker.huggingface import HuggingFaceModel
from sagemaker.session import Session

hub = {"HF_MODEL_ID": "mistralai/Mistral-7B-Instruct-v0.3", "SM_NUM_GPUS": json.dumps(${gpus})}
session = Session(boto_session=boto3.Session(region_name="us-east-1"))
model = HuggingFaceModel(env=hub, sagemaker_session=session)
model.deploy(initial_instance_count=1, instance_type="ml.g5.12xlarge")
`

const trained = (
  command: string,
) => `import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const sagemaker = new SageMakerClient({ region: 'us-east-1' })
await sagemaker.send(
  new CreateTrainingJobCommand({
    TrainingJobName: 'berths',
    RoleArn: process.env.ROLE,
    AlgorithmSpecification: {
      TrainingImage: process.env.IMAGE,
      TrainingInputMode: 'File',
      ContainerEntrypoint: ['torchrun'],
      ContainerArguments: ${command},
    },
    ResourceConfig: { InstanceType: 'ml.g5.12xlarge', InstanceCount: 1, VolumeSizeInGB: 100 },
    OutputDataConfig: { S3OutputPath: 's3://berths/models' },
    StoppingCondition: { MaxRuntimeInSeconds: 7200 },
  }),
)
`

const sandbox = (gpu: string) => `import { ModalClient } from 'modal'

const modal = new ModalClient()
const app = await modal.apps.fromName('serve', { createIfMissing: true })
const image = modal.images.fromRegistry('vllm/vllm-openai:v0.11.0')
await modal.sandboxes.create(app, image, {
  gpu: ${gpu},
  command: ['vllm', 'serve', 'meta-llama/Llama-3.1-70B-Instruct', '--tensor-parallel-size', '2'],
})
`

const served = (
  gpus: number,
  type: string,
) => `import { CreateEndpointConfigCommand, CreateModelCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const sagemaker = new SageMakerClient({ region: 'us-east-1' })
const name = 'mistral'
await sagemaker.send(
  new CreateModelCommand({
    ModelName: name,
    ExecutionRoleArn: process.env.ROLE,
    PrimaryContainer: {
      Image: process.env.IMAGE,
      Environment: { HF_MODEL_ID: 'mistralai/Mistral-7B-Instruct-v0.3', SM_NUM_GPUS: '${gpus}' },
    },
  }),
)
await sagemaker.send(
  new CreateEndpointConfigCommand({
    EndpointConfigName: name,
    ProductionVariants: [
      { VariantName: 'all', ModelName: name, InstanceType: '${type}', InitialInstanceCount: 1 },
    ],
  }),
)
`

export const oversizedGpuCountExamples: readonly RuleExample[] = [
  {
    name: 'a model and its endpoint, in TypeScript',
    lang: 'typescript',
    code: served(1, 'ml.g5.12xlarge'),
    finds: [
      {
        line: 19,
        message:
          'ml.g5.12xlarge (4 × A10G), and the model is spread over 1: $5,176 a month, $1,028 as ml.g5.xlarge. Rent no more GPUs than it uses.',
        fixed: served(1, 'ml.g5.xlarge'),
      },
    ],
  },
  {
    name: 'training that is started on one of four GPUs',
    lang: 'typescript',
    code: trained("['--nproc_per_node=1', 'train.py']"),
    finds: [
      {
        line: 14,
        message:
          'ml.g5.12xlarge (4 × A10G), and what trains on it is told to use 1: $7.09 an hour, $1.41 as ml.g5.xlarge. Rent no more GPUs than it uses.',
        fixed: trained("['--nproc_per_node=1', 'train.py']").replace('12xlarge', 'xlarge'),
      },
    ],
  },
  {
    name: 'a sandbox of Modal that serves a model, in TypeScript',
    lang: 'typescript',
    code: sandbox("'H100:4'"),
    finds: [
      {
        line: 7,
        message:
          '4 × H100, and the model is spread over 2: $15.82 an hour, $7.92 with 2. Rent no more GPUs than it uses.',
        fixed: sandbox("'H100:2'"),
      },
    ],
  },
  {
    name: 'training on all GPUs',
    lang: 'typescript',
    code: trained("['--nproc_per_node=4', 'train.py']"),
    finds: [],
  },
  {
    name: 'as many as there are',
    lang: 'typescript',
    code: trained("['--nproc_per_node=gpu', 'train.py']"),
    finds: [],
  },
  { name: 'as many as a run tells', lang: 'typescript', code: trained('process.argv.slice(2)'), finds: [] },
  {
    name: 'a container of Modal',
    lang: 'python',
    code: modal('"H100:4"'),
    finds: [
      {
        line: 6,
        message:
          '4 × H100, and the model is spread over 2: $11,537 a month, $5,771 with 2. Rent no more GPUs than it uses.',
        fixed: `import modal
from vllm import LLM

app = modal.App("serve")

@app.cls(gpu="H100:2", min_containers=1)
class Model:
    @modal.enter()
    def load(self):
        self.llm = LLM(model="meta-llama/Llama-3.1-70B-Instruct", tensor_parallel_size=2)
`,
      },
    ],
  },
  {
    name: 'a machine that serves a model on one of its GPUs',
    lang: 'terraform',
    code: aws('vllm serve meta-llama/Llama-3.1-8B-Instruct --port 8000'),
    finds: [
      {
        line: 7,
        message:
          'g5.12xlarge (4 × A10G), and the model is spread over 1: $4,141 a month, $735.18 as g5.xlarge. Rent no more GPUs than it uses.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "chat" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.xlarge"
  user_data     = <<-EOT
    #!/bin/bash
    vllm serve meta-llama/Llama-3.1-8B-Instruct --port 8000
  EOT
}
`,
      },
    ],
  },
  {
    name: 'an endpoint of SageMaker',
    lang: 'python',
    code: endpoint(1),
    finds: [
      {
        line: 9,
        message:
          'ml.g5.12xlarge (4 × A10G), and the model is spread over 1: $5,176 a month, $1,028 as ml.g5.xlarge. Rent no more GPUs than it uses.',
        fixed: `import json
import boto3
from sagemaker.huggingface import HuggingFaceModel
from sagemaker.session import Session

hub = {"HF_MODEL_ID": "mistralai/Mistral-7B-Instruct-v0.3", "SM_NUM_GPUS": json.dumps(1)}
session = Session(boto_session=boto3.Session(region_name="us-east-1"))
model = HuggingFaceModel(env=hub, sagemaker_session=session)
model.deploy(initial_instance_count=1, instance_type="ml.g5.xlarge")
`,
      },
    ],
  },
  {
    name: 'where nobody says the region, nothing has a price',
    lang: 'python',
    code: `import json
from sagemaker.huggingface import HuggingFaceModel

num_gpus = 2
model = HuggingFaceModel(env={"HF_MODEL_ID": "Qwen/Qwen2.5-14B", "SM_NUM_GPUS": json.dumps(num_gpus)})
model.deploy(initial_instance_count=1, instance_type="ml.g5.48xlarge")
`,
    finds: [
      {
        line: 6,
        message: 'ml.g5.48xlarge (8 × A10G), and the model is spread over 2. Rent no more GPUs than it uses.',
      },
    ],
  },
  { name: 'as many as the model is spread over', lang: 'python', code: modal('"H100:2"'), finds: [] },
  { name: 'all GPUs of the endpoint', lang: 'python', code: endpoint(4), finds: [] },
  {
    name: 'all GPUs of the machine, or a script that does not say',
    lang: 'terraform',
    code: aws('vllm serve meta-llama/Llama-3.1-70B-Instruct --tensor-parallel-size 4'),
    finds: [],
  },
  {
    name: 'a launcher that is started where its words are written',
    lang: 'python',
    code: `import subprocess

import modal

app = modal.App("harbour")


@app.function(gpu="H100:8")
def train():
    subprocess.run(["torchrun", "--standalone", "--nproc_per_node=4", "train.py"], check=True)
`,
    finds: [
      {
        line: 8,
        message:
          '8 × H100, and what trains on it is told to use 4: $31.60 an hour, $15.80 with 4. Rent no more GPUs than it uses.',
        fixed: `import subprocess

import modal

app = modal.App("harbour")


@app.function(gpu="H100:4")
def train():
    subprocess.run(["torchrun", "--standalone", "--nproc_per_node=4", "train.py"], check=True)
`,
      },
    ],
  },
]
