import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { run } from './run.mjs'

const marker = 'node_modules/.outlay-lock'

/** `npm ci`, where the lock file is not the one that was installed last. */
export async function installDependencies() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return
  console.log('Installing dependencies …')
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { quiet: true, allowFailure: true })
  if (code !== 0) {
    // A registry that lacks a package of another platform makes `npm ci` refuse the lock; an install passes it over.
    console.error(output)
    await run('npm', ['install', '--no-save', '--no-audit', '--no-fund'])
  }
  writeFileSync(marker, lock)
}
