// https://github.com/runpod/runpod-python/blob/main/runpod/api/ctl_commands.py
import type { Sdk, SdkExample } from '../../core/sdk.ts'

export const sdk: Sdk = {
  id: 'runpod',
  words: ['import runpod', 'from runpod'],
  clients: [{ python: 'runpod', module: true, kind: 'runpod' }],
  calls: [],
  rents: [
    { path: 'create_pod', on: 'runpod', type: 'runpod.create_pod' },
    { path: 'create_endpoint', on: 'runpod', type: 'runpod.create_endpoint' },
  ],
  free: ['create_template', 'get_gpus'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import runpod
runpod.create_pod("train", "image", "NVIDIA A100 80GB PCIe", gpu_count=2)
runpod.create_pod(name="cpu", image_name="image", instance_id="cpu3c-2-4")
runpod.create_endpoint(name="serve", template_id="t", gpu_ids="AMPERE_16", workers_min=1, workers_max=3, idle_timeout=5)
`,
    sees: [],
    rents: [
      { line: 3, type: 'runpod.create_pod', facts: { accelerator: 'NVIDIA A100 80GB PCIe', acceleratorCount: 2 } },
      { line: 4, type: 'runpod.create_pod', facts: { instanceType: 'cpu3c-2-4' } },
      {
        line: 5,
        type: 'runpod.create_endpoint',
        count: 1,
        facts: { accelerator: 'AMPERE_16', minContainers: 1, maxContainers: 3, idleSeconds: 5 },
      },
    ],
  },
  {
    lang: 'python',
    code: `
import runpod
runpod.create_template(name="t", image_name="image")
`,
    sees: [],
  },
]
