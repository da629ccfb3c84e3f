// Lets the tests inside the extension host look at, and press keys in, the window they run in. They are in another
// process than the page: the runner attaches to the window's debugging port and answers over HTTP on 127.0.0.1.
import { createServer } from 'node:http'
import { chromium } from 'playwright-core'

/** Port of the window's debugger in; `{ url, close }` out. One request: `{ do, selector?, webview?, key?, text?, path? }`. */
export async function servePage(debuggingPort) {
  let browser
  async function page() {
    browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`)
    const pages = browser.contexts().flatMap((context) => context.pages())
    const workbench = []
    for (const one of pages) if ((await one.locator('.monaco-workbench').count()) > 0) workbench.push(one)
    if (workbench[0] === undefined) throw new Error(`no workbench among ${pages.map((one) => one.url()).join(', ')}`)
    return workbench[0]
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const answer = await act(page, JSON.parse(body)).catch((error) => ({ error: String(error) }))
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer ?? null))
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async close() {
      await browser?.close().catch((error) => console.error(String(error)))
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A webview is an iframe in an iframe; the inner one carries the extension's document. */
const scopeOf = (page, request) =>
  request.webview ? page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame') : page

async function act(open, request) {
  const page = await open()
  const scope = scopeOf(page, request)
  const timeout = request.timeout ?? 20000
  switch (request.do) {
    case 'texts':
      await scope.locator(request.selector).first().waitFor({ state: 'attached', timeout })
      return scope.locator(request.selector).allInnerTexts()
    case 'click':
      return scope.locator(request.selector).first().click({ timeout })
    case 'hover':
      return scope.locator(request.selector).first().hover({ timeout })
    case 'press':
      return page.keyboard.press(request.key)
    case 'type':
      return page.keyboard.type(request.text)
    case 'resize':
      return page.setViewportSize(request.size)
    case 'screenshot':
      await page.screenshot({ path: request.path })
      return request.path
    default:
      throw new Error(`unknown request ${request.do}`)
  }
}
