import { aptInstall } from './apt.mjs'
import { chromiumPath } from './paths.mjs'

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
  await aptInstall(['chromium', 'fonts-dejavu-core'])
  const installed = chromiumPath()
  if (installed) return installed
  throw new Error(`No Chromium found. ${cure[process.platform] ?? cure.linux}`)
}
