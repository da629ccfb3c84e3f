import { textOf } from '../../core/document.ts'
import { besideOf } from '../../core/prices/beside.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { explanation } from '../../core/report/explanation.ts'
import { simulationView } from '../../core/report/simulation.ts'
import type { ResourceDefinition } from '../../core/resource.ts'
import type { Session } from '../../core/session.ts'
import { simulate } from '../../core/simulate/simulate.ts'
import type { CostedSite, Edit, Result } from '../../core/types.ts'
import type { FromWorker, PlacedEdit, ToWorker } from '../protocol.ts'
import { rangeIn } from './edges.ts'

/** What the simulator shows of a site of the last result. Milliseconds: it is asked at each key that is pressed in the form. */
export function simulated(
  { id, file, key, values }: Extract<ToWorker, { is: 'simulate' }>,
  result: Result | undefined,
  session: Session,
  definitions: readonly ResourceDefinition[],
): FromWorker {
  const costed = result?.sites.find(({ site }) => site.key === key)
  const bench = costed && session.bench(file)
  if (!result || !costed || !bench) return { is: 'simulated', id, simulated: undefined }
  const definition = definitionOf(costed, definitions)
  const found = simulate(costed, values, { ...bench, ...(definition ? { definition } : {}) })
  const edits = found.write.edits.flatMap((edit) => placed(edit, session))
  return {
    is: 'simulated',
    id,
    simulated: { version: result.version, view: simulationView(found), edits, config: found.write.config },
  }
}

const definitionOf = ({ site }: CostedSite, definitions: readonly ResourceDefinition[]) =>
  site.kind === 'resource' ? definitions.find((each) => each.id === site.definition) : undefined

/** All that can be told of a site. Tens of milliseconds: only when somebody asks. */
export function explained(
  { id, key, where, today }: Extract<ToWorker, { is: 'explain' }>,
  result: Result | undefined,
  prices: PriceBook,
  definitions: readonly ResourceDefinition[],
): FromWorker {
  const costed = result?.sites.find(({ site }) => site.key === key)
  if (!result || !costed) return { is: 'explained', id, text: undefined }
  const usage = definitionOf(costed, definitions)?.usage
  const text = explanation({
    costed,
    where,
    approximate: result.approximate,
    currency: result.currency,
    beside: besideOf(costed, prices, today),
    findings: result.findings.filter(({ site, suppressed }) => site === key && !suppressed),
    ...(usage ? { usage } : {}),
  })
  // What is shown as Markdown must not become HTML.
  return { is: 'explained', id, text: text.replaceAll('<', '\\<') }
}

/** What would do for less. Tens of milliseconds: only when a hover asks. */
export function cheaper(
  { id, keys, today }: Extract<ToWorker, { is: 'find-cheaper' }>,
  result: Result | undefined,
  prices: PriceBook,
): FromWorker {
  const sites = (result?.sites ?? []).filter(({ site }) => keys.includes(site.key))
  const found = sites.map((costed) => [costed.site.key, besideOf(costed, prices, today)] as const)
  return { is: 'cheaper', id, beside: Object.fromEntries(found) }
}

function placed({ file, cell, span, text }: Edit, session: Session): readonly PlacedEdit[] {
  const document = session.document(file)
  if (!document) return []
  return [{ file, ...(cell === undefined ? {} : { cell }), range: rangeIn(textOf(document, cell), span), text }]
}
