// https://azure.microsoft.com/pricing/details/health-data-services/ and …/azure-api-for-fhir/
import { monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { mapKnown } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { byUse } from './by-use.ts'
import { itemLines } from './item-lines.ts'

const docs = 'https://azure.microsoft.com/pricing/details/health-data-services/'
const requests = ['API requests', 'request', 'API requests', 'requests', 'requests in a month'] as const

export const resources = [
  defineResource({
    id: 'azure/api-for-fhir',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/azure-api-for-fhir/',
    shape: { requestUnits: 'request units a second of its database' },
    usage: { storedGB: 'GB it holds, mean of the month' },
    lines(resource, prices) {
      const { hours, item, used } = itemLines(resource, prices, 'health-data')
      const hundreds = mapKnown(numberFact(resource, 'requestUnits'), (units) => units / 100)
      return [
        hours('Runtime', 'FHIR runtime'),
        item('Throughput', '100 RU/s-hour', product(hundreds, monthOf(resource)), 'FHIR 100 RU/s'),
        used('Storage', 'GB-month', 'FHIR storage', 'storedGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/healthcare_service
      terraform: { azurerm_healthcare_service: { facts: { requestUnits: ['cosmosdb_throughput', 1000] } } },
    },
    label: () => 'Azure API for FHIR',
  }),
  byUse(
    'fhir-service',
    docs,
    'health-data',
    ['azurerm_healthcare_fhir_service'],
    [requests, ['Storage', 'GB-month', 'structured storage', 'storedGB', 'GB it holds, mean of the month']],
    'workspace_id',
  ),
  byUse(
    'dicom-service',
    docs,
    'health-data',
    ['azurerm_healthcare_dicom_service'],
    [
      requests,
      ['Storage', 'GB-month', 'structured storage', 'storedGB', 'GB of indexed data, mean of the month'],
      ['Images', 'GB-month', 'blob storage', 'blobGB', 'GB of images, mean of the month'],
    ],
    'workspace_id',
  ),
  byUse(
    'medtech-service',
    docs,
    'health-data',
    ['azurerm_healthcare_medtech_service'],
    [['Events', 'event', 'events', 'events', 'events in a month']],
    'workspace_id',
  ),
]

/** Their services are billed. */
export const free: readonly string[] = [
  'azurerm_healthcare_workspace',
  'azurerm_healthcare_medtech_service_fhir_destination',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in West Europe: 730 h × $0.40 + 10 × 730 h × $0.008; four hundreds of units and 50 GB × $0.25 told',
    terraform: `resource "azurerm_healthcare_service" "main" {
  location = "West Europe"
}

resource "azurerm_healthcare_service" "told" {
  location            = "West Europe"
  cosmosdb_throughput = 400
}
`,
    usage: { 'azurerm_healthcare_service.told': { storedGB: 50 } },
    sees: [
      {
        address: 'azurerm_healthcare_service.main',
        usd: 350.4,
        status: 'partial',
        lines: ['Runtime', 'Throughput', 'Storage'],
        unknown: ['Storage: usage'],
      },
      { address: 'azurerm_healthcare_service.told', usd: 327.86, status: 'priced' },
    ],
  },
  {
    name: 'a service of a workspace stands where that does: 1 M requests × $0.54 for 100,000 + 100 GB × $0.39; 10 M events × $0.59',
    terraform: `resource "azurerm_healthcare_workspace" "main" {
  location = "East US 2"
}

resource "azurerm_healthcare_fhir_service" "main" {
  workspace_id = azurerm_healthcare_workspace.main.id
  location     = "East US 2"
}

resource "azurerm_healthcare_dicom_service" "main" {
  workspace_id = azurerm_healthcare_workspace.main.id
}

resource "azurerm_healthcare_medtech_service" "main" {
  workspace_id = azurerm_healthcare_workspace.main.id
}
`,
    usage: {
      azurerm_healthcare_fhir_service: { requests: 1_000_000, storedGB: 100 },
      azurerm_healthcare_medtech_service: { events: 10_000_000 },
    },
    sees: [
      { address: 'azurerm_healthcare_fhir_service.main', usd: 44.4, status: 'priced' },
      {
        address: 'azurerm_healthcare_dicom_service.main',
        usd: null,
        status: 'partial',
        lines: ['API requests', 'Storage', 'Images'],
      },
      { address: 'azurerm_healthcare_medtech_service.main', usd: 5.9, status: 'priced', lines: ['Events'] },
    ],
  },
]
