import * as vscode from 'vscode'
import { functionMarkdown } from '../core/report/function-cost.ts'
import { hoverParts } from '../core/report/hover.ts'
import { dearestFirst, instancesMarkdown } from '../core/report/instances.ts'
import { moduleMarkdown } from '../core/report/module-cost.ts'
import type { CheaperSource } from './cheaper.ts'
import { moduleSince, sinceTexts } from './compare/since-lines.ts'
import { functionsIn, modulesIn } from './costs-by-line.ts'
import type { Documents } from './documents.ts'
import { selector } from './file-id.ts'
import { hoverLinks } from './hover-links.ts'
import type { Places } from './places.ts'
import type { Results } from './results.ts'
import { sitesOn } from './sites.ts'

/** Of resources that one block makes, so many are broken down; the others are told by their month. */
const mostWhole = 3

/** The breakdown, on the first line of a call or block: further down, other hovers have the floor. */
export function createHover(
  documents: Documents,
  results: Results,
  places: Places,
  cheaper: CheaperSource,
  docs: (rule: string) => vscode.Uri,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position, token) {
      const file = documents.track(document)
      const shown = file === undefined ? undefined : await results.next(file, token)
      if (file === undefined || !shown) return undefined
      const sites = sitesOn(position.line, document, shown, documents, places)
      const [first] = sites
      const module = modulesIn(document, shown, documents, places).get(position.line)
      if (module) return hoverOf(moduleMarkdown(module, moduleSince(module, results.change(shown.result.file))))
      const cost = functionsIn(document, shown, documents, places).get(position.line)
      if (!first) return cost && hoverOf(functionMarkdown(cost))
      const keys = sites.map(({ costed }) => costed.site.key)
      const beside = await cheaper.of(file, keys, token)
      const { approximate, currency } = shown.result
      const all = sites.map(({ costed }) => costed)
      const several = instancesMarkdown(all)
      const whole = several === undefined ? all : dearestFirst(all).slice(0, mostWhole)
      const parts = whole.map((costed) => {
        const its = beside[costed.site.key]
        const [amount, rest] = hoverParts(costed, approximate, currency, its?.cheaper, its?.whatIf)
        return [several === undefined ? amount : `\`${costed.site.key}\`\n\n${amount}`, rest] as const
      })
      const plain = (texts: readonly string[]) => texts.filter(Boolean).map((text) => new vscode.MarkdownString(text))
      const links = hoverLinks(file, whole[0]!, shown.result, docs)
      // What one can do stands in sight, before all that can be said.
      const [[amount, rest], ...others] = parts as [(typeof parts)[number], ...typeof parts]
      return new vscode.Hover(
        [
          ...plain([several ?? '', amount, ...sinceTexts(whole, results.change(shown.result.file))]),
          links,
          ...plain([rest, ...others.flat()]),
        ],
        document.lineAt(first.range.start.line).range,
      )
    },
  })
}

const hoverOf = (text: string) => new vscode.Hover(new vscode.MarkdownString(text))
