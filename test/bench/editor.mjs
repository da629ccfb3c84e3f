// Typing, scanning and resting in the real editor. `node test/bench/editor.mjs` after `node esbuild.mjs --tests`; prints one line each; with
// `--stacks` also what the longest pieces went to (`node esbuild.mjs --tests --named` leaves the functions their names).
import { resolve } from 'node:path'
import { ensureTestEditor } from '../../scripts/setup/editor.mjs'
import { runSuite } from '../vscode/run.mjs'

const editor = await ensureTestEditor()
const { figures, log } = await runSuite({
  name: 'speed in the editor',
  editor: editor.path,
  suite: resolve('dist/test/editor-speed.js'),
  folder: resolve('test/vscode/fixtures/workspace'),
})
if (!figures) throw new Error(log)
const { answer, floor, held, resting, megabytes } = figures
const ms = (value) => `${value.toFixed(1)} ms`
/** What the longest pieces are made of, where one is told to look: a stack that took less is not why. Milliseconds. */
const noted = 0.3
const isDetailed = process.argv.includes('--stacks')
const stacks = (longTurns) =>
  longTurns.flatMap((spent) => [
    `  one of ${ms(spent.reduce((sum, { took }) => sum + took, 0))}`,
    ...spent.filter(({ took }) => took >= noted).map(({ stack, took }) => `    ${ms(took)} ${stack}`),
  ])
const of = ({ longest, withTidying, total, longTurns }) =>
  [
    `${ms(longest)} at most in one piece (wanted: 5), ${ms(withTidying)} with garbage that is collected amid it, ${ms(total)} in all`,
    ...(isDetailed ? stacks(longTurns) : []),
  ].join('\n')
const both = ({ p50, p95 }) => `p50 ${ms(p50)}, p95 ${ms(p95)}`
console.log(`keystroke to diagnostics, 1,000 lines of Python: ${both(answer.shown)} (wanted: 50)`)
console.log(
  `until VS Code tells other extensions of them: ${both(answer.told)}; of an extension that has its finding at once: ${both(floor.told)}`,
)
console.log(
  `Outlay holds the extension host while 1,000 lines of Python are opened and 20 are typed: ${of(held.opening)}`,
)
console.log(`while 60 more are typed: ${of(held.typing)}`)
console.log(`while 1,000 lines of Terraform are opened and 20 are typed: ${of(held.terraform)}`)
console.log(`while 5,000 lines of Terraform are opened and 20 are typed: ${of(held.large)}`)
console.log(`while 2,000 files are scanned: ${of(held.scanning)}`)
console.log(`while they are grouped by resource, by entry point and by file: ${of(held.grouping)}`)
console.log(`while the panel opens, and a process of its own reads the demo's bills: ${of(held.panel)}`)
console.log(`while they are scanned again with the panel open: ${of(held.everything)}`)
console.log(
  `extension host with all its extensions, and worker: ${megabytes.before.toFixed(0)} MB, after the scan ${megabytes.after.toFixed(0)} MB; ten idle seconds took ${ms(resting)} of processor time, and Outlay of the host ${ms(held.resting.total)}`,
)
