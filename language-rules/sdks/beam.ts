// https://github.com/beam-cloud/beta9/tree/main/sdk/src/beta9/abstractions
import type { Sdk, SdkExample } from '../../core/sdk.ts'

const kinds = ['function', 'endpoint', 'asgi', 'realtime', 'task_queue', 'schedule', 'Pod', 'Sandbox']

export const sdk: Sdk = {
  id: 'beam',
  words: ['import beam', 'from beam import', 'from beta9'],
  clients: [
    { python: kinds.flatMap((kind) => [`beam.${kind}`, `beta9.${kind}`]), module: true, kind: 'container' },
    // The first SDK: what is on an app runs on what the app was told. Google's Apache Beam is another package, apache_beam.
    { python: ['beam.App', 'beam.app.App'], kind: 'app' },
  ],
  calls: [],
  rents: [
    { path: '()', on: 'container', type: 'beam.container', runs: true },
    ...['rest_api', 'asgi', 'task_queue', 'schedule', 'run'].map((path) => ({
      path,
      on: 'app',
      type: 'beam.app',
      runs: true as const,
    })),
  ],
  stands: { names: ['beam.GpuType', 'beta9.GpuType', 'beam.type.GpuType', 'beta9.type.GpuType'] },
  free: ['Image', 'Volume'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from beam import GpuType, Image, Pod, endpoint

@endpoint(name="serve", image=Image(), gpu="A10G", cpu=2, memory="16Gi", keep_warm_seconds=60)
def serve():
    pass

Pod(gpu=GpuType.A100_40, gpu_count=2, cpu=4, memory=1024)
`,
    sees: [],
    rents: [
      { line: 4, type: 'beam.container', facts: { accelerator: 'A10G', memoryGiB: 16, idleSeconds: 60 } },
      { line: 8, type: 'beam.container', facts: { accelerator: 'A100_40', acceleratorCount: 2, memoryGiB: 1 } },
    ],
  },
  {
    lang: 'python',
    code: `
import beam
from beam import App, Image, Runtime

app = App(name="first", runtime=Runtime(cpu=4, memory="32Gi", gpu="T4", image=Image()))
older = beam.App(name="older", cpu=2, memory="16Gi", gpu="A10G")

@app.rest_api(keep_warm_seconds=60)
def serve():
    pass

@older.task_queue()
def work():
    pass
`,
    sees: [],
    rents: [
      { line: 8, type: 'beam.app', facts: { accelerator: 'T4', cpuCores: 4, memoryGiB: 32, idleSeconds: 60 } },
      { line: 12, type: 'beam.app', facts: { accelerator: 'A10G', cpuCores: 2, memoryGiB: 16 } },
    ],
  },
  {
    lang: 'python',
    code: `
import apache_beam as beam
beam.Pipeline()
`,
    sees: [],
  },
]
