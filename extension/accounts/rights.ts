import * as vscode from 'vscode'
import type { SourceInfo } from '../../billing/describe.ts'

/** A source or a warehouse: what it is called and what right it needs. */
export type Needy = Pick<SourceInfo, 'name' | 'needs'>

/** What is copied where the right is given: a policy, a role's name; else the scope. */
const rightOf = ({ needs }: Needy): string => needs.grant ?? needs.scope

export const copyRight = async (info: Needy): Promise<void> => {
  await vscode.env.clipboard.writeText(rightOf(info))
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied what {0} needs.', info.name), 5000)
}

export const openLink = async ({ needs }: Needy): Promise<void> =>
  void (await vscode.env.openExternal(vscode.Uri.parse(needs.link)))

export const copyButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('copy'),
  tooltip: vscode.l10n.t('Copy the right it needs'),
}
export const linkButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('link-external'),
  tooltip: vscode.l10n.t('Open where it is given'),
}

/** The least right, to be copied, seen whole, or followed to where it is given. */
export async function showRights(info: Needy): Promise<void> {
  const right = rightOf(info)
  const items: (vscode.QuickPickItem & { act(): Promise<void> })[] = [
    {
      label: `$(copy) ${vscode.l10n.t('Copy it')}`,
      detail: right.replaceAll(/\s+/g, ' '),
      act: () => copyRight(info),
    },
    { label: `$(go-to-file) ${vscode.l10n.t('Show it whole')}`, act: () => showText(right) },
    {
      label: `$(link-external) ${vscode.l10n.t('Open where it is given')}`,
      detail: info.needs.link,
      act: () => openLink(info),
    },
  ]
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('{0} needs no more than: {1}', info.name, info.needs.scope),
  })
  await chosen?.act()
}

async function showText(content: string): Promise<void> {
  const language = content.startsWith('{') ? 'json' : 'plaintext'
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }))
}
