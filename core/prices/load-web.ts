// The bundled price snapshot where there is no disk and no brotli: a web worker. Prices are looked up synchronously, so every file
// is read before the first question.
import type { PriceBook } from './book.ts'
import { type Manifest, openPriceBook } from './create.ts'
import { isSnapshotDamage, notWhatWasBuilt, snapshotDamage } from './damage.ts'

/** What the page lends. A rejection is a file that could not be had, or could not be unpacked. */
export interface WebFiles {
  /** Where a file is, for the user to see. */
  address(name: string): string
  /** `manifest.json.gz`, `cloud-aws.bin.gz`, …; undefined where the server has none. */
  fetch(name: string): Promise<Uint8Array | undefined>
  gunzip(bytes: Uint8Array): Promise<Uint8Array>
  /** SHA-256 in hexadecimal. */
  digest(bytes: Uint8Array): Promise<string>
}

export type LoadedBook =
  | { readonly is: 'book'; readonly book: PriceBook }
  /** A sentence for the user: what, where, what to do. */
  | { readonly is: 'damaged'; readonly why: string }

async function unpacked(files: WebFiles, name: string): Promise<Uint8Array> {
  const address = files.address(`${name}.gz`)
  const packed = await files.fetch(`${name}.gz`).catch((error: unknown) => {
    throw snapshotDamage(address, `cannot be read (${String(error)})`)
  })
  if (packed === undefined) throw snapshotDamage(address, 'is missing')
  return files.gunzip(packed).catch((error: unknown) => {
    throw snapshotDamage(address, `is damaged (${String(error)})`)
  })
}

function manifestOf(bytes: Uint8Array, address: string): Manifest {
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest
    if (manifest.schema === 1) return manifest
  } catch (error) {
    throw snapshotDamage(address, `is damaged (${String(error)})`)
  }
  throw snapshotDamage(address, 'is of another version of Outlay')
}

async function described(files: WebFiles, manifest: Manifest, name: string): Promise<Uint8Array> {
  const bytes = await unpacked(files, name)
  if ((await files.digest(bytes)) === manifest.files[name]!.sha256) return bytes
  throw snapshotDamage(files.address(`${name}.gz`), notWhatWasBuilt)
}

/** @param today ISO date, by which a model counts as retired */
export async function loadWebPriceBook(files: WebFiles, today?: string): Promise<LoadedBook> {
  try {
    const manifest = manifestOf(await unpacked(files, 'manifest.json'), files.address('manifest.json.gz'))
    const names = Object.keys(manifest.files)
    const contents = await Promise.all(names.map((name) => described(files, manifest, name)))
    const byName = new Map(names.map((name, i) => [name, contents[i]!]))
    const read = (name: string) => {
      const content = byName.get(name)
      if (content === undefined) throw snapshotDamage(files.address(`${name}.gz`), 'is missing')
      return content
    }
    return { is: 'book', book: openPriceBook(manifest, read, today) }
  } catch (error) {
    if (isSnapshotDamage(error)) return { is: 'damaged', why: error.message }
    throw error
  }
}
