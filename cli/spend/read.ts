import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { notRead } from '../../billing/analysis/coverage.ts'
import type { BillingClient, Failed, Loaded, SyncOptions } from '../../billing/client.ts'
import { hasWildcards } from '../../billing/files/wildcards.ts'
import { signalSources, sources } from '../../billing/registry.gen.ts'
import { rangeText } from '../../billing/report/table.ts'
import type { Provider, Range, Scope } from '../../billing/source.ts'
import type { LoadState } from '../../billing/store.ts'
import type { SpendSettings } from '../../core/config/spend.ts'
import type { Out } from '../output.ts'
import { type FromEnvironment, fromEnvironment, isComplete } from './environment.ts'
import type { StoreChoice } from './store.ts'

/** Which spend is read, the same for every command about it. */
export interface Reading {
  readonly cwd: string
  /** Ids of sources, or paths of exports: a file, a folder, a glob; empty: every source whose credentials are in the environment. */
  readonly source: readonly string[]
  /** `<source>=<url>`: another address that speaks the same API. */
  readonly address: readonly string[]
  /** `text`: as of when the figures are is told as well; a document says it itself. */
  readonly format?: string
  /** Folder of the store that answers where no source is named. */
  readonly store?: string
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
  /** The store in this folder, or where spend is kept where none is named. Left out: there is none. */
  readonly storeAt?: (folder: string | undefined) => StoreChoice
}

export interface Read {
  /** All of them, as a document lists them. */
  readonly problems: readonly string[]
  /** Those that were not told yet. */
  readonly notes: readonly string[]
  /** Something that was asked for could not be read, and was told. */
  readonly failed: boolean
  /** Nothing at all could be read: to say that nothing was spent would be a guess. */
  readonly isEmpty?: boolean
  /** ISO instant the oldest of what was read is from; left out: nothing was. */
  readonly asOf?: string
}

/** Loads into the client what was asked for. @returns a sentence where there is nothing to read */
export async function readSpend(reading: Reading, range: Range, tools: SpendTools, out: Out): Promise<Read | string> {
  const stored = await readStore(reading, range, tools, out)
  if (stored) return stored
  const chosen = chosenSources(reading, tools)
  if (typeof chosen === 'string') return chosen
  const wrong = wrongAddress(reading)
  if (wrong !== undefined) return wrong
  const { client } = tools
  const problems: string[] = []
  const notes: string[] = []
  let failed = false
  for (const each of chosen) {
    out.progress(`Reading ${nameOf(each)}`)
    const loaded = await readOne(each, reading, range, tools, { whole: true })
    if (loaded.is === 'failed') {
      failed = true
      problems.push(loaded.failure.message)
      out.tell(loaded.failure.message)
    } else {
      notes.push(...withoutCharges(each, loaded.rows, range), ...loaded.problems.filter(isRead(loaded)))
      if (loaded.unread.length > 0) failed = true
      problems.push(...loaded.unread)
      for (const sentence of loaded.unread) out.tell(sentence)
    }
  }
  out.progress('')
  const loads = await client.loads()
  // Why there is no store was told of the file, or of the source, already.
  if ('is' in loads) return failed ? { problems, notes, failed, isEmpty: true } : loads.failure.message
  const times = await asOf(loads, client)
  if (typeof times === 'string') return times
  if (reading.format === 'text') for (const time of times) out.tell(asOfText(time))
  notes.push(...(await twice(client)))
  return { problems: [...problems, ...notes], notes, failed, isEmpty: failed && times.length === 0, ...oldest(times) }
}

/**
 * As of when each source is. One that is read by days was read as a whole when its last days were: those before are
 * final. A file is as old as it is.
 * @returns a sentence where the store does not answer
 */
async function asOf(loads: readonly LoadState[], client: BillingClient): Promise<readonly AsOf[] | string> {
  const states = loads.every(({ covers }) => covers) ? [] : await client.ask({ ask: 'sources' })
  if ('is' in states) return states.failure.message
  const dated = new Map(states.map((state) => [state.source, state.asOf]))
  return loads.map(({ source, at, covers }) => ({ source, at: covers ? at : (dated.get(source) ?? at) }))
}

interface AsOf {
  readonly source: string
  readonly at: string
}

const isRead = ({ unread }: { readonly unread: readonly string[] }) => {
  const without = new Set(unread)
  return (problem: string) => !without.has(problem)
}

/** An empty account is more often the wrong one, or a scope that fits nothing. */
export function withoutCharges(chosen: Chosen, rows: number, range: Range): readonly string[] {
  if (rows > 0) return []
  if ('file' in chosen)
    return [
      `${basename(chosen.file)} has no charge. Where there should be some: is it the whole export, and the right month?`,
    ]
  return [
    `${chosen.source.id} told no charge of ${rangeText(range)}. Where there should be some: is the key of the right account, and does spend.scope in outlay.json name its parts?`,
  ]
}

const asOfText = ({ source, at }: AsOf) => `${source}: as of ${at.slice(0, 16).replace('T', ' ')} UTC`
const oldest = (times: readonly AsOf[]) => {
  const [first] = times.map(({ at }) => at).sort()
  return first === undefined ? {} : { asOf: first }
}

/** What was read before, where no source is named and there is a store. @returns undefined where there is none */
async function readStore(
  { source, store }: Reading,
  range: Range,
  { client, storeAt }: SpendTools,
  out: Out,
): Promise<Read | string | undefined> {
  if (source.length > 0)
    return store === undefined
      ? undefined
      : 'A store answers for what was read before: name --source or --store, not both.'
  const choice = storeAt?.(store)
  if (!choice?.isThere)
    return store === undefined
      ? undefined
      : `There is no store of spend in ${choice?.folder}: \`outlay spend sync\` makes one.`
  choice.use()
  const loads = await client.loads()
  if ('is' in loads) return loads.failure.message
  if (loads.length === 0 && !choice.isOnlyRead)
    return `Nothing is in the store of spend, ${choice.folder}: \`outlay spend sync\` reads the sources into it.`
  const times = await asOf(loads, client)
  if (typeof times === 'string') return times
  for (const time of times) out.tell(asOfText(time))
  const notes = loads.flatMap((load) => [...load.problems, ...notRead([load], range)])
  notes.push(...(await twice(client)))
  return { problems: notes, notes, failed: false, ...oldest(times) }
}

async function twice(client: BillingClient): Promise<string[]> {
  const overlaps = await client.ask({ ask: 'overlaps' })
  if ('is' in overlaps) return []
  return overlaps.map(
    ({ provider, sources: both, days }) =>
      `${provider} is in ${both.join(' and ')}, days in common: ${days}. What is the same account's there is counted twice.`,
  )
}

/** Are files all that is named? */
export const isFiles = ({ source }: Pick<Reading, 'source'>): boolean =>
  source.length > 0 && !source.some((name) => readable.some(({ id }) => id === name))

export const nameOf = (chosen: Chosen) => ('file' in chosen ? chosen.file : chosen.source.name)

export function readOne(
  chosen: Chosen,
  { address }: Reading,
  range: Range,
  { client, scopeOf }: SpendTools,
  more: SyncOptions = {},
): Promise<Loaded | Omit<Failed, 'id'>> {
  if ('file' in chosen) return importFile(client, chosen.file, more.signal)
  const { source, credentials, signIn } = chosen
  const base = new Map(address.map(splitAddress)).get(source.id)
  const connection = { credentials, ...(signIn ? { signIn } : {}), base, scope: scopeOf(source.id) }
  return client.sync(source.id, connection, range, more)
}

/** @returns a sentence where an address is not one of a source */
export function wrongAddress({ address }: Reading): string | undefined {
  const unclear = address.find((text) => !readable.some(({ id }) => text.startsWith(`${id}=`)))
  return unclear === undefined
    ? undefined
    : `"${unclear}" is no address of a source: write <source>=<url>, the source one of ${ids}.`
}

/** What rows of spend come of: bills, and use that is counted and has a price. */
const metered = signalSources.filter(({ tells }) => tells === 'use')
const readable: readonly Provider[] = [...sources, ...metered]
const ids = readable.map(({ id }) => id).join(', ')

const splitAddress = (text: string) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)] as const

export type Chosen = { readonly file: string } | FromEnvironment

export function chosenSources(
  { source: asked, cwd }: Pick<Reading, 'source' | 'cwd'>,
  { env }: SpendTools,
): readonly Chosen[] | string {
  if (asked.length > 0)
    return asked.map((name) => {
      const source = readable.find(({ id }) => id === name)
      return source ? fromEnvironment(source, env, true) : { file: resolve(cwd, name) }
    })
  const ready = sources
    .map((source) => fromEnvironment(source, env, false))
    // What costs money to ask is asked only by name: these credentials are often there for something else.
    .filter(({ source }) => source.base !== undefined && source.askCosts === undefined)
    .filter(isComplete)
  if (ready.length > 0) return ready
  const needed = sources.map(({ id, base, baseFor, needs }) => {
    const variables = needs.fields.filter(({ optional }) => !optional).map(({ env }) => env)
    return `  ${id}: ${[...variables, ...(base === undefined && !baseFor ? [`--source ${id} --address ${id}=<url>`] : [])].join(', ')}`
  })
  return `No source of spend: name a FOCUS file with --source, or set the credentials of a source:\n${needed.join('\n')}`
}

async function importFile(client: BillingClient, file: string, signal?: AbortSignal) {
  const isThere = hasWildcards(file) || (await stat(file).catch(() => undefined))
  if (isThere) return client.importFile(file, signal)
  const message = `${file} is neither a file nor a source (${ids}).`
  return { is: 'failed', failure: { kind: 'file', message } } as const
}
