// The bundled price snapshot, read from disk.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { PriceBook } from '../core/prices/book.ts'
import { type Manifest, openPriceBook, type SnapshotFile } from '../core/prices/create.ts'
import { notWhatWasBuilt, snapshotDamage } from '../core/prices/damage.ts'

/** Beside the bundle as `prices/`, packed anew so that a browser reads the same files; in the source tree where the snapshot is committed. */
function bundled(): URL {
  const beside = new URL('./prices/', import.meta.url)
  return existsSync(beside) ? beside : new URL('../core/prices/snapshot/', import.meta.url)
}

function pathsIn(directory: URL | string): (name: string) => string {
  const folder = typeof directory === 'string' ? directory : fileURLToPath(directory)
  return (name) => `${folder.replace(/[\\/]$/, '')}/${name}`
}

const why = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error))

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = why(error)
    throw snapshotDamage(path, code === 'ENOENT' ? 'is missing' : `cannot be read (${code})`)
  }
}

function manifestOf(path: string): Manifest {
  const text = bytesOf(path).toString('utf8')
  try {
    const manifest = JSON.parse(text) as Manifest
    if (manifest.schema === 1) return manifest
  } catch (error) {
    throw snapshotDamage(path, `is damaged (${why(error)})`)
  }
  throw snapshotDamage(path, 'is of another version of Outlay')
}

const isDigest = (bytes: Uint8Array, of: string | undefined) => createHash('sha256').update(bytes).digest('hex') === of

/** Brotli has no checksum, and a flipped bit may unpack to other prices: what is read is compared with the manifest. */
function unpacked(path: string, file: SnapshotFile | undefined): Uint8Array {
  const packed = bytesOf(path)
  if (file === undefined || !isDigest(packed, file.packed)) throw snapshotDamage(path, notWhatWasBuilt)
  return brotliDecompressSync(packed, { chunkSize: Math.max(file.bytes, 64) })
}

/** The manifest knows the packed files that are committed: of these, what is in them. */
function gunzipped(path: string, file: SnapshotFile | undefined): Uint8Array {
  const bytes = contentOf(path, bytesOf(path))
  if (file === undefined || !isDigest(bytes, file.sha256)) throw snapshotDamage(path, notWhatWasBuilt)
  return bytes
}

function contentOf(path: string, packed: Buffer): Buffer {
  try {
    return gunzipSync(packed)
  } catch (error) {
    throw snapshotDamage(path, `is damaged (${why(error)})`)
  }
}

/**
 * @param directory holds `manifest.json` and the files it names, each with `.br` after its name, or all with `.gz`
 * @param today ISO date, by which a model counts as retired; the day the snapshot was made if it is not given
 * @throws SnapshotDamage, here or at the first price that needs it, where a file is missing or damaged
 */
export function loadPriceBook(directory: URL | string = bundled(), today?: string): PriceBook {
  const at = pathsIn(directory)
  const manifest = manifestOf(at('manifest.json'))
  const isGzipped = existsSync(at('manifest.json.gz'))
  const read = (name: string) =>
    isGzipped ? gunzipped(at(`${name}.gz`), manifest.files[name]) : unpacked(at(`${name}.br`), manifest.files[name])
  return openPriceBook(manifest, read, today)
}

/** What the bundled snapshot was made of, and of which day each part is. */
export function loadManifest(): Manifest {
  return manifestOf(pathsIn(bundled())('manifest.json'))
}
