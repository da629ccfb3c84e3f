import type * as vscode from 'vscode'
import { isTelling } from '../core/report/function-cost.ts'
import type { FunctionCost, Location, ModuleCost } from '../core/types.ts'
import type { Documents } from './documents.ts'
import type { Places } from './places.ts'
import type { Shown } from './results.ts'

/** Those of one document, a file or one cell, by the line each begins on. */
function byBeginning<T extends { readonly location: Location }>(
  costs: readonly T[],
  document: vscode.TextDocument,
  documents: Documents,
  places: Places,
): Map<number, T> {
  const here = costs.filter(({ location }) => documents.text(location.file, location.cell) === document)
  return new Map(here.map((cost) => [places.range(document, cost.location).start.line, cost]))
}

/** The functions that are worth a line, by the line their name is on. */
export const functionsIn = (
  document: vscode.TextDocument,
  shown: Shown,
  documents: Documents,
  places: Places,
): Map<number, FunctionCost> =>
  byBeginning((shown.result.functions ?? []).filter(isTelling), document, documents, places)

/** The calls of modules, by the line each begins on. */
export const modulesIn = (
  document: vscode.TextDocument,
  shown: Shown,
  documents: Documents,
  places: Places,
): Map<number, ModuleCost> => byBeginning(shown.result.modules ?? [], document, documents, places)
