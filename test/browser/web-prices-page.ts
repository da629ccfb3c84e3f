// Runs in the page of web-prices.test.ts: the loader as a web worker would use it.
import { loadWebPriceBook } from '../../core/prices/load-web.ts'
import { webPriceFiles } from '../../extension/web-prices.ts'

const here = globalThis as unknown as { readonly location: { readonly origin: string } }
const load = () => loadWebPriceBook(webPriceFiles(`${here.location.origin}/prices/`), '2026-11-21')
Object.assign(globalThis, { load })
