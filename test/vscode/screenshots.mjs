// Pictures of real VS Code on samples/, for looking at: node test/vscode/screenshots.mjs, after node esbuild.mjs --tests.
// They go to test/vscode/screenshots/, which is not committed.
import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureTestEditor } from '../../scripts/setup/editor.mjs'
import { runSuite } from './run.mjs'

const pictures = join(dirname(fileURLToPath(import.meta.url)), 'screenshots')
mkdirSync(pictures, { recursive: true })
const editor = await ensureTestEditor()
const counts = await runSuite({
  name: 'screenshots',
  editor: editor.path,
  suite: resolve('dist/test/pictures.js'),
  folder: resolve('samples'),
  env: { OUTLAY_PICTURES: pictures },
})
console.log(counts.log)
process.exit(counts.failed === 0 ? 0 : 1)
