import * as vscode from 'vscode'
import { idOfUri, uriOf } from './file-id.ts'
import type { Answer, Ask } from './protocol.ts'

/** What calls a module is looked for in as many files as this. */
const mostTerraform = 2000
const skipped = '**/{node_modules,.git,.terraform}/**'

/** What the worker cannot read by itself: files that are not on a disk, and where the workspace's files are. */
export async function answer(question: Ask): Promise<Answer> {
  const uri = uriOf(question.uri)
  if (question.is === 'list') {
    const entries = await orNothing(vscode.workspace.fs.readDirectory(uri))
    return (entries ?? []).filter(([, type]) => type === vscode.FileType.File).map(([name]) => name)
  }
  if (question.is === 'find-terraform')
    return (await vscode.workspace.findFiles('**/*.{tf,tofu}', skipped, mostTerraform)).map(idOfUri)
  const bytes = await orNothing(vscode.workspace.fs.readFile(uri))
  return bytes && new TextDecoder().decode(bytes)
}

/** A file that is not there is an answer, not a failure. */
const orNothing = <T>(reading: Thenable<T>): Promise<T | undefined> => Promise.resolve(reading).catch(() => undefined)
