import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** The browser of this machine. A missing one fails the run: these tests are never skipped. */
export async function launch(executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no browser at ${executablePath}. Install Chromium (Debian, Ubuntu: apt-get install chromium) or name one in the variable CHROMIUM.`,
    )
  }
  return chromium.launch({ executablePath, args: flags })
}
