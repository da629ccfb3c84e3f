import * as vscode from 'vscode'
import { hintLabel } from '../core/report/hint.ts'
import { hoverMarkdown } from '../core/report/hover.ts'
import type { CostedSite, CostSite, Status } from '../core/types.ts'
import type { Documents } from './documents.ts'
import { uriOf } from './file-id.ts'
import type { Places } from './places.ts'
import type { Results, Shown } from './results.ts'
import { totalLabel } from './total-label.ts'

type Node =
  | { readonly is: 'file'; readonly file: string }
  | { readonly is: 'site'; readonly file: string; readonly costed: CostedSite; readonly index: number }

/** What a menu of the view hands over, where that is a site. */
export function siteOfNode(node: unknown): CostSite | undefined {
  const given = node as Partial<Node> | undefined
  return given?.is === 'site' ? given.costed?.site : undefined
}

/** What stands for an amount where there is none. */
const statusWords: Readonly<Record<Status, string>> = {
  priced: '',
  partial: 'cost unknown',
  unknown: 'cost unknown',
  free: 'free',
  unsupported: 'not priced yet',
}

/** Where a file stands in the workspace; empty at its top. Half the files of a Terraform project are called main.tf. */
function folderIn(uri: vscode.Uri | undefined): string {
  const path = uri ? vscode.workspace.asRelativePath(uri, false) : ''
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** `records["small"]`, by which the instances of one block are told apart; empty outside of modules. */
function moduleOf(site: CostSite): string {
  if (site.kind !== 'resource') return ''
  return site.key.slice(0, Math.max(0, site.key.lastIndexOf(`.${site.type}.`))).replaceAll(/(^|\.)module\./g, '$1')
}

/** Files that cost something, and in each what does. */
export function createTree(documents: Documents, results: Results, places: Places): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>()
  let pending: NodeJS.Timeout | undefined

  const likely = (shown: Shown) => shown.total.month?.likely ?? 0
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      if (node?.is === 'site') return []
      if (node)
        return (results.all().get(node.file)?.result.sites ?? []).map((costed, index) => ({
          is: 'site',
          file: node.file,
          costed,
          index,
        }))
      return [...results.all()]
        .filter(([, shown]) => shown.result.sites.length > 0)
        .sort(([a, left], [b, right]) => likely(right) - likely(left) || a.localeCompare(b))
        .map(([file]) => ({ is: 'file', file }))
    },
    getTreeItem(node) {
      return node.is === 'file' ? fileItem(node.file) : siteItem(node.file, node.costed, node.index)
    },
  }

  function fileItem(file: string): vscode.TreeItem {
    const shown = results.all().get(file)
    const item = new vscode.TreeItem(
      documents.notebook(file)?.uri ?? documents.text(file, undefined)?.uri ?? uriOf(file),
      vscode.TreeItemCollapsibleState.Expanded,
    )
    item.id = file
    item.iconPath = vscode.ThemeIcon.File
    const folder = folderIn(item.resourceUri)
    const total = shown && totalLabel(shown.total, shown.result.approximate)
    item.description = [total, folder].filter(Boolean).join(' · ')
    return item
  }

  function siteItem(file: string, costed: CostedSite, index: number): vscode.TreeItem {
    const shown = results.all().get(file)
    const item = new vscode.TreeItem(
      hintLabel(costed, shown?.result.approximate) ?? statusWords[costed.estimate.status],
    )
    item.id = `${file}#${costed.site.key}`
    item.iconPath = new vscode.ThemeIcon(costed.site.kind === 'model-call' ? 'sparkle' : 'server')
    item.description = [costed.site.label, moduleOf(costed.site)].filter(Boolean).join(' · ')
    item.contextValue = 'site'
    item.tooltip = new vscode.MarkdownString(hoverMarkdown(costed, shown?.result.approximate, shown?.result.currency))
    const line = shown?.lines?.[index]
    const open = places.document(costed.site.location)
    const range = open ? places.range(open, costed.site.location) : new vscode.Range(line ?? 0, 0, line ?? 0, 0)
    item.command = {
      command: 'outlay.revealSite',
      title: vscode.l10n.t('Reveal'),
      arguments: [open?.uri ?? uriOf(file), range, open ? undefined : costed.site.location.cell],
    }
    return item
  }

  const view = vscode.window.createTreeView('outlay.costs', { treeDataProvider: provider })
  const subscriptions = [
    changed,
    view,
    results.onDidChange(() => {
      // A scan answers file by file; the tree is drawn once for all that came together.
      if (!view.visible) return
      pending ??= setTimeout(() => {
        pending = undefined
        changed.fire()
      }, 50)
    }),
    view.onDidChangeVisibility(({ visible }) => visible && changed.fire()),
  ]
  return { dispose: () => vscode.Disposable.from(...subscriptions, { dispose: () => clearTimeout(pending) }).dispose() }
}
