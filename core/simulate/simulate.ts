import { saved } from '../band.ts'
import { estimateModelCall } from '../estimate/model-call.ts'
import { monthOf } from '../report/site.ts'
import type { Band, CostedSite, Estimate } from '../types.ts'
import type { Bench } from './bench.ts'
import type { Field, Mistakes, Values } from './field.ts'
import { callFields, tryCall } from './model-call.ts'
import { changedResource, resourceFields, tryResource } from './resource.ts'
import { type WriteBack, writeBack } from './write.ts'

/** What one site costs, and would cost with other values. Every figure is an estimate of the engine. */
export interface Simulation {
  readonly site: CostedSite['site']
  readonly fields: readonly Field[]
  /** True where `before` is taken to be used as was typed, since nobody had told. */
  readonly isUseSaid: boolean
  readonly before: Estimate
  readonly after: Estimate
  /** USD that it costs less, negative where it costs more; undefined where one of the two is not known in full or they are of different periods. */
  readonly saves: { readonly per: Estimate['per']; readonly usd: Band } | undefined
  readonly mistakes: Readonly<Mistakes>
  readonly notes: readonly string[]
  readonly write: WriteBack
}

/** @param values of fields that were changed; with none, `after` is `before` */
export function simulate(costed: CostedSite, values: Values, bench: Bench): Simulation {
  const { site } = costed
  const mistakes: Mistakes = {}
  const changed = changedOnly(costed, values, bench)
  const { said } = changed
  const write = writeBack(costed, changed.values, bench)
  const is = { site, isUseSaid: Object.keys(said).length > 0, mistakes, write }
  if (site.kind === 'model-call') {
    const before = named(tryCall(site, said, bench, {}).estimate, said)
    const { estimate, notes } = tryCall(site, changed.values, bench, mistakes)
    const after = named(estimate, changed.values)
    const fields = callFields(site, estimateModelCall(site, bench.tools), changed.values, bench)
    return { ...is, fields, before, after, saves: savedBy(before, after), notes }
  }
  const before = tryResource(changedResource(site, said, {}), bench)
  const tried = changedResource(site, changed.values, mistakes)
  const after = tryResource(tried, bench)
  const fields = resourceFields(site, tryResource(site, bench), tried, bench)
  const notes = bench.tools.settings.freeTiers ? ['Free tiers are not taken off here.'] : []
  return { ...is, fields, before, after, saves: savedBy(before, after), notes }
}

interface Changed {
  /** Typing back what was there changes nothing. */
  readonly values: Values
  /** Of these, what tells how it is used where nobody has told: it is no change, and holds for now as well. */
  readonly said: Values
}

function changedOnly({ site, estimate }: CostedSite, typed: Values, bench: Bench): Changed {
  const fields =
    site.kind === 'model-call' ? callFields(site, estimate, typed, bench) : resourceFields(site, estimate, site, bench)
  const byId = new Map(fields.map((field) => [field.id, field]))
  const differs = ([id, value]: readonly [string, string]) =>
    value.trim() !== '' && value.trim() !== (byId.get(id)?.value ?? '')
  const values: Record<string, string> = Object.fromEntries(Object.entries(typed).filter(differs))
  // As many calls by the day are more by the month.
  const calls = byId.get('calls')?.value
  if (values.per !== undefined && values.calls === undefined && calls) values.calls = calls
  const isOpen = (id: string) => byId.get(id)?.isUse && byId.get(byId.get(id)!.beside ?? id)?.value === ''
  return { values, said: Object.fromEntries(Object.entries(values).filter(([id]) => isOpen(id))) }
}

const typed: Readonly<Record<string, RegExp>> = {
  inputTokens: /^input tokens/,
  cachedShare: /^(input tokens|prompt cache)/,
  outputTokens: /output tokens/,
}

/** What was typed here is not said to be in the config. */
const named = (estimate: Estimate, values: Values): Estimate => ({
  ...estimate,
  assumed: estimate.assumed.filter(
    ({ what, from }) =>
      !/^(outlay.json|the call marks)/.test(from) ||
      !Object.entries(typed).some(([id, words]) => values[id] !== undefined && words.test(what)),
  ),
})

/** What is open on one side only would pass for a saving, or for a cost. */
const isAlike = (before: Estimate, after: Estimate) => {
  const open = ({ unknown }: Estimate) => [...new Set(unknown.map(({ what }) => what))].sort().join()
  return open(before) === open(after)
}

function savedBy(before: Estimate, after: Estimate): Simulation['saves'] {
  if (!isAlike(before, after)) return undefined
  const [was, is] = [monthOf(before), monthOf(after)]
  if (was && is) return { per: 'month', usd: saved(was, is) }
  return !was && !is && before.usd && after.usd && before.per === after.per
    ? { per: before.per, usd: saved(before.usd, after.usd) }
    : undefined
}
