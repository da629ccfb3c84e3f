// https://azure.microsoft.com/pricing/details/cognitive-services/: accounts are billed by what is asked of them, by kind.
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { daily, type Part, partsOf } from './ai-services-kinds.ts'
import { itemLines } from './item-lines.ts'

/** Of these the deployments are billed, not the account. */
const byDeployment = /^(?:OpenAI|AIServices)$/

function partLines(resource: Resource, prices: PriceBook, { label, unit, quantity, of, rare }: Part): readonly Line[] {
  const { told, used, tiers } = itemLines(resource, prices, 'ai-services')
  if (rare && resource.usage?.[quantity] === undefined) return []
  if (typeof of !== 'string') return tiers(label, unit, quantity, of)
  return rare ? told(label, unit, of, quantity) : [used(label, unit, of, quantity)]
}

export const resources = [
  defineResource({
    id: 'azure/ai-services-account',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/cognitive-services/',
    shape: { kind: 'SpeechServices, TextAnalytics, ComputerVision, OpenAI', sku: 'S0; F0 is free' },
    usage: {
      requests: 'transactions in a month, of an account that is billed by them',
      speechHours: 'hours of speech written down as it is said',
      batchHours: 'hours of recordings written down',
      translatedHours: 'hours of speech translated',
      customHours: 'hours of speech written down by a custom model',
      endpointHours: 'hours that custom models of speech are hosted, all together',
      neuralCharacters: 'characters read out by neural voices',
      textRecords: 'text records of up to 1,000 characters',
      customTextRecords: 'text records that custom models look at',
      characters: 'characters translated in a month; above those included, where the size includes some',
      documentCharacters: 'characters of documents translated as a whole',
      describedImages: 'images described or read',
      readPages: 'pages read',
      prebuiltPages: 'pages that prebuilt models look at',
      customPages: 'pages that custom models look at',
      trainingHours: 'hours of training',
    },
    lines(resource, prices) {
      const kind = fact(resource, 'kind')
      const sku = fact(resource, 'sku')
      const isFree = byDeployment.test(String(valueOf(kind))) || /^F\d$/.test(String(valueOf(sku)))
      if (isFree) return []
      const { days, used } = itemLines(resource, prices, 'ai-services')
      const name = `${valueOf(kind)} ${valueOf(sku)}`
      const parts = partsOf[name]
      const asWritten = { by: [kind, sku], item: (of: string, size: string) => `${of} ${size}` }
      return [
        ...(daily.includes(name) ? [days('Unit', asWritten)] : []),
        ...(parts?.flatMap((part) => partLines(resource, prices, part)) ?? [
          used('Transactions', 'request', asWritten, 'requests'),
        ]),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cognitive_account
      terraform: { azurerm_cognitive_account: { facts: { kind: 'kind', sku: 'sku_name' } } },
    },
    label: (resource) => `${valueOf(fact(resource, 'kind')) ?? 'AI services'} account`,
  }),
]

const account = (name: string, kind: string, sku: string) => `resource "azurerm_cognitive_account" "${name}" {
  location = "East US 2"
  kind     = "${kind}"
  sku_name = "${sku}"
}

`

export const examples: readonly ResourceExample[] = [
  {
    name: 'speech: 100 h × $1 + 2 M characters × $15 a million + 50 h of recordings × $0.18; the free one costs nothing',
    terraform: account('speech', 'SpeechServices', 'S0') + account('free', 'SpeechServices', 'F0'),
    usage: { azurerm_cognitive_account: { speechHours: 100, neuralCharacters: 2_000_000, batchHours: 50 } },
    sees: [
      {
        address: 'azurerm_cognitive_account.speech',
        usd: 139,
        status: 'priced',
        lines: ['Speech to text', 'Neural speech', 'Batch transcription'],
      },
      { address: 'azurerm_cognitive_account.free', usd: null, status: 'free' },
    ],
  },
  {
    name: 'text by tier: 500,000 records × $1 + 500,000 × $0.75 by the thousand; untold, the price of a page',
    terraform: account('text', 'TextAnalytics', 'S') + account('pages', 'FormRecognizer', 'S0'),
    usage: { 'azurerm_cognitive_account.text': { textRecords: 1_000_000 } },
    sees: [
      { address: 'azurerm_cognitive_account.text', usd: 875, status: 'priced' },
      {
        address: 'azurerm_cognitive_account.pages',
        usd: null,
        status: 'partial',
        unknown: ['Pages read: usage', 'Pages, prebuilt models: usage'],
      },
    ],
  },
  {
    name: 'translation of a size by the day: 30 × $66.290323 and 10 M further characters × $8.22 a million; 10 M × $10 by the character',
    terraform: account('unit', 'TextTranslation', 'S2') + account('each', 'TextTranslation', 'S1'),
    usage: { azurerm_cognitive_account: { characters: 10_000_000 } },
    sees: [
      {
        address: 'azurerm_cognitive_account.unit',
        usd: 2070.91,
        status: 'priced',
        lines: ['Unit', 'Further characters'],
      },
      { address: 'azurerm_cognitive_account.each', usd: 100, status: 'priced' },
    ],
  },
  {
    name: 'images: 1 M × $1 + 1 M × $0.65 by the thousand; faces 2 M: 1 M × $1 + 1 M × $0.80; 10,000 records and 1,000 images looked at for safety',
    terraform:
      account('vision', 'ComputerVision', 'S1') +
      account('face', 'Face', 'S0') +
      account('safety', 'ContentSafety', 'S0'),
    usage: {
      'azurerm_cognitive_account.vision': { requests: 2_000_000 },
      'azurerm_cognitive_account.face': { requests: 2_000_000 },
      'azurerm_cognitive_account.safety': { requests: 1000, textRecords: 10_000 },
    },
    sees: [
      { address: 'azurerm_cognitive_account.vision', usd: 1650, status: 'priced' },
      { address: 'azurerm_cognitive_account.face', usd: 1800, status: 'priced' },
      { address: 'azurerm_cognitive_account.safety', usd: 4.5, status: 'priced' },
    ],
  },
  {
    name: 'an account for many services has a price for each, and none for a call',
    terraform: account('many', 'CognitiveServices', 'S0'),
    sees: [
      {
        address: 'azurerm_cognitive_account.many',
        usd: null,
        status: 'unknown',
        unknown: ['Transactions: no-price'],
      },
    ],
  },
]
