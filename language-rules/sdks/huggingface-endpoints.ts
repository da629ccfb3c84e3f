// https://huggingface.co/docs/huggingface_hub/guides/inference_endpoints
import type { Sdk, SdkExample } from '../../core/sdk.ts'

export const sdk: Sdk = {
  id: 'huggingface-endpoints',
  words: ['create_inference_endpoint'],
  clients: [
    { python: 'huggingface_hub.create_inference_endpoint', module: true, kind: 'create' },
    { python: ['huggingface_hub.HfApi', 'huggingface_hub.hf_api.HfApi'], kind: 'api' },
  ],
  calls: [],
  rents: [
    { path: '()', on: 'create', type: 'huggingface.endpoint' },
    {
      path: 'create_inference_endpoint',
      on: 'api',
      type: 'huggingface.endpoint',
      handed: ['instance_size', 'instance_type'],
    },
  ],
  free: ['pause_inference_endpoint', 'list_inference_endpoints'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from huggingface_hub import HfApi, create_inference_endpoint
endpoint = create_inference_endpoint(
    "e", repository="gpt2", framework="pytorch", accelerator="cpu", vendor="aws", region="us-east-1",
    type="protected", instance_size="x2", instance_type="intel-icl",
)
HfApi(token="t").create_inference_endpoint(
    "f", repository="m", framework="pytorch", accelerator="gpu", vendor="aws", region="us-east-1",
    instance_size="x1", instance_type="nvidia-l40s", min_replica=0, max_replica=4,
)
`,
    sees: [],
    rents: [
      { line: 3, type: 'huggingface.endpoint', count: 1, facts: { instanceType: 'intel-icl', instanceSize: 'x2' } },
      {
        line: 7,
        type: 'huggingface.endpoint',
        count: 1,
        facts: { instanceType: 'nvidia-l40s', vendor: 'aws', minContainers: 0, maxContainers: 4 },
      },
    ],
  },
  {
    lang: 'python',
    code: `
from databricks.client import Client
from huggingface_hub import get_inference_endpoint
get_inference_endpoint("e").wait()
Client("c").create_inference_endpoint("served", [])
`,
    sees: [],
  },
]
