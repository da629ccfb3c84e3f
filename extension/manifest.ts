import type * as vscode from 'vscode'

// What package.json says of the extension, and what it is named there.

export const panelType = 'outlay.panel'

/** The commands that package.json names: what VS Code may ask for before anything else is there. */
export function contributedCommands({ extension }: vscode.ExtensionContext): readonly string[] {
  const { contributes } = extension.packageJSON as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] }
  }
  return contributes.commands.map(({ command }) => command)
}
