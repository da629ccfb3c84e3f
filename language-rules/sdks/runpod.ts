// https://github.com/runpod/runpod-python/blob/main/runpod/api/ctl_commands.py
import type { Sdk, SdkExample } from '../../core/sdk.ts'

export const sdk: Sdk = {
  id: 'runpod',
  words: ['import runpod', 'from runpod', 'runpod_flash'],
  clients: [
    { python: 'runpod', module: true, kind: 'runpod' },
    // https://docs.runpod.io/flash/configuration/gpu-types
    { python: ['runpod_flash.Endpoint', 'runpod_flash.endpoint.Endpoint'], module: true, kind: 'flash' },
  ],
  calls: [],
  rents: [
    { path: 'create_pod', on: 'runpod', type: 'runpod.create_pod' },
    { path: 'create_endpoint', on: 'runpod', type: 'runpod.create_endpoint' },
    { path: '()', on: 'flash', type: 'runpod.flash_endpoint', needs: 'gpu', runs: true },
  ],
  stands: { names: ['runpod_flash.GpuGroup', 'runpod_flash.GpuType'] },
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
  {
    lang: 'python',
    code: `
from runpod_flash import Endpoint, GpuGroup

@Endpoint(name="train", gpu=GpuGroup.AMPERE_80, workers=(1, 3), idle_timeout=900)
async def train(config):
    return config

@Endpoint(name="light", cpu="cpu3c-1-2")
async def light():
    return 1
`,
    sees: [],
    rents: [
      {
        line: 4,
        type: 'runpod.flash_endpoint',
        count: 1,
        facts: { accelerator: 'AMPERE_80', minContainers: 1, maxContainers: 3, idleSeconds: 900 },
      },
    ],
  },
]
