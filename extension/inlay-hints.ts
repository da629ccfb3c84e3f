import * as vscode from 'vscode'
import { selector } from './file-id.ts'
import { createInlineCosts, type InlineCost, type InlineCostsTools } from './inline-costs.ts'

class CostHint extends vscode.InlayHint {
  constructor(
    position: vscode.Position,
    readonly cost: InlineCost,
  ) {
    super(position, cost.label)
    this.paddingLeft = true
  }
}

/** The cost at the end of the line a call or a block begins on. */
export function createInlayHints(tools: InlineCostsTools): vscode.Disposable & { refresh(): void } {
  const costs = createInlineCosts('hints', tools)
  const provider: vscode.InlayHintsProvider<CostHint> = {
    onDidChangeInlayHints: costs.onDidChange,
    async provideInlayHints(document, { start, end }, token) {
      const inRange = await costs.of(document, token, (line) => line >= start.line && line <= end.line)
      return inRange.map((cost) => new CostHint(document.lineAt(cost.line).range.end, cost))
    },
    resolveInlayHint(hint) {
      hint.tooltip = new vscode.MarkdownString(hint.cost.text())
      return hint
    },
  }
  const registered = vscode.languages.registerInlayHintsProvider(selector, provider)
  return { refresh: costs.refresh, dispose: () => vscode.Disposable.from(costs, registered).dispose() }
}
