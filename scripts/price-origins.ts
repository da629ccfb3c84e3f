// What the codes in instances.csv mean: the source of a row's price, and of its spot price.
interface SourceText {
  readonly id: string
  readonly source: string
  /** Where the table's own date is missing or is no ISO date: the earliest day it can mean. */
  readonly asOf?: string
  readonly weak?: string
}

const undated = 'the catalogue gives no day for its rows: 2025 or 2026'

export const instanceOrigins: Readonly<Record<string, SourceText>> = {
  'vantage-parquet': { id: 'aws-landscape', source: 'AWS list prices, collected from instances.vantage.sh' },
  'karpenter-aws': { id: 'karpenter-aws', source: 'AWS price list, by Karpenter for AWS' },
  'karpenter-gcp': { id: 'karpenter-gcp', source: 'Google Cloud list prices, by Karpenter for GCP' },
  cyclenerd: { id: 'cyclenerd', source: 'Google Cloud Billing Catalog, by Cyclenerd' },
  'gpuhunt-tpu': {
    id: 'gpuhunt',
    source: 'Google Cloud TPU list prices, by gpuhunt',
    weak: 'this TPU price is from 2024-12',
  },
  'skypilot-v8-stored': { id: 'skypilot', source: 'SkyPilot catalog v8', asOf: '2025-01-01', weak: undated },
  'karpenter-azure': { id: 'karpenter-azure', source: 'Azure Retail Prices, by Karpenter for Azure' },
  'karpenter-azure-fixed': {
    id: 'karpenter-azure',
    source: 'Azure Retail Prices, by Karpenter for Azure',
    weak: 'the source lists the Cloud Services price for this size; this one is computed from the size of its family',
  },
}

export const spotOrigins: Readonly<Record<string, SourceText>> = {
  'vantage-2026': {
    id: 'aws-landscape',
    source: 'AWS average spot prices, collected from instances.vantage.sh',
    asOf: '2026-07-05',
  },
  'spot-advisor-2025-07': {
    id: 'spotinfo',
    source: 'AWS Spot Advisor, by spotinfo',
    asOf: '2025-07-28',
    weak: 'computed from the whole per cent that Spot Advisor gives as saving',
  },
  'karpenter-gcp-2026-08': {
    id: 'karpenter-gcp',
    source: 'Google Cloud spot prices, by Karpenter for GCP',
    asOf: '2026-08-03',
  },
  'cyclenerd-2026-07': { id: 'cyclenerd', source: 'Google Cloud Billing Catalog, by Cyclenerd', asOf: '2026-07-30' },
  'gpuhunt-tpu-2024-12': {
    id: 'gpuhunt',
    source: 'Google Cloud TPU spot prices, by gpuhunt',
    asOf: '2024-12-23',
    weak: 'this TPU price is from 2024-12',
  },
  'skypilot-v8-stored': { id: 'skypilot', source: 'SkyPilot catalog v8', asOf: '2025-01-01', weak: undated },
  'coroot-2024-08': {
    id: 'coroot',
    source: 'Azure spot prices, by coroot cloud-pricing',
    asOf: '2024-08-09',
    weak: 'this Azure spot price is from 2024-08',
  },
}
