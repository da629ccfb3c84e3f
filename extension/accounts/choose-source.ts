import * as vscode from 'vscode'
import type { SourceInfo, WarehouseInfo } from '../../billing/describe.ts'
import { isPaid } from './cadence.ts'
import type { DeskTools } from './desk.ts'
import { costText } from './view.ts'
import { warehouseInfos } from './warehouse-desk.ts'

export type Connectable =
  | { readonly is: 'source'; readonly source: SourceInfo }
  | { readonly is: 'warehouse'; readonly warehouse: WarehouseInfo }

/** @param id of the source; left out: the user is asked. Undefined where the user wants none */
export async function chooseSource(tools: DeskTools, id: string | undefined): Promise<Connectable | undefined> {
  const sources = await tools.sources()
  if (id !== undefined) {
    const source = sources.find((each) => each.id === id)
    return source && { is: 'source', source }
  }
  const warehouses = await warehouseInfos(tools)
  const connected = new Set(tools.accounts.all().map(({ source }) => source))
  const items: (vscode.QuickPickItem & { readonly chosen?: Connectable })[] = [
    ...sources.map((source) => sourceItem(source, connected.has(source.id))).sort(byLabel),
    { label: vscode.l10n.t('The organisation’s own warehouse'), kind: vscode.QuickPickItemKind.Separator },
    ...warehouses.map(warehouseItem).sort(byLabel),
  ]
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Connect a Source of Spend'),
    placeHolder: vscode.l10n.t('Whose bill is to be read?'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  })
  return picked?.chosen
}

const byLabel = (a: vscode.QuickPickItem, b: vscode.QuickPickItem) => a.label.localeCompare(b.label)

const sourceItem = (source: SourceInfo, isConnected: boolean) => ({
  chosen: { is: 'source', source } as const,
  label: source.name,
  description: isConnected ? vscode.l10n.t('{0} · connected', source.reads) : source.reads,
  detail: [
    vscode.l10n.t('Needs {0}.', source.needs.scope),
    ...(isPaid(source) ? [costText(source)] : []),
    ...(source.keeps ? [vscode.l10n.t('Tells of the last {0} days.', source.keeps)] : []),
  ].join(' '),
})

const warehouseItem = (warehouse: WarehouseInfo) => ({
  chosen: { is: 'warehouse', warehouse } as const,
  label: warehouse.name,
  description: vscode.l10n.t('warehouse, shown in place of what is kept on this machine'),
  detail: [
    vscode.l10n.t('Needs {0}.', warehouse.needs.scope),
    ...(warehouse.asking === undefined ? [] : [vscode.l10n.t('Asking costs {0}.', warehouse.asking)]),
  ].join(' '),
})
