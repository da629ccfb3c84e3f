import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { get } from '../../cli/prices-refresh/get.ts'
import { proxyFor } from '../../cli/prices-refresh/proxy.ts'

const openrouter = new URL('https://openrouter.ai/api/v1/models')

it.each([
  [{ https_proxy: 'http://proxy:3128' }, 'http://proxy:3128/'],
  [{ HTTPS_PROXY: 'proxy:3128' }, 'http://proxy:3128/'],
  [{ all_proxy: 'http://proxy:3128' }, 'http://proxy:3128/'],
  [{ http_proxy: 'http://proxy:3128' }, undefined],
  [{ https_proxy: 'http://proxy:3128', no_proxy: 'localhost,.openrouter.ai' }, undefined],
  [{ https_proxy: 'http://proxy:3128', no_proxy: 'router.ai' }, 'http://proxy:3128/'],
  [{ https_proxy: 'http://proxy:3128', no_proxy: '*' }, undefined],
  [{}, undefined],
])('with %o an https list is read through %s', (env, proxy) => {
  expect(proxyFor(openrouter, env)?.href).toBe(proxy)
})

it('asks the proxy for a tunnel with its login, and names it where it refuses', async () => {
  const asked: (string | undefined)[] = []
  const proxy = createServer()
  proxy.on('connect', ({ url, headers }, socket) => {
    asked.push(url, headers['proxy-authorization'])
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  const env = { https_proxy: `http://ann:p%40ss@127.0.0.1:${port}` }
  const { signal } = new AbortController()
  const answer = get({ url: openrouter, maxBytes: 1_000, idle: 1_000, env, signal })
  await expect(answer).rejects.toThrow('could not be reached: the proxy 127.0.0.1 refused with 407')
  expect(asked).toEqual(['openrouter.ai:443', `Basic ${btoa('ann:p@ss')}`])
  proxy.close()
})
