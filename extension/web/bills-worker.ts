import type { openParquet } from '../../billing/files/parquet.ts'
import type { ReadTools } from '../../billing/files/read-focus.ts'
import { openSums } from '../../billing/stores/sums.ts'
import { labelOf, summarise } from '../../billing/summary.ts'
import type { FromBills, ToBills } from './bills-protocol.ts'
import { loadPart } from './parts.ts'

// Reads the bills somebody chose, and keeps their sums as long as it runs. The editor's worker goes on meanwhile.

interface Scope {
  postMessage(message: FromBills): void
  onmessage: (event: { readonly data: ToBills }) => void
}

const scope = globalThis as unknown as Scope
const store = openSums()
let running = new AbortController()
let parquet: { readonly openParquet: typeof openParquet } | undefined

/** What reads Parquet is run when the first such file comes. */
async function parquetOf(part: Uint8Array | undefined): Promise<ReadTools['openParquet']> {
  if (part) parquet ??= await loadPart<NonNullable<typeof parquet>>(async () => part, 'parquet')
  return (file) => {
    if (!parquet) throw new Error('parts/parquet.js is missing. Install Outlay again.')
    return parquet.openParquet(file)
  }
}

async function read({ file, origin, part }: Extract<ToBills, { is: 'import' }>, signal: AbortSignal) {
  const loaded = await store.importFocus(file, origin, { openParquet: await parquetOf(part), signal })
  return { loaded, spend: await summarise(store, labelOf) }
}

scope.onmessage = ({ data }) => {
  if (data.is === 'cancel') {
    running.abort()
    running = new AbortController()
    return
  }
  const { id } = data
  const { signal } = running
  read(data, signal).then(
    (done) => scope.postMessage({ is: 'imported', id, ...done }),
    (error: unknown) =>
      scope.postMessage(
        signal.aborted
          ? { is: 'cancelled', id }
          : { is: 'failed', id, why: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      ),
  )
}
