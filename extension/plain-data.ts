import type * as vscode from 'vscode'
import { dataWords } from '../language-rules/data-words.gen.ts'

/** A file of data that names nothing rented, as most do: for it alone no worker is started. */
export function isPlainData(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'yaml') return false
  const text = document.getText()
  return !dataWords.some((all) => all.every((word) => word.test(text)))
}
