// https://azure.microsoft.com/pricing/details/iot-hub/
import type { ResourceExample } from '../../../core/resource.ts'
import { bySku } from './by-sku.ts'

export const resources = [
  bySku({
    id: 'iot-hub',
    docs: 'https://azure.microsoft.com/pricing/details/iot-hub/',
    service: 'iot-hub',
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/iothub
    types: ['azurerm_iothub'],
    line: 'Units',
    time: 'months',
    skus: 'B1 to B3, S1 to S3, F1 for nothing',
    sku: 'sku.name',
    count: 'sku.capacity',
    item: (sku) => `${sku} unit`,
    free: 'F1',
  }),
]

const hub = (name: string, sku: string, capacity: number) => `resource "azurerm_iothub" "${name}" {
  location = "West Europe"
  sku {
    name     = "${sku}"
    capacity = ${capacity}
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'the free hub of a subscription; 4 units of S1 × $25',
    terraform: `${hub('try', 'F1', 1)}
${hub('main', 'S1', 4)}`,
    sees: [
      { address: 'azurerm_iothub.try', usd: null, status: 'free' },
      { address: 'azurerm_iothub.main', usd: 100, status: 'priced', lines: ['Units'] },
    ],
  },
]
