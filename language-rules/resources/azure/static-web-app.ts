// https://azure.microsoft.com/pricing/details/app-service/static/
import { fact, isUnwritten } from '../../../core/estimate/resource-line.ts'
import { assumed, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

/** What a plan costs does not depend on where its functions stand; the price book has it as the list names it. */
const app: FormatMapping = {
  facts: {
    sku(block) {
      const written = ['sku_tier', 'sku_size'].map((path) => block.fact(path)).find((value) => !isUnwritten(value))
      return written ?? assumed<Fact>('Free', block.location)
    },
  },
}

export const resources = [
  defineResource({
    id: 'azure/static-web-app',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/app-service/static/',
    shape: { sku: 'Free or Standard' },
    usage: { furtherGB: 'GB sent in a month, beyond the 100 that are included' },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      if (valueOf(sku) === 'Free') return []
      const { months, used } = itemLines(resource, prices, 'static-web-app')
      return [
        months('Plan', { by: [sku], item: (name) => name!.toLowerCase() }),
        used('Further bandwidth', 'GB', 'bandwidth over 100 GB', 'furtherGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/static_web_app
      terraform: { azurerm_static_web_app: app, azurerm_static_site: app },
    },
    label: () => 'Static web app',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a standard plan is $9 a month and 50 GB more × $0.20; a free one costs nothing',
    terraform: `resource "azurerm_static_web_app" "www" {
  location = "Central US"
  sku_tier = "Standard"
  sku_size = "Standard"
}

resource "azurerm_static_web_app" "docs" {
  location = "Central US"
}
`,
    usage: { 'azurerm_static_web_app.www': { furtherGB: 50 } },
    sees: [
      { address: 'azurerm_static_web_app.www', usd: 19, status: 'priced' },
      { address: 'azurerm_static_web_app.docs', usd: null, status: 'free' },
    ],
  },
]
