import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSnapshotDamage } from '../core/prices/damage.ts'
import { writeWebSnapshot } from '../scripts/web-snapshot.mjs'
import { loadPriceBook } from './price-book.ts'

const snapshot = fileURLToPath(new URL('../core/prices/snapshot', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outlay-snapshot-'))
  cpSync(snapshot, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The sentence that asking for a price ends with; `no damage` where there is a price. */
function sentence(): string {
  try {
    const price = loadPriceBook(folder).instance('aws', 'm5.large', 'us-east-1', 'on-demand')
    return price === undefined ? 'no price' : 'no damage'
  } catch (error) {
    return isSnapshotDamage(error) ? error.message : `a bug: ${String(error)}`
  }
}

const path = (name: string) => join(folder, name)
const notWhatWasBuilt = 'it is not the file that its manifest describes'
const end = 'so nothing can be priced. Install Outlay again.'

describe('a price list that is damaged on disk', () => {
  it('is no damage where every file is as built', () => {
    expect(sentence()).toBe('no damage')
  })

  it('is named where a file is missing', () => {
    rmSync(path('cloud-aws.bin.br'))
    expect(sentence()).toBe(`The price list ${path('cloud-aws.bin.br')} is missing, ${end}`)
  })

  it('is named where a file is cut short', () => {
    const bytes = readFileSync(path('cloud-aws.bin.br'))
    writeFileSync(path('cloud-aws.bin.br'), bytes.subarray(0, 20_000))
    expect(sentence()).toBe(`The price list ${path('cloud-aws.bin.br')} is damaged: ${notWhatWasBuilt}, ${end}`)
  })

  it('is named where a file is empty', () => {
    writeFileSync(path('cloud-aws.bin.br'), '')
    expect(sentence()).toBe(`The price list ${path('cloud-aws.bin.br')} is damaged: ${notWhatWasBuilt}, ${end}`)
  })

  it('is named where a file unpacks to something else', () => {
    writeFileSync(path('cloud-aws.bin.br'), brotliCompressSync('other prices'))
    expect(sentence()).toBe(`The price list ${path('cloud-aws.bin.br')} is damaged: ${notWhatWasBuilt}, ${end}`)
  })

  it('is named where the manifest is missing, no JSON, or of another version', () => {
    writeFileSync(path('manifest.json'), '{"schema":1')
    expect(sentence()).toContain(`The price list ${path('manifest.json')} is damaged (SyntaxError`)
    writeFileSync(path('manifest.json'), '{"schema":2}')
    expect(sentence()).toBe(`The price list ${path('manifest.json')} is of another version of Outlay, ${end}`)
    rmSync(path('manifest.json'))
    expect(sentence()).toBe(`The price list ${path('manifest.json')} is missing, ${end}`)
  })

  it('does not touch what is asked of the other files', () => {
    rmSync(path('cloud-aws.bin.br'))
    expect(loadPriceBook(folder).instance('gcp', 'n2-standard-4', 'us-central1', 'on-demand')).toBeDefined()
  })
})

describe('a price list packed so that a browser reads it too', () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true })
    writeWebSnapshot(snapshot, folder)
    cpSync(join(snapshot, 'manifest.json'), path('manifest.json'))
  })

  it('has the prices of the one that is committed', () => {
    const ask = (book: ReturnType<typeof loadPriceBook>) => book.instance('aws', 'm5.large', 'us-east-1', 'on-demand')
    expect(ask(loadPriceBook(folder))).toEqual(ask(loadPriceBook(snapshot)))
    expect(sentence()).toBe('no damage')
  })

  it('is named where it is damaged, missing, or another one', () => {
    writeFileSync(path('cloud-aws.bin.gz'), 'not gzip')
    expect(sentence()).toMatch(/^The price list .*cloud-aws\.bin\.gz is damaged \(.+\), so nothing can be priced\./)
    writeFileSync(path('cloud-aws.bin.gz'), gzipSync('other prices'))
    expect(sentence()).toBe(`The price list ${path('cloud-aws.bin.gz')} is damaged: ${notWhatWasBuilt}, ${end}`)
    rmSync(path('cloud-aws.bin.gz'))
    expect(sentence()).toBe(`The price list ${path('cloud-aws.bin.gz')} is missing, ${end}`)
  })
})
