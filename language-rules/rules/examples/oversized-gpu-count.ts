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

export const oversizedGpuCountExamples: readonly RuleExample[] = [
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
]
