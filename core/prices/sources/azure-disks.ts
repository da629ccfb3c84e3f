// https://learn.microsoft.com/en-us/azure/virtual-machines/disks-types: disks are sold by tiers of fixed size
import { type AzureMeter, azureMeters, azurePages, azureSource, isListed } from '../azure-meters.ts'
import type { Page, PriceSource, PriceSourceExample, StorageRow } from '../source.ts'

/** Product of the API → kind of disk as the price book names it. */
const products: Readonly<Record<string, string>> = {
  'Premium SSD Managed Disks': 'premium-ssd',
  'Standard SSD Managed Disks': 'standard-ssd',
  'Standard HDD Managed Disks': 'standard-hdd',
}

/** GiB by the number of the tier. */
const sizes: Readonly<Record<string, number>> = {
  1: 4,
  2: 8,
  3: 16,
  4: 32,
  6: 64,
  10: 128,
  15: 256,
  20: 512,
  30: 1024,
  40: 2048,
  50: 4096,
  60: 8192,
  70: 16384,
  80: 32767,
}

/** `P10 LRS Disk`; mounts of shared disks and operations are other meters. */
const tierMeter = /^([PES](\d{1,2}) (?:LRS|ZRS)) Disk$/

function rowOf(item: AzureMeter, region: string, at: string): StorageRow | undefined {
  const kind = Object.hasOwn(products, item.productName) ? products[item.productName] : undefined
  const [, tier, number] = item.meterName?.match(tierMeter) ?? []
  const gib = number === undefined ? undefined : sizes[number]
  const listed = isListed(item, region, at) && item.unitOfMeasure === '1/Month' && item.retailPrice !== 0
  if (kind === undefined || gib === undefined || !listed) return undefined
  const usd = Number((item.retailPrice / gib).toPrecision(6))
  return {
    is: 'storage',
    cloud: 'azure',
    service: 'managed-disk',
    class: `${kind} ${tier}`,
    region,
    part: 'storage',
    usd,
  }
}

export const source: PriceSource = {
  ...azureSource,
  id: 'azure-disks',
  covers: { cloud: 'azure' },
  pages: (region, io) => azurePages('Storage', region, io),
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
  retailPrice: 19.71,
  armRegionName: 'eastus',
  effectiveStartDate: '2021-11-01T00:00:00Z',
  meterName: 'P10 LRS Disk',
  productName: 'Premium SSD Managed Disks',
  skuName: 'P10 LRS',
  serviceName: 'Storage',
  unitOfMeasure: '1/Month',
  type: 'Consumption',
  armSkuName: '',
}
const page = (items: readonly object[]): Page => ({
  at: '2026-11-20T06:00:00.000Z',
  body: JSON.stringify({ BillingCurrency: 'USD', Items: items, NextPageLink: null, Count: items.length }),
})

export const examples: readonly PriceSourceExample[] = [
  {
    name: "a tier's month by its size; mounts, operations and other storage make no row",
    region: 'eastus',
    page: page([
      meter,
      { ...meter, meterName: 'P10 LRS Disk Mount', retailPrice: 1.18 },
      { ...meter, meterName: 'S4 LRS Disk Operations', unitOfMeasure: '10K', retailPrice: 0.0005 },
      { ...meter, meterName: 'E30 ZRS Disk', productName: 'Standard SSD Managed Disks', retailPrice: 115.2 },
      { ...meter, meterName: 'P10 LRS Disk', armRegionName: 'westeurope', retailPrice: 21.68 },
      { ...meter, meterName: 'Hot LRS Data Stored', productName: 'Blob Storage', unitOfMeasure: '1 GB/Month' },
    ]),
    makes: {
      is: 'rows',
      rows: (
        [
          ['premium-ssd P10 LRS', 0.153984],
          ['standard-ssd E30 ZRS', 0.1125],
        ] as const
      ).map(([name, usd]) => ({
        is: 'storage',
        cloud: 'azure',
        service: 'managed-disk',
        class: name,
        region: 'eastus',
        part: 'storage',
        usd,
      })),
    },
  },
  {
    name: 'a price that is text is a new shape',
    region: 'eastus',
    page: page([{ ...meter, retailPrice: '19.71' }]),
    makes: { is: 'new-shape', what: 'Items.0.retailPrice' },
  },
]
