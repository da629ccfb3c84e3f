import { isDeepStrictEqual } from 'node:util'
import type { Question, Within } from '../../billing/questions.ts'
import type { SpendStore } from '../../billing/store.ts'
import { type Dimension, dimensionNames } from '../../core/spend-dimensions.ts'

const month: Within = { since: '2026-10-01', until: '2026-11-01' }
const tags: readonly Dimension[] = ['tag:team', 'tag:cost center', 'tag:a"b', 'tag:n', 'tag:nobody has this']

/** Every kind of question there is, in every dimension; no two engines may answer one of them differently. */
export const asked: readonly (readonly [string, Question])[] = [
  ['totals', { ask: 'totals' }],
  ['totals of a month', { ask: 'totals', ...month }],
  ['totals of no day', { ask: 'totals', since: '2031-01-01' }],
  ['sources', { ask: 'sources' }],
  ['overlaps', { ask: 'overlaps' }],
  ['spend', { ask: 'spend', by: [] }],
  ...[...dimensionNames, ...tags].map((by) => [`spend by ${by}`, { ask: 'spend', by: [by] } as const] as const),
  ['spend by day, service and account', { ask: 'spend', by: ['day', 'service', 'account'] }],
  ['a month by week and tag', { ask: 'spend', by: ['week', 'tag:team'], ...month }],
  ['usage by service', { ask: 'usage', by: ['service'] }],
  ['usage of a month by meter and day', { ask: 'usage', by: ['meter', 'day'], ...month }],
  [
    'all but credits, and but taxes of AWS',
    {
      ask: 'spend',
      by: ['charge'],
      except: [
        [{ dimension: 'charge', among: ['Credit'] }],
        [
          { dimension: 'charge', among: ['Tax'] },
          { dimension: 'provider', among: ['AWS'] },
        ],
      ],
    },
  ],
  [
    'one team',
    { ask: 'spend', by: ['service'], where: [{ dimension: 'tag:team', among: [`it's "quoted", {odd} \\ and 🦆`] }] },
  ],
  [
    'nobody’s or EC2’s',
    {
      ask: 'totals',
      where: [
        { dimension: 'provider', among: [null, 'AWS'] },
        { dimension: 'service', among: ['EC2', 'Überwachung 🛰'] },
      ],
    },
  ],
  ['among nothing', { ask: 'totals', where: [{ dimension: 'service', among: [] }] }],
]

/** The first row of each question that two stores answer differently; empty where they agree. */
export function differences(
  expected: ReadonlyMap<string, readonly unknown[]>,
  actual: ReadonlyMap<string, readonly unknown[]>,
) {
  return [...expected].flatMap(([name, rows]) => {
    const others = actual.get(name) ?? []
    if (isDeepStrictEqual(rows, others)) return []
    const at = Array.from({ length: Math.max(rows.length, others.length) }).findIndex(
      (_, index) => !isDeepStrictEqual(rows[index], others[index]),
    )
    return [{ name, row: at, of: [rows.length, others.length], expected: rows[at], actual: others[at] }]
  })
}

/** Of each question, its rows. */
export async function answersBy(
  store: Pick<SpendStore, 'ask'>,
  questions: readonly (readonly [string, Question])[] = asked,
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const all = new Map<string, readonly unknown[]>()
  for (const [name, question] of questions) all.set(name, await store.ask(question))
  return all
}
