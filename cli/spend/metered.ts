import type { BillingClient } from '../../billing/client.ts'
import type { Connection } from '../../billing/runner.ts'
import type { Range } from '../../billing/source.ts'

/** What a provider counts, at the list prices that come with Outlay: the billing process has no price book. */
export async function readMetered(
  source: string,
  connection: Connection,
  range: Range,
  client: BillingClient,
  signal?: AbortSignal,
) {
  const heard = await client.signals(source, connection, range, signal)
  if (heard.is === 'failed') return heard
  const [{ meteredRows }, { loadPriceBook }] = await Promise.all([
    import('../../billing/metered.ts'),
    import('../price-book.ts'),
  ])
  const uses = heard.signals.filter((each) => each.is === 'use')
  const { rows, problems } = meteredRows(uses, loadPriceBook())
  return client.load(source, rows, range, [...heard.problems, ...problems])
}
