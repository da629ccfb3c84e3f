import * as vscode from 'vscode'
import type { SimulatorWords } from '../../webview/simulator-protocol.ts'

export const words = (): SimulatorWords => ({
  now: vscode.l10n.t('Now'),
  nowUsed: vscode.l10n.t('Now, used like that'),
  later: vscode.l10n.t('With these values'),
  try: vscode.l10n.t('Try other values'),
  more: vscode.l10n.t('More'),
  breakdown: vscode.l10n.t('How it comes to that'),
  columns: [vscode.l10n.t('Part'), vscode.l10n.t('Quantity'), vscode.l10n.t('× Unit price'), vscode.l10n.t('= USD')],
  unknown: vscode.l10n.t('Not known'),
  assumed: vscode.l10n.t('Assumed'),
  prices: vscode.l10n.t('Prices'),
  writeCode: vscode.l10n.t('Write to Code'),
  writeConfig: vscode.l10n.t('Write to outlay.json'),
  left: vscode.l10n.t('By hand'),
  reset: vscode.l10n.t('Start Over'),
  undo: vscode.l10n.t('Undo'),
  was: vscode.l10n.t('was {0}'),
  notKnown: vscode.l10n.t('not known'),
  nothing: vscode.l10n.t('Change a value to see what it would cost.'),
})
