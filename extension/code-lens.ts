import * as vscode from 'vscode'
import { selector } from './file-id.ts'
import { createInlineCosts, type InlineCost, type InlineCostsTools } from './inline-costs.ts'

/** A lens leads to its site; without one, and without a command, it is text. */
const commandOf = ({ label, range }: InlineCost, document: vscode.TextDocument): vscode.Command =>
  range === undefined
    ? { title: label, command: '' }
    : { title: label, command: 'outlay.revealSite', arguments: [document.uri, range] }

/** The cost above the line, for those who chose it. */
export function createCodeLenses(tools: InlineCostsTools): vscode.Disposable & { refresh(): void } {
  const costs = createInlineCosts('lenses', tools)
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: costs.onDidChange,
    async provideCodeLenses(document, token) {
      const all = await costs.of(document, token)
      return all.map(
        (cost) => new vscode.CodeLens(new vscode.Range(cost.line, 0, cost.line, 0), commandOf(cost, document)),
      )
    },
  }
  const registered = vscode.languages.registerCodeLensProvider(selector, provider)
  return { refresh: costs.refresh, dispose: () => vscode.Disposable.from(costs, registered).dispose() }
}
