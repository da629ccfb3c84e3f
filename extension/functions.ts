import type * as vscode from 'vscode'
import { isTelling } from '../core/report/function-cost.ts'
import type { FunctionCost } from '../core/types.ts'
import type { Documents } from './documents.ts'
import type { Places } from './places.ts'
import type { Shown } from './results.ts'

/** The functions of one document that are worth a line, by the line their name is on. */
export function functionsIn(
  document: vscode.TextDocument,
  shown: Shown,
  documents: Documents,
  places: Places,
): Map<number, FunctionCost> {
  const here = (shown.result.functions ?? []).filter(
    (cost) => isTelling(cost) && documents.text(cost.location.file, cost.location.cell) === document,
  )
  return new Map(here.map((cost) => [places.range(document, cost.location).start.line, cost]))
}
