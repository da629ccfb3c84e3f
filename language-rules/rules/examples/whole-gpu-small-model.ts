import type { RuleExample } from '../../../core/rule.ts'

const modal = (gpu: string, model: string, more = '') => `import modal
from vllm import LLM

app = modal.App("serve")

@app.cls(gpu=${gpu}${more})
class Model:
    @modal.enter()
    def load(self):
        self.llm = LLM(model="${model}")
`

const aws = (type: string, model: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_model" "chat" {
  name               = "chat"
  execution_role_arn = "arn:aws:iam::123456789012:role/chat"

  primary_container {
    image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-tgi-inference:2"
    environment = {
      HF_MODEL_ID = "${model}"
      SM_NUM_GPUS = "1"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "chat" {
  name = "chat"

  production_variants {
    model_name             = aws_sagemaker_model.chat.name
    instance_type          = "${type}"
    initial_instance_count = 1
  }
}

resource "aws_sagemaker_endpoint" "chat" {
  endpoint_config_name = aws_sagemaker_endpoint_configuration.chat.name
}
`

const served = (type: string, model: string) => `import { SageMaker } from '@aws-sdk/client-sagemaker'

const sagemaker = new SageMaker({ region: 'us-east-1' })
await sagemaker.createModel({
  ModelName: 'chat',
  ExecutionRoleArn: process.env.ROLE,
  PrimaryContainer: {
    Image: process.env.IMAGE,
    Environment: { HF_MODEL_ID: '${model}', SM_NUM_GPUS: '1' },
  },
})
await sagemaker.createEndpointConfig({
  EndpointConfigName: 'chat',
  ProductionVariants: [
    { VariantName: 'all', ModelName: 'chat', InitialInstanceCount: 1, InstanceType: '${type}' },
  ],
})
`

export const wholeGpuSmallModelExamples: readonly RuleExample[] = [
  {
    name: 'a kept container of Modal',
    lang: 'python',
    code: modal('"H100"', 'meta-llama/Llama-3.1-8B-Instruct', ', min_containers=1'),
    finds: [
      {
        line: 6,
        message:
          'Llama-3.1-8B-Instruct takes 16 GB in 16 bits, of the 80 GiB of H100: $2,888 a month, $1,429 with L40S (48 GiB). Take a smaller GPU, quantise, or share it.',
        fixed: `import modal
from vllm import LLM

app = modal.App("serve")

@app.cls(gpu="L40S", min_containers=1)
class Model:
    @modal.enter()
    def load(self):
        self.llm = LLM(model="meta-llama/Llama-3.1-8B-Instruct")
`,
      },
    ],
  },
  {
    name: 'a container that runs while it works: a slower GPU may take longer',
    lang: 'python',
    code: modal('"A100-80GB"', 'Qwen/Qwen2.5-1.5B-Instruct'),
    finds: [
      {
        line: 6,
        message:
          'Qwen2.5-1.5B-Instruct takes 3 GB in 16 bits, of the 80 GiB of A100-80GB: $2.51 an hour, $0.597 with T4 (16 GiB). Take a smaller GPU, quantise, or share it, if the work does not take longer in proportion.',
        fixed: `import modal
from vllm import LLM

app = modal.App("serve")

@app.cls(gpu="T4")
class Model:
    @modal.enter()
    def load(self):
        self.llm = LLM(model="Qwen/Qwen2.5-1.5B-Instruct")
`,
      },
    ],
  },
  {
    name: 'a server that a function of Modal starts',
    lang: 'python',
    code: `import subprocess
import modal

app = modal.App("serve")
MODEL = "Qwen/Qwen2.5-7B-Instruct"
N_GPU = 1

@app.function(gpu="H200", min_containers=1)
@modal.web_server(port=8000)
def serve():
    command = ["vllm", "serve", "--uvicorn-log-level=info", MODEL, "--port", str(8000)]
    command += ["--tensor-parallel-size", str(N_GPU)]
    subprocess.Popen(" ".join(command), shell=True)
`,
    finds: [
      {
        line: 8,
        message:
          'Qwen2.5-7B-Instruct takes 14 GB in 16 bits, of the 141 GiB of H200: $3,319 a month, $1,429 with L40S (48 GiB). Take a smaller GPU, quantise, or share it.',
        fixed: `import subprocess
import modal

app = modal.App("serve")
MODEL = "Qwen/Qwen2.5-7B-Instruct"
N_GPU = 1

@app.function(gpu="L40S", min_containers=1)
@modal.web_server(port=8000)
def serve():
    command = ["vllm", "serve", "--uvicorn-log-level=info", MODEL, "--port", str(8000)]
    command += ["--tensor-parallel-size", str(N_GPU)]
    subprocess.Popen(" ".join(command), shell=True)
`,
      },
    ],
  },
  {
    name: 'a server whose command is put together at run time',
    lang: 'python',
    code: `import subprocess
import modal

app = modal.App("serve")

@app.function(gpu="H200", min_containers=1)
def serve(more):
    command = ["vllm", "serve", "Qwen/Qwen2.5-7B-Instruct"]
    command.extend(more)
    subprocess.Popen(command)
`,
    finds: [],
  },
  {
    name: 'an endpoint',
    lang: 'terraform',
    code: aws('ml.g6e.xlarge', 'Qwen/Qwen2.5-3B-Instruct'),
    finds: [
      {
        line: 28,
        message:
          'Qwen2.5-3B-Instruct takes 6 GB in 16 bits, of the 48 GiB of ml.g6e.xlarge (1 × L40S): $1,902 a month, $537.28 as ml.g4dn.xlarge (T4, 16 GiB). Take a smaller GPU, quantise, or share it.',
      },
    ],
  },
  {
    name: 'a machine that serves a model as it starts',
    lang: 'terraform',
    code: `resource "google_compute_instance" "chat" {
  name         = "chat"
  machine_type = "a2-highgpu-1g"
  zone         = "us-central1-a"

  metadata_startup_script = "docker run --gpus all vllm/vllm-openai --model Qwen/Qwen2.5-3B-Instruct"
}
`,
    finds: [
      {
        line: 3,
        message:
          'Qwen2.5-3B-Instruct takes 6 GB in 16 bits, of the 40 GiB of a2-highgpu-1g (1 × A100): $2,682 a month, $515.99 as g2-standard-4 (L4, 24 GiB). Take a smaller GPU, quantise, or share it.',
        fixed: `resource "google_compute_instance" "chat" {
  name         = "chat"
  machine_type = "g2-standard-4"
  zone         = "us-central1-a"

  metadata_startup_script = "docker run --gpus all vllm/vllm-openai --model Qwen/Qwen2.5-3B-Instruct"
}
`,
      },
    ],
  },
  {
    name: 'a model and its endpoint, in TypeScript',
    lang: 'typescript',
    code: served('ml.g6e.xlarge', 'Qwen/Qwen2.5-3B-Instruct'),
    finds: [
      {
        line: 15,
        message:
          'Qwen2.5-3B-Instruct takes 6 GB in 16 bits, of the 48 GiB of ml.g6e.xlarge (1 × L40S): $1,902 a month, $537.28 as ml.g4dn.xlarge (T4, 16 GiB). Take a smaller GPU, quantise, or share it.',
        fixed: served('ml.g4dn.xlarge', 'Qwen/Qwen2.5-3B-Instruct'),
      },
    ],
  },
  {
    name: 'a model that needs the whole of it, in TypeScript',
    lang: 'typescript',
    code: served('ml.g6e.xlarge', 'Qwen/Qwen2.5-14B-Instruct'),
    finds: [],
  },
  {
    name: 'a model that needs it',
    lang: 'python',
    code: modal('"H100"', 'Qwen/Qwen2.5-32B-Instruct'),
    finds: [],
  },
  { name: 'nobody knows how large', lang: 'python', code: modal('"H100"', 'openai/whisper-large-v3'), finds: [] },
  {
    name: 'the smallest that holds it',
    lang: 'terraform',
    code: aws('ml.g6.xlarge', 'Qwen/Qwen2.5-7B-Instruct'),
    finds: [],
  },
]
