// Activation time of Outlay and of an empty extension, both installed, as VS Code reports them, in the same window.
// `node test/bench/activation.mjs [runs]` after `node esbuild.mjs --tests`; prints one JSON document.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makePackage } from '../../scripts/package.mjs'
import { ensureTestEditor } from '../../scripts/setup/editor.mjs'
import { run } from '../../scripts/setup/run.mjs'
import { installPackage, runSuite } from '../vscode/run.mjs'

const runs = Number(process.argv[2] ?? 3)
const scratch = mkdtempSync(join(tmpdir(), 'outlay-bench-'))

/** An extension that does nothing, activated by an event of the same kind: what VS Code itself takes. */
async function emptyPackage() {
  const folder = join(scratch, 'empty')
  mkdirSync(folder)
  const manifest = {
    name: 'empty',
    publisher: 'outlay-bench',
    version: '0.0.1',
    engines: { vscode: '^1.90.0' },
    main: './main.js',
    activationEvents: ['onLanguage:ini'],
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'main.js'), 'exports.activate = () => undefined\n')
  cpSync('LICENSE', join(folder, 'LICENSE'))
  const path = join(scratch, 'empty.vsix')
  const flags = ['package', '--no-dependencies', '--allow-missing-repository', '-o', path]
  await run(process.execPath, [resolve('node_modules/@vscode/vsce/vsce'), ...flags], { cwd: folder, quiet: true })
  return path
}

const editor = await ensureTestEditor()
const outlay = await makePackage({ universal: true })
await installPackage(editor.path, await emptyPackage(), scratch)
const args = await installPackage(editor.path, outlay.path, scratch)
const all = []
for (let i = 0; i < runs; i++) {
  const { rows, log } = await runSuite({
    name: 'activation',
    editor: editor.path,
    suite: resolve('dist/test/activation.js'),
    folder: resolve('test/vscode/fixtures/workspace'),
    extension: resolve('test/vscode/driver'),
    args,
  })
  if (!rows) throw new Error(log)
  all.push(rows)
  if (process.env.OUTLAY_BENCH_VERBOSE) console.error(JSON.stringify(rows))
}
rmSync(scratch, { recursive: true, force: true })

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const of = (id) => {
  const total = all
    .map((rows) => rows.find((row) => row.id === id))
    .map(({ load, call, finish }) => load + call + finish)
  return { runs: total, median: median(total) }
}
const figures = {
  unit: 'ms',
  editor: editor.kind,
  outlay: of('outlay.outlay'),
  empty: of('outlay-bench.empty'),
  wanted: 'empty + 5',
}
console.log(JSON.stringify(figures, null, 2))
