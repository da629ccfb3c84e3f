// Runs in the page of web-prices.test.ts: the loader as a web worker would use it.
import { loadWebPriceBook } from '../../core/prices/load-web.ts'
import { webPriceFiles } from '../../extension/web/price-files.ts'

const here = globalThis as unknown as { readonly location: { readonly origin: string } }

async function read(address: string): Promise<Uint8Array | undefined> {
  const response = await fetch(address)
  if (response.status === 404) return undefined
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

const load = () => loadWebPriceBook(webPriceFiles(`${here.location.origin}/prices/`, read), '2026-11-21')
Object.assign(globalThis, { load })
