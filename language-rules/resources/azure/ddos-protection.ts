// https://azure.microsoft.com/pricing/details/ddos-protection/: a plan covers 100 public addresses of all its networks.
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

export const resources = [
  defineResource({
    id: 'azure/ddos-protection-plan',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/ddos-protection/',
    shape: {},
    usage: { furtherAddresses: 'public addresses it protects, beside the first 100' },
    lines(resource, prices) {
      const { hours, told } = itemLines(resource, prices, 'ddos-protection')
      return [
        hours('Plan', 'network protection plan'),
        ...told('Further addresses', 'address-month', 'further address', 'furtherAddresses'),
      ]
    },
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_ddos_protection_plan
    from: { terraform: { azurerm_network_ddos_protection_plan: { facts: {} } } },
    label: () => 'DDoS protection plan',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in East US 2: 730 h × $4.032258',
    terraform: `resource "azurerm_network_ddos_protection_plan" "main" {
  location = "East US 2"
}
`,
    sees: [{ address: 'azurerm_network_ddos_protection_plan.main', usd: 2943.55, status: 'priced' }],
  },
]
