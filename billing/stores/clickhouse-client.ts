import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import type { Cell } from '../answers.ts'
import { WarehouseError } from '../warehouse.ts'
import { clickhouseSentence } from './clickhouse-errors.ts'

/** Where a ClickHouse is and who asks it. */
export interface ClickHouseAccess {
  /** `https://host:8443`; plain http on this machine only. */
  readonly address: string
  readonly database: string
  readonly user: string
  readonly password: string
}

export type Values = Readonly<Record<string, string | readonly string[] | readonly number[]>>

/** Every error is one sentence for the user; an abort rejects at once with the signal's reason, and the query is killed. */
export interface ClickHouse {
  rows(query: string, values?: Values, signal?: AbortSignal): Promise<readonly (readonly Cell[])[]>
  run(query: string, values?: Values, signal?: AbortSignal): Promise<void>
  /** `table` stands as it is in the query; the names of the Parquet file's columns are the table's. */
  insertParquet(table: string, columns: readonly string[], parquet: Readable, signal?: AbortSignal): Promise<void>
  close(): Promise<void>
}

const patience = 300_000 // ms for one answer: a question over a warehouse may take minutes

export function connect(access: ClickHouseAccess): ClickHouse {
  const refused = unsafe(access)
  if (refused) throw new WarehouseError(refused)
  const client = createClient({
    url: access.address,
    database: access.database,
    username: access.user,
    password: access.password,
    request_timeout: patience,
    log: { level: ClickHouseLogLevel.OFF }, // it would write addresses and queries to the console
  })

  async function told<T>(signal: AbortSignal | undefined, work: (id: string) => Promise<T>): Promise<T> {
    signal?.throwIfAborted()
    const id = randomUUID()
    const kill = () =>
      void client
        .command({ query: 'KILL QUERY WHERE query_id = {id:String} ASYNC', query_params: { id } })
        .catch(ignored)
    signal?.addEventListener('abort', kill, { once: true })
    try {
      return await work(id)
    } catch (error) {
      signal?.throwIfAborted()
      throw new WarehouseError(clickhouseSentence(access, error), { cause: error })
    } finally {
      signal?.removeEventListener('abort', kill)
    }
  }

  const asked = (query: string, values: Values | undefined, signal: AbortSignal | undefined, id: string) => ({
    query,
    query_params: values as Record<string, unknown> | undefined,
    abort_signal: signal,
    query_id: id,
  })

  return {
    rows: (query, values, signal) =>
      told(signal, async (id) => {
        const result = await client.query({ ...asked(query, values, signal, id), format: 'JSONCompactEachRow' })
        return result.json<Cell[]>()
      }),
    run: (query, values, signal) =>
      told(signal, async (id) => void (await client.command(asked(query, values, signal, id)))),
    insertParquet: (table, columns, parquet, signal) =>
      told(signal, async (id) => {
        const names = columns.map((column) => `"${column}"`).join(', ')
        const query = `INSERT INTO ${table} (${names}) FORMAT Parquet`
        const { stream } = await client.exec({ ...asked(query, undefined, signal, id), values: parquet })
        for await (const _ of stream);
      }),
    close: () => client.close(),
  }
}

/** The query has ended by itself, or the user may not kill: the answer is not waited for either way. */
const ignored = () => undefined

/** A password is sent only over TLS, or to this machine. */
function unsafe({ address, password }: ClickHouseAccess): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    return `"${address}" is no address of a ClickHouse: it is written https://host:8443.`
  if (url.username || url.password) return 'The address of ClickHouse must not hold a user or a password.'
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url.protocol === 'https:' || here || password === '') return undefined
  return `The address of ClickHouse must start with https://: the password was not sent to ${url.host}.`
}
