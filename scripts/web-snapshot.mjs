// The price snapshot for the web: a browser unpacks gzip, not brotli.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gzipSync } from 'node:zlib'

const plain = (path) => (path.endsWith('.br') ? brotliDecompressSync(readFileSync(path)) : readFileSync(path))

/**
 * Packs the committed snapshot anew: `manifest.json` as `manifest.json.gz`, each `<name>.br` as `<name>.gz`.
 * @returns the bytes of all that was written
 */
export function writeWebSnapshot(from, to) {
  mkdirSync(to, { recursive: true })
  const packed = readdirSync(from).map((name) => {
    const bytes = gzipSync(plain(join(from, name)), { level: 9 })
    writeFileSync(join(to, `${name.replace(/\.br$/, '')}.gz`), bytes)
    return bytes.length
  })
  return packed.reduce((sum, bytes) => sum + bytes, 0)
}
