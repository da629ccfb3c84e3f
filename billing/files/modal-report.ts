// `modal billing report --csv` or `--json`, and what modal.billing.workspace_billing_report answers: https://modal.com/docs/reference/modal.billing
// One row for each app, or other object, and whole interval.
import { always, type Cells, type FileFormat, take } from './format.ts'

const start = (cells: Cells) => cells('interval_start')

/** A report is of whole days or of hours, and does not say which: hours do not all start at midnight. */
function end(cells: Cells): string | undefined {
  const cell = start(cells)
  if (cell === undefined) return undefined
  const time = `CAST(TRY_CAST(${cell} AS TIMESTAMPTZ) AS TIMESTAMP)`
  const isHourly = `MAX(CASE WHEN CAST(${time} AS TIME) <> TIME '00:00:00' THEN 1 ELSE 0 END) OVER () = 1`
  return `CAST(${time} + CASE WHEN ${isHourly} THEN INTERVAL 1 HOUR ELSE INTERVAL 1 DAY END AS VARCHAR)`
}

export const modalReport: FileFormat = {
  name: 'Modal billing report',
  normal: (name) => name.toLowerCase().replaceAll(' ', '_'),
  marks: ['object_id', 'interval_start', 'cost', 'description'],
  lacks:
    'A Modal billing report tells what each app cost: what credits paid of it, and taxes, are not in it. Ask for it with UTC times, without --tz.',
  columns: {
    ServiceProviderName: always('Modal'),
    HostProviderName: always('Modal'),
    InvoiceIssuerName: always('Modal'),
    SubAccountId: take('environment', 'environment_name'),
    SubAccountType: always('Environment'),
    ChargePeriodStart: start,
    ChargePeriodEnd: end,
    ChargeCategory: always('Usage'),
    ChargeFrequency: always('Usage-Based'),
    BillingCurrency: always('USD'),
    BilledCost: take('cost'),
    EffectiveCost: take('cost'),
    ServiceName: always('Modal'),
    ServiceCategory: always('Compute'),
    ServiceSubcategory: always('Serverless Compute'),
    ResourceId: take('object_id'),
    ResourceName: take('description'),
    Tags: take('tags'),
  },
}
