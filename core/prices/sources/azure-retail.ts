// https://learn.microsoft.com/en-us/rest/api/cost-management/retail-prices/azure-retail-prices
import * as z from 'zod/mini'
import { pageJson } from '../page-json.ts'
import type { InstanceRow, Page, PriceSource, PriceSourceExample } from '../source.ts'

const answer = z.object({
  NextPageLink: z.nullish(z.string()),
  Items: z.array(
    z.object({
      currencyCode: z.string(),
      tierMinimumUnits: z.number(),
      retailPrice: z.number(),
      armRegionName: z.string(),
      effectiveStartDate: z.string(),
      productName: z.string(),
      skuName: z.string(),
      unitOfMeasure: z.string(),
      type: z.string(),
      armSkuName: z.string(),
    }),
  ),
})

type Item = z.infer<typeof answer>['Items'][number]

/** Meters that carry a size's name and another price: the Cloud Services ones cost about twice as much. */
const otherProducts = /Windows|Cloud ?Services|Dedicated Host/
const size = /^(Standard|Basic)_/

function rowOf(item: Item, region: string, at: string): InstanceRow | undefined {
  const listed =
    item.type === 'Consumption' &&
    item.currencyCode === 'USD' &&
    item.unitOfMeasure === '1 Hour' &&
    item.tierMinimumUnits === 0 &&
    item.armRegionName === region &&
    item.effectiveStartDate <= at &&
    size.test(item.armSkuName)
  if (!listed || otherProducts.test(item.productName) || item.skuName.includes('Low Priority')) return undefined
  const purchase = item.skuName.includes('Spot') ? 'spot' : 'on-demand'
  // 0 is a size that is announced and not sold
  if (item.retailPrice === 0) return undefined
  return { is: 'instance', cloud: 'azure', type: item.armSkuName, region, purchase, usd: item.retailPrice }
}

/** The API's own words are case-sensitive. */
function firstPage(region: string): string {
  const filter = `serviceName eq 'Virtual Machines' and armRegionName eq '${region}' and priceType eq 'Consumption'`
  return `/api/retail/prices?api-version=2023-01-01-preview&$filter=${encodeURIComponent(filter)}`
}

export const source: PriceSource = {
  id: 'azure-retail',
  name: 'Azure Retail Prices',
  base: 'https://prices.azure.com',
  hosts: ['prices.azure.com'],
  licence: 'public API of Microsoft; prices are facts',
  byRegion: true,
  maxBytes: 20_000_000,
  covers: { cloud: 'azure', purchase: ['on-demand', 'spot'] },
  async *pages(region, io) {
    let next: string | undefined = firstPage(region)
    while (next !== undefined) {
      const feed = await io.get(next)
      if (feed === undefined) return
      const body = await feed.text()
      yield { body, at: feed.at }
      const json = pageJson(answer, body)
      next = (json.is === 'json' && json.value.NextPageLink) || undefined
    }
  },
  rows({ body, at }: Page, region) {
    const json = pageJson(answer, body)
    if (json.is === 'new-shape') return json
    return {
      is: 'rows',
      rows: json.value.Items.map((item) => rowOf(item, region, at)).filter((row) => row !== undefined),
    }
  },
}

const meter = {
  currencyCode: 'USD',
  tierMinimumUnits: 0,
  retailPrice: 0.086,
  unitPrice: 0.086,
  armRegionName: 'eastus',
  location: 'US East',
  effectiveStartDate: '2021-11-01T00:00:00Z',
  meterName: 'D2as v5',
  productName: 'Virtual Machines Dasv5 Series',
  skuName: 'D2as v5',
  serviceName: 'Virtual Machines',
  unitOfMeasure: '1 Hour',
  type: 'Consumption',
  isPrimaryMeterRegion: true,
  armSkuName: 'Standard_D2as_v5',
}
const page = (items: readonly object[]): Page => ({
  at: '2026-11-20T06:00:00.000Z',
  body: JSON.stringify({ BillingCurrency: 'USD', Items: items, NextPageLink: null, Count: items.length }),
})

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'of the meters that carry one size, the Linux list price and the spot price are taken',
    region: 'eastus',
    page: page([
      meter,
      { ...meter, productName: 'Dasv5 Series CloudServices', retailPrice: 0.178 },
      { ...meter, productName: 'Dasv5 Series Cloud Services', retailPrice: 0.178 },
      { ...meter, productName: 'Virtual Machines Dasv5 Series Windows', retailPrice: 0.178 },
      { ...meter, skuName: 'D2as v5 Spot', retailPrice: 0.0159 },
      { ...meter, skuName: 'D2as v5 Low Priority', retailPrice: 0.0172 },
      { ...meter, type: 'DevTestConsumption', retailPrice: 0.08 },
      { ...meter, armSkuName: 'Standard_D4as_v5', retailPrice: 0.19, effectiveStartDate: '2027-01-01T00:00:00Z' },
    ]),
    makes: {
      is: 'rows',
      rows: [
        {
          is: 'instance',
          cloud: 'azure',
          type: 'Standard_D2as_v5',
          region: 'eastus',
          purchase: 'on-demand',
          usd: 0.086,
        },
        { is: 'instance', cloud: 'azure', type: 'Standard_D2as_v5', region: 'eastus', purchase: 'spot', usd: 0.0159 },
      ],
    },
  },
  {
    name: 'a price that is text is a new shape',
    region: 'eastus',
    page: page([{ ...meter, retailPrice: '0.086' }]),
    makes: { is: 'new-shape', what: 'Items.0.retailPrice' },
  },
]
