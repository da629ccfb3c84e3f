// https://learn.microsoft.com/en-us/rest/api/cost-management/retail-prices/azure-retail-prices
import * as z from 'zod/mini'
import { pageJson } from './page-json.ts'
import type { Page, SourceIo } from './source.ts'

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
      meterName: z.optional(z.string()),
      unitOfMeasure: z.string(),
      type: z.string(),
      armSkuName: z.string(),
    }),
  ),
})

export type AzureMeter = z.infer<typeof answer>['Items'][number]

/** A price anyone pays there today, from the first unit on. */
export const isListed = (item: AzureMeter, region: string, at: string): boolean =>
  item.type === 'Consumption' &&
  item.currencyCode === 'USD' &&
  item.tierMinimumUnits === 0 &&
  item.armRegionName === region &&
  item.effectiveStartDate <= at

/** The API's own words are case-sensitive. */
function firstPage(service: string, region: string): string {
  const filter = `serviceName eq '${service}' and armRegionName eq '${region}' and priceType eq 'Consumption'`
  return `/api/retail/prices?api-version=2023-01-01-preview&$filter=${encodeURIComponent(filter)}`
}

/** @param service as the API names it: `Virtual Machines` */
export async function* azurePages(service: string, region: string, io: SourceIo): AsyncGenerator<Page> {
  let next: string | undefined = firstPage(service, region)
  while (next !== undefined) {
    const feed = await io.get(next)
    if (feed === undefined) return
    const body = await feed.text()
    yield { body, at: feed.at }
    const json = pageJson(answer, body)
    next = (json.is === 'json' && json.value.NextPageLink) || undefined
  }
}

export function azureMeters({ body }: Page) {
  const json = pageJson(answer, body)
  return json.is === 'new-shape' ? json : { is: 'meters' as const, value: json.value.Items }
}

/** What a source of the API says of itself. */
export const azureSource = {
  name: 'Azure Retail Prices',
  base: 'https://prices.azure.com',
  hosts: ['prices.azure.com'],
  licence: 'public API of Microsoft; prices are facts',
  byRegion: true,
  maxBytes: 20_000_000,
} as const
