import type { Dimension } from '../../core/spend-dimensions.ts'
import type { Filter } from '../questions.ts'
import type { Range } from '../source.ts'
import { type Ask, grouped } from './ask.ts'

/** Names, and beside each what tells apart those that are called the same. */
const ids: Readonly<Partial<Record<Dimension, Dimension>>> = {
  account: 'account-id',
  project: 'project-id',
  resource: 'resource-id',
  commitment: 'commitment-id',
}

const most = 3 // names, and of each so many ids

/** Sentences: names that several ids have, whose spend is then one sum. @param by what spend is listed by */
export async function sameName(
  ask: Ask,
  by: readonly Dimension[],
  range: Partial<Range>,
  where?: readonly Filter[],
): Promise<string[]> {
  const notes: string[] = []
  for (const name of by) {
    const id = ids[name]
    if (id === undefined || by.includes(id)) continue
    const rows = await ask({ ask: 'spend', by: [name, id], where, ...range })
    const told = rows.flatMap(({ dimensions }) => {
      const [called, is] = [dimensions[name], dimensions[id]]
      return called == null || is == null ? [] : [{ called, is }]
    })
    const several = grouped(told, ({ called }) => called)
      .map(([called, of]) => ({ called, all: [...new Set(of.map(({ is }) => is))] }))
      .filter(({ all }) => all.length > 1)
    notes.push(...several.slice(0, most).map(({ called, all }) => oneSum(name, called, all, id)))
    if (several.length > most)
      notes.push(`So are ${several.length - most} more: by ${id} each ${name} stands by itself.`)
  }
  return notes
}

const oneSum = (name: Dimension, called: string, all: readonly string[], id: Dimension) =>
  `${all.length} ${name}s are called ${called} and are one sum here: ${named(all)}. By ${id} they stand apart.`

const named = (all: readonly string[]) =>
  all.length > most ? `${all.slice(0, most).join(', ')} and ${all.length - most} more` : all.join(', ')
