// https://azure.microsoft.com/pricing/details/azure-dedicated-hsm/: each device by the hour.
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

export const resources = [
  defineResource({
    id: 'azure/dedicated-hsm',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/azure-dedicated-hsm/',
    shape: {},
    lines: (resource, prices) => [itemLines(resource, prices, 'dedicated-hsm').hours('Device', 'instance')],
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/dedicated_hardware_security_module
    from: { terraform: { azurerm_dedicated_hardware_security_module: { facts: {} } } },
    label: () => 'Dedicated HSM',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $4.85',
    terraform: `resource "azurerm_dedicated_hardware_security_module" "keys" {
  location = "West Europe"
  sku_name = "SafeNet Luna Network HSM A790"
}
`,
    sees: [
      { address: 'azurerm_dedicated_hardware_security_module.keys', usd: 3540.5, status: 'priced', lines: ['Device'] },
    ],
  },
]
