// Activation time of Outlay beside an empty extension, both as VS Code reports them and in the same window.
// `node test/bench/activation.mjs [runs]` after `node esbuild.mjs --tests`; prints one JSON document.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureTestEditor } from '../../scripts/setup/editor.mjs'
import { runSuite } from '../vscode/run.mjs'

const runs = Number(process.argv[2] ?? 3)
const empty = join(mkdtempSync(join(tmpdir(), 'outlay-bench-')), 'empty')
mkdirSync(empty)
const manifest = {
  name: 'empty',
  publisher: 'outlay-bench',
  version: '0.0.1',
  engines: { vscode: '^1.90.0' },
  main: './main.js',
  activationEvents: ['onLanguage:python'],
}
writeFileSync(join(empty, 'package.json'), JSON.stringify(manifest))
writeFileSync(join(empty, 'main.js'), 'exports.activate = () => undefined\n')

const editor = await ensureTestEditor()
const all = []
for (let i = 0; i < runs; i++) {
  const { rows, log } = await runSuite({
    name: 'activation',
    editor: editor.path,
    suite: resolve('dist/test/activation.js'),
    folder: resolve('test/vscode/fixtures/workspace'),
    extension: [resolve('.'), empty],
  })
  if (!rows) throw new Error(log)
  all.push(rows)
}
rmSync(empty, { recursive: true, force: true })

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const of = (id) => {
  const total = all
    .map((rows) => rows.find((row) => row.id === id))
    .map(({ load, call, finish }) => load + call + finish)
  return { runs: total, median: median(total) }
}
console.log(
  JSON.stringify(
    { unit: 'ms', editor: editor.kind, outlay: of('outlay.outlay'), empty: of('outlay-bench.empty') },
    null,
    2,
  ),
)
