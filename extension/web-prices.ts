// What a web worker lends to read the bundled prices: fetch, DecompressionStream and Web Crypto, which Node has too.
import type { WebFiles } from '../core/prices/load-web.ts'

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

/** @param folder address of `prices/` beside the web bundle, with a slash at its end */
export function webPriceFiles(folder: string): WebFiles {
  return {
    address: (name) => new URL(name, folder).href,
    async fetch(name) {
      const response = await fetch(new URL(name, folder))
      if (response.status === 404) return undefined
      if (!response.ok) throw new Error(`HTTP ${response.status}`)
      return bytesOf(response)
    },
    async gunzip(bytes) {
      const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'))
      return bytesOf(new Response(stream as ReadableStream))
    },
    async digest(bytes) {
      return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)))
    },
  }
}
