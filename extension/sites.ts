import type * as vscode from 'vscode'
import type { CostedSite } from '../core/types.ts'
import type { Documents } from './documents.ts'
import type { Places } from './places.ts'
import type { Shown } from './results.ts'

export interface PlacedSite {
  readonly costed: CostedSite
  readonly range: vscode.Range
}

/** The site, where it stands in that document: a file, or one cell. */
export const siteIn = (
  document: vscode.TextDocument,
  costed: CostedSite,
  documents: Documents,
  places: Places,
): readonly PlacedSite[] => {
  const { location } = costed.site
  if (documents.text(location.file, location.cell) !== document) return []
  return [{ costed, range: places.range(document, location) }]
}

/** The sites that stand in one document. */
export const sitesIn = (
  document: vscode.TextDocument,
  shown: Shown,
  documents: Documents,
  places: Places,
): PlacedSite[] => shown.result.sites.flatMap((costed) => siteIn(document, costed, documents, places))

/** Those that begin on a line, without a look at where all others do. */
export function sitesOn(
  line: number,
  document: vscode.TextDocument,
  shown: Shown,
  documents: Documents,
  places: Places,
): PlacedSite[] {
  const { range } = document.lineAt(line)
  const [first, last] = [document.offsetAt(range.start), document.offsetAt(range.end)]
  return shown.result.sites.flatMap((costed) => {
    const [start] = costed.site.location.span
    return start >= first && start <= last ? siteIn(document, costed, documents, places) : []
  })
}

/** One entry per line: a block of several instances, or two calls on a line, give one hint and a tooltip of all. */
export function byLine(sites: readonly PlacedSite[]): Map<number, PlacedSite[]> {
  const lines = new Map<number, PlacedSite[]>()
  for (const site of sites) lines.set(site.range.start.line, [...(lines.get(site.range.start.line) ?? []), site])
  return lines
}

/** The site at a place: the innermost that has it, else one that begins on its line. */
export function siteAt(sites: readonly PlacedSite[], position: vscode.Position): PlacedSite | undefined {
  const around = sites.filter(({ range }) => range.contains(position))
  const innermost = around.reduce<PlacedSite | undefined>(
    (best, one) => (best === undefined || best.range.contains(one.range) ? one : best),
    undefined,
  )
  return innermost ?? sites.find(({ range }) => range.start.line === position.line)
}
