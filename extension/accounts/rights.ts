import * as vscode from 'vscode'
import type { SourceInfo } from '../../billing/describe.ts'

/** What is copied where the right is given: a policy, a role's name; else the scope. */
const rightOf = ({ needs }: SourceInfo): string => needs.grant ?? needs.scope

export const copyRight = async (info: SourceInfo): Promise<void> => {
  await vscode.env.clipboard.writeText(rightOf(info))
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied what {0} needs.', info.name), 5000)
}

export const openLink = async ({ needs }: SourceInfo): Promise<void> =>
  void (await vscode.env.openExternal(vscode.Uri.parse(needs.link)))

export const copyButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('copy'),
  tooltip: vscode.l10n.t('Copy the right it needs'),
}
export const linkButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('link-external'),
  tooltip: vscode.l10n.t('Open where it is given'),
}

/** The least right, whole, as it can be pasted; copied and followed from there. */
export async function showRights(info: SourceInfo): Promise<void> {
  const { needs, name } = info
  const copy = vscode.l10n.t('Copy')
  const open = vscode.l10n.t('Open Where It Is Given')
  const detail = [needs.scope, ...(needs.grant && needs.grant !== needs.scope ? [needs.grant] : [])].join('\n\n')
  const message = vscode.l10n.t('To read spend of {0}, no more than this is needed.', name)
  const chosen = await vscode.window.showInformationMessage(message, { modal: true, detail }, copy, open)
  if (chosen === copy) await copyRight(info)
  if (chosen === open) await openLink(info)
}
