// https://learn.microsoft.com/en-us/rest/api/cost-management/retail-prices/azure-retail-prices
import { type AzureMeter, azureMeters, azurePages, azureSource, isListed } from '../azure-meters.ts'
import type { InstanceRow, Page, PriceSource, PriceSourceExample } from '../source.ts'

/** Meters that carry a size's name and another price: the Cloud Services ones cost about twice as much. */
const otherProducts = /Windows|Cloud ?Services|Dedicated Host/
const size = /^(Standard|Basic)_/

function rowOf(item: AzureMeter, region: string, at: string): InstanceRow | undefined {
  const listed = isListed(item, region, at) && item.unitOfMeasure === '1 Hour' && size.test(item.armSkuName)
  if (!listed || otherProducts.test(item.productName) || item.skuName.includes('Low Priority')) return undefined
  const purchase = item.skuName.includes('Spot') ? 'spot' : 'on-demand'
  // 0 is a size that is announced and not sold
  if (item.retailPrice === 0) return undefined
  return { is: 'instance', cloud: 'azure', type: item.armSkuName, region, purchase, usd: item.retailPrice }
}

export const source: PriceSource = {
  ...azureSource,
  id: 'azure-retail',
  covers: { cloud: 'azure', purchase: ['on-demand', 'spot'] },
  pages: (region, io) => azurePages('Virtual Machines', region, io),
  rows(page: Page, region) {
    const meters = azureMeters(page)
    if (meters.is === 'new-shape') return meters
    const rows = meters.value.map((item) => rowOf(item, region, page.at))
    return { is: 'rows', rows: rows.filter((row) => row !== undefined) }
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
