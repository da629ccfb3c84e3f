import type * as vscode from 'vscode'
import type { BaseChoice } from './compare/base-choice.ts'
import { type ChangesView, createChanges } from './compare/changes-view.ts'
import { type CostsView, createCostsView } from './costs/costs-view.ts'
import type { Documents } from './documents.ts'
import type { Places } from './places.ts'
import type { Results } from './results.ts'
import type { InTurn } from './turns.ts'

interface ViewTools {
  readonly memory: vscode.Memento
  readonly base: BaseChoice
  readonly documents: Documents
  readonly results: Results
  readonly places: Places
  readonly inTurn: InTurn
}

/** The lists in the side bar: a bundle of its own, as to load all that there is takes too long for one turn. */
export const createViews = ({ memory, base, ...tools }: ViewTools): { costs: CostsView; changes: ChangesView } => ({
  costs: createCostsView(memory, tools),
  changes: createChanges(tools, base),
})
