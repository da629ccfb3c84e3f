import { expect, it } from 'vitest'
import { proxyFor } from '../../cli/prices-refresh/proxy.ts'
import { proxyVariables } from './proxy.ts'

const list = new URL('https://prices.example/list')
const environment = { https_proxy: 'http://environment:1' }
const through = (proxy: string, support = 'override', noProxy: readonly string[] = []) =>
  proxyFor(list, { ...environment, ...proxyVariables({ proxy, support, noProxy }) })?.host

it('asks through the proxy of the settings, else through that of the environment', () => {
  expect(through('http://settings:2')).toBe('settings:2')
  expect(through('')).toBe('environment:1')
})

it('asks through none where the settings say so', () => {
  expect(through('http://settings:2', 'off')).toBeUndefined()
  expect(through('http://settings:2', 'override', ['prices.example'])).toBeUndefined()
})
