// Azure's exports of actual and of amortized cost, of Enterprise and of Microsoft Customer Agreements. The mapping is Microsoft's:
// https://learn.microsoft.com/cloud-computing/finops/focus/convert
// A file holds one of the two views, and does not say which. With both: all rows of the amortized one, and of the actual one only
// the purchases of commitments.
import { always, type Cells, type FileFormat, firstOf, take, text, words } from './format.ts'

const cost = take('costinbillingcurrency', 'cost', 'pretaxcost')
const charge = take('chargetype')
const isOfCommitment = (cells: Cells) => `COALESCE(${cells('pricingmodel')}, '') IN ('Reservation', 'SavingsPlan')`

/** Purchases and refunds of commitments: the only rows that the amortized export lacks. */
export const isCommitmentPurchase = (cells: Cells) =>
  cells('pricingmodel') === undefined
    ? 'FALSE'
    : `(${charge(cells)} IN ('Purchase', 'Refund') AND ${isOfCommitment(cells)})`

/** Microsoft's page names use only; what was not used of a commitment was paid with its purchase as well, and is no bill again. */
function billed(cells: Cells): string | undefined {
  if (cells('pricingmodel') === undefined) return cost(cells)
  return `CASE WHEN ${charge(cells)} IN ('Usage', 'UnusedReservation', 'UnusedSavingsPlan') AND ${isOfCommitment(cells)} THEN '0' ELSE ${cost(cells)} END`
}

const effective = (cells: Cells) => `CASE WHEN ${isCommitmentPurchase(cells)} THEN '0' ELSE ${cost(cells)} END`

/** `9/2/2023`, month first, in Enterprise exports; ISO 8601 in others. `days` later. */
function dateOf(cell: string | undefined, days = 0): string | undefined {
  if (cell === undefined) return undefined
  const read = `COALESCE(TRY_STRPTIME(${cell}, '%m/%d/%Y'), CASE WHEN regexp_matches(${cell}, '^[0-9]{4}-') THEN CAST(TRY_CAST(${cell} AS TIMESTAMPTZ) AS TIMESTAMP) END)`
  return `CAST(${read}${days === 0 ? '' : ` + INTERVAL ${days} DAY`} AS VARCHAR)`
}
const date = take('date', 'usagedate', 'usagedatetime')

/** Members of an object, mostly without its braces. */
function tags(cells: Cells): string | undefined {
  const cell = cells('tags')
  return cell && `CASE WHEN ${cell} LIKE '{%' THEN ${cell} ELSE '{' || ${cell} || '}' END`
}

const benefit = take('benefitid')
function benefitIs(cells: Cells, reservation: string, plan: string): string | undefined {
  const id = benefit(cells)
  return (
    id &&
    `CASE WHEN ${id} ILIKE '%/microsoft.capacity/%' THEN ${text(reservation)} WHEN ${id} ILIKE '%/microsoft.billingbenefits/%' THEN ${text(plan)} END`
  )
}

function status(cells: Cells): string | undefined {
  if (cells('pricingmodel') === undefined) return undefined
  return `CASE WHEN ${charge(cells)} IN ('UnusedReservation', 'UnusedSavingsPlan') THEN 'Unused' WHEN ${charge(cells)} = 'Usage' AND ${isOfCommitment(cells)} THEN 'Used' END`
}

export const azureExport: FileFormat = {
  name: 'Azure cost export',
  normal: (name) => name.toLowerCase(),
  marks: ['metercategory', 'chargetype', 'subscriptionid'],
  lacks:
    'An Azure cost export tells no list cost and no consumed quantity in one unit: they are empty. What a bought reservation or savings plan costs is in the export of actual cost, what was used of it in that of amortized cost: put both into one folder, or choose the FOCUS data set.',
  columns: {
    ServiceProviderName: always('Microsoft'),
    InvoiceIssuerName: always('Microsoft'),
    PublisherName: take('publishername'),
    InvoiceId: take('invoiceid'),
    // An Enterprise Agreement is billed by its account, a Customer Agreement by its profile; the former repeats its id there.
    BillingAccountId: take('billingprofileid', 'billingaccountid'),
    BillingAccountName: take('billingprofilename', 'billingaccountname'),
    SubAccountId: take('subscriptionid', 'subscriptionguid'),
    SubAccountName: take('subscriptionname'),
    BillingPeriodStart: (cells) => dateOf(cells('billingperiodstartdate')),
    BillingPeriodEnd: (cells) => dateOf(cells('billingperiodenddate'), 1),
    ChargePeriodStart: (cells) => dateOf(date(cells)),
    ChargePeriodEnd: (cells) => dateOf(date(cells), 1),
    ChargeCategory: (cells) =>
      words(
        charge(cells),
        {
          Usage: 'Usage',
          UnusedReservation: 'Usage',
          UnusedSavingsPlan: 'Usage',
          Purchase: 'Purchase',
          Refund: 'Purchase',
          Tax: 'Tax',
          Credit: 'Credit',
        },
        'Adjustment',
      ),
    ChargeClass: (cells) => words(charge(cells), { Refund: 'Correction' }),
    ChargeDescription: take('productname', 'product'),
    ChargeFrequency: (cells) =>
      words(cells('frequency'), { OneTime: 'One-Time', Recurring: 'Recurring', UsageBased: 'Usage-Based' }),
    BillingCurrency: take('billingcurrencycode', 'billingcurrency', 'currency'),
    BilledCost: billed,
    EffectiveCost: effective,
    PricingCategory: (cells) =>
      words(cells('pricingmodel'), {
        OnDemand: 'Standard',
        Spot: 'Dynamic',
        Reservation: 'Committed',
        SavingsPlan: 'Committed',
      }),
    CommitmentDiscountId: benefit,
    CommitmentDiscountName: take('benefitname'),
    CommitmentDiscountCategory: (cells) => benefitIs(cells, 'Usage', 'Spend'),
    CommitmentDiscountType: (cells) => benefitIs(cells, 'Reservation', 'Savings Plan'),
    CommitmentDiscountStatus: status,
    ServiceName: (cells) => firstOf(cells('metercategory'), cells('consumedservice')),
    RegionId: (cells) => cells('resourcelocation') && `LOWER(${cells('resourcelocation')})`,
    AvailabilityZone: take('availabilityzone'),
    ResourceId: take('resourceid', 'instanceid'),
    ResourceName: take('resourcename'),
    SkuId: take('meterid'),
    SkuMeter: take('metername'),
    Tags: tags,
  },
}
