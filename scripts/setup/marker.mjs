import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Runs `install` into a folder once. The marker is written last, so that an install that was broken off is thrown away
 * and done again. `what` names the exact versions: another version is another marker.
 */
export async function once(folder, what, install) {
  const marker = join(folder, `complete-${what}`)
  if (existsSync(marker)) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await install()
  writeFileSync(marker, `${new Date().toISOString()}\n`)
}
