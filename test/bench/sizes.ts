import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const kilobytes = (file: string) => `${(statSync(join(root, file)).size / 1000).toFixed(1)} kB`

/** Bytes of each bundle and of the packages that were built. */
export function sizes(): string[] {
  if (!existsSync(join(root, 'dist'))) return ['sizes: missing, run "npm run build" first']
  const bundles = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(c|m)?js$|\.wasm$|\.br$|^parts.*\.json$/.test(name) && !/node_modules|^test/.test(name))
    .map((name) => `dist/${name.replaceAll('\\', '/')}`)
    .sort()
  const packages = readdirSync(join(root, 'dist'))
    .filter((name) => name.endsWith('.vsix'))
    .map((name) => `dist/${name}`)
  return [...bundles, ...packages]
    .map((file) => `bytes, ${file}: ${kilobytes(file)}${/universal\.vsix$/.test(file) ? ' (wanted: 6000)' : ''}`)
    .concat(packages.length === 0 ? ['bytes, .vsix: missing, run "npm run package" first'] : [])
}
