import * as vscode from 'vscode'
import { functionMarkdown } from '../core/report/function-cost.ts'
import { hoverMarkdown } from '../core/report/hover.ts'
import { moduleMarkdown } from '../core/report/module-cost.ts'
import type { CheaperSource } from './cheaper.ts'
import type { Documents } from './documents.ts'
import { selector } from './file-id.ts'
import { functionsIn } from './functions.ts'
import { modulesIn } from './modules.ts'
import type { Places } from './places.ts'
import type { Results } from './results.ts'
import { sitesIn } from './sites.ts'

/** The breakdown, on the first line of a call or block: further down, other hovers have the floor. */
export function createHover(
  documents: Documents,
  results: Results,
  places: Places,
  cheaper: CheaperSource,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position, token) {
      const file = documents.track(document)
      const shown = file === undefined ? undefined : await results.next(file, token)
      if (!shown) return undefined
      const sites = sitesIn(document, shown, documents, places).filter(
        ({ range }) => range.start.line === position.line,
      )
      const [first] = sites
      const module = modulesIn(document, shown, documents, places).get(position.line)
      if (module) return new vscode.Hover(new vscode.MarkdownString(moduleMarkdown(module)))
      const cost = functionsIn(document, shown, documents, places).get(position.line)
      if (!first) return cost && new vscode.Hover(new vscode.MarkdownString(functionMarkdown(cost)))
      const keys = sites.map(({ costed }) => costed.site.key)
      const beside = file === undefined ? {} : await cheaper.of(file, keys, token)
      const texts = sites.map(({ costed }) => {
        const its = beside[costed.site.key]
        const { approximate, currency } = shown.result
        return new vscode.MarkdownString(hoverMarkdown(costed, approximate, currency, its?.cheaper, its?.committed))
      })
      return new vscode.Hover(texts, document.lineAt(first.range.start.line).range)
    },
  })
}
