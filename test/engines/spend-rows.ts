import type { Grade, SpendRow } from '../../billing/focus.ts'

// A quarter of a made-up company: 90 days × 12 services × 3 accounts, with what makes bills hard.

const services = [
  'EC2',
  'S3',
  'RDS',
  'Lambda',
  'Bedrock',
  'Cloud Run',
  'BigQuery',
  'Vertex AI',
  'OpenAI API',
  'Claude API',
  'AKS',
  'Überwachung 🛰',
]
const providers = [
  'AWS',
  'AWS',
  'AWS',
  'AWS',
  'AWS',
  'Google Cloud',
  'Google Cloud',
  'Google Cloud',
  'OpenAI',
  'Anthropic',
  'Microsoft',
  undefined,
]
const regions = ['eu-central-1', 'us-east-1', undefined]
const teams = ['search', `it's "quoted", {odd} \\ and 🦆`, '', undefined]
/** The last days are still open. */
const lastClosed = '2026-11-18'

/** A small generator, so that every run has the same rows. https://github.com/bryc/code/blob/master/jshash/PRNGs.md (mulberry32) */
function random(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const dayAt = (index: number) => new Date(Date.UTC(2026, 7, 23 + index)).toISOString().slice(0, 10)
const rounded = (cost: number) => Number(cost.toFixed(7))

export const days = 90

/** One source's rows of the quarter; 3,240 charges and about 400 credits, refunds, taxes and corrections. */
export function quarter(source: string, seed: number): SpendRow[] {
  const next = random(seed)
  const rows: SpendRow[] = []
  for (let index = 0; index < days; index++) {
    for (let at = 0; at < services.length; at++) {
      for (let account = 0; account < 3; account++) {
        const cost = rounded(next() * 40 * (at + 1))
        const usual = usage(source, { day: dayAt(index), at, account, cost })
        rows.push(usual)
        if (next() < 0.03)
          rows.push({
            ...usual,
            ChargeCategory: 'Credit',
            BilledCost: rounded(-cost / 3),
            EffectiveCost: rounded(-cost / 3),
          })
        if (next() < 0.03)
          rows.push({
            ...usual,
            ChargeCategory: 'Usage',
            ChargeClass: 'Correction',
            BilledCost: -cost,
            EffectiveCost: -cost,
          })
        if (next() < 0.03)
          rows.push({
            ...usual,
            ChargeCategory: 'Tax',
            ServiceName: 'Tax',
            Tags: undefined,
            BilledCost: rounded(cost * 0.19),
            EffectiveCost: rounded(cost * 0.19),
          })
        // Prepaid: billed at once, used up over time, some of it beyond the last day that anything is told of.
        if (next() < 0.03)
          rows.push({
            ...usual,
            ChargePeriodEnd: usual.ChargePeriodStart.replace(/^\d{4}/, (year) => String(Number(year) + 1)),
            ChargeCategory: 'Purchase',
            BilledCost: 1200,
            EffectiveCost: 0,
          })
      }
    }
  }
  return rows
}

function usage(
  source: string,
  { day, at, account, cost }: { day: string; at: number; account: number; cost: number },
): SpendRow {
  const team = teams[(at + account) % teams.length]
  const hour = `${String((at * 7) % 24).padStart(2, '0')}:00:00.000Z`
  const start = `${day}T${hour}`
  return {
    BillingAccountId: `acct-${account}`,
    BillingAccountName: account === 1 ? undefined : `Account ${account}`,
    SubAccountId: account === 2 ? undefined : `project-${at % 4}`,
    // FOCUS asks for a name; some providers leave it empty.
    ServiceProviderName: providers[at] as string,
    ServiceName: services[at]!,
    RegionId: regions[(at + account) % regions.length],
    ChargePeriodStart: start,
    ChargePeriodEnd: new Date(Date.parse(start) + 3_600_000).toISOString(),
    ChargeCategory: 'Usage',
    BillingCurrency: account === 2 ? 'EUR' : 'USD',
    BilledCost: cost,
    EffectiveCost: rounded(cost * 0.9),
    ListCost: at === 3 && account === 0 ? undefined : rounded(cost * 1.2),
    // Some tell what was used, some what was priced, some neither.
    ConsumedQuantity: at % 3 === 0 ? rounded(cost * 1000) : undefined,
    ConsumedUnit: at % 3 === 0 ? 'Tokens' : undefined,
    PricingQuantity: at % 3 === 1 ? rounded(cost / 3) : undefined,
    PricingUnit: at % 3 === 1 ? 'Hours' : undefined,
    SkuMeter: at % 3 === 0 ? 'Input' : undefined,
    CommitmentDiscountId: at === 0 ? 'sp-1' : undefined,
    CommitmentDiscountStatus: at === 0 ? (account === 0 ? 'Used' : 'Unused') : undefined,
    PricingCategory: at === 0 ? 'Committed' : 'Standard',
    ResourceId: at < 5 ? `arn:aws:thing/${at}/${account}` : undefined,
    Tags: team === undefined ? undefined : JSON.stringify({ team, 'cost center': `cc-${account}`, 'a"b': 'x', n: 5 }),
    x_ModelId: at === 8 ? 'gpt-5-mini' : at === 9 ? 'claude-sonnet-5' : undefined,
    x_CredentialId: at === 8 ? `key-${account}` : undefined,
    x_Source: source,
    x_Grade: (['invoice', 'invoice', 'metered', 'allocated'] satisfies Grade[])[at % 4]!,
    x_Estimated: day > lastClosed,
    x_FetchedAt: '2026-11-20T08:00:00.000Z',
  }
}
