import { execFile } from 'node:child_process'
import { basename, dirname } from 'node:path'
import { isUri } from './files.ts'

// Git is started from the worker: starting a process takes the thread that does it 5 to 20 ms.

/** Files as the last commit has them. The extension host asks for it only where the user trusts the folder. */
export interface Head {
  /** Empty for a file HEAD does not have; undefined where there is no commit to compare with. */
  read(file: string): Promise<string | undefined>
  /** Names of the files HEAD has in a folder. */
  list(folder: string): Promise<readonly string[]>
}

export const gitHead: Head = {
  async read(file) {
    if (isUri(file)) return undefined
    const folder = dirname(file)
    const shown = await git(folder, ['show', `HEAD:./${basename(file)}`])
    if (shown !== undefined) return shown
    return (await git(folder, ['rev-parse', '--verify', 'HEAD'])) === undefined ? undefined : ''
  },
  async list(folder) {
    if (isUri(folder)) return []
    const listed = await git(folder, ['ls-tree', '-z', '--name-only', 'HEAD', './'])
    return (listed ?? '').split('\0').filter(Boolean)
  },
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
