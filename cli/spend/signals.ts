import { signalSources } from '../../billing/registry.gen.ts'
import { isMade } from '../../billing/sign-in/made.ts'
import { askedDays } from '../../billing/signal-days.ts'
import type { Signal, SignalSource } from '../../billing/signals/signal.ts'
import type { Out } from '../output.ts'
import type { FromEnvironment } from './environment.ts'
import { chosenSources, type Reading, type SpendTools } from './read.ts'

export interface Heard<K extends Signal['is']> {
  readonly signals: readonly Extract<Signal, { is: K }>[]
  /** Why a provider told nothing: no reason for the command to fail, whose own answer does not need it. */
  readonly problems: readonly string[]
}

/** What the providers of the live sources say themselves. One that charges for it is asked only where its source is named. */
export async function hear<K extends Exclude<Signal['is'], 'use'>>(
  tells: K,
  reading: Reading,
  tools: SpendTools,
  out: Out,
): Promise<Heard<K>> {
  const chosen = chosenSources(reading, tools)
  const signals: Extract<Signal, { is: K }>[] = []
  const problems: string[] = []
  for (const from of typeof chosen === 'string' ? [] : chosen) {
    if ('file' in from) continue
    for (const source of signalSources.filter((each) => each.tells === tells && each.with === from.source.id)) {
      const connection = connectionOf(source, from, reading, tools)
      if (connection === undefined) continue
      out.progress(`Reading ${source.name}`)
      const heard = await tools.client.signals(source.id, connection, askedDays(tells, tools.today))
      if (heard.is === 'failed') problems.push(heard.failure.message)
      else {
        signals.push(...heard.signals.filter((signal): signal is Extract<Signal, { is: K }> => signal.is === tells))
        problems.push(...heard.problems)
      }
    }
  }
  out.progress('')
  return { signals, problems }
}

/** That of the source whose provider it is; undefined where something is missing that the environment does not give. */
function connectionOf(
  { needs, base: own }: SignalSource,
  { source, credentials, signIn }: FromEnvironment,
  { address }: Reading,
  { env, scopeOf }: SpendTools,
) {
  const given = needs.fields.flatMap(({ id, env: name }) => (env[name] ? [[id, env[name]] as const] : []))
  const all = { ...credentials, ...Object.fromEntries(given) }
  const isThere = needs.fields.every(
    ({ id, optional }) => optional || all[id] !== undefined || isMade(id, signIn, needs.signIns ?? []),
  )
  if (!isThere) return undefined
  // Another address of the source is one of this too where both speak to the same.
  const other = address.find((text) => text.startsWith(`${source.id}=`))?.slice(source.id.length + 1)
  const base = own === source.base ? other : undefined
  return { credentials: all, ...(signIn ? { signIn } : {}), ...(base ? { base } : {}), scope: scopeOf(source.id) }
}
