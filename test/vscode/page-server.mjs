// Lets the tests inside the extension host look at, and press keys in, the window they run in. They are in another
// process than the page: the runner attaches to the window's debugging port and answers over HTTP on 127.0.0.1.
import { createServer } from 'node:http'
import { chromium } from 'playwright-core'

/**
 * Port of the window's debugger in; `{ url, close }` out. `webview` is a selector of something in it.
 * `report` takes the counts of a suite that has no disk.
 */
export async function servePage(debuggingPort, report) {
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
    const asked = JSON.parse(body)
    // A worker of the browser asks from the workbench's own address.
    response.setHeader('access-control-allow-origin', '*')
    const done = asked.do === 'report' ? Promise.resolve(report(asked)) : act(page, asked)
    const answer = await done.catch((error) => ({ error: String(error) }))
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

/** The page, or the frame of the webview that holds an element: notebooks have webviews of their own. */
async function scopeOf(page, request, timeout) {
  if (!request.webview) return page
  const end = Date.now() + timeout
  for (;;) {
    for (const frame of page.frames())
      if (
        (await frame
          .locator(request.webview)
          .count()
          .catch(() => 0)) > 0
      )
        return frame
    if (Date.now() > end) throw new Error(`no webview with ${request.webview} among ${page.frames().length} frames`)
    await new Promise((again) => setTimeout(again, 50))
  }
}

/** Runs in the page. A webview that loads late takes the focus from a quick input that is open: the keys would go there. */
function focusQuickInput() {
  const widget = document.querySelector('.quick-input-widget')
  if (widget === null || widget.style.display === 'none' || widget.contains(document.activeElement)) return
  widget.querySelector('.quick-input-box input')?.focus()
}

async function act(open, request) {
  const page = await open()
  const timeout = request.timeout ?? 20000
  const scope = await scopeOf(page, request, timeout)
  switch (request.do) {
    case 'texts':
      await scope.locator(request.selector).first().waitFor({ state: 'attached', timeout })
      return scope.locator(request.selector).allInnerTexts()
    case 'labels':
      await scope.locator(request.selector).first().waitFor({ state: 'attached', timeout })
      return scope
        .locator(request.selector)
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
    case 'gone':
      return scope.locator(request.selector).first().waitFor({ state: 'detached', timeout })
    case 'count':
      return scope.locator(request.selector).count()
    case 'click':
      return scope.locator(request.selector).first().click({ timeout })
    case 'hover':
      return scope.locator(request.selector).first().hover({ timeout })
    case 'fill': {
      const field = scope.locator(request.selector).first()
      await field.fill(request.text, { timeout })
      return field.inputValue()
    }
    case 'choose':
      return scope.locator(request.selector).first().selectOption(request.value, { timeout })
    case 'press':
      await page.evaluate(focusQuickInput)
      return page.keyboard.press(request.key)
    case 'type':
      await page.evaluate(focusQuickInput)
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
