// https://azure.microsoft.com/pricing/details/iot-central/: each device by the hour, two of them free.
import { fact, isUnwritten, monthOf, product, usage } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

const freeDevices = 2

export const resources = [
  defineResource({
    id: 'azure/iot-central',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/iot-central/',
    shape: { sku: 'ST0, ST1 or ST2: how many messages a device sends' },
    usage: { devices: 'devices it has, all month long' },
    lines(resource, prices) {
      const devices = usage(resource, 'devices')
      const billed = mapKnown(devices, (count) => Math.max(0, count - freeDevices))
      const of = { by: [fact(resource, 'sku')], item: (sku: string | undefined) => `${sku} device` }
      const hours = isUnwritten(devices) ? devices : product(billed, monthOf(resource))
      return [itemLines(resource, prices, 'iot-central').item('Devices', 'hour', hours, of)]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/iotcentral_application
      terraform: { azurerm_iotcentral_application: { facts: { sku: ['sku', 'ST1'] } } },
    },
    label: (resource) => `IoT Central ${valueOf(fact(resource, 'sku')) ?? ''}`.trim(),
  }),
]

export const free: readonly string[] = [
  'azurerm_iotcentral_application_network_rule_set',
  'azurerm_iotcentral_organization',
]

export const examples: readonly ResourceExample[] = [
  {
    name: '102 devices, two of them free: 100 × 730 h × $0.000537; of the largest kind × $0.00094; untold',
    terraform: `resource "azurerm_iotcentral_application" "usual" {
  location = "West Europe"
}

resource "azurerm_iotcentral_application" "chatty" {
  location = "West Europe"
  sku      = "ST2"
}

resource "azurerm_iotcentral_application" "untold" {
  location = "West Europe"
}
`,
    usage: {
      'azurerm_iotcentral_application.usual': { devices: 102 },
      'azurerm_iotcentral_application.chatty': { devices: 102 },
    },
    sees: [
      { address: 'azurerm_iotcentral_application.usual', usd: 39.2, status: 'priced', lines: ['Devices'] },
      { address: 'azurerm_iotcentral_application.chatty', usd: 68.62, status: 'priced' },
      { address: 'azurerm_iotcentral_application.untold', usd: null, status: 'partial', unknown: ['Devices: usage'] },
    ],
  },
]
