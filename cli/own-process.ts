import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What is forked: a file, and what Node is told before it. */
export interface OwnProcess {
  readonly file: string
  readonly execArgv: string[]
}

/** A process of ours: its bundle, or, in the source tree, where there is none, its own source. */
export const ownProcess = (bundle: URL, source: URL): OwnProcess =>
  existsSync(bundle)
    ? { file: fileURLToPath(bundle), execArgv: [] }
    : // By its address: a name would be looked for in the folder the user stands in.
      { file: fileURLToPath(source), execArgv: ['--import', import.meta.resolve('tsx')] }
