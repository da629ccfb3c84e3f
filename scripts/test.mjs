// `npm test`: sets everything up, builds, checks, and runs every test there is, with a real browser and a real VS Code.
// The last line is `N passed, N failed`. `--only <name>` runs the steps whose name contains it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installDependencies } from './setup/dependencies.mjs'
import { run } from './setup/run.mjs'

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
const always = new Set(['dependencies', 'browser', 'Python', 'ClickHouse', 'editor', 'build'])
const scratch = mkdtempSync(join(tmpdir(), 'outlay-npm-test-'))
const sum = { passed: 0, failed: 0 }
const tool = (name) => resolve('node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name)

/** A step gives its counts, or nothing where it is one test by itself; a throw is one failure. */
async function step(name, body) {
  if (only !== undefined && !name.includes(only) && !always.has(name)) return
  const started = Date.now()
  let counts
  try {
    counts = (await body()) ?? { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    counts = { passed: 0, failed: 1 }
  }
  sum.passed += counts.passed
  sum.failed += counts.failed
  console.log(
    `${counts.failed === 0 ? '✔' : '✘'} ${name}: ${counts.passed} passed, ${counts.failed} failed (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  )
}

/** Succeeds or throws with what the program printed. */
const check = (name, program, args) =>
  step(name, async () => {
    await run(program, args, { quiet: true })
  })

async function vitest(project) {
  const report = join(scratch, `${project.replace('*', '')}.json`)
  await run(
    tool('vitest'),
    ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile=${report}`],
    { allowFailure: true },
  )
  const result = JSON.parse(readFileSync(report, 'utf8'))
  // A file that could not be loaded has no tests, a skipped test proves nothing: both are failures.
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numPendingTests + (result.numTodoTests ?? 0) + broken,
  }
}

async function inEditor(editor, name, suite, folder, extra = {}) {
  const { runSuite } = await import('../test/vscode/run.mjs')
  const counts = await runSuite({ name, editor, suite: resolve('dist/test', suite), folder: resolve(folder), ...extra })
  console.log(counts.log)
  return counts
}

let editor
await step('dependencies', installDependencies)
await step('browser', async () => {
  const { ensureBrowser } = await import('./setup/browser.mjs')
  process.env.CHROMIUM = await ensureBrowser()
})
await step('Python', async () => {
  const { ensurePython } = await import('./setup/python.mjs')
  await ensurePython()
})
await step('ClickHouse', async () => {
  const { ensureClickHouse } = await import('./setup/clickhouse.mjs')
  if (!(await ensureClickHouse())) process.env.OUTLAY_NO_CLICKHOUSE = '1'
})
await step('editor', async () => {
  const { ensureTestEditor } = await import('./setup/editor.mjs')
  editor = await ensureTestEditor()
  console.log(`VS Code: ${editor.kind} (${editor.path})`)
})
await step('build', async () => {
  await run(process.execPath, ['esbuild.mjs', '--tests'], { quiet: true })
})
async function checks() {
  await check('types', tool('tsc'), ['--noEmit'])
  await check('types of the panel', tool('tsc'), ['--noEmit', '-p', 'webview'])
  await check('lint and format', tool('biome'), ['check'])
  await check('unused code', tool('knip'), [])
  await check('generated files are fresh', tool('tsx'), ['scripts/gen.ts', '--check'])
}
// A page waits more than it works: the checks, each on one core, have the other, and what follows them need not wait for it.
const inBrowser = step('in the browser', () => vitest('browser'))
await checks()
await step('unit', () => vitest('unit*'))
await inBrowser
await step('in VS Code', () =>
  inEditor(editor?.path, 'in VS Code', 'suite.js', 'test/vscode/fixtures/workspace', { samples: true }),
)
const inWorkspaces = () =>
  step('in other workspaces', () =>
    inEditor(editor?.path, 'in other workspaces', 'workspaces.js', 'test/vscode/fixtures/workspaces', {
      untrusted: 'both.code-workspace',
    }),
  )
const inTwoWindows = () =>
  step('in two windows', async () => {
    const together = join(scratch, 'together')
    mkdirSync(together)
    const window = (role) =>
      inEditor(editor?.path, `in the ${role} of two windows`, 'together.js', 'test/vscode/fixtures/workspace', {
        env: { OUTLAY_TEST_ROLE: role, OUTLAY_TEST_TOGETHER: together, OUTLAY_STORE: join(together, 'store') },
      })
    const [first, second] = await Promise.all(['first', 'second'].map(window))
    return { passed: first.passed + second.passed, failed: first.failed + second.failed }
  })
const inWebHost = () =>
  step('in a web extension host', () =>
    inEditor(editor?.path, 'in a web extension host', 'web.js', 'test/vscode/fixtures/workspace', {
      samples: true,
      web: true,
    }),
  )
// An editor waits more than it works too.
await Promise.all([inWorkspaces().then(inTwoWindows), inWebHost()])
await step('the packaged extension', async () => {
  const { makePackage } = await import('./package.mjs')
  const { installPackage } = await import('../test/vscode/run.mjs')
  const { path, bytes } = await makePackage({ universal: false })
  console.log(`${path}: ${(bytes / 1e6).toFixed(1)} MB`)
  const args = await installPackage(editor.path, path, scratch)
  return inEditor(editor.path, 'the packaged extension', 'smoke.js', 'test/vscode/fixtures/workspace', {
    extension: resolve('test/vscode/driver'),
    args,
  })
})

rmSync(scratch, { recursive: true, force: true })
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exit(sum.failed === 0 ? 0 : 1)
