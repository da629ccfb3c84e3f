import * as vscode from 'vscode'
import { runTests } from './run.ts'
import './worker.ts'
import './commands.ts'
import './bills.ts'

/** The entry VS Code calls. */
export async function run(): Promise<void> {
  const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, '.outlay-test.json')
  await runTests(JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))))
}
