// ClickHouse for tests and measurements: the engine itself, as a library, from npm. Never part of the package.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from './marker.mjs'
import { cache, chdbRoot, versions } from './paths.mjs'
import { run } from './run.mjs'

/** There is a build for these only. */
const builds = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

/** True where it is there. 550 MB the first time; on a platform without a build it says so and is false. */
export async function ensureClickHouse() {
  if (!builds.includes(`${process.platform}-${process.arch}`)) {
    console.log(`ClickHouse is NOT tested here: chdb has no build for ${process.platform}-${process.arch}.`)
    return false
  }
  mkdirSync(cache, { recursive: true })
  await once(chdbRoot(), versions.chdb, async () => {
    console.log(`Fetching ClickHouse (chdb ${versions.chdb}, 550 MB) …`)
    writeFileSync(join(chdbRoot(), 'package.json'), '{"private":true}')
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `chdb@${versions.chdb}`], {
      cwd: chdbRoot(),
      quiet: true,
    })
  })
  if (!existsSync(join(chdbRoot(), 'node_modules/chdb/index.js')))
    throw new Error(`${chdbRoot()} holds no chdb; delete it and try again.`)
  return true
}
