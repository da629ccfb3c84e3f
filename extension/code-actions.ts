import * as vscode from 'vscode'
import { fixAmounts } from '../core/report/fix-amounts.ts'
import type { Finding, Fix } from '../core/types.ts'
import { ruleOf } from './diagnostics.ts'
import type { Documents } from './documents.ts'
import { selector } from './file-id.ts'
import { createNotebookFixes, fixAllActions, fixAllKind } from './fix-all.ts'
import type { Places } from './places.ts'
import type { Results, Shown } from './results.ts'
import { sitesOn } from './sites.ts'
import { hasComments, suppression, switchedOff } from './suppress.ts'

/** Among the refactorings of the line a cost begins on. */
const simulateKind = vscode.CodeActionKind.RefactorRewrite.append('outlay')

export interface CodeActionTools {
  readonly documents: Documents
  readonly results: Results
  readonly places: Places
}

/** Fixes of the findings under the cursor, suppression, and fix-all. Answered from the last result. */
export function createCodeActions(tools: CodeActionTools): vscode.Disposable {
  const { documents, results, places } = tools
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context) {
      const file = documents.id(document)
      const isFixAll =
        context.only !== undefined &&
        fixAllKind.intersects(context.only) &&
        !context.only.contains(vscode.CodeActionKind.QuickFix)
      if (isFixAll && file !== undefined) return fixAllActions(document, file, tools)
      // A result of another version is refused: its edits would land in the wrong place.
      const shown = file === undefined ? undefined : results.current(file)
      if (file === undefined || !shown) return []
      const isAsked = (kind: vscode.CodeActionKind) => !context.only || context.only.contains(kind)
      // Where nobody has asked for actions, it is no reason for a light bulb.
      const isByHand = context.triggerKind === vscode.CodeActionTriggerKind.Invoke
      const tries = isByHand && isAsked(simulateKind) ? simulations(file, document, range, shown, tools) : []
      if (!isAsked(vscode.CodeActionKind.QuickFix)) return tries
      const fixes = shown.result.findings
        .filter((finding) => !finding.suppressed && places.document(finding.location) === document)
        .filter((finding) => range.intersection(places.range(document, finding.location)) !== undefined)
        .flatMap((finding) => actionsFor(finding, document, shown, context.diagnostics, tools))
      return [...fixes, ...tries]
    },
  }
  const providedCodeActionKinds = [vscode.CodeActionKind.QuickFix, fixAllKind, simulateKind]
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(selector, provider, { providedCodeActionKinds }),
    createNotebookFixes(tools),
  )
}

function simulations(
  file: string,
  document: vscode.TextDocument,
  range: vscode.Range,
  shown: Shown,
  { documents, places }: CodeActionTools,
): vscode.CodeAction[] {
  const [here] = sitesOn(range.start.line, document, shown, documents, places)
  if (!here) return []
  const title = vscode.l10n.t('Outlay: Simulate…')
  const action = new vscode.CodeAction(title, simulateKind)
  action.command = { command: 'outlay.simulate', title, arguments: [{ file, key: here.costed.site.key }] }
  return [action]
}

function actionsFor(
  finding: Finding,
  document: vscode.TextDocument,
  shown: Shown,
  diagnostics: readonly vscode.Diagnostic[],
  tools: CodeActionTools,
): vscode.CodeAction[] {
  const range = tools.places.range(document, finding.location)
  const about = diagnostics.filter(
    (diagnostic) => ruleOf(diagnostic) === finding.rule && diagnostic.range.isEqual(range),
  )
  const fixes = finding.fixes.map((fix) => {
    const action = new vscode.CodeAction(titleOf(fix, finding), vscode.CodeActionKind.QuickFix)
    action.edit = editOf(fix, shown, tools)
    action.isPreferred = fix.safety === 'safe'
    return action
  })
  const actions = fixes.length > 0 ? fixes : refused(finding, shown)
  for (const action of actions) action.diagnostics = about
  // A finding about no site is about a suppression: there is nothing to suppress.
  if (finding.site === undefined) return actions
  const here = hasComments(document) ? [suppression(finding, document, about)] : []
  return [...actions, ...here, switchedOff(finding, finding.location.file, about)]
}

/** `Change the type to gp3: $50.00 → $40.00/month (saves $10.00)`: the estimate before and after, where this fix claims one. */
export function titleOf(fix: Fix, finding: Finding): string {
  const amounts = fixAmounts(fix, finding)
  if (!amounts) return fix.title
  const { before, after, per, saves } = amounts
  return saves === undefined
    ? vscode.l10n.t('{0}: at most {1} → {2}/{3}', fix.title, before, after, per)
    : vscode.l10n.t('{0}: {1} → {2}/{3} (saves {4})', fix.title, before, after, per, saves)
}

/** Where a price is missing no fix can be weighed: the reason is said instead of staying silent. */
function refused(finding: Finding, shown: Shown): vscode.CodeAction[] {
  const costed = shown.result.sites.find(({ site }) => site.key === finding.site)
  const missing = costed?.estimate.unknown.find((unknown) => unknown.why === 'no-price')
  if (!missing) return []
  const action = new vscode.CodeAction(
    vscode.l10n.t('Outlay: no fix for {0}', finding.rule),
    vscode.CodeActionKind.QuickFix,
  )
  action.disabled = { reason: vscode.l10n.t('Not known: {0}, so a saving cannot be worked out.', missing.what) }
  return [action]
}

/** What changes another file than the one it is offered in is looked at before it is done. */
export function editOf(fix: Fix, shown: Shown, { documents, places }: CodeActionTools): vscode.WorkspaceEdit {
  const reachesFurther = fix.edits.some((edit) => edit.file !== shown.result.file)
  const seenFirst = reachesFurther ? { needsConfirmation: true, label: fix.title } : undefined
  const edit = new vscode.WorkspaceEdit()
  for (const one of fix.edits) {
    const document = documents.text(one.file, one.cell)
    const place = document
      ? { uri: document.uri, range: places.range(document, one) }
      : places.find(one, shown.elsewhere)
    if (place) edit.replace(place.uri, place.range, one.text, seenFirst)
  }
  return edit
}
