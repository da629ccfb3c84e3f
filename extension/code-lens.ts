import * as vscode from 'vscode'
import { functionLabel } from '../core/report/function-cost.ts'
import { moduleLabel } from '../core/report/module-cost.ts'
import type { CostedSite } from '../core/types.ts'
import type { Documents } from './documents.ts'
import { selector } from './file-id.ts'
import { functionsIn } from './functions.ts'
import { lineLabel } from './inlay-hints.ts'
import { modulesIn } from './modules.ts'
import type { Places } from './places.ts'
import type { Results } from './results.ts'
import { inlineOf } from './settings.ts'
import { byLine, sitesIn } from './sites.ts'

/** The cost above the line, for those who chose it. */
export function createCodeLenses(
  documents: Documents,
  results: Results,
  places: Places,
): vscode.Disposable & { refresh(): void } {
  const changed = new vscode.EventEmitter<void>()
  const provided = new Map<string, number>()

  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      if (inlineOf() !== 'lenses') return []
      const file = documents.track(document)
      const shown = file === undefined ? undefined : await results.next(file, token)
      if (file === undefined || !shown) return []
      provided.set(file, shown.result.version)
      const at = (line: number) => new vscode.Range(line, 0, line, 0)
      const ofFunctions = [...functionsIn(document, shown, documents, places)].flatMap(([line, cost]) => {
        const title = functionLabel(cost, shown.result.approximate)
        // Without a command it is text.
        return title === undefined ? [] : [new vscode.CodeLens(at(line), { title, command: '' })]
      })
      const modules = modulesIn(document, shown, documents, places)
      const ofModules = [...modules].flatMap(([line, cost]) => {
        const title = moduleLabel(cost)
        return title === undefined ? [] : [new vscode.CodeLens(at(line), { title, command: '' })]
      })
      const ofSites = [...byLine(sitesIn(document, shown, documents, places))].flatMap(([line, placed]) => {
        if (modules.has(line)) return []
        const sites: CostedSite[] = placed.map(({ costed }) => costed)
        const title = lineLabel(sites, shown.result.approximate)
        if (title === undefined) return []
        return [
          new vscode.CodeLens(at(line), {
            title,
            command: 'outlay.revealSite',
            arguments: [document.uri, placed[0]!.range],
          }),
        ]
      })
      return [...ofFunctions, ...ofModules, ...ofSites]
    },
  }

  const subscriptions = [
    changed,
    vscode.languages.registerCodeLensProvider(selector, provider),
    results.onDidChange((file) => {
      if (provided.get(file) === documents.version(file)) changed.fire()
    }),
    documents.onDidForget((file) => provided.delete(file)),
  ]
  return { refresh: () => changed.fire(), dispose: () => vscode.Disposable.from(...subscriptions).dispose() }
}
