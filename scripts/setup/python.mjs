import { aptInstall } from './apt.mjs'
import { which } from './run.mjs'

const name = process.platform === 'win32' ? 'python' : 'python3'

/** A Python 3 for the sample programs of fixes. A missing one fails the run and names the cure. */
export async function ensurePython() {
  if (await which(name)) return
  await aptInstall(['python3'])
  if (!(await which(name)))
    throw new Error(`No ${name} found. Install Python 3 (Debian, Ubuntu: \`sudo apt-get install python3\`).`)
}
