// https://azure.microsoft.com/pricing/details/iot-hub/, Device Update: each instance by the month, and the devices it updates.

import { fact, isUnwritten } from '../../../core/estimate/resource-line.ts'
import { known, unknown } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

export const resources = [
  defineResource({
    id: 'azure/iot-device-update',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/iot-hub/',
    shape: { sku: 'Standard, or Free for nothing: that of its account' },
    usage: { devices: 'devices it updates' },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      if (isValue(sku, 'Free')) return []
      const { months, used } = itemLines(resource, prices, 'iot-hub')
      const of = (item: string) => ({ by: [sku], item: () => item })
      return [
        months('Instance', of('device update instance')),
        used('Devices', 'month', of('device update device'), 'devices'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/iothub_device_update_instance
      terraform: {
        azurerm_iothub_device_update_instance: {
          facts: {
            sku(block) {
              const written = block.target('device_update_account_id')?.fact('sku')
              if (written === undefined) return unknown('dynamic', block.location)
              return isUnwritten(written) ? known<Fact>('Standard', block.location) : written
            },
          },
          region: regionOf('device_update_account_id'),
        },
      },
    },
    label: () => 'Device Update for IoT Hub',
  }),
]

/** Its instances are billed. */
export const free: readonly string[] = ['azurerm_iothub_device_update_account']

export const examples: readonly ResourceExample[] = [
  {
    name: 'an instance: $70 + 1,000 devices × $0.07; one of a free account',
    terraform: `resource "azurerm_iothub_device_update_account" "main" {
  location = "West Europe"
}

resource "azurerm_iothub_device_update_instance" "main" {
  device_update_account_id = azurerm_iothub_device_update_account.main.id
}

resource "azurerm_iothub_device_update_account" "try" {
  location = "West Europe"
  sku      = "Free"
}

resource "azurerm_iothub_device_update_instance" "try" {
  device_update_account_id = azurerm_iothub_device_update_account.try.id
}
`,
    usage: { 'azurerm_iothub_device_update_instance.main': { devices: 1000 } },
    sees: [
      {
        address: 'azurerm_iothub_device_update_instance.main',
        usd: 140,
        status: 'priced',
        lines: ['Instance', 'Devices'],
      },
      { address: 'azurerm_iothub_device_update_instance.try', usd: null, status: 'free' },
    ],
  },
]
