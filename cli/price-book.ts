// The bundled price snapshot, read from disk.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import type { PriceBook } from '../core/prices/book.ts'
import { type Manifest, openPriceBook } from '../core/prices/create.ts'

/** Beside the bundle as `prices/`; in the source tree where the snapshot is committed. */
function bundled(): URL {
  const beside = new URL('./prices/', import.meta.url)
  return existsSync(beside) ? beside : new URL('../core/prices/snapshot/', import.meta.url)
}

/**
 * @param directory holds `manifest.json` and the files it names, each with `.br` after its name
 * @param today ISO date, by which a model counts as retired; the day the snapshot was made if it is not given
 * @throws where a file is missing or damaged: the package is broken
 */
export function loadPriceBook(directory: URL | string = bundled(), today?: string): PriceBook {
  const folder = typeof directory === 'string' ? directory : fileURLToPath(directory)
  const at = (name: string) => `${folder.replace(/[\\/]$/, '')}/${name}`
  const read = (name: string) =>
    name === 'manifest.json' ? readFileSync(at(name)) : brotliDecompressSync(readFileSync(at(`${name}.br`)))
  return openPriceBook(read, today)
}

/** What the bundled snapshot was made of, and of which day each part is. */
export function loadManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('manifest.json', bundled()), 'utf8')) as Manifest
}
