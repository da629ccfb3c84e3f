// What a web worker lends to read the bundled prices: DecompressionStream and Web Crypto, which Node has too.
import type { WebFiles } from '../../core/prices/load-web.ts'
import type { OwnFile } from './parts.ts'

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** @param folder of the price list, with a slash at its end; `read` gives what stands there */
export function webPriceFiles(folder: string, read: OwnFile): WebFiles {
  return {
    address: (name) => folder + name,
    fetch: (name) => read(folder + name),
    async gunzip(bytes) {
      const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'))
      return new Uint8Array(await new Response(stream as ReadableStream).arrayBuffer())
    },
    async digest(bytes) {
      return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)))
    },
  }
}
