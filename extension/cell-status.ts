import * as vscode from 'vscode'
import { cellLabel, cellSentences, runOf } from '../core/report/cell-cost.ts'
import type { Documents } from './documents.ts'
import { idOfUri, isJupyter } from './file-id.ts'
import type { Results } from './results.ts'
import { inlineOf } from './settings.ts'

/** What a run of each cell costs, below the cell; on the first code cell, what all of them cost in order. */
export function createCellStatus(documents: Documents, results: Results): vscode.Disposable & { refresh(): void } {
  const changed = new vscode.EventEmitter<void>()

  function item(text: string, lines: readonly string[], side: vscode.NotebookCellStatusBarAlignment) {
    const made = new vscode.NotebookCellStatusBarItem(`$(pulse) ${text}`, side)
    made.tooltip = lines.join('\n')
    made.accessibilityInformation = { label: [text, ...lines].join(' ') }
    return made
  }

  const provider: vscode.NotebookCellStatusBarItemProvider = {
    onDidChangeCellStatusBarItems: changed.event,
    provideCellStatusBarItems(cell) {
      const { notebook } = cell
      const shown = inlineOf() !== 'off' && isJupyter(notebook) ? results.current(idOfUri(notebook.uri)) : undefined
      const cells = shown?.result.cells ?? []
      const approximate = shown?.result.approximate
      const { Left, Right } = vscode.NotebookCellStatusBarAlignment
      const own = cells.find((each) => each.cell === cell.index)
      const items: vscode.NotebookCellStatusBarItem[] = []
      if (own) {
        const before = cells.filter((each) => each.cell <= cell.index)
        const order = vscode.l10n.t('With the cells before it: {0}.', cellLabel(runOf(before), approximate))
        items.push(
          item(cellLabel(own, approximate), [...cellSentences(own), ...(before.length > 1 ? [order] : [])], Left),
        )
      }
      const first = notebook.getCells().find(({ kind }) => kind === vscode.NotebookCellKind.Code)
      if (first === cell && cells.length > 0) {
        const all = runOf(cells)
        const text = vscode.l10n.t('Run all: {0}', cellLabel(all, approximate))
        const listed = cells.map((each) => vscode.l10n.t('Cell {0}: {1}', each.cell + 1, cellLabel(each, approximate)))
        items.push(item(text, [...cellSentences(all), ...listed], Right))
      }
      return items
    },
  }

  const subscriptions = [
    changed,
    vscode.notebooks.registerNotebookCellStatusBarItemProvider('jupyter-notebook', provider),
    results.onDidChange((file) => {
      if (documents.notebook(file)) changed.fire()
    }),
  ]
  return { refresh: () => changed.fire(), dispose: () => vscode.Disposable.from(...subscriptions).dispose() }
}
