import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { panelHtml } from '../../webview/html.ts'
import type { PanelState, ViewMessage } from '../../webview/protocol.ts'
import type { Theme } from './themes.ts'

/** Builds the panel, or another view, as the extension ships it and serves its page, policy included, from this machine. */
export async function servePanel(view = 'panel'): Promise<{ url: string; bytes: number; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'outlay-panel-'))
  await build({
    entryPoints: [fileURLToPath(new URL(`../../webview/${view}.ts`, import.meta.url))],
    outdir: folder,
    ...{ bundle: true, minify: true, format: 'iife', target: 'es2022', logLevel: 'error' },
  })
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/panel.js': ['text/javascript', await readFile(join(folder, `${view}.js`), 'utf8')],
    '/panel.css': ['text/css', await readFile(join(folder, `${view}.css`), 'utf8')],
  }
  await rm(folder, { recursive: true })
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`
    const page = panelHtml({
      nonce: randomBytes(16).toString('base64url'),
      cspSource: origin,
      scriptUri: `${origin}/panel.js`,
      styleUri: `${origin}/panel.css`,
      element: `outlay-${view}`,
    })
    const [type, text] = files[request.url ?? ''] ?? ['text/html', page]
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    bytes: Buffer.byteLength(files['/panel.js']![1]),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export interface PanelPage<Message = ViewMessage> {
  readonly page: Page
  /** Errors, warnings and violations of the page's policy. Tests expect none. */
  readonly complaints: string[]
  send(message: unknown): Promise<void>
  show(state: PanelState): Promise<void>
  /** What the panel has sent to its host. */
  sent(): Promise<Message[]>
}

/** What VS Code puts into the page before its script runs: the API, and the theme on the root and the body. */
const stage = ({ bodyClass, variables }: Theme) => `
  window.sent = []
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.sent.push(message),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  })
  window.dress = (bodyClass, variables) => {
    document.documentElement.removeAttribute('style')
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty('--vscode-' + name, value)
    document.body.className = bodyClass
  }
  new MutationObserver((_, observer) => {
    if (!document.body) return
    observer.disconnect()
    window.dress(${JSON.stringify(bodyClass)}, ${JSON.stringify(variables)})
  }).observe(document, { childList: true, subtree: true })
  addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))
`

export async function openPanel<Message = ViewMessage>(
  browser: Browser,
  url: string,
  theme: Theme,
): Promise<PanelPage<Message>> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.addInitScript(stage(theme))
  await page.goto(url)
  const send = (message: unknown) => page.evaluate(`postMessage(${JSON.stringify(message)}, '*')`).then(() => undefined)
  return {
    page,
    complaints,
    send,
    show: (state) => send({ version: 1, type: 'state', state }),
    sent: () => page.evaluate<Message[]>('window.sent'),
  }
}
