// Where what `npm start` and `npm test` set up is kept, and which versions of it.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** code-server 4.N.p carries VS Code 1.N.p. It refuses every Node major but 24. chdb 3.4.0 carries ClickHouse 26.7. */
export const versions = { codeServer: '4.139.1', serverNode: '24.21.0', chdb: '3.4.0' }

export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'outlay')

export function serverPath() {
  const root = join(cache, `code-server-${versions.codeServer}`, 'node_modules/code-server')
  return {
    node: process.env.OUTLAY_SERVER_NODE ?? serverNodePath(),
    main: process.env.OUTLAY_SERVER ?? join(root, 'lib/vscode/out/server-main.js'),
    entry: join(root, 'out/node/entry.js'),
    vscode: join(root, 'lib/vscode'),
    root: join(cache, `code-server-${versions.codeServer}`),
  }
}

export const serverNodeRoot = () => join(cache, 'node24')
export const serverNodePath = () =>
  join(serverNodeRoot(), `node_modules/node-${process.platform}-${process.arch}/bin/node`)

export const chdbRoot = () => join(cache, `chdb-${versions.chdb}`)

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
]
const macBrowsers = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Undefined where there is none. */
export function chromiumPath() {
  const candidates = [process.env.CHROMIUM, ...browsers, ...macBrowsers]
  return candidates.find((path) => path !== undefined && existsSync(path))
}
