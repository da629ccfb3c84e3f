import * as vscode from 'vscode'
import { folderOf } from '../../core/path.ts'
import { functionLabel, functionMarkdown } from '../../core/report/function-cost.ts'
import { hintLabel } from '../../core/report/hint.ts'
import { hoverMarkdown } from '../../core/report/hover.ts'
import type { CostSite, FunctionCost, Location, Status } from '../../core/types.ts'
import type { Documents } from '../documents.ts'
import { uriOf } from '../file-id.ts'
import { makeGists } from '../gists.ts'
import { eachInTurn } from '../long-lists.ts'
import type { Places } from '../places.ts'
import type { Results, Shown } from '../results.ts'
import { createSpaced } from '../spaced.ts'
import { totalLabel } from '../total-label.ts'
import type { InTurn } from '../turns.ts'
import type { Exported } from './export-text.ts'
import {
  approximateIn,
  type Choice,
  type CostFile,
  costRows,
  type Grouping,
  type More,
  nameOf,
  paged,
  type Row,
  readsAll,
  type Sorting,
  wholeFile,
} from './rows.ts'

export interface CostsView extends vscode.Disposable {
  group(by: Grouping): void
  sort(by: Sorting): void
  filter(): Promise<void>
  clearFilter(): void
  export(): Promise<void>
}

/** What stands for an amount where there is none. */
const statusWords: Readonly<Record<Status, () => string>> = {
  priced: () => '',
  partial: () => vscode.l10n.t('cost unknown'),
  unknown: () => vscode.l10n.t('cost unknown'),
  free: () => vscode.l10n.t('free'),
  unsupported: () => vscode.l10n.t('not priced yet'),
}

const entryWords: Readonly<Record<NonNullable<FunctionCost['entry']>, () => string>> = {
  http: () => vscode.l10n.t('Requests'),
  job: () => vscode.l10n.t('Jobs'),
  cli: () => vscode.l10n.t('Commands'),
  test: () => vscode.l10n.t('Tests'),
}

const groupings: Readonly<Record<Grouping, () => string>> = {
  file: () => vscode.l10n.t('by file'),
  resource: () => vscode.l10n.t('by resource'),
  entry: () => vscode.l10n.t('by entry point'),
}

/** `records["small"]`, by which the instances of one block are told apart; empty outside of modules. */
function moduleOf(site: CostSite): string {
  if (site.kind !== 'resource') return ''
  return site.key.slice(0, Math.max(0, site.key.lastIndexOf(`.${site.type}.`))).replaceAll(/(^|\.)module\./g, '$1')
}

const key = 'outlay.costs'

const manyFiles = 100

interface CostsTools {
  readonly documents: Documents
  readonly results: Results
  readonly places: Places
  readonly inTurn: InTurn
}

/** What costs something, by file, by what it is or by what calls it. */
export function createCostsView(memory: vscode.Memento, { documents, results, places, inTurn }: CostsTools): CostsView {
  const changed = new vscode.EventEmitter<void>()
  /** From when the rows were asked for last until they were made, with the turns of others. Milliseconds. */
  let took = 0
  // A scan answers file by file; the tree is drawn once for all that came together.
  const drawing = createSpaced(() => changed.fire(), { soon: 50, apart: () => took * 10 })
  /** More files than anybody looks through: each is opened when somebody wants to see what is in it. */
  let many = false
  const files = new Map<string, CostFile>()
  let choice: Choice = { by: 'file', sort: 'cost', ...memory.get<Partial<Choice>>(key), filter: '' }

  const uriIn = (file: string) => documents.notebook(file)?.uri ?? documents.text(file, undefined)?.uri ?? uriOf(file)

  async function rows(): Promise<readonly Row[]> {
    if (readsAll(choice)) await lookIntoAll()
    await makeGists(results.all().values(), inTurn)
    const ofFile = (file: string) => {
      const shown = results.all().get(file)
      return shown === undefined || isEmpty(shown) ? [] : [costFile(file, shown)]
    }
    return costRows(await eachInTurn([...results.all().keys()], ofFile, inTurn), choice, inTurn)
  }

  /** Of thousands of files each takes part of a millisecond. */
  async function lookIntoAll(): Promise<void> {
    for (const shown of [...results.all().values()]) if (shown.scanned) await inTurn(() => shown.result)
  }

  function costFile(file: string, shown: Shown): CostFile {
    const before = files.get(file)
    if (before?.shown === shown) return before
    const made = { file, path: before?.path ?? vscode.workspace.asRelativePath(uriIn(file), false), shown }
    files.set(file, made)
    return made
  }

  /** What a scan reads as it comes, so that little is left to do for all of them. Of what is typed in there is more, with every keystroke. */
  function prepare(file: string): void {
    const shown = results.all().get(file)
    if (shown?.scanned) wholeFile(costFile(file, shown), { sort: choice.sort, inTurn })
    else if (!shown) files.delete(file)
  }

  const provider: vscode.TreeDataProvider<Row | More> = {
    onDidChangeTreeData: changed.event,
    async getChildren(row) {
      if (row) return [...paged(await inTurn(() => row.children()), row.id)]
      const start = performance.now()
      const made = await rows()
      took = performance.now() - start
      many = made.length > manyFiles
      return [...paged(made, '')]
    },
    getTreeItem: (row) => inTurn(() => itemOf(row)),
    resolveTreeItem(item, row) {
      item.tooltip = tooltipOf(row)
      return item
    },
  }

  /** Made when somebody points at the row. */
  function tooltipOf(row: Row | More): vscode.MarkdownString | undefined {
    if (row.is === 'function') return new vscode.MarkdownString(functionMarkdown(row.cost))
    if (row.is !== 'site') return undefined
    const { approximate, currency } = row.in.shown.result
    return new vscode.MarkdownString(hoverMarkdown(row.costed, approximate, currency))
  }

  function itemOf(row: Row | More): vscode.TreeItem {
    const item = bareItem(row)
    item.id = row.id
    return item
  }

  function bareItem(row: Row | More): vscode.TreeItem {
    const { Expanded, Collapsed, None } = vscode.TreeItemCollapsibleState
    switch (row.is) {
      case 'file': {
        const uri = uriIn(row.in.file)
        const total = totalLabel(row.total, approximateIn(row.in))
        const item = new vscode.TreeItem(uri, many ? Collapsed : Expanded)
        item.iconPath = vscode.ThemeIcon.File
        item.description = [total, folderOf(row.in.path)].filter(Boolean).join(' · ')
        return spoken(item, row.in.path, total)
      }
      case 'type': {
        const total = totalLabel(row.total, row.approximate)
        const item = new vscode.TreeItem(row.name, Collapsed)
        item.iconPath = new vscode.ThemeIcon('layers')
        item.description = [total, counted(row.many)].filter(Boolean).join(' · ')
        return spoken(item, row.name, item.description)
      }
      case 'entry': {
        const title = row.entry ? entryWords[row.entry]() : vscode.l10n.t('Functions')
        const item = new vscode.TreeItem(title, Expanded)
        item.iconPath = new vscode.ThemeIcon('symbol-event')
        item.description = String(row.many)
        return spoken(item, title, counted(row.many))
      }
      case 'function': {
        const { cost, index } = row
        const amount = callAmount(row)
        const item = new vscode.TreeItem(cost.name, cost.calls.length === 0 ? None : Collapsed)
        item.iconPath = new vscode.ThemeIcon('symbol-method')
        item.description = `${amount} · ${row.in.path}`
        item.command = revealOf(row.in, cost.location, row.in.shown.scanned?.functionLines[index])
        return spoken(item, cost.name, amount, row.in.path)
      }
      case 'site': {
        const { costed, index } = row
        const { site } = costed
        const amount = amountOf(row)
        const item = new vscode.TreeItem(amount)
        const where = choice.by === 'file' ? '' : row.in.path
        item.iconPath = new vscode.ThemeIcon(site.kind === 'model-call' ? 'sparkle' : 'server')
        item.description = [site.label, moduleOf(site), where].filter(Boolean).join(' · ')
        item.contextValue = 'site'
        item.command = revealOf(row.in, site.location, row.in.shown.scanned?.lines[index])
        return spoken(item, site.label, amount, row.in.path)
      }
      case 'more': {
        const title = vscode.l10n.t('{0} more', row.many)
        const item = new vscode.TreeItem(title, Collapsed)
        item.iconPath = new vscode.ThemeIcon('ellipsis')
        return spoken(item, title)
      }
    }
  }

  const callAmount = ({ cost, in: { shown } }: Extract<Row, { readonly is: 'function' }>) =>
    functionLabel(cost, shown.result.approximate) ?? vscode.l10n.t('cost unknown')

  const amountOf = ({ costed, in: { shown } }: Extract<Row, { readonly is: 'site' }>) =>
    hintLabel(costed, shown.result.approximate) ?? statusWords[costed.estimate.status]()

  function revealOf({ file }: CostFile, location: Location, line = 0): vscode.Command {
    const open = places.document(location)
    const range = open ? places.range(open, location) : new vscode.Range(line, 0, line, 0)
    return {
      command: 'outlay.revealSite',
      title: vscode.l10n.t('Reveal'),
      arguments: [open?.uri ?? uriOf(file), range, open ? undefined : location.cell],
    }
  }

  async function exported(row: Row, group: string): Promise<Exported[]> {
    if (row.is === 'site') {
      const { site, estimate } = row.costed
      const { per, usd } = estimate.month ? { per: 'month' as const, usd: estimate.month.usd } : estimate
      const line = lineOf(site.location, row.in.shown.scanned?.lines[row.index])
      return [{ group, name: nameOf(row), file: row.in.path, line, cost: amountOf(row), per, usd }]
    }
    if (row.is === 'function') {
      const { location, usd } = row.cost
      const line = lineOf(location, row.in.shown.scanned?.functionLines[row.index])
      return [{ group, name: nameOf(row), file: row.in.path, line, cost: callAmount(row), per: 'call', usd }]
    }
    const title = row.is === 'entry' ? (row.entry ?? 'function') : nameOf(row)
    const found: Exported[] = []
    for (const child of await row.children()) found.push(...(await inTurn(() => exported(child, title))))
    return found
  }

  /** From 1: where it stands now, in a document that is open; else where the result has it. */
  function lineOf(location: Location, line = 0): number {
    const open = places.document(location)
    return 1 + (open ? places.range(open, location).start.line : line)
  }

  const view = vscode.window.createTreeView('outlay.costs', { treeDataProvider: provider, showCollapseAll: true })

  function set(next: Partial<Choice>): void {
    choice = { ...choice, ...next }
    const { by, sort } = choice
    void memory.update(key, { by, sort })
    tell()
    changed.fire()
  }

  /** `when` clauses and the heading follow what is chosen. */
  function tell(): void {
    const context = (name: string, value: unknown) =>
      void vscode.commands.executeCommand('setContext', `outlay.costs.${name}`, value)
    context('by', choice.by)
    context('sort', choice.sort)
    context('filtered', choice.filter !== '')
    view.description = groupings[choice.by]()
    view.message = choice.filter === '' ? undefined : vscode.l10n.t('Only what has: {0}', choice.filter)
  }

  const subscriptions = [
    changed,
    view,
    results.onDidChange((file) => {
      prepare(file)
      if (view.visible) drawing.ask()
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => files.clear()),
    view.onDidChangeVisibility(({ visible }) => visible && changed.fire()),
  ]
  tell()
  return {
    group: (by) => set({ by }),
    sort: (sort) => set({ sort }),
    async filter() {
      const text = await vscode.window.showInputBox({
        title: vscode.l10n.t('Filter costs'),
        prompt: vscode.l10n.t('Words in the name, the type or the path'),
        value: choice.filter,
      })
      if (text !== undefined) set({ filter: text.trim() })
    },
    clearFilter: () => set({ filter: '' }),
    async export() {
      const { exportCosts } = await import('../costs/export.ts')
      const found: Exported[] = []
      for (const row of await rows()) found.push(...(await exported(row, '')))
      await exportCosts(found)
    },
    dispose: () => vscode.Disposable.from(...subscriptions, { dispose: drawing.cancel }).dispose(),
  }
}

/** A scan tells only of files that cost something. */
const isEmpty = (shown: Shown) => !shown.scanned && shown.result.sites.length === 0 && !shown.result.functions?.length

const counted = (many: number) => (many === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', many))

/** What a screen reader says: the name before the amount, and no signs that are read out one by one. */
function spoken(item: vscode.TreeItem, ...parts: readonly (string | undefined)[]): vscode.TreeItem {
  item.accessibilityInformation = { label: parts.filter(Boolean).join(', ') }
  return item
}
