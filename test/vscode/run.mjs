// Runs a bundled suite inside the extension host of a real VS Code, on a scratch copy of a folder.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron'
import { stagePackage } from '../../scripts/package.mjs'
import { servePage } from './page-server.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../..')

const standIn = join(here, 'code-web.mjs')

/** OpenAI has said when the model of these files goes, which is not what they are there for. */
const going = ['answer', 'closing', 'crlf', 'renamed', 'stale', 'summary', 'suppressed'].flatMap((name) => [
  `**/${name}.py`,
  `**/${name}.ts`,
])
const config = {
  rules: { 'unbounded-output': 'info' },
  overrides: going.map((files) => ({ files, rules: { 'retired-model': 'off' } })),
}

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(port))
    })
  })

/**
 * `editor`: path of `code` or of the stand-in. `suite`: a CommonJS bundle that exports `run`. `folder`: copied, then opened;
 * with `samples`, the repository's samples/ stand in it.
 * `web`: in a worker of the browser instead of a Node process, as it is shipped; the suite is told what a scan says of the
 * same files.
 * `untrusted`: the folder holds a `.code-workspace` of that name, opened by somebody who has not said yet that they trust it.
 * Gives `{ passed, failed, log }`; a run that dies without a report is one failure that says so.
 */
export async function runSuite({
  editor,
  suite,
  folder,
  extension = root,
  env = {},
  args = [],
  name,
  samples = false,
  web = false,
  untrusted,
}) {
  const scratch = mkdtempSync(join(tmpdir(), 'outlay-test-'))
  const workspace = join(scratch, 'workspace')
  const report = join(scratch, 'report.json')
  cpSync(folder, workspace, { recursive: true })
  if (samples) cpSync(join(root, 'samples'), join(workspace, 'samples'), { recursive: true })
  // What the suites look for is not on by itself. It holds where no nearer config stands; a page sees no folder above its own.
  writeFileSync(join(web ? workspace : scratch, 'outlay.json'), JSON.stringify(config))
  // Line ends as the tests need them, whatever git made of them.
  for (const name of readdirSync(workspace)) if (name.startsWith('crlf.')) toCrlf(join(workspace, name))
  commit(workspace)
  const port = await freePort()
  const page = await servePage(port, (counts) => writeFileSync(report, JSON.stringify(counts)))
  let under = extension
  if (web) {
    await forWorker(scratch, workspace, page.url)
    // A suite runs beside the extension it lies in.
    under = stagePackage({ universal: true })
    cpSync(suite, join(under, 'suite.js'))
  }
  let died
  try {
    await (untrusted ? runUntrusted : runTests)({
      vscodeExecutablePath: editor,
      extensionDevelopmentPath: under,
      extensionTestsPath: web ? join(under, 'suite.js') : suite,
      launchArgs: [
        web ? join(scratch, 'shop.code-workspace') : join(workspace, untrusted ?? ''),
        `--remote-debugging-port=${port}`,
        `--user-data-dir=${join(scratch, 'user')}`,
        ...(args.some((argument) => argument.startsWith('--extensions-dir'))
          ? []
          : [`--extensions-dir=${join(scratch, 'extensions')}`]),
        ...args,
      ],
      extensionTestsEnv: {
        ...env,
        OUTLAY_TEST_REPORT: report,
        OUTLAY_TEST_PAGE: page.url,
        OUTLAY_TEST_USER: join(scratch, 'user'),
        OUTLAY_TEST_CLICKHOUSE: join(root, 'test/engines/clickhouse-server.mjs'),
        OUTLAY_TEST_NODE: process.execPath,
        // What the user of this machine has refreshed is neither read nor replaced.
        OUTLAY_PRICES: join(scratch, 'prices'),
      },
    })
  } catch (error) {
    died = error
  }
  await page.close()
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { passed: 0, failed: 1, log: `${name}: no report. ${died}` }
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
  if (web) rmSync(under, { recursive: true, force: true })
  return died !== undefined && counts.failed === 0
    ? { ...counts, failed: 1, log: `${counts.log}\n${name}: ${died}` }
    : counts
}

/** What runs the extension in a worker, and what the suite there cannot find out by itself. */
async function forWorker(scratch, workspace, page) {
  const settings = {
    ...JSON.parse(readFileSync(join(here, 'quiet-settings.json'), 'utf8')),
    'remote.extensionKind': { 'outlay.outlay': ['web'] },
    'extensions.webWorker': true,
  }
  mkdirSync(join(scratch, 'user/User'), { recursive: true })
  writeFileSync(join(scratch, 'user/User/settings.json'), JSON.stringify(settings))
  // A second folder joins a workspace without a restart; a folder alone is another workspace then.
  writeFileSync(join(scratch, 'shop.code-workspace'), JSON.stringify({ folders: [{ path: 'workspace' }] }))
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist/cli.mjs'), 'scan', workspace, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 5e7,
  })
  const scanned = JSON.parse(stdout)
  const sites = scanned.sites.map(({ file, key, estimate }) => ({ file, key, usd: estimate.usd }))
  const findings = scanned.findings.map(({ file, rule, line, column }) => `${file} ${rule} ${line}:${column}`).sort()
  writeFileSync(
    join(workspace, '.outlay-test.json'),
    JSON.stringify({ page, sites, findings, only: process.env.OUTLAY_TEST_ONLY }),
  )
  await writeParquet(join(root, 'dist/demo.csv'), join(workspace, 'bills.parquet'))
}

/** The same bills with real types, as a provider exports them. */
async function writeParquet(csv, to) {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const db = await (await DuckDBInstance.create(':memory:')).connect()
  await db.run(`COPY (FROM read_csv('${csv}')) TO '${to}' (FORMAT parquet, COMPRESSION zstd)`)
  db.closeSync()
}

/** As `runTests`, which trusts every folder. */
function runUntrusted({
  vscodeExecutablePath,
  extensionDevelopmentPath,
  extensionTestsPath,
  launchArgs,
  extensionTestsEnv,
}) {
  const args = [
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
    `--extensionTestsPath=${extensionTestsPath}`,
    `--extensionDevelopmentPath=${extensionDevelopmentPath}`,
    ...launchArgs,
  ]
  return new Promise((done, failed) => {
    const child = spawn(vscodeExecutablePath, args, { env: { ...process.env, ...extensionTestsEnv }, stdio: 'inherit' })
    child.on('error', failed)
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`the editor ended with ${code}`))))
  })
}

function toCrlf(file) {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/\r?\n/g, '\r\n'))
}

/** The scratch copy as a repository with one commit, for the change against HEAD. */
function commit(folder) {
  const git = (...args) => {
    const { status, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', '-c', 'core.autocrlf=false', ...args],
      { cwd: folder, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
  }
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'As it was')
}

/** Installs a .vsix as a user would; gives the arguments that start the editor with it. */
export async function installPackage(editor, vsix, scratch) {
  const flag = `--extensions-dir=${join(scratch, 'installed/extensions')}`
  const user = `--user-data-dir=${join(scratch, 'installed/user')}`
  const [command, leading] = editor === standIn ? [standIn, []] : cliOf(editor)
  const { status } = spawnSync(command, [...leading, flag, user, '--install-extension', vsix, '--force'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`${vsix} could not be installed`)
  return [flag]
}

function cliOf(editor) {
  const [command, ...leading] = resolveCliArgsFromVSCodeExecutablePath(editor)
  return [command, leading.filter((argument) => !/^--(extensions|user-data)-dir/.test(argument))]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const web = process.argv.includes('--web')
  const workspaces = process.argv.includes('--workspaces')
  const counts = await runSuite({
    name: 'editor',
    editor: process.env.OUTLAY_EDITOR ?? standIn,
    suite: join(root, `dist/test/${web ? 'web' : workspaces ? 'workspaces' : 'suite'}.js`),
    folder: join(here, workspaces ? 'fixtures/workspaces' : 'fixtures/workspace'),
    samples: !workspaces,
    web,
    ...(workspaces ? { untrusted: 'both.code-workspace' } : {}),
  })
  console.log(counts.log)
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  process.exit(counts.failed === 0 ? 0 : 1)
}
