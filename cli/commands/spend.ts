import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { BillingClient } from '../../billing/client.ts'
import { type Dimension, isDimension } from '../../billing/questions.ts'
import { sources } from '../../billing/registry.gen.ts'
import { spendDocument, spendText } from '../../billing/report/spend.ts'
import type { BillingSource, Credentials, Range, Scope } from '../../billing/source.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'

export interface SpendCommand {
  readonly cwd: string
  /** Ids of sources, or paths of FOCUS files; empty: every source whose credentials are in the environment. */
  readonly source: readonly string[]
  readonly by: readonly string[]
  /** UTC days, both inclusive. */
  readonly since?: string
  readonly until?: string
  /** `<source>=<url>`: another address that speaks the same API. */
  readonly address: readonly string[]
  readonly format: 'text' | 'json' | 'csv'
}

/** What the command needs from outside. */
export interface SpendTools {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly client: BillingClient
  readonly scopeOf: (source: string) => Scope
  readonly today: string
}

const day = 86_400_000
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

/** @returns 0, or 2 where something that was asked for could not be read; what could be read is printed all the same */
export async function runSpend(command: SpendCommand, tools: SpendTools, out: Out): Promise<Exit> {
  const { format, by } = command
  const wrong = by.find((name) => !isDimension(name))
  if (wrong !== undefined) return told(out, `"${wrong}" is nothing spend can be listed by: ${dimensionsText}.`)
  const range = rangeOf(command, tools.today)
  if (range === undefined) return told(out, 'A day is written 2026-11-01, and --since is not after --until.')
  const chosen = chosenSources(command, tools)
  if (typeof chosen === 'string') return told(out, chosen)
  const { problems, failed } = await load(chosen, range, command, tools, out)
  const dimensions = by as readonly Dimension[]
  const within = { since: range.since, until: range.until }
  const [rows, totals] = [
    await tools.client.ask({ ask: 'spend', by: dimensions, ...within }),
    await tools.client.ask({ ask: 'totals', ...within }),
  ]
  if ('is' in rows) return told(out, rows.failure.message)
  if ('is' in totals) return told(out, totals.failure.message)
  const document = spendDocument({ asOf: new Date().toISOString(), rows, totals, problems })
  if (format === 'json') out.print(printJson(document))
  else out.print(spendText(document, dimensions, format))
  return failed ? 2 : 0
}

const dimensionsText =
  'day, week, month, provider, service, model, region, account, project, key, resource, or tag:<name>'

function told(out: Out, sentence: string): Exit {
  out.tell(sentence)
  return 2
}

/** The last thirty days with today, where nothing is said. `until` of a range is exclusive. */
function rangeOf({ since, until }: SpendCommand, today: string): Range | undefined {
  const last = until ?? today
  const first = since ?? iso(Date.parse(last) - 29 * day)
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
  if (!isDay(first) || !isDay(last) || first > last) return undefined
  return { since: first, until: iso(Date.parse(last) + day) }
}

type Chosen = { readonly file: string } | { readonly source: BillingSource; readonly credentials: Credentials }

/** A sentence where there is nothing to read, or no such source. */
function chosenSources({ source: asked, cwd }: SpendCommand, { env }: SpendTools): readonly Chosen[] | string {
  const known = (id: string) => sources.find((each) => each.id === id)
  if (asked.length > 0)
    return asked.map((name) => {
      const source = known(name)
      return source ? { source, credentials: credentialsOf(source, env) } : { file: resolve(cwd, name) }
    })
  const ready = sources
    .map((source) => ({ source, credentials: credentialsOf(source, env) }))
    .filter(({ source, credentials }) => source.base !== undefined && isComplete(source, credentials))
  if (ready.length > 0) return ready
  const needed = sources.map(({ id, needs }) => `  ${id}: ${needs.fields.map((field) => field.env).join(', ')}`)
  return `No source of spend: name a FOCUS file with --source, or set the credentials of a source:\n${needed.join('\n')}`
}

const credentialsOf = ({ needs }: BillingSource, env: SpendTools['env']): Credentials =>
  Object.fromEntries(needs.fields.flatMap((field) => (env[field.env] ? [[field.id, env[field.env]!]] : [])))

const isComplete = ({ needs }: BillingSource, credentials: Credentials) =>
  needs.fields.every(({ id, optional }) => optional || credentials[id] !== undefined)

async function load(
  chosen: readonly Chosen[],
  range: Range,
  { address }: SpendCommand,
  { client, scopeOf }: SpendTools,
  out: Out,
): Promise<{ readonly problems: readonly string[]; readonly failed: boolean }> {
  const addresses = new Map(
    address.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
  )
  const problems: string[] = []
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
    } else problems.push(...loaded.problems)
  }
  out.progress('')
  return { problems, failed }
}

async function importFile(client: BillingClient, file: string) {
  const isThere = await stat(file).then(
    () => true,
    () => false,
  )
  if (isThere) return client.importFile(file)
  const ids = sources.map(({ id }) => id).join(', ')
  const message = `${file} is neither a file nor a source (${ids}).`
  return { is: 'failed', failure: { kind: 'file', message } } as const
}
