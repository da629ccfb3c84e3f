import type { Ask } from '../../billing/analysis/ask.ts'
import type { BillingClient } from '../../billing/client.ts'

/** What an analysis comes to over the client's `ask`, or the sentence of the first question that was not answered. */
export async function answered<T extends object>(
  client: Pick<BillingClient, 'ask'>,
  use: (ask: Ask) => Promise<T | string>,
): Promise<T | string> {
  let failure: string | undefined
  const ask: Ask = async (question) => {
    const rows = await client.ask(question)
    if (!('is' in rows)) return rows
    failure = rows.failure.message
    throw new Error(failure)
  }
  try {
    return await use(ask)
  } catch (error) {
    if (failure === undefined) throw error
    return failure
  }
}
