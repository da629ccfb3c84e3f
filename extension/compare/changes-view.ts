import * as vscode from 'vscode'
import { folderOf } from '../../core/path.ts'
import { reasonWords } from '../../core/report/fact-words.ts'
import { type SiteChange, signedAmount, sinceMarkdown } from '../../core/report/since.ts'
import type { Documents } from '../documents.ts'
import { uriOf } from '../file-id.ts'
import type { Places } from '../places.ts'
import type { Base, BaseOf, ChangedFile, Changes, FromWorker } from '../protocol.ts'
import type { Results } from '../results.ts'
import type { InTurn } from '../turns.ts'
import type { BaseChoice } from './base-choice.ts'
import { commitsOf, folderName, namesOf } from './base-names.ts'

type Node =
  | { readonly is: 'file'; readonly changed: ChangedFile }
  | { readonly is: 'change'; readonly change: SiteChange; readonly base: Pick<BaseOf, 'name' | 'commit'> }

export interface ChangesView extends vscode.Disposable {
  receive(message: FromWorker): void
}

interface ChangesTools {
  readonly documents: Documents
  readonly results: Results
  readonly places: Places
  readonly inTurn: InTurn
}

const manyFiles = 100

/** What `when` clauses and the welcome texts go by. */
type State = 'none' | 'some' | 'no-git' | 'no-commit' | 'off'

/** Colour and shape say the same: one of them is enough. */
const icons: Readonly<Record<SiteChange['change'], vscode.ThemeIcon>> = {
  added: new vscode.ThemeIcon('diff-added', new vscode.ThemeColor('gitDecoration.addedResourceForeground')),
  removed: new vscode.ThemeIcon('diff-removed', new vscode.ThemeColor('gitDecoration.deletedResourceForeground')),
  changed: new vscode.ThemeIcon('diff-modified', new vscode.ThemeColor('gitDecoration.modifiedResourceForeground')),
  moved: new vscode.ThemeIcon('diff-renamed', new vscode.ThemeColor('gitDecoration.renamedResourceForeground')),
}

/** The files whose cost is another one than at the base, and in each what is. */
export function createChanges({ documents, results, places, inTurn }: ChangesTools, base: BaseChoice): ChangesView {
  const changed = new vscode.EventEmitter<void>()
  let last: Changes | undefined

  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      if (node?.is === 'change') return []
      if (!node) return (last?.files ?? []).map((changed) => ({ is: 'file', changed }))
      const { change, commit } = node.changed
      const base = { name: change.base, commit }
      return change.sites.map((change) => ({ is: 'change', change, base }))
    },
    getTreeItem: (node) =>
      inTurn(() => (node.is === 'file' ? fileItem(node.changed) : changeItem(node.change, node.base.commit))),
    resolveTreeItem(item, node) {
      if (node.is === 'change')
        item.tooltip = new vscode.MarkdownString(
          `\`${node.change.label.replaceAll('`', "'")}\`\n\n${sinceMarkdown(node.change, node.base.name)}`,
        )
      return item
    },
  }

  function fileItem({ file, sums = vscode.l10n.t('same cost') }: ChangedFile): vscode.TreeItem {
    const uri = documents.notebook(file)?.uri ?? documents.text(file, undefined)?.uri ?? uriOf(file)
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState
    // More files than anybody looks through are opened one by one.
    const item = new vscode.TreeItem(uri, (last?.files.length ?? 0) > manyFiles ? Collapsed : Expanded)
    item.id = file
    item.iconPath = vscode.ThemeIcon.File
    const path = vscode.workspace.asRelativePath(uri, false)
    item.description = [sums, folderOf(path)].filter(Boolean).join(' · ')
    item.accessibilityInformation = { label: `${path}: ${sums}` }
    return item
  }

  function changeItem(change: SiteChange, commit: string): vscode.TreeItem {
    const amount = amountOf(change)
    const item = new vscode.TreeItem(amount)
    const because = change.because
      .map(
        ({ what, from, to }) =>
          `${reasonWords(what)}: ${from ?? vscode.l10n.t('not known')} → ${to ?? vscode.l10n.t('not known')}`,
      )
      .join(', ')
    item.id = `${change.file}#${change.change}#${change.key}`
    item.iconPath = icons[change.change]
    item.description = [nameOf(change) || change.label, because || (nameOf(change) && change.label)]
      .filter(Boolean)
      .join(' · ')
    item.contextValue = change.change
    item.accessibilityInformation = {
      label: `${words[change.change]()}: ${nameOf(change) || change.label}, ${amount}. ${because}`,
    }
    item.command = reveal(change, commit)
    return item
  }

  /** What was removed is shown as it was, where the editor's git can show it. */
  function reveal(change: SiteChange, commit: string): vscode.Command {
    const title = vscode.l10n.t('Reveal')
    const uri = uriOf(change.file)
    const line = new vscode.Range(change.line, 0, change.line, 0)
    if (change.change === 'removed') {
      const old = base.uriAt(uri, commit)
      const cell = old ? undefined : change.cell
      return { command: 'outlay.revealSite', title, arguments: [old ?? uri, line, cell] }
    }
    // The line may be another one since, while the site is the same.
    const site = results.current(change.file)?.result.sites.find((each) => each.site.key === change.key)?.site
    const open = site && places.document(site.location)
    const range = open ? places.range(open, site.location) : line
    return { command: 'outlay.revealSite', title, arguments: [open?.uri ?? uri, range, open ? undefined : change.cell] }
  }

  const view = vscode.window.createTreeView('outlay.changes', { treeDataProvider: provider, showCollapseAll: true })

  function show(): void {
    const state: State = last?.why ?? ((last?.files.length ?? 0) === 0 ? 'none' : 'some')
    void vscode.commands.executeCommand('setContext', 'outlay.changes', last === undefined ? undefined : state)
    const { bases = [], without = [], leftOut = 0, sums } = last ?? {}
    view.description =
      bases.length > 0
        ? [vscode.l10n.t('since {0}', namesOf(bases)), sums, mergeBase(base.base(), bases)].filter(Boolean).join(' · ')
        : undefined
    const messages = [
      leftOut > 0 && vscode.l10n.t('{0} more files changed and were not looked at.', leftOut),
      without.length > 0 && vscode.l10n.t('Nothing to compare with in: {0}.', without.map(folderName).join(', ')),
    ]
    view.message = messages.filter(Boolean).join(' ') || undefined
    changed.fire()
  }

  const subscriptions = [changed, view, view.onDidChangeVisibility(({ visible }) => base.watch(visible))]
  if (view.visible) base.watch(true)
  return {
    receive(message) {
      if (message.is !== 'changes') return
      last = message.changes
      show()
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  }
}

/** A resource by its address; a call has no name of its own. */
const nameOf = ({ kind, key }: SiteChange) => (kind === 'resource' ? key.replaceAll(/(^|\.)module\./g, '$1') : '')

const words: Readonly<Record<SiteChange['change'], () => string>> = {
  added: () => vscode.l10n.t('New'),
  removed: () => vscode.l10n.t('Removed'),
  changed: () => vscode.l10n.t('Changed'),
  moved: () => vscode.l10n.t('Moved'),
}

/** What stands first in a row: the amount that is more or less, or in words why there is none. */
function amountOf(change: SiteChange): string {
  if (change.change === 'moved') return vscode.l10n.t('same cost')
  const amount = signedAmount(change.delta.usd, change.delta.per)
  if (amount !== undefined)
    return change.open && change.change !== 'changed' ? `${amount} + ${vscode.l10n.t('more')}` : amount
  if (change.delta.usd) return vscode.l10n.t('same cost')
  if (change.unit !== undefined) return change.unit
  return change.change === 'changed'
    ? vscode.l10n.t('change unknown')
    : (change.is ?? change.was ?? vscode.l10n.t('cost unknown'))
}

/** Which commit that is, where the name is of one that has moved on. */
const mergeBase = (chosen: Base, bases: readonly BaseOf[]): string =>
  chosen.is === 'merge-base' ? vscode.l10n.t('merge base {0}', commitsOf(bases)) : ''
