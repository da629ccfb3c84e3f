import * as vscode from 'vscode'
import { idOfUri, uriOf } from './file-id.ts'
import { projectFiles, type Wanted } from './project-files.ts'
import type { Answer, Ask } from './protocol.ts'

/** What calls a module is looked for in as many files as this. */
const terraform: Wanted = {
  glob: '**/*.{tf,tofu}',
  name: /\.(tf|tofu)$/,
  skipped: ['node_modules', '.git', '.terraform'],
  most: 2000,
}

/** What one file may read of another is looked for among as many as this. */
const every: Wanted = { glob: '**/*', name: /^/, skipped: ['node_modules', '.git', '.venv', 'venv'], most: 20_000 }

/** What the worker cannot read by itself: files that are not on a disk, and where the workspace's files are. */
export async function answer(question: Ask): Promise<Answer> {
  const uri = uriOf(question.uri)
  if (question.is === 'list') {
    const entries = await orNothing(vscode.workspace.fs.readDirectory(uri))
    return (entries ?? []).filter(([, type]) => type === vscode.FileType.File).map(([name]) => name)
  }
  if (question.is === 'find-terraform') return (await projectFiles(terraform)).map(idOfUri)
  if (question.is === 'find-files') return (await projectFiles(every)).map(idOfUri)
  const bytes = await orNothing(vscode.workspace.fs.readFile(uri))
  return bytes && new TextDecoder().decode(bytes)
}

/** A file that is not there is an answer, not a failure. */
const orNothing = <T>(reading: Thenable<T>): Promise<T | undefined> => Promise.resolve(reading).catch(() => undefined)
