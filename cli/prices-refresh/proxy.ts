// Proxies as the environment names them. Node's own HTTP client reads these variables from version 24 on; this does on all.
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { fault } from './fault.ts'

export type Environment = Readonly<Record<string, string | undefined>>

const named = (env: Environment, name: string) => env[name] || env[name.toUpperCase()] || undefined

/** `.example.com`, `example.com` and `*` in `no_proxy`, as curl takes them. */
function bypassed(host: string, list: string): boolean {
  return list
    .split(',')
    .map((entry) => entry.trim().replace(/^\*?\./, ''))
    .some((entry) => entry === '*' || (entry !== '' && (host === entry || host.endsWith(`.${entry}`))))
}

/** The proxy for an https address; undefined for none. */
export function proxyFor(url: URL, env: Environment): URL | undefined {
  if (url.protocol !== 'https:' || bypassed(url.hostname, named(env, 'no_proxy') ?? '')) return undefined
  const proxy = named(env, 'https_proxy') ?? named(env, 'all_proxy')
  if (proxy === undefined) return undefined
  const address = proxy.includes('://') ? proxy : `http://${proxy}`
  if (!URL.canParse(address) || !/^https?:/.test(address)) {
    throw fault(`was not asked: the proxy in HTTPS_PROXY is not an address of http`)
  }
  return new URL(address)
}

/** A TLS connection to `url` through the proxy's CONNECT. */
export function tunnel(url: URL, proxy: URL, signal: AbortSignal): Promise<Socket> {
  const { hostname, username, password } = proxy
  const target = `${url.hostname}:${url.port || 443}`
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  const secure = proxy.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const asked = (secure ? httpsRequest : httpRequest)({
      hostname,
      port: proxy.port || (secure ? 443 : 80),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...(username === '' ? {} : { 'proxy-authorization': `Basic ${login}` }) },
      signal,
    })
    asked.once('error', reject)
    asked.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(tlsConnect({ socket, servername: url.hostname }))
      socket.destroy()
      return reject(fault(`could not be reached: the proxy ${hostname} refused with ${statusCode}`))
    })
    asked.end()
  })
}
