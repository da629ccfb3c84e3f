import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { BillingClient } from '../../billing/client.ts'
import { sources } from '../../billing/registry.gen.ts'
import type { BillingSource, Credentials, Range, Scope } from '../../billing/source.ts'
import type { SpendSettings } from '../../core/config/spend.ts'
import type { Out } from '../output.ts'

/** Which spend is read, the same for every command about it. */
export interface Reading {
  readonly cwd: string
  /** Ids of sources, or paths of exports: a file, a folder, a glob; empty: every source whose credentials are in the environment. */
  readonly source: readonly string[]
  /** `<source>=<url>`: another address that speaks the same API. */
  readonly address: readonly string[]
}

/** What the commands need from outside. */
export interface SpendTools {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly client: BillingClient
  readonly scopeOf: (source: string) => Scope
  /** Budgets, shared cost and metrics of outlay.json. */
  readonly settings?: SpendSettings
  /** UTC: `2026-11-20`. */
  readonly today: string
}

export interface Read {
  /** All of them, as a document lists them. */
  readonly problems: readonly string[]
  /** Those that were not told yet. */
  readonly notes: readonly string[]
  /** Something that was asked for could not be read, and was told. */
  readonly failed: boolean
}

/** Loads into the client what was asked for. @returns a sentence where there is nothing to read */
export async function readSpend(reading: Reading, range: Range, tools: SpendTools, out: Out): Promise<Read | string> {
  const chosen = chosenSources(reading, tools)
  if (typeof chosen === 'string') return chosen
  const unclear = reading.address.find((text) => !sources.some(({ id }) => text.startsWith(`${id}=`)))
  if (unclear !== undefined)
    return `"${unclear}" is no address of a source: write <source>=<url>, the source one of ${ids}.`
  const { client, scopeOf } = tools
  const addresses = new Map(reading.address.map(splitAddress))
  const problems: string[] = []
  const notes: string[] = []
  let failed = false
  for (const each of chosen) {
    out.progress('file' in each ? `Reading ${each.file}` : `Reading ${each.source.name}`)
    const loaded =
      'file' in each
        ? await importFile(client, each.file)
        : await client.sync(
            each.source.id,
            { credentials: each.credentials, base: addresses.get(each.source.id), scope: scopeOf(each.source.id) },
            range,
          )
    if (loaded.is === 'failed') {
      failed = true
      problems.push(loaded.failure.message)
      out.tell(loaded.failure.message)
    } else notes.push(...loaded.problems)
  }
  out.progress('')
  const twice = await client.ask({ ask: 'overlaps' })
  if (!('is' in twice))
    for (const { provider, sources: both, days } of twice)
      notes.push(
        `${provider} is in ${both.join(' and ')}, days in common: ${days}. What is the same account's there is counted twice.`,
      )
  return { problems: [...problems, ...notes], notes, failed }
}

const ids = sources.map(({ id }) => id).join(', ')

const splitAddress = (text: string) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)] as const

type Chosen = { readonly file: string } | { readonly source: BillingSource; readonly credentials: Credentials }

function chosenSources({ source: asked, cwd }: Reading, { env }: SpendTools): readonly Chosen[] | string {
  if (asked.length > 0)
    return asked.map((name) => {
      const source = sources.find(({ id }) => id === name)
      return source ? { source, credentials: credentialsOf(source, env) } : { file: resolve(cwd, name) }
    })
  const ready = sources
    .map((source) => ({ source, credentials: credentialsOf(source, env) }))
    // What costs money to ask is asked only by name: these credentials are often there for something else.
    .filter(({ source }) => source.base !== undefined && source.askCosts === undefined)
    .filter(({ source, credentials }) => isComplete(source, credentials))
  if (ready.length > 0) return ready
  const needed = sources.map(({ id, base, needs }) => {
    const variables = needs.fields.filter(({ optional }) => !optional).map(({ env }) => env)
    return `  ${id}: ${[...variables, ...(base === undefined ? [`--source ${id} --address ${id}=<url>`] : [])].join(', ')}`
  })
  return `No source of spend: name a FOCUS file with --source, or set the credentials of a source:\n${needed.join('\n')}`
}

const credentialsOf = ({ needs }: BillingSource, env: SpendTools['env']): Credentials =>
  Object.fromEntries(needs.fields.flatMap((field) => (env[field.env] ? [[field.id, env[field.env]!]] : [])))

const isComplete = ({ needs }: BillingSource, credentials: Credentials) =>
  needs.fields.every(({ id, optional }) => optional || credentials[id] !== undefined)

async function importFile(client: BillingClient, file: string) {
  const isThere = /[*?[{]/.test(file) || (await stat(file).catch(() => undefined))
  if (isThere) return client.importFile(file)
  const message = `${file} is neither a file nor a source (${ids}).`
  return { is: 'failed', failure: { kind: 'file', message } } as const
}
