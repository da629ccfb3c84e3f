// Makes the .vsix: for this machine's platform with DuckDB's binary in it, or `--universal` without.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './setup/run.mjs'

const files = [
  'package.nls.json',
  '.vscodeignore',
  'README.md',
  'LICENSE',
  'NOTICE',
  'CHANGELOG.md',
  'media',
  'l10n',
  'schemas/outlay.schema.json',
  'docs/rules',
  'dist',
]

/** DuckDB's binary, which is one platform's, and what is only read with it: the demo's bill, and the rules a bill is checked by. */
const ofDuckdb = ['dist/node_modules', 'dist/demo.csv', 'dist/focus-requirements-1.2.json']

const shipped = (path) => !/\.vsix$|dist[\\/]test$/.test(path)

/**
 * What is shipped, in a folder of its own, of what is in dist/ already. A browser refuses to load any extension of a package
 * whose type is `module`, though the entry be CommonJS; all that is ESM in dist/ says so by its name.
 */
export function stagePackage({ universal }) {
  const staged = mkdtempSync(join(tmpdir(), 'outlay-package-'))
  for (const file of files) cpSync(file, join(staged, file), { recursive: true, filter: shipped })
  for (const file of unneeded(join(staged, 'dist'))) rmSync(join(staged, 'dist', file))
  if (universal) for (const file of ofDuckdb) rmSync(join(staged, file), { recursive: true })
  const { type, scripts, devDependencies, dependencies, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync(join(staged, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  return staged
}

/** What of the modules of Node the extension never names, nor what it names: they are the command line's alone. */
function unneeded(dist) {
  const names = readdirSync(dist).filter((name) => /\.(?:mjs|cjs|js|wasm)$/.test(name))
  const needed = new Set(names.filter((name) => /\.c?js$/.test(name)))
  for (const name of needed) {
    if (name.endsWith('.wasm')) continue
    for (const [found] of readFileSync(join(dist, name), 'utf8').matchAll(/[\w.-]+\.(?:mjs|wasm)\b/g))
      if (names.includes(found)) needed.add(found)
  }
  const parts = readdirSync(join(dist, 'parts')).map((name) => readFileSync(join(dist, 'parts', name), 'utf8'))
  return names.filter((name) => !needed.has(name) && !parts.some((text) => text.includes(name)))
}

/** Gives `{ path, bytes }`. */
export async function makePackage({ universal }) {
  const staged = stagePackage({ universal })
  const target = universal ? undefined : `${process.platform}-${process.arch}`
  const name = target ? `outlay-${target}.vsix` : 'outlay-universal.vsix'
  const path = resolve('dist', name)
  mkdirSync('dist', { recursive: true })
  const vsce = resolve('node_modules/@vscode/vsce/vsce')
  const flags = [
    'package',
    '--no-dependencies',
    '--skip-license',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '-o',
    path,
    ...(target ? ['--target', target] : []),
  ]
  await run(process.execPath, [vsce, ...flags], { cwd: staged, quiet: true })
  rmSync(staged, { recursive: true, force: true })
  return { path, bytes: statSync(path).size }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { path, bytes } = await makePackage({ universal: process.argv.includes('--universal') })
  console.log(`${bytes} bytes  ${path}`)
}
