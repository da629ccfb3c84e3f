import { textOf } from '../../core/document.ts'
import { applyEdits } from '../../core/fixes/text.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { createSession, type Session } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import type { TokenCounter } from '../../core/tokens/counter.ts'
import type { Edit, Location, Result } from '../../core/types.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { damage, seeded } from './mutate.ts'

export interface Source {
  readonly file: string
  readonly text: string
}

/** Analyses damaged copies of the sources; returns what went wrong, each with the seed that shows it again. */
export async function endure(
  sources: readonly Source[],
  seeds: readonly number[],
  tools: { readonly prices: PriceBook; readonly tokens: TokenCounter },
): Promise<string[]> {
  const failures: string[] = []
  const session = createSession({
    registry,
    prices: tools.prices,
    tokens: () => tools.tokens,
    settings: () => noSettings,
  })
  for (const { file, text } of sources) {
    for (const seed of seeds) {
      const random = seeded(seed)
      const damaged = damage(damage(text, random), random)
      try {
        session.open(file, damaged)
        await session.prepare(file)
        failures.push(...wrongWith(session, session.analyse(file)).map((what) => `${file} seed ${seed}: ${what}`))
      } catch (error) {
        failures.push(`${file} seed ${seed}: threw ${error instanceof Error ? error.stack : String(error)}`)
      }
    }
    session.close(file)
  }
  return failures
}

/** What no result may ever show: a span outside its text, an amount that is no number, an unpriced site at $0, an overlapping fix. */
function wrongWith(session: Session, result: Result): string[] {
  const document = session.document(result.file)!
  const inside = ({ cell, span }: Location) =>
    span[0] >= 0 && span[0] <= span[1] && span[1] <= textOf(document, cell).length
  const wrong: string[] = []
  for (const { site, estimate } of result.sites) {
    if (!inside(site.location)) wrong.push(`${site.key} stands outside its text`)
    if (estimate.usd && !Number.isFinite(estimate.usd.low + estimate.usd.likely + estimate.usd.high))
      wrong.push(`${site.key} costs no number`)
    if (estimate.usd && estimate.usd.low > estimate.usd.high) wrong.push(`${site.key} has a band that is upside down`)
    if (estimate.status === 'unknown' && estimate.usd) wrong.push(`${site.key} is unknown and has an amount`)
  }
  for (const finding of result.findings) {
    if (!inside(finding.location)) wrong.push(`${finding.rule} stands outside its text`)
    for (const fix of finding.fixes) wrong.push(...wrongFix(fix.edits, (cell) => textOf(document, cell)))
  }
  return wrong
}

function wrongFix(edits: readonly Edit[], text: (cell: number | undefined) => string): string[] {
  const cells = new Set(edits.map((edit) => edit.cell))
  try {
    for (const cell of cells)
      applyEdits(
        text(cell),
        edits.filter((edit) => edit.cell === cell),
      )
    return []
  } catch (error) {
    return [`a fix cannot be applied: ${String(error)}`]
  }
}
