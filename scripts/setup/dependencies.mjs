import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { run } from './run.mjs'

const marker = 'node_modules/.outlay-lock'

/** `npm ci`, where the lock file is not the one that was installed last. */
export async function installDependencies() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return
  console.log('Installing dependencies …')
  await run('npm', ['ci', '--no-audit', '--no-fund'])
  writeFileSync(marker, lock)
}
