import * as vscode from 'vscode'
import { callersLabel } from '../core/report/callers.ts'
import { functionLabel, functionMarkdown } from '../core/report/function-cost.ts'
import { hintLabel, isBelow } from '../core/report/hint.ts'
import { hoverMarkdown } from '../core/report/hover.ts'
import { moduleLabel, moduleMarkdown } from '../core/report/module-cost.ts'
import { totalOf } from '../core/report/total.ts'
import type { CostedSite, Result } from '../core/types.ts'
import { moduleSince, sinceTexts, withSince } from './compare/since-lines.ts'
import { functionsIn, modulesIn } from './costs-by-line.ts'
import type { Documents } from './documents.ts'
import { eachInTurn } from './long-lists.ts'
import type { Places } from './places.ts'
import type { FileChange } from './protocol.ts'
import type { Results, Shown } from './results.ts'
import { inlineAbove, inlineOf } from './settings.ts'
import { byLine, siteIn } from './sites.ts'
import { totalLabel } from './total-label.ts'
import type { InTurn } from './turns.ts'

/** What a call, a block, a module or a function costs, for the line it begins on. */
export interface InlineCost {
  readonly line: number
  readonly label: string
  /** Made when it is looked at. */
  readonly text: () => string
  /** The first site on the line, where it is one of sites. */
  readonly range?: vscode.Range
}

/** Costs beside or above their lines: what is shown, and when the editor is to ask again. */
export interface InlineCosts {
  readonly onDidChange: vscode.Event<void>
  /** Empty where the user chose another way to see them. */
  of(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    isWanted?: (line: number) => boolean,
  ): Promise<readonly InlineCost[]>
  refresh(): void
  dispose(): void
}

export interface InlineCostsTools {
  readonly documents: Documents
  readonly results: Results
  readonly places: Places
  readonly soon: InTurn
}

export function createInlineCosts(
  way: ReturnType<typeof inlineOf>,
  { documents, results, places, soon }: InlineCostsTools,
): InlineCosts {
  const changed = new vscode.EventEmitter<void>()
  /** The version the editor has costs for. A newer version is asked for by the editor itself. */
  const provided = new Map<string, number>()
  const again = (file: string) => {
    const version = provided.get(file)
    // A file that a scan has read and nothing shows has no version at all.
    if (version !== undefined && version === documents.version(file)) changed.fire()
  }
  const subscriptions = [
    changed,
    results.onDidChange(again),
    results.onDidCompare(again),
    documents.onDidForget((file) => provided.delete(file)),
  ]
  return {
    onDidChange: changed.event,
    async of(document, token, isWanted = () => true) {
      if (inlineOf() !== way) return []
      const file = documents.track(document)
      const shown = file === undefined ? undefined : await results.next(file, token)
      if (file === undefined || !shown) return []
      provided.set(file, shown.result.version)
      const costs = await costsIn(document, shown, results.change(file), { documents, places, soon, isWanted })
      // Meanwhile somebody may have typed: the editor asks again.
      return results.current(file) === shown ? costs : []
    },
    refresh: () => changed.fire(),
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  }
}

interface Costing {
  readonly documents: Documents
  readonly places: Places
  readonly soon: InTurn
  isWanted(line: number): boolean
}

async function costsIn(
  document: vscode.TextDocument,
  shown: Shown,
  change: FileChange | undefined,
  { documents, places, soon, isWanted }: Costing,
): Promise<readonly InlineCost[]> {
  const { result } = shown
  const least = inlineAbove()
  const wanted = <T>(costs: ReadonlyMap<number, T>) => [...costs].filter(([line]) => isWanted(line))
  const made = (line: number, label: string | undefined, text: () => string, range?: vscode.Range): InlineCost[] =>
    label === undefined ? [] : [{ line, label, text, ...(range === undefined ? {} : { range }) }]
  const modules = modulesIn(document, shown, documents, places)
  const placed = await eachInTurn(result.sites, (each) => siteIn(document, each, documents, places), soon)
  const ofSites = await eachInTurn(
    wanted(byLine(placed)),
    ([line, sites]) => {
      if (modules.has(line)) return []
      const costed = sites.map((each) => each.costed)
      const text = () => [...sinceTexts(costed, change), sitesText(costed, result)].join('\n\n---\n\n')
      const label = isBelow(least, costed) ? undefined : lineLabel(costed, result.approximate)
      return made(line, withSince(label, costed, change), text, sites[0]?.range)
    },
    soon,
  )
  return [
    ...wanted(functionsIn(document, shown, documents, places)).flatMap(([line, cost]) =>
      made(line, functionLabel(cost, result.approximate), () => functionMarkdown(cost)),
    ),
    ...wanted(modules).flatMap(([line, cost]) => {
      const since = moduleSince(cost, change)
      const label = [moduleLabel(cost), since].filter((part) => part !== undefined).join(' · ')
      return made(line, label || undefined, () => moduleMarkdown(cost, since))
    }),
    ...ofSites,
  ]
}

function sitesText(sites: readonly CostedSite[], { approximate, currency }: Result): string {
  return sites.map((costed) => hoverMarkdown(costed, approximate, currency)).join('\n\n---\n\n')
}

/** Several sites on a line (a block that makes two instances) show what they come to. */
function lineLabel(sites: readonly CostedSite[], approximate: boolean): string | undefined {
  const [only, ...others] = sites
  if (only === undefined) return undefined
  if (others.length === 0) return hintLabel(only, approximate)
  return callersLabel(sites) ?? totalLabel(totalOf([{ sites }]), approximate)
}
