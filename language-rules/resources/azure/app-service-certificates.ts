// https://azure.microsoft.com/pricing/details/app-service/windows/ (SSL connections, certificates)
import { fact } from '../../../core/estimate/resource-line.ts'
import { known, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { onlyIf } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'
import { everywhere, regionOf } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/app-service/windows/'

/** A certificate is bought for years, and shown by the month. */
const yearsOfMonth = 1 / 12

export const resources = [
  defineResource({
    id: 'azure/app-service-certificate-order',
    cloud: 'azure',
    docs,
    shape: { kind: 'Standard or WildCard' },
    lines: (resource, prices) => [
      itemLines(resource, prices, 'app-service').item('Certificate', 'year', known(yearsOfMonth, resource.location), {
        by: [fact(resource, 'kind')],
        item: (kind) => `certificate ${kind!.toLowerCase()}`,
      }),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service_certificate_order
      terraform: {
        azurerm_app_service_certificate_order: { facts: { kind: ['product_type', 'Standard'] }, region: everywhere },
      },
    },
    label: () => 'Certificate',
  }),
  defineResource({
    id: 'azure/app-service-ssl-binding',
    cloud: 'azure',
    docs,
    shape: { state: 'IpBasedEnabled, or SniEnabled for nothing' },
    lines(resource, prices) {
      const state = valueOf(fact(resource, 'state'))
      const { months } = itemLines(resource, prices, 'app-service')
      const isOwn = state === undefined ? undefined : state === 'IpBasedEnabled'
      return onlyIf(isOwn, months('Address of its own', 'IP SSL'))
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service_certificate_binding
      terraform: Object.fromEntries(
        ['certificate_binding', 'custom_hostname_binding', 'slot_custom_hostname_binding'].map((part) => [
          `azurerm_app_service_${part}`,
          {
            facts: { state: ['ssl_state', 'SniEnabled'] as const },
            region: regionOf('certificate_id', 'app_service_name', 'app_service_slot_id'),
          },
        ]),
      ),
    },
    label: () => 'TLS binding',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a certificate has no row, and never $0; an address of its own is $39 a month, a binding by name costs nothing',
    terraform: `resource "azurerm_app_service_certificate_order" "www" {
  location     = "global"
  product_type = "WildCard"
}

resource "azurerm_app_service_certificate" "www" {
  location = "West Europe"
}

resource "azurerm_app_service_certificate_binding" "own" {
  certificate_id = azurerm_app_service_certificate.www.id
  ssl_state      = "IpBasedEnabled"
}

resource "azurerm_app_service_certificate_binding" "shared" {
  certificate_id = azurerm_app_service_certificate.www.id
  ssl_state      = "SniEnabled"
}
`,
    sees: [
      {
        address: 'azurerm_app_service_certificate_order.www',
        usd: null,
        status: 'unknown',
        unknown: ['Certificate: no-price'],
      },
      { address: 'azurerm_app_service_certificate_binding.own', usd: 39, status: 'priced' },
      { address: 'azurerm_app_service_certificate_binding.shared', usd: null, status: 'free' },
    ],
  },
]
