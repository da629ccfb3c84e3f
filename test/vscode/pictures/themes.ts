import * as vscode from 'vscode'

export const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'hc-black': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
} as const

/** Undefined: the one a new user has. */
export const useTheme = (theme: string | undefined) =>
  vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, true)
