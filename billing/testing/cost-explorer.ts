// Two days of EC2 in two accounts and a credit, as AWS Cost Explorer tells them.
import { isRecord } from '../../core/record.ts'
import type { Heard, Said } from './fake.ts'

export const day = (date: string, next: string, keys: readonly string[], billed: string) => ({
  TimePeriod: { Start: date, End: next },
  Total: {},
  Groups: [
    {
      Keys: keys,
      Metrics: { UnblendedCost: { Amount: billed, Unit: 'USD' }, AmortizedCost: { Amount: billed, Unit: 'USD' } },
    },
  ],
  Estimated: false,
})

/** Usage comes on two pages, everything else on one. */
export function costExplorer({ body }: Heard): Said {
  if (!isRecord(body)) return { status: 400 }
  const groups = (body.GroupBy as { Key: string }[]).map(({ Key }) => ({ Type: 'DIMENSION', Key }))
  const page = (ResultsByTime: object[], NextPageToken?: string) => ({
    body: {
      GroupDefinitions: groups,
      ResultsByTime,
      DimensionValueAttributes: [],
      ...(NextPageToken && { NextPageToken }),
    },
  })
  if (groups[1]!.Key === 'RECORD_TYPE') return page([day('2026-11-02', '2026-11-03', ['Amazon EC2', 'Credit'], '-3.5')])
  return body.NextPageToken === 'second'
    ? page([day('2026-11-02', '2026-11-03', ['Amazon EC2', '222222222222'], '4.25')])
    : page([day('2026-11-01', '2026-11-02', ['Amazon EC2', '111111111111'], '10.5')], 'second')
}
