#!/usr/bin/env node
// A stand-in for the desktop `code` executable where that cannot be downloaded: VS Code's server (from code-server) and
// Chromium. Takes the arguments @vscode/test-electron gives to `code`; the exit code is the test run's.
// OUTLAY_SERVER: server-main.js; OUTLAY_SERVER_NODE: the Node it needs; CHROMIUM; OUTLAY_EDITOR_SECONDS: time limit.
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { format } from 'node:util'
import { chromium } from 'playwright-core'
import { chromiumPath, serverPath } from '../../scripts/setup/paths.mjs'

const server = serverPath()
const options = new Map()
const positional = []
for (const argument of process.argv.slice(2)) {
  const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument)
  if (match) options.set(match[1], [...(options.get(match[1]) ?? []), match[2] ?? true])
  else positional.push(argument)
}
const last = (name) => options.get(name)?.at(-1)

if (options.has('version')) {
  const product = JSON.parse(readFileSync(join(dirname(server.main), '../product.json'), 'utf8'))
  console.log(`${product.version}\n${product.commit}\n${process.arch}`)
  process.exit(0)
}

const scratch = mkdtempSync(join(tmpdir(), 'outlay-code-'))
if (options.has('install-extension') || options.has('list-extensions')) {
  const passed = [server.main, '--accept-server-license-terms', '--server-data-dir', scratch, ...process.argv.slice(2)]
  const { status } = spawnSync(server.node, passed, { stdio: 'inherit' })
  rmSync(scratch, { recursive: true, force: true })
  process.exit(status ?? 1)
}

const userData = last('user-data-dir') ?? join(scratch, 'data')
const settings = join(userData, 'User/settings.json')
mkdirSync(dirname(settings), { recursive: true })
if (!existsSync(settings)) {
  copyFileSync(new URL('./quiet-settings.json', import.meta.url), settings)
}

const child = spawn(
  server.node,
  [
    server.main,
    ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms', '--without-connection-token'],
    ...['--server-data-dir', scratch, '--user-data-dir', userData],
    ...['--extensions-dir', last('extensions-dir') ?? join(scratch, 'extensions')],
    // Without this flag the built workbench silently ignores extensionDevelopmentPath and extensionTestsPath.
    '--enable-smoke-test-driver',
    ...(options.has('disable-workspace-trust') ? ['--disable-workspace-trust'] : []),
    '--disable-telemetry',
  ],
  { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
)

let browser
let page
let stopping = false
async function stop(code) {
  if (stopping) return
  stopping = true
  clearTimeout(timer)
  await browser?.close().catch((error) => console.error(String(error)))
  child.removeAllListeners('exit')
  if (child.exitCode === null) {
    const gone = new Promise((done) => child.once('exit', done))
    process.kill(-child.pid)
    await gone
  }
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(130))
const seconds = Number(process.env.OUTLAY_EDITOR_SECONDS ?? 300)
const timer = setTimeout(async () => {
  const picture = join(tmpdir(), 'outlay-code-timeout.png')
  await page?.screenshot({ path: picture }).catch((error) => console.error(String(error)))
  console.error(`the editor did not finish within ${seconds} s; its window: ${picture}`)
  await stop(124)
}, 1000 * seconds)

const port = await new Promise((found, failed) => {
  let log = ''
  const read = (data) => {
    log += data
    const match = /agent listening on (\d+)/.exec(log)
    if (match) found(match[1])
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  child.on('exit', () => failed(new Error(log)))
})

const debugging = last('remote-debugging-port')
browser = await chromium.launchPersistentContext(join(scratch, 'browser'), {
  executablePath: chromiumPath(),
  headless: true,
  viewport: { width: 1280, height: 800 },
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    ...(debugging ? [`--remote-debugging-port=${debugging}`] : []),
  ],
})
page = browser.pages()[0] ?? (await browser.newPage())
const noise =
  /^(Resolving connection token|Resolved connection token|Creating a socket|Updating additional builtin|getaddrinfo ENOTFOUND|\[(Service Worker|reconnection-grace-time|AgentHost|AccountPolicyGate|ChatModel|LanguageModel|Chat))/
await page.exposeFunction('codeAutomationLog', (type, args) => {
  const line = format(...args)
  if (process.env.OUTLAY_EDITOR_VERBOSE || !noise.test(line)) (console[type] ?? console.log)(line)
})
await page.exposeFunction('codeAutomationExit', (code) => stop(code))

const remote = (path) =>
  /^[a-z-]+:\/\//.test(path) && !path.startsWith('file:')
    ? path
    : `vscode-remote://127.0.0.1:${port}${resolve(path.replace(/^file:\/\//, ''))}`
const payload = [
  ...['extensionDevelopmentPath', 'extensionTestsPath'].flatMap((name) =>
    (options.get(name) ?? []).map((path) => [name, remote(path)]),
  ),
  ...(options.has('open-file') ? [['openFile', remote(last('open-file'))]] : []),
  ['enableProposedApi', ''],
  ['skipWelcome', 'true'],
  ...(options.has('disable-extensions') ? [['disableExtensions', 'true']] : []),
]
const query = new URLSearchParams({ payload: JSON.stringify(payload) })
const folder = positional[0]
if (!folder) query.set('ew', 'true')
else query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', resolve(folder))
await page.goto(`http://127.0.0.1:${port}/?${query}`)
