import { execFile } from 'node:child_process'
import { basename, dirname } from 'node:path'
import * as vscode from 'vscode'
import { flagOf } from './settings.ts'

const isUri = (file: string) => /^[a-z][a-z0-9+.-]+:/i.test(file)

/** Reading the last commit runs git in the user's folder: only where they trust it, and only on a disk. */
export const mayCompare = () => vscode.workspace.isTrusted && flagOf('status.compareWithHead')

/** The text at HEAD; empty for a file HEAD does not have; undefined where there is no commit to compare with. */
export async function headText(file: string): Promise<string | undefined> {
  if (isUri(file) || !mayCompare()) return undefined
  const folder = dirname(file)
  const shown = await git(folder, ['show', `HEAD:./${basename(file)}`])
  if (shown !== undefined) return shown
  return (await git(folder, ['rev-parse', '--verify', 'HEAD'])) === undefined ? undefined : ''
}

/** Names of the files HEAD has in a folder. */
export async function headNames(folder: string): Promise<readonly string[]> {
  if (isUri(folder) || !mayCompare()) return []
  const listed = await git(folder, ['ls-tree', '-z', '--name-only', 'HEAD', './'])
  return (listed ?? '').split('\0').filter(Boolean)
}

/** Longest wait and largest text: bytes and milliseconds. */
const limits = { maxBuffer: 8_000_000, timeout: 10_000 }

/** Undefined where git is not installed, the folder is no repository or the object is not there. */
function git(cwd: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((done) => {
    execFile('git', args, { cwd, ...limits, encoding: 'utf8', windowsHide: true }, (error, stdout) =>
      done(error ? undefined : stdout),
    )
  })
}
