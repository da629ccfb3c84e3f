import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { Manifest } from '../../core/prices/create.ts'
import { writeWebSnapshot } from '../../scripts/web-snapshot.mjs'
import { launch } from './browser.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'outlay-web-prices-'))
const total = writeWebSnapshot(join(root, 'core/prices/snapshot'), folder)
const packed = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
rmSync(folder, { recursive: true })

/** What the server has in place of a file in this test; undefined: nothing. */
const instead = new Map<string, Buffer | undefined>()
let server: Server
let origin: string
let browser: Browser
let page: Page

beforeAll(async () => {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('./web-prices-page.ts', import.meta.url))],
    ...{ bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'error' },
  })
  const script = bundle.outputFiles[0]!.text
  server = createServer((request, response) => {
    const name = request.url!.replace('/prices/', '')
    if (name === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(`<script>${script}</script>`)
    const bytes = instead.has(name) ? instead.get(name) : packed.get(name)
    return bytes ? response.writeHead(200).end(bytes) : response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launch()
  page = await browser.newPage()
  await page.goto(origin)
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

type Load = () => Promise<{ is: 'book'; book: PriceBook } | { is: 'damaged'; why: string }>

/** What the page says of prices that are damaged; `no damage` where it gave a book. */
async function damage(name: string, bytes: Buffer | undefined): Promise<string> {
  instead.set(name, bytes)
  const why = await page.evaluate(async () => {
    const loaded = await (globalThis as unknown as { load: Load }).load()
    return loaded.is === 'damaged' ? loaded.why : 'no damage'
  })
  instead.clear()
  return why
}

describe('the price list of the web', () => {
  it('is at most 250 kB', () => {
    expect(total).toBeLessThanOrEqual(250_000)
  })

  it('unpacks to the very files of the manifest', () => {
    const { files } = JSON.parse(gunzipSync(packed.get('manifest.json.gz')!).toString('utf8')) as Manifest
    const unpacked = Object.keys(files).map((name) => {
      const bytes = gunzipSync(packed.get(`${name}.gz`)!)
      return [name, createHash('sha256').update(bytes).digest('hex')] as const
    })
    expect(Object.fromEntries(unpacked)).toEqual(
      Object.fromEntries(Object.entries(files).map(([name, { sha256 }]) => [name, sha256])),
    )
    expect([...packed.keys()].sort()).toEqual(
      ['manifest.json', ...Object.keys(files)].map((name) => `${name}.gz`).sort(),
    )
  })

  it('answers in a browser what it answers on disk', async () => {
    const answers = await page.evaluate(async () => {
      const loaded = await (globalThis as unknown as { load: Load }).load()
      if (loaded.is === 'damaged') return loaded.why
      const { book } = loaded
      return [
        book.asOf,
        book.instance('aws', 'p5.48xlarge', 'us-east-1', 'spot'),
        book.instance('azure', 'Standard_D2s_v5', 'westeurope', 'on-demand'),
        book.model('anthropic', 'claude-sonnet-4-5')!.rates.input!.price,
        book.storage('gcp', 'gcs', 'NEARLINE', 'us-central1')!.storage,
        book.service('aws', 'ebs', 'gp3 iops', 'us-east-1'),
        book.hosting('sagemaker', 'ml.m5.xlarge', 'us-east-1'),
        book.gpuOffers().length,
        book.carbon('aws', 'us-east-1'),
      ]
    })
    const book = loadPriceBook(undefined, '2026-11-21')
    expect(answers).toEqual(
      JSON.parse(
        JSON.stringify([
          book.asOf,
          book.instance('aws', 'p5.48xlarge', 'us-east-1', 'spot'),
          book.instance('azure', 'Standard_D2s_v5', 'westeurope', 'on-demand'),
          book.model('anthropic', 'claude-sonnet-4-5')!.rates.input!.price,
          book.storage('gcp', 'gcs', 'NEARLINE', 'us-central1')!.storage,
          book.service('aws', 'ebs', 'gp3 iops', 'us-east-1'),
          book.hosting('sagemaker', 'ml.m5.xlarge', 'us-east-1'),
          book.gpuOffers().length,
          book.carbon('aws', 'us-east-1'),
        ]),
      ),
    )
  })

  it('names a file that is not there, and gives no book', async () => {
    expect(await damage('hosted.bin.gz', undefined)).toBe(
      `The price list ${origin}/prices/hosted.bin.gz is missing, so nothing can be priced. Install Outlay again.`,
    )
  })

  it('names a file that is cut short', async () => {
    const bytes = packed.get('cloud-aws.bin.gz')!
    expect(await damage('cloud-aws.bin.gz', bytes.subarray(0, bytes.length / 2))).toContain(
      `The price list ${origin}/prices/cloud-aws.bin.gz is damaged (`,
    )
  })

  it('names a file that is whole, but another one', async () => {
    expect(await damage('models.jsonl.gz', gzipSync('{}'))).toBe(
      `The price list ${origin}/prices/models.jsonl.gz is damaged: it is not the file that its manifest describes, so nothing can be priced. Install Outlay again.`,
    )
  })

  it.each([
    ['a page of a portal', Buffer.from('<html>'), 'is damaged ('],
    ['a manifest of another schema', gzipSync('{"schema":2}'), 'is of another version of Outlay'],
    ['a manifest that is no JSON', gzipSync('{'), 'is damaged (SyntaxError'],
  ])('names the manifest where it is %s', async (_what, bytes, says) => {
    expect(await damage('manifest.json.gz', bytes)).toContain(
      `The price list ${origin}/prices/manifest.json.gz ${says}`,
    )
  })
})
