// https://docs.skypilot.co/en/latest/reference/api.html
import { recordBeginning } from '../../core/data/first-key.ts'
import type { DocumentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const asked = [
  ...['infra', 'cloud', 'region', 'zone', 'accelerators', 'accelerator_args', 'cpus', 'memory', 'instance_type'],
  ...['use_spot', 'spot_recovery', 'job_recovery', 'disk_size', 'disk_tier', 'local_disk', 'network_tier', 'ports'],
  ...['image_id', 'labels', 'any_of', 'ordered', 'autostop', 'priority', 'volumes', 'max_hourly_cost'],
  ...['_cluster_config_overrides', '_no_missing_accel_warnings'],
]

/** Machines that are there: whoever made the cluster rents them. https://docs.skypilot.co/en/latest/reservations/existing-machines.html */
const ownCluster = /^(?:k8s|kubernetes|ssh)(?:\/|$)/i

/** https://docs.skypilot.co/en/latest/reference/yaml-spec.html */
const task: DocumentShape = {
  type: 'skypilot.task',
  begins: ['resources'],
  text: [recordBeginning('resources', asked)],
  keys: {
    '': [
      ...['name', 'workdir', 'num_nodes', 'resources', 'envs', 'secrets', 'volumes', 'file_mounts', 'setup', 'run'],
      ...['service', 'pool', 'config', 'event_callback', 'inputs', 'outputs', 'experimental'],
    ],
    resources: asked,
  },
  at: 'resources',
  // Processors and memory alone are asked for by other tools too.
  needs: ['accelerators', 'infra', 'cloud', 'instance_type', 'use_spot', 'any_of', 'ordered', '^run', '^setup'],
  unless: { infra: ownCluster, cloud: ownCluster },
}

export const sdk: Sdk = {
  id: 'skypilot',
  words: ['import sky', 'from sky'],
  clients: [{ python: ['sky.Resources', 'sky.resources.Resources'], module: true, kind: 'resources' }],
  calls: [],
  rents: [
    {
      path: '()',
      on: 'resources',
      type: 'skypilot.Resources',
      unless: { infra: ownCluster, 'cloud|[0]': ownCluster },
    },
  ],
  documents: [task],
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
sky.Resources(infra="k8s/default", accelerators="A100:8")
sky.Resources(sky.Kubernetes(), accelerators="A100:8")
sky.Resources(infra="ssh/my-pool", accelerators="A100:8")
`,
    sees: [],
  },
  {
    lang: 'yaml',
    code: `
name: train
# the machines
resources:
  # any cloud will do
  accelerators: A100:8
  use_spot: true
num_nodes: 2
run: python train.py
---
resources: {infra: aws/us-east-1, instance_type: g5.xlarge}
service:
  replica_policy: {min_replicas: 2, max_replicas: 5}
---
resources:
  any_of:
    - {infra: aws, accelerators: "L4:4"}
    - {infra: gcp, accelerators: "L4:4"}
---
resources:
  accelerators: {L4, A10G}
service: {replicas: 3}
---
resources:
  accelerators: \${GPU}:1
`,
    sees: [],
    rents: [
      {
        line: 4,
        type: 'skypilot.task',
        count: 2,
        purchase: 'spot',
        facts: { accelerator: 'A100', acceleratorCount: 8, cloud: null },
      },
      {
        line: 11,
        type: 'skypilot.task',
        count: null,
        region: 'us-east-1',
        facts: { instanceType: 'g5.xlarge', cloud: 'aws' },
      },
      { line: 15, type: 'skypilot.task', facts: { accelerator: 'L4', acceleratorCount: 4, cloud: null } },
      { line: 20, type: 'skypilot.task', count: 3, facts: { accelerator: null } },
      { line: 24, type: 'skypilot.task', facts: { accelerator: null } },
    ],
  },
  {
    lang: 'yaml',
    code: `
resources:
  cpus: 2
  memory: 4Gi
steps: [build]
---
resources:
  cpus: 2
---
kind: Kustomization
resources:
  - accelerators: a
---
# a cluster that is there
resources:
  infra: k8s/default
  accelerators: RTX4060:1
---
resources:
  cloud: kubernetes
  accelerators: A100:8
`,
    sees: [],
  },
]
