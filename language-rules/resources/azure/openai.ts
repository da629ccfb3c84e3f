// https://azure.microsoft.com/pricing/details/cognitive-services/openai-service/: deployments are billed by the token or by the hour of a PTU.
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, valueOf } from '../../../core/known.ts'
import type { PriceBook, RateId, UnitId } from '../../../core/prices/book.ts'
import { unitPrices } from '../../../core/prices/units.ts'
import { defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'
import { examples as worked } from './openai-examples.ts'
import { regionOf } from './regions.ts'

/** Deployments whose throughput is reserved: https://learn.microsoft.com/azure/ai-foundry/foundry-models/concepts/deployment-types */
const reserved: Readonly<Record<string, string>> = {
  ProvisionedManaged: 'provisioned throughput regional',
  GlobalProvisionedManaged: 'provisioned throughput global',
  DataZoneProvisionedManaged: 'provisioned throughput data zone',
}

const rates: readonly (readonly [rate: RateId, label: string, name: string])[] = [
  ['input', 'Input tokens', 'inputTokens'],
  ['output', 'Output tokens', 'outputTokens'],
  ['cache-read', 'Cached input tokens', 'cachedInputTokens'],
]

const units: readonly (readonly [unit: UnitId, label: string, name: string])[] = [
  ['image', 'Images', 'images'],
  ['input-second', 'Sound read', 'inputSeconds'],
  ['character', 'Text spoken', 'characters'],
]

/** As the price list writes models that Azure names otherwise. */
const names: Readonly<Record<string, string>> = { whisper: 'whisper-1', tts: 'tts-1', 'tts-hd': 'tts-1-hd' }

/** The list has a batch deployment at other rates where it has one at all, and regional ones within a tenth of the global. */
function tokenLines(resource: Resource, prices: PriceBook): Line[] {
  const model = fact(resource, 'model')
  const name = String(valueOf(model) ?? '')
  const listed = prices.model('azure-openai', names[name] ?? name)
  const isBatch = /Batch$/.test(String(valueOf(fact(resource, 'sku'))))
  const ofToken = rates.flatMap(([rate, label, quantity]) => {
    const id: RateId = isBatch && rate !== 'cache-read' ? `batch-${rate as 'input' | 'output'}` : rate
    const price = listed?.rates[id]?.price
    return price === undefined ? [] : [line(label, 'token', usage(resource, quantity), price)]
  })
  const ofUnit = units.flatMap(([unit, label, quantity]) => {
    const [price] = listed === undefined ? [] : unitPrices(listed, unit, {})
    return price === undefined ? [] : [line(label, price.unit, usage(resource, quantity), price)]
  })
  const all = [...ofToken, ...ofUnit]
  if (all.length > 0) return all
  const why = priceFor(resource, [model], () => undefined)
  return [line('Input tokens', 'token', usage(resource, 'inputTokens'), why)]
}

/** The first of the two that is written. */
const writtenAt = (block: Block, path: string, before: string): Known<Fact> =>
  isUnwritten(block.fact(path)) ? block.fact(before) : block.fact(path)

export const resources = [
  defineResource({
    id: 'azure/openai-deployment',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/cognitive-services/openai-service/',
    shape: {
      model: 'gpt-4o, text-embedding-3-large',
      sku: 'GlobalStandard, Standard, DataZoneStandard, GlobalBatch; ProvisionedManaged, GlobalProvisionedManaged',
      capacity: 'PTUs of a provisioned deployment; thousands of tokens a minute of another, which cost nothing',
    },
    usage: {
      inputTokens: 'tokens in, in a month',
      outputTokens: 'tokens out, in a month',
      cachedInputTokens: 'tokens in that were cached, in a month',
      images: 'images made in a month',
      inputSeconds: 'seconds of sound read in a month',
      characters: 'characters spoken in a month',
    },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      const name = String(valueOf(sku) ?? '')
      if (reserved[name] === undefined) return tokenLines(resource, prices)
      const hours = product(numberFact(resource, 'capacity'), monthOf(resource))
      const item = reserved[name]
      return [itemLines(resource, prices, 'openai').item('Provisioned throughput', 'PTU-hour', hours, item)]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cognitive_deployment
      terraform: {
        azurerm_cognitive_deployment: {
          facts: {
            model: 'model.name',
            // In versions before 4 the block is called `scale` and its name `type`.
            sku: (block) => writtenAt(block, 'sku.name', 'scale.type'),
            capacity(block) {
              const written = writtenAt(block, 'sku.capacity', 'scale.capacity')
              return isUnwritten(written) ? assumed<Fact>(1, block.location) : written
            },
          },
          region: regionOf('cognitive_account_id'),
        },
      },
    },
    label: (resource) => `${valueOf(fact(resource, 'model')) ?? 'Model'} deployment`,
  }),
]

export const examples = worked

/** Parts of an account. */
export const free: readonly string[] = [
  'azurerm_cognitive_account_connection_account_key',
  'azurerm_cognitive_account_connection_api_key',
  'azurerm_cognitive_account_connection_custom_keys',
  'azurerm_cognitive_account_connection_entra_id',
  'azurerm_cognitive_account_connection_account_managed_identity',
  'azurerm_cognitive_account_customer_managed_key',
  'azurerm_cognitive_account_project',
  'azurerm_cognitive_account_rai_blocklist',
  'azurerm_cognitive_account_rai_policy',
]
