import type * as vscode from 'vscode'
import type { CostedSite } from '../core/types.ts'
import type { Documents } from './documents.ts'
import type { Places } from './places.ts'
import type { Shown } from './results.ts'

export interface PlacedSite {
  readonly costed: CostedSite
  readonly range: vscode.Range
}

/** The sites that stand in one document: a file, or one cell. */
export function sitesIn(
  document: vscode.TextDocument,
  shown: Shown,
  documents: Documents,
  places: Places,
): PlacedSite[] {
  return shown.result.sites
    .filter(({ site }) => documents.text(site.location.file, site.location.cell) === document)
    .map((costed) => ({ costed, range: places.range(document, costed.site.location) }))
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
