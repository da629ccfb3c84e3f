// https://azure.microsoft.com/pricing/details/data-factory/data-pipeline/ and …/ssis/
import { fact, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FactSource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/data-factory/'
const region = regionOf('data_factory_id')

/** What activities cost where they run; the place is part of the item. */
const activities = {
  activityRuns: 'activities that are run in a month',
  dataMovementHours: 'hours of copying in a month; in the cloud, of each data integration unit',
  pipelineHours: 'hours of activities of pipelines in a month',
  externalHours: 'hours of activities that run elsewhere in a month',
}

function activityLines(resource: Resource, prices: PriceBook, place: string): readonly Line[] {
  const { used, told } = itemLines(resource, prices, 'data-factory')
  return [
    used('Activity runs', 'run', `${place} activity runs`, 'activityRuns'),
    ...told('Data movement', 'hour', `${place} data movement`, 'dataMovementHours'),
    ...told('Pipeline activities', 'hour', `${place} pipeline activity`, 'pipelineHours'),
    ...told('External activities', 'hour', `${place} external activity`, 'externalHours'),
  ]
}

/** The nodes of SSIS are machines that are billed as long as they run, with SQL Server's licence or without. */
const ssis: Readonly<Record<string, FactSource>> = {
  size: 'node_size',
  nodes: ['number_of_nodes', 1],
  edition: ['edition', 'Standard'],
  licence: ['license_type', 'LicenseIncluded'],
}

export const resources = [
  defineResource({
    id: 'azure/data-factory-runtime',
    cloud: 'azure',
    docs,
    shape: { kind: 'General, ComputeOptimized or MemoryOptimized', vcpus: 'vCPUs of the cluster of a data flow' },
    usage: { dataFlowHours: 'hours of data flows in a month, with what a cluster is kept after them', ...activities },
    lines(resource, prices) {
      const { item } = itemLines(resource, prices, 'data-factory')
      return [
        item('Data flows', 'vCPU-hour', product(usage(resource, 'dataFlowHours'), numberFact(resource, 'vcpus')), {
          by: [fact(resource, 'kind')],
          item: (kind) => `data flow ${kind}`,
        }),
        ...activityLines(resource, prices, 'cloud'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_factory_integration_runtime_azure
      terraform: {
        azurerm_data_factory_integration_runtime_azure: {
          facts: { kind: ['compute_type', 'General'], vcpus: ['core_count', 8] },
          region,
        },
      },
    },
    label: () => 'Data factory, data flows',
  }),
  defineResource({
    id: 'azure/data-factory-ssis',
    cloud: 'azure',
    docs,
    shape: {
      size: 'size of a node, Standard_D8_v3',
      nodes: 'nodes',
      edition: 'Standard or Enterprise',
      licence: 'LicenseIncluded or BasePrice',
    },
    lines(resource, prices) {
      const { item } = itemLines(resource, prices, 'data-factory')
      return [
        item('Nodes', 'hour', product(numberFact(resource, 'nodes'), monthOf(resource)), {
          by: [fact(resource, 'size'), fact(resource, 'edition'), fact(resource, 'licence')],
          item: (size, edition, licence) =>
            `SSIS ${edition!.toLowerCase()} ${size!.replace(/^Standard_/, '').replaceAll('_', ' ')}${licence === 'BasePrice' ? ' without licence' : ''}`,
        }),
      ]
    },
    from: {
      terraform: {
        // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_factory_integration_runtime_azure_ssis
        azurerm_data_factory_integration_runtime_azure_ssis: { facts: ssis, region },
        azurerm_data_factory_integration_runtime_managed: { facts: ssis, region },
      },
    },
    label: (resource) => `SSIS, ${valueOf(fact(resource, 'size')) ?? ''}`,
  }),
  defineResource({
    id: 'azure/data-factory-self-hosted-runtime',
    cloud: 'azure',
    docs,
    shape: {},
    usage: activities,
    lines: (resource, prices) => activityLines(resource, prices, 'self-hosted'),
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_factory_integration_runtime_self_hosted
      terraform: { azurerm_data_factory_integration_runtime_self_hosted: { facts: {}, region } },
    },
    label: () => 'Data factory, own machines',
  }),
]

const runtime = (kind: string, rest: string) => `resource "azurerm_data_factory_integration_runtime_${kind}" "main" {
  data_factory_id = azurerm_data_factory.main.id
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'what runs in a factory stands where it does; a runtime without a row has no price, and never $0',
    terraform: `resource "azurerm_data_factory" "main" {
  location = "West Europe"
}

${runtime('azure', '  location     = "West Europe"\n  compute_type = "MemoryOptimized"\n  core_count   = 16\n')}
${runtime('azure_ssis', '  location        = "West Europe"\n  node_size       = "Standard_D8_v3"\n  number_of_nodes = 2\n')}
${runtime('self_hosted', '')}`,
    sees: [
      { address: 'azurerm_data_factory.main', usd: null, status: 'unknown' },
      {
        address: 'azurerm_data_factory_integration_runtime_azure.main',
        usd: null,
        status: 'unknown',
        lines: ['Data flows', 'Activity runs'],
      },
      {
        address: 'azurerm_data_factory_integration_runtime_azure_ssis.main',
        usd: null,
        status: 'unknown',
        lines: ['Nodes'],
        unknown: ['Nodes: no-price'],
        assumed: ['edition', 'licence'],
      },
      {
        address: 'azurerm_data_factory_integration_runtime_self_hosted.main',
        usd: null,
        status: 'unknown',
        lines: ['Activity runs'],
      },
    ],
  },
]
