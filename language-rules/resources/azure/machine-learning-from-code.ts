// https://learn.microsoft.com/azure/machine-learning/concept-plan-manage-cost: the machines at the price of virtual machines, nothing on top.
import { fact, isUnwritten, line, monthOf, numberOf, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Purchase } from '../../../core/types.ts'
import { countedBy, regionBy } from '../from-code.ts'
import { instanceLabel } from '../instance-label.ts'
import { listed } from './machine-lines.ts'

const isLow = (text: Fact) => /^low_?priority$/i.test(String(text))

/** Dedicated unless it says otherwise. */
const priorityBy =
  (path: string) =>
  (block: Block): Known<Fact> => {
    const told = block.fact(path)
    if (isUnwritten(told)) return assumed<Fact>('Dedicated', block.location)
    return mapKnown(told, (text): Fact => (isLow(text) ? 'LowPriority' : 'Dedicated'))
  }

const purchaseBy =
  (path: string) =>
  (block: Block): Purchase | undefined => {
    const is = valueOf(priorityBy(path)(block))
    return is === undefined ? undefined : is === 'LowPriority' ? 'low-priority' : 'on-demand'
  }

interface Names {
  readonly size: string
  readonly tier: string
  readonly least: string
  readonly most: string
  readonly idle: string
}

const cluster = ({ size, tier, least, most, idle }: Names): FormatMapping => ({
  facts: {
    instanceType: size,
    priority: priorityBy(tier),
    leastNodes: [least, 0],
    mostNodes: most,
    // The SDKs take a number that is written as a text too.
    idleSeconds: (block) => numberOf(block.fact(idle)),
  },
  region: regionBy('location'),
  purchase: purchaseBy(tier),
})

export const clusterFromCode: Readonly<Record<string, FormatMapping>> = {
  'azureml.AmlCompute': cluster({
    size: 'size',
    // `priority` in the first schemes of files.
    tier: 'tier|priority',
    least: 'min_instances',
    most: 'max_instances',
    idle: 'idle_time_before_scale_down',
  }),
  'azureml.provisioning_configuration': cluster({
    size: 'vm_size|[0]',
    tier: 'vm_priority|[1]',
    least: 'min_nodes|[2]',
    most: 'max_nodes|[3]',
    idle: 'idle_seconds_before_scaledown',
  }),
}

export const instanceFromCode: Readonly<Record<string, FormatMapping>> = {
  'azureml.ComputeInstance': {
    facts: { instanceType: 'size|vm_size', priority: (block) => known<Fact>('Dedicated', block.location) },
    region: regionBy('location'),
  },
}

const machinePrice = 'size, Standard_DS3_v2'

/** In a file it is `azureml:gpu`, in the first schemes a record; the steps of a pipeline have one of their own or that of the whole. */
const clusterName = (block: Block): Known<Fact> =>
  mapKnown(
    block.fact('compute.target|trial.compute.target|compute|settings.default_compute|[0].settings.default_compute'),
    (name): Fact => String(name).replace(/^azureml:/, ''),
  )

/** What a monitor runs on is a record, without a name. */
const sparkCluster = (block: Block): Known<Fact> =>
  isUnwritten(block.fact('compute.instance_type')) ? clusterName(block) : unknown('absent')

const jobMachines = { instanceType: 'instance_type|resources.instance_type', compute: clusterName } as const

/** Trials that run beside each other, where it says how many at most. */
function trials(block: Block): Known<number> {
  const nodes = countedBy('resources.instance_count|trial.compute.instance_count', 1)(block)
  const most = block.fact('limits.max_concurrent_trials|max_concurrent_trials')
  const [each, many] = [valueOf(nodes), Number(valueOf(most))]
  if (each === undefined || !(many > 0))
    return isUnwritten(most) ? unknown('absent') : unknown('dynamic', block.location)
  return { is: 'range', low: each, high: each * many, at: block.location }
}

const deployment = defineResource({
  id: 'azure/ml-online-deployment',
  cloud: 'azure',
  docs: 'https://azure.microsoft.com/pricing/details/machine-learning/',
  shape: { instanceType: machinePrice },
  assumes: [{ what: 'running', value: 'the whole month', from: 'a deployment runs until it is deleted' }],
  lines: (resource, prices) => [
    line(
      'Instances',
      'hour',
      monthOf(resource),
      priceFor(resource, [fact(resource, 'instanceType')], (region, size) =>
        prices.instance('azure', listed(prices, size!), region, 'on-demand'),
      ),
    ),
  ],
  from: {
    sdk: {
      'azureml.ManagedOnlineDeployment': {
        facts: { instanceType: 'instance_type' },
        region: regionBy('location'),
        count: countedBy('instance_count|scale_settings.instance_count', 1),
      },
      // https://learn.microsoft.com/python/api/azureml-core/azureml.core.compute.aks.akscompute: both have defaults
      'azureml.AksCompute': {
        facts: { instanceType: ['vm_size', 'Standard_D3_v2'] },
        region: regionBy('location'),
        count: (block) => {
          const told = block.fact('agent_count')
          return isUnwritten(told) ? assumed(3, block.location) : countedBy('agent_count')(block)
        },
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'ML deployment', prices),
})

const job = defineResource({
  id: 'azure/ml-job',
  cloud: 'azure',
  docs: 'https://azure.microsoft.com/pricing/details/machine-learning/',
  shape: {
    instanceType: `${machinePrice}; left out where a cluster of that name is asked for`,
    compute: 'name of a cluster',
  },
  per: () => 'hour',
  lines: (resource, prices) => [
    line(
      'Nodes',
      'hour',
      known(1, resource.location),
      priceFor(resource, [fact(resource, 'instanceType')], (region, size) =>
        prices.instance('azure', listed(prices, size!), region, 'on-demand'),
      ),
    ),
  ],
  from: {
    sdk: {
      'azureml.command': {
        facts: jobMachines,
        region: regionBy('location'),
        count: countedBy('instance_count|resources.instance_count|compute.instance_count', 1),
      },
      'azureml.sweep': { facts: jobMachines, region: regionBy('location'), count: trials },
      'azureml.BatchDeployment': {
        facts: { instanceType: 'resources.instance_type', compute: clusterName },
        region: regionBy('location'),
        count: countedBy('instance_count|settings.instance_count|resources.instance_count|compute.instance_count', 1),
      },
      // How many machines its steps take is told by each.
      'azureml.pipeline': {
        facts: { instanceType: () => unknown('absent'), compute: clusterName },
        region: regionBy('location'),
        count: () => unknown('absent'),
      },
      // Executors are no machines: how many of those there are is not told.
      'azureml.spark': {
        facts: { instanceType: 'resources.instance_type|compute.instance_type', compute: sparkCluster },
        region: regionBy('location'),
        count: () => unknown('absent'),
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'ML job', prices),
})

export const resources = [deployment, job]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'the region is that of a workspace the code does not name, so a deployment has no price, and no $0',
    lang: 'python',
    code: `from azure.ai.ml import command
from azure.ai.ml.entities import ManagedOnlineDeployment

ManagedOnlineDeployment(name="blue", instance_type="Standard_DS3_v2", instance_count=2)
command(command="python train.py", compute="gpu")
`,
    sees: [
      { address: 'azureml.ManagedOnlineDeployment', usd: null, status: 'unknown', unknown: ['region: absent'] },
      { address: 'azureml.command', usd: null, status: 'unknown', unknown: ['region: absent'] },
    ],
  },
  {
    name: 'a cluster of four in a file, of which one is kept: 730 h × $3.673; a sweep on a cluster of that name',
    lang: 'yaml',
    code: `$schema: https://azuremlschemas.azureedge.net/latest/amlCompute.schema.json
name: gpu
size: Standard_NC24ads_A100_v4
min_instances: 1
max_instances: 1
location: eastus
---
$schema: https://azuremlschemas.azureedge.net/latest/sweepJob.schema.json
compute: azureml:gpu
`,
    sees: [
      { address: 'azureml.AmlCompute', usd: 2681.29, status: 'partial' },
      { address: 'azureml.sweep', usd: null, status: 'unknown' },
    ],
  },
]
