import { expect, test } from 'vitest'
import { panelHtml } from './html.ts'
import { readHostMessage, readViewMessage } from './protocol.ts'

test.each([
  [
    { version: 1, type: 'ready' },
    { version: 1, type: 'ready' },
  ],
  [
    { version: 1, type: 'openSite', file: 'a.py', key: 'k', extra: 1 },
    { version: 1, type: 'openSite', file: 'a.py', key: 'k' },
  ],
  [{ version: 1, type: 'openSite', file: 'a.py' }, 'openSite without a file and a key'],
  [
    { version: 1, type: 'connect', key: 'sk-1' },
    { version: 1, type: 'connect' },
  ],
  [
    { version: 1, type: 'refresh', account: 'openai:work' },
    { version: 1, type: 'refresh', account: 'openai:work' },
  ],
  [
    { version: 1, type: 'cancel', account: 7 },
    { version: 1, type: 'cancel' },
  ],
  [
    { version: 1, type: 'look', views: ['change'], period: 'last-month', by: 'model', more: 1 },
    { version: 1, type: 'look', views: ['change'], period: 'last-month', by: 'model' },
  ],
  [{ version: 1, type: 'look', views: ['salaries'], period: 'last-month', by: 'model' }, 'look at what is no view'],
  [{ version: 1, type: 'look', views: [], period: 'ever', by: 'model' }, 'look without a period and a dimension'],
  [{ version: 1, type: 'manage' }, 'manage without an account'],
  [{ version: 9, type: 'ready' }, 'ready, version 9'],
  [{ version: 1, type: 'run' }, 'run'],
  ['ready', 'a message without a type'],
])('the host reads %j', (data, read) => {
  expect(readViewMessage(data)).toEqual(read)
})

test.each([
  [
    { version: 1, type: 'state', state: {} },
    { version: 1, type: 'state', state: {} },
  ],
  [{ version: 1, type: 'state' }, 'state'],
  [null, 'a message without a type'],
])('the panel reads %j', (data, read) => {
  expect(readHostMessage(data)).toEqual(read)
})

test('the page allows its own script and styles, and nothing else', () => {
  const html = panelHtml({
    nonce: 'n0',
    cspSource: 'https://csp',
    scriptUri: 'https://csp/panel.js',
    styleUri: 'https://csp/panel.css?a="b"',
  })
  expect(html).toContain(
    `content="default-src 'none'; style-src https://csp 'nonce-n0'; script-src 'nonce-n0'; font-src https://csp; img-src https://csp"`,
  )
  expect(html).toContain('href="https://csp/panel.css?a=&quot;b&quot;"')
  expect(html).not.toMatch(/ style=| on[a-z]+=/)
})
