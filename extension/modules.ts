import type * as vscode from 'vscode'
import type { ModuleCost } from '../core/types.ts'
import type { Documents } from './documents.ts'
import type { Places } from './places.ts'
import type { Shown } from './results.ts'

/** The module calls of one document, by the line each begins on. */
export function modulesIn(
  document: vscode.TextDocument,
  shown: Shown,
  documents: Documents,
  places: Places,
): Map<number, ModuleCost> {
  const here = (shown.result.modules ?? []).filter((cost) => documents.text(cost.location.file, undefined) === document)
  return new Map(here.map((cost) => [places.range(document, cost.location).start.line, cost]))
}
