import { noSpendSettings, type SpendSettings } from '../../core/config/spend.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { Dimension } from '../../core/spend-dimensions.ts'
import type { Method } from '../forecast/method.ts'
import { dayAfter } from '../range.ts'
import { anomaliesDocument, forecastDocument } from '../report/ahead.ts'
import { allocationDocument } from '../report/allocation.ts'
import { budgetsDocument } from '../report/budgets.ts'
import { carbonDocument } from '../report/carbon.ts'
import { changeDocument } from '../report/change.ts'
import { commitmentsDocument } from '../report/commitments.ts'
import { unitsDocument } from '../report/units.ts'
import { untaggedDocument } from '../report/untagged.ts'
import type { Range } from '../source.ts'
import type { LoadState } from '../store.ts'
import { allocationOf } from './allocation.ts'
import type { Ask } from './ask.ts'
import { type AskedPeriod, lastLookedAt, looksAtPeriod, rangeOfPeriod } from './asked-period.ts'
import { budgetsOf } from './budgets.ts'
import { carbonOf } from './carbon.ts'
import { commitmentsOf } from './commitments.ts'
import { compared } from './compared.ts'
import { notRead } from './coverage.ts'
import { readMetrics } from './metrics-read.ts'
import { learntFrom, monthsOf } from './months.ts'
import { tagsToCarry } from './tags-to-carry.ts'
import { type ToWrite, toWrite } from './to-write.ts'
import { unitsOf } from './units.ts'
import { untaggedOf } from './untagged.ts'
import { unusualDaysOf } from './unusual-days.ts'

/** What is asked of spend beyond what it is: each has the numbers of the command of its name. */
export interface Analyses {
  change: ReturnType<typeof changeDocument>
  anomalies: ReturnType<typeof anomaliesDocument>
  forecast: ReturnType<typeof forecastDocument>
  budgets: ReturnType<typeof budgetsDocument>
  unit: ReturnType<typeof unitsDocument>
  allocation: ReturnType<typeof allocationDocument>
  untagged: ReturnType<typeof untaggedDocument>
  commitments: ReturnType<typeof commitmentsDocument>
  carbon: ReturnType<typeof carbonDocument>
}
export type AnalysisName = keyof Analyses

export interface Analysed<A extends AnalysisName = AnalysisName> {
  readonly is: 'analysed'
  readonly document: Analyses[A]
  /** What is not known or not told, in sentences. */
  readonly notes: readonly string[]
  /** What outlay.json could say, and does not. */
  readonly missing?: ToWrite
}

/** There is nothing to answer with, and why. */
export interface NothingToAnalyse {
  readonly is: 'nothing'
  readonly because: string
}

export interface AnalysisRequest<A extends AnalysisName = AnalysisName> {
  readonly analysis: A
  /** Of those that look at a period; budgets have periods of their own, a forecast is of this month. */
  readonly period: AskedPeriod
  /** What a change is told by. */
  readonly by: Dimension
  readonly settings?: SpendSettings
}

export interface AnalysisMeans {
  readonly ask: Ask
  readonly loads: readonly LoadState[]
  /** UTC. */
  readonly today: string
  /** Lets others be heard, and throws where nobody waits for the answer any more. */
  pause(): Promise<void>
  /** What learns from a long history. */
  trained(): Promise<Method>
  /** For carbon: what is in a machine, and what its region emits. */
  book(): Promise<PriceBook>
}

type Found<A extends AnalysisName> = Promise<Omit<Analysed<A>, 'is'> | string>
type Context = AnalysisMeans & Required<AnalysisRequest> & { readonly range: Range }

const ways: { readonly [A in AnalysisName]: (context: Context) => Found<A> } = {
  async change({ ask, by, period, range, today }) {
    const named = {
      since: period === 'last-30-days' ? undefined : range.since,
      until: period === 'last-month' ? range.until : undefined,
    }
    const found = await compared(ask, { by, measure: 'effective', range, named, today })
    return typeof found === 'string' ? found : { document: changeDocument(found), notes: found.notes }
  },
  async anomalies({ ask, today, trained, pause }) {
    const unusual = await unusualDaysOf(ask, learntFrom(today), await trained(), undefined, pause)
    return typeof unusual === 'string' ? unusual : { document: anomaliesDocument(unusual), notes: unusual.notes }
  },
  async forecast({ ask, today, trained }) {
    const months = await monthsOf(ask, today, await trained())
    return typeof months === 'string' ? months : { document: forecastDocument(months), notes: [] }
  },
  async budgets({ ask, today, trained, settings: { budgets } }) {
    const states = await budgetsOf(ask, budgets, { today, trained: await trained() })
    return { document: budgetsDocument(states), notes: [], ...missing('budgets', budgets) }
  },
  async unit({ ask, range, today, settings }) {
    const { metrics, wrong, problems } = await readMetrics(settings.metrics)
    const units = await unitsOf(ask, metrics, range, { today })
    return {
      document: unitsDocument(units),
      notes: [...units.notes, ...wrong, ...problems],
      ...missing('metrics', settings.metrics),
    }
  },
  async allocation({ ask, range, settings: { allocation: rules } }) {
    const found = await allocationOf(ask, rules, range)
    return { document: allocationDocument(found, range), notes: [], ...missing('allocation', rules) }
  },
  async untagged({ ask, range, settings }) {
    const keys = tagsToCarry(settings)
    return {
      document: untaggedDocument(await untaggedOf(ask, keys, range), range),
      notes: [],
      ...missing('tags', keys),
    }
  },
  async commitments({ ask, range }) {
    return { document: commitmentsDocument(await commitmentsOf(ask, range), range), notes: [] }
  },
  async carbon({ ask, range, book }) {
    return { document: carbonDocument(await carbonOf(ask, await book(), range), range), notes: [] }
  },
}

const missing = (what: keyof typeof toWrite, written: readonly unknown[]): { readonly missing?: ToWrite } =>
  written.length > 0 ? {} : { missing: toWrite[what] }

/** Answers one of them over a store. */
export async function analyse<A extends AnalysisName>(
  { analysis, period, by, settings = noSpendSettings }: AnalysisRequest<A>,
  means: AnalysisMeans,
): Promise<Analysed<A> | NothingToAnalyse> {
  // What is to come is of today, and of no day before.
  const last =
    analysis === 'forecast' || analysis === 'budgets' ? means.today : await lastLookedAt(means.ask, means.today)
  const range = rangeOfPeriod(period, last)
  // Of long ago the last day is complete.
  const today = last === means.today ? last : dayAfter(last)
  const found = await ways[analysis]({ ...means, analysis, period, by, settings, today, range })
  if (typeof found === 'string') return { is: 'nothing', because: found }
  const old = last === means.today ? [] : [`Nothing is told after ${last}: the period ends there.`]
  // A change says of both its periods what is not told.
  const days = analysis !== 'change' && looksAtPeriod(analysis) ? notRead(means.loads, range) : []
  return { is: 'analysed', ...found, notes: [...old, ...days, ...found.notes] }
}
