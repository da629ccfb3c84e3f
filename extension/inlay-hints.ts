import * as vscode from 'vscode'
import { callersLabel } from '../core/report/callers.ts'
import { functionLabel, functionMarkdown } from '../core/report/function-cost.ts'
import { hintLabel } from '../core/report/hint.ts'
import { hoverMarkdown } from '../core/report/hover.ts'
import { moduleLabel, moduleMarkdown } from '../core/report/module-cost.ts'
import { totalOf } from '../core/report/total.ts'
import type { CostedSite, Result } from '../core/types.ts'
import type { Documents } from './documents.ts'
import { selector } from './file-id.ts'
import { functionsIn } from './functions.ts'
import { modulesIn } from './modules.ts'
import type { Places } from './places.ts'
import type { Results } from './results.ts'
import { inlineOf } from './settings.ts'
import { byLine, sitesIn } from './sites.ts'
import { totalLabel } from './total-label.ts'

class CostHint extends vscode.InlayHint {
  constructor(
    position: vscode.Position,
    label: string,
    /** Made when it is looked at. */
    readonly text: () => string,
  ) {
    super(position, label)
    this.paddingLeft = true
  }
}

/** The cost at the end of the line a call or a block begins on. */
export function createInlayHints(
  documents: Documents,
  results: Results,
  places: Places,
): vscode.Disposable & { refresh(): void } {
  const changed = new vscode.EventEmitter<void>()
  /** The version the editor has hints for. A newer version is asked for by the editor itself. */
  const provided = new Map<string, number>()

  const provider: vscode.InlayHintsProvider<CostHint> = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range, token) {
      if (inlineOf() !== 'hints') return []
      const file = documents.track(document)
      const shown = file === undefined ? undefined : await results.next(file, token)
      if (file === undefined || !shown) return []
      provided.set(file, shown.result.version)
      const inRange = ([line]: readonly [number, unknown]) => line >= range.start.line && line <= range.end.line
      const modules = modulesIn(document, shown, documents, places)
      const ofModules = [...modules].filter(inRange).flatMap(([line, cost]) => {
        const label = moduleLabel(cost)
        return label === undefined
          ? []
          : [new CostHint(document.lineAt(line).range.end, label, () => moduleMarkdown(cost))]
      })
      const ofSites = [...byLine(sitesIn(document, shown, documents, places))]
        .filter((entry) => inRange(entry) && !modules.has(entry[0]))
        .flatMap(([line, placed]) => {
          const sites = placed.map(({ costed }) => costed)
          const label = lineLabel(sites, shown.result.approximate)
          if (label === undefined) return []
          const text = () => sitesText(sites, shown.result)
          return [new CostHint(document.lineAt(line).range.end, label, text)]
        })
      const ofFunctions = [...functionsIn(document, shown, documents, places)]
        .filter(inRange)
        .flatMap(([line, cost]) => {
          const label = functionLabel(cost, shown.result.approximate)
          return label === undefined
            ? []
            : [new CostHint(document.lineAt(line).range.end, label, () => functionMarkdown(cost))]
        })
      return [...ofFunctions, ...ofModules, ...ofSites]
    },
    resolveInlayHint(hint) {
      hint.tooltip = new vscode.MarkdownString(hint.text())
      return hint
    },
  }

  const subscriptions = [
    changed,
    vscode.languages.registerInlayHintsProvider(selector, provider),
    results.onDidChange((file) => {
      if (provided.get(file) === documents.version(file)) changed.fire()
    }),
    documents.onDidForget((file) => provided.delete(file)),
  ]
  return { refresh: () => changed.fire(), dispose: () => vscode.Disposable.from(...subscriptions).dispose() }
}

function sitesText(sites: readonly CostedSite[], { approximate, currency }: Result): string {
  return sites.map((costed) => hoverMarkdown(costed, approximate, currency)).join('\n\n---\n\n')
}

/** Several sites on a line (a block that makes two instances) show what they come to. */
export function lineLabel(sites: readonly CostedSite[], approximate: boolean): string | undefined {
  const [only, ...others] = sites
  if (only === undefined) return undefined
  if (others.length === 0) return hintLabel(only, approximate)
  return callersLabel(sites) ?? totalLabel(totalOf([{ sites }]), approximate)
}
