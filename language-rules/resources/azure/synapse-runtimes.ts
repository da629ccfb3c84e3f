// https://azure.microsoft.com/pricing/details/synapse-analytics/, data integration: where pipelines of a workspace run.
import { fact, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { byUse } from './by-use.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/synapse-analytics/'

const items: Readonly<Record<string, string>> = {
  General: 'general',
  ComputeOptimized: 'compute optimized',
  MemoryOptimized: 'memory optimized',
}

export const resources = [
  defineResource({
    id: 'azure/synapse-runtime',
    cloud: 'azure',
    docs,
    shape: { kind: 'General, ComputeOptimized or MemoryOptimized', vcpus: 'vCores of the cluster of a data flow' },
    usage: { dataFlowHours: 'hours of data flows in a month, with what a cluster is kept after them' },
    lines(resource, prices) {
      const hours = product(usage(resource, 'dataFlowHours'), numberFact(resource, 'vcpus'))
      const of = {
        by: [fact(resource, 'kind')],
        item: (kind: string | undefined) => items[kind!] && `data flow ${items[kind!]} vCore`,
      }
      return [itemLines(resource, prices, 'synapse').item('Data flows', 'vCore-hour', hours, of)]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_integration_runtime_azure
      terraform: {
        azurerm_synapse_integration_runtime_azure: {
          facts: { kind: ['compute_type', 'General'], vcpus: ['core_count', 8] },
          region: regionOf('synapse_workspace_id'),
        },
      },
    },
    label: () => 'Synapse, data flows',
  }),
  byUse(
    'synapse-self-hosted-runtime',
    docs,
    'synapse',
    ['azurerm_synapse_integration_runtime_self_hosted'],
    [
      ['Activity runs', 'run', 'self-hosted activity run', 'activityRuns', 'activities that are run in a month'],
      ['Data movement', 'hour', 'self-hosted data movement', 'dataMovementHours', 'hours of copying in a month'],
    ],
    'synapse_workspace_id',
  ),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in East US 2: 100 h × 8 vCores × $0.257; of more memory 10 h × 16 × $0.325; 10,000 runs × $1.50 for 1,000 + 20 h × $0.10',
    terraform: `resource "azurerm_synapse_integration_runtime_azure" "usual" {
  location = "East US 2"
}

resource "azurerm_synapse_integration_runtime_azure" "large" {
  location     = "East US 2"
  compute_type = "MemoryOptimized"
  core_count   = 16
}

resource "azurerm_synapse_integration_runtime_self_hosted" "office" {
  location = "East US 2"
}
`,
    usage: {
      'azurerm_synapse_integration_runtime_azure.usual': { dataFlowHours: 100 },
      'azurerm_synapse_integration_runtime_azure.large': { dataFlowHours: 10 },
      azurerm_synapse_integration_runtime_self_hosted: { activityRuns: 10_000, dataMovementHours: 20 },
    },
    sees: [
      {
        address: 'azurerm_synapse_integration_runtime_azure.usual',
        usd: 205.6,
        status: 'priced',
        lines: ['Data flows'],
      },
      { address: 'azurerm_synapse_integration_runtime_azure.large', usd: 52, status: 'priced' },
      { address: 'azurerm_synapse_integration_runtime_self_hosted.office', usd: 17, status: 'priced' },
    ],
  },
]
