// https://azure.microsoft.com/pricing/details/cognitive-services/: accounts are billed by what is asked of them, by kind.
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

/** Of these the deployments are billed, not the account. */
const byDeployment = /^(?:OpenAI|AIServices)$/

export const resources = [
  defineResource({
    id: 'azure/ai-services-account',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/cognitive-services/',
    shape: { kind: 'SpeechServices, TextAnalytics, ComputerVision, OpenAI', sku: 'S0; F0 is free' },
    usage: { requests: 'transactions in a month, of an account that is billed by them' },
    lines(resource, prices) {
      const kind = fact(resource, 'kind')
      const isFree = byDeployment.test(String(valueOf(kind))) || /^F\d$/.test(String(valueOf(fact(resource, 'sku'))))
      if (isFree) return []
      const { used } = itemLines(resource, prices, 'ai-services')
      return [
        used(
          'Transactions',
          'request',
          { by: [kind, fact(resource, 'sku')], item: (of, sku) => `${of} ${sku}` },
          'requests',
        ),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cognitive_account
      terraform: { azurerm_cognitive_account: { facts: { kind: 'kind', sku: 'sku_name' } } },
    },
    label: (resource) => `${valueOf(fact(resource, 'kind')) ?? 'AI services'} account`,
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'an account for speech is use, and has no row; the free one costs nothing',
    terraform: `resource "azurerm_cognitive_account" "speech" {
  location = "East US"
  kind     = "SpeechServices"
  sku_name = "S0"
}

resource "azurerm_cognitive_account" "free" {
  location = "East US"
  kind     = "SpeechServices"
  sku_name = "F0"
}
`,
    sees: [
      {
        address: 'azurerm_cognitive_account.speech',
        usd: null,
        status: 'unknown',
        unknown: ['Transactions: no-price'],
      },
      { address: 'azurerm_cognitive_account.free', usd: null, status: 'free' },
    ],
  },
]
