import { ClickHouseError } from '@clickhouse/client'
import type { ClickHouseAccess } from './clickhouse-client.ts'

type Say = (access: ClickHouseAccess, message: string, host: string) => string

// https://clickhouse.com/docs/interfaces/http: the number comes with every error of the server.
const sentences: Readonly<Record<string, Say>> = {
  /** UNKNOWN_IDENTIFIER */
  47: ({ database }, message) =>
    `A column that is asked for is not in ClickHouse's database ${database}: ${quoted(message) ?? message}. Does "columns" name it as the table does?`,
  /** UNKNOWN_TABLE */
  60: ({ database }, message) =>
    `ClickHouse's database ${database} has no table ${quoted(message) ?? 'of that name'}: correct the name, or let Outlay make its own by leaving it out.`,
  /** UNKNOWN_DATABASE */
  81: ({ database }, _, host) =>
    `ClickHouse at ${host} has no database ${database}: make it (CREATE DATABASE ${database}), or name another.`,
  /** TIMEOUT_EXCEEDED */
  159: (_access, _message, host) => `ClickHouse at ${host} ended the question: it took longer than the server allows.`,
  /** READONLY */
  164: ({ user }, _, host) =>
    `The user ${user} may only read in ClickHouse at ${host}: name an existing table to read, or a user who may write.`,
  /** MEMORY_LIMIT_EXCEEDED */
  241: (_access, _message, host) =>
    `ClickHouse at ${host} ended the question: it needs more memory than the server allows. Ask for fewer days.`,
  /** QUERY_WAS_CANCELLED */
  394: (_access, _message, host) => `The question was ended at ClickHouse's side (${host}).`,
  /** ACCESS_DENIED */
  497: ({ user }, message) =>
    `The user ${user} lacks a right in ClickHouse: ${/grant ([^.]+?)(?: ON |\.|$)/.exec(message)?.[0] ?? message}`,
  /** AUTHENTICATION_FAILED */
  516: ({ user, password }, _, host) =>
    `ClickHouse at ${host} refused the user ${user}: ${password === '' ? 'a password is needed' : 'the password is wrong, or there is no such user'}.`,
}

/** What went wrong, in one sentence; never the password or the query. */
export function clickhouseSentence(access: ClickHouseAccess, error: unknown): string {
  const host = new URL(access.address).host
  const message = withoutSecret(access, error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  if (error instanceof ClickHouseError)
    return sentences[error.code]?.(access, message, host) ?? `ClickHouse at ${host} could not answer: ${message}`
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^E[A-Z_]+$|^UND_|CERT|^HPE_/.test(code))
    return `ClickHouse could not be reached at ${access.address} (${code}): is the address right, and the port the one for HTTP (8443, or 8123 without TLS)?`
  if (/timeout/i.test(message)) return `ClickHouse at ${host} did not answer in time.`
  // What it says is not told: a proxy may repeat what it was sent.
  return `What answers at ${access.address} is not ClickHouse's HTTP interface: is the port the one for HTTP (8443, or 8123 without TLS)?`
}

/** A server may repeat what it was sent. */
function withoutSecret({ user, password }: ClickHouseAccess, text: string): string {
  if (password === '') return text
  const header = Buffer.from(`${user}:${password}`).toString('base64')
  return text.replaceAll(header, '…').replaceAll(password, '…')
}

/** What the server's words stand in quotes for. */
const quoted = (message: string) => /[`'"]([^`'"]+)[`'"]/.exec(message)?.[1]
