import { chromiumPath } from './paths.mjs'
import { run, which } from './run.mjs'

const cure = {
  linux:
    'Install Chromium (Debian, Ubuntu: `sudo apt-get install chromium fonts-dejavu-core`), or set CHROMIUM to its path.',
  darwin: 'Install Google Chrome or Chromium, or set CHROMIUM to its path.',
  win32: 'Install Google Chrome and set CHROMIUM to the path of chrome.exe.',
}

/** Path of a Chromium. On Debian it is installed where we may; a missing browser fails the run and names the cure. */
export async function ensureBrowser() {
  const found = chromiumPath()
  if (found) return found
  if (process.platform === 'linux' && (await which('apt-get'))) await aptInstall(['chromium', 'fonts-dejavu-core'])
  const installed = chromiumPath()
  if (installed) return installed
  throw new Error(`No Chromium found. ${cure[process.platform] ?? cure.linux}`)
}

async function aptInstall(packages) {
  const root = process.getuid?.() === 0
  const sudo = root ? [] : (await which('sudo')) ? ['sudo', '-n'] : undefined
  if (!sudo) return
  const apt = async (args) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return run(command, rest, { quiet: true, allowFailure: true })
  }
  console.log(`Installing ${packages.join(', ')} …`)
  await apt(['update'])
  const { code, output } = await apt(['install', '-y', '--no-install-recommends', ...packages])
  if (code !== 0) console.error(output)
}
