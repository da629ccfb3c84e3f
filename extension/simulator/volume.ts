import * as vscode from 'vscode'
import { numberOf } from '../../core/simulate/field.ts'
import type { Target } from '../simulator.ts'
import { writeSettings } from './write-back.ts'

/** Asks how often a call is made in a month, and notes it in outlay.json. */
export async function askVolume({ file, key }: Target): Promise<void> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Outlay: Calls a Month'),
    prompt: vscode.l10n.t('How often {0} is called in a month. It is noted in outlay.json.', key),
    placeHolder: vscode.l10n.t('such as 1,500 or 10k'),
    validateInput: (text) =>
      numberOf(text) === undefined ? vscode.l10n.t('A number of 0 or more, such as 1,500 or 10k') : undefined,
  })
  const calls = typed === undefined ? undefined : numberOf(typed)
  if (calls !== undefined) await writeSettings([{ is: 'volume', file, key, calls: Math.round(calls) }])
}
