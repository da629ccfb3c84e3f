import type { Refreshed } from '../../cli/prices-refresh/client.ts'
import type { Outcome, RefreshRequest } from '../../cli/prices-refresh/protocol.ts'
import { sentence } from '../../cli/prices-refresh/sentence.ts'

export interface Summary {
  readonly message: string
  readonly isGood: boolean
  /** Some lists are read by region, and none was chosen. */
  readonly isByRegion: boolean
  /** Lists that were refused because they moved too far, and that the user may take all the same. */
  readonly drifted: Pick<RefreshRequest, 'sources' | 'regions'> | undefined
}

const nameOf = ({ name, region }: Outcome) => (region === '' ? name : `${name}, ${region}`)
const lists = (n: number) => (n === 1 ? '1 list' : `${n} lists`)

function driftedOf(kept: readonly Outcome[]): Summary['drifted'] {
  const drifted = kept.filter((outcome) => outcome.is === 'kept' && outcome.drifted)
  if (drifted.length === 0) return undefined
  const distinct = (names: readonly string[]) => [...new Set(names)].filter((name) => name !== '')
  return {
    sources: distinct(drifted.map(({ source }) => source)),
    regions: distinct(drifted.map(({ region }) => region)),
  }
}

const isOffline = (outcome: Outcome) =>
  outcome.is === 'skipped' || (outcome.is === 'kept' && outcome.unreachable === true)

/** What became of a refresh, in one message. The log has a sentence for every list. */
export function summaryOf({ outcomes, why }: Refreshed): Summary {
  const those = (is: Outcome['is']) => outcomes.filter((outcome) => outcome.is === is)
  const [refreshed, unchanged, kept, cancelled, skipped] = (
    ['refreshed', 'unchanged', 'kept', 'cancelled', 'skipped'] as const
  ).map(those) as [Outcome[], Outcome[], Outcome[], Outcome[], Outcome[]]
  const good = [
    refreshed.length > 0 ? `${lists(refreshed.length)} refreshed` : '',
    unchanged.length > 0 ? `${lists(unchanged.length)} unchanged` : '',
  ].filter((part) => part !== '')
  const [first, ...others] = kept
  const parts = [
    good.length > 0 ? `Prices updated: ${good.join(', ')}.` : '',
    first
      ? others.length === 0
        ? sentence(first)
        : outcomes.every(isOffline)
          ? 'None of the price lists could be reached: check the connection, or the proxy in the settings. The prices that are here stay.'
          : `Not updated, so what was there stays: ${kept.map(nameOf).join('; ')}.`
      : '',
    cancelled.length > 0 ? 'Cancelled; what was not read stays as it was.' : '',
    skipped.length > 0 ? `${skipped.map(nameOf).join(' and ')}: read by region, and none is chosen.` : '',
    why ?? '',
  ].filter((part) => part !== '')
  return {
    message: parts.join(' ') || 'There was no list to read.',
    isGood: why === undefined && kept.length === 0,
    isByRegion: skipped.length > 0,
    drifted: driftedOf(kept),
  }
}
