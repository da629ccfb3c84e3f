// https://azure.microsoft.com/pricing/details/cdn/: by what is sent out, at the price of the profile's SKU.
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

export const resources = [
  defineResource({
    id: 'azure/cdn-endpoint',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/cdn/',
    shape: { sku: 'of its profile: Standard_Microsoft, Standard_Akamai, Premium_Verizon' },
    usage: {
      outboundGB: 'GB sent in a month, up to 10,000; beyond there is a lower price',
      rules: 'rules of the rules engine beyond the five that are included',
    },
    lines(resource, prices) {
      const { used, told } = itemLines(resource, prices, 'cdn')
      return [
        used('Outbound data', 'GB', { by: [fact(resource, 'sku')], item: (sku) => `${sku} first 10 TB` }, 'outboundGB'),
        ...told('Further rules', 'rule-month', 'rule over five', 'rules'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_endpoint
      terraform: {
        azurerm_cdn_endpoint: {
          facts: { sku: (block) => block.target('profile_name')?.fact('sku') ?? block.fact('sku') },
          region: regionOf('profile_name'),
        },
      },
    },
    label: (resource) => `CDN, ${valueOf(fact(resource, 'sku')) ?? 'endpoint'}`,
  }),
]

/** The profile is billed by what its endpoints send. */
export const free: readonly string[] = ['azurerm_cdn_profile', 'azurerm_cdn_endpoint_custom_domain']

export const examples: readonly ResourceExample[] = [
  {
    name: 'what is sent is use: told 500 GB × $0.081 and 3 further rules × $1; the place of the profile tells the zone',
    terraform: `resource "azurerm_cdn_profile" "main" {
  location = "West Europe"
  sku      = "Standard_Microsoft"
}

resource "azurerm_cdn_endpoint" "www" {
  location     = "West Europe"
  profile_name = azurerm_cdn_profile.main.name
}

resource "azurerm_cdn_endpoint" "told" {
  location     = "West Europe"
  profile_name = azurerm_cdn_profile.main.name
}

resource "azurerm_cdn_endpoint" "anywhere" {
  location     = "global"
  profile_name = "premium"
}
`,
    usage: { 'azurerm_cdn_endpoint.told': { outboundGB: 500, rules: 3 } },
    sees: [
      {
        address: 'azurerm_cdn_endpoint.www',
        usd: null,
        status: 'partial',
        lines: ['Outbound data'],
        unknown: ['Outbound data: usage'],
      },
      { address: 'azurerm_cdn_endpoint.told', usd: 43.5, status: 'priced', lines: ['Outbound data', 'Further rules'] },
      { address: 'azurerm_cdn_endpoint.anywhere', usd: null, status: 'unknown' },
    ],
  },
]
