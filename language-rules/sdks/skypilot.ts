// https://docs.skypilot.co/en/latest/reference/api.html
import type { Sdk, SdkExample } from '../../core/sdk.ts'

export const sdk: Sdk = {
  id: 'skypilot',
  words: ['import sky', 'from sky'],
  clients: [{ python: ['sky.Resources', 'sky.resources.Resources'], module: true, kind: 'resources' }],
  calls: [],
  rents: [{ path: '()', on: 'resources', type: 'skypilot.Resources' }],
  stands: {
    texts: Object.fromEntries(
      [
        ['AWS', 'aws'],
        ['GCP', 'gcp'],
        ['Azure', 'azure'],
        ['RunPod', 'runpod'],
        ['Lambda', 'lambda'],
        ['Kubernetes', 'kubernetes'],
      ].flatMap(([name, text]) => [
        [`sky.${name}`, text!],
        [`sky.clouds.${name}`, text!],
      ]),
    ),
  },
  free: ['launch', 'status', 'down'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import sky
task = sky.Task(run="python train.py", num_nodes=2)
task.set_resources(sky.Resources(sky.AWS(), accelerators={"A100": 8}, use_spot=True, region="us-east-1"))
task.set_resources(sky.Resources(accelerators="H100:4"))
task.set_resources(sky.Resources(cloud=sky.GCP(), instance_type="n2-standard-8"))
sky.launch(task)
`,
    sees: [],
    rents: [
      {
        line: 4,
        type: 'skypilot.Resources',
        purchase: 'spot',
        region: 'us-east-1',
        facts: { accelerator: 'A100', acceleratorCount: 8, cloud: 'aws' },
      },
      {
        line: 5,
        type: 'skypilot.Resources',
        purchase: 'on-demand',
        facts: { accelerator: 'H100', acceleratorCount: 4 },
      },
      { line: 6, type: 'skypilot.Resources', facts: { instanceType: 'n2-standard-8', cloud: 'gcp' } },
    ],
  },
  {
    lang: 'python',
    code: `
import sky
sky.launch(sky.Task.from_yaml("task.yaml"))
`,
    sees: [],
  },
]
