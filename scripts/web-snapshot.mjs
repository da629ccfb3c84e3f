// The price snapshot as it is shipped, for Node and the web: a browser unpacks gzip, not brotli.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gzipSync } from 'node:zlib'

/**
 * The shortest gzip. The less memory, the shorter the stretches that have a code of their own: a file of several columns, some text
 * and some noise, packs a tenth better so; plain text packs best in long ones.
 */
export function gzipped(bytes) {
  const tries = [3, 5, 8].map((memLevel) => gzipSync(bytes, { level: 9, memLevel }))
  return tries.reduce((best, next) => (next.length < best.length ? next : best))
}

/** What only the committed files and their maker need is left out of the manifest. */
function manifest(text) {
  const { inputs: _, roundTrip: __, ...kept } = JSON.parse(text)
  const files = Object.entries(kept.files).map(([name, { sha256, bytes }]) => [name, { sha256, bytes }])
  return Buffer.from(JSON.stringify({ ...kept, files: Object.fromEntries(files) }))
}

const plain = (path) =>
  path.endsWith('.br') ? brotliDecompressSync(readFileSync(path)) : manifest(readFileSync(path, 'utf8'))

/**
 * Packs the committed snapshot anew: `manifest.json` as `manifest.json.gz`, each `<name>.br` as `<name>.gz`.
 * @returns the bytes of all that was written
 */
export function writeWebSnapshot(from, to) {
  mkdirSync(to, { recursive: true })
  const packed = readdirSync(from).map((name) => {
    const bytes = gzipped(plain(join(from, name)))
    writeFileSync(join(to, `${name.replace(/\.br$/, '')}.gz`), bytes)
    return bytes.length
  })
  return packed.reduce((sum, bytes) => sum + bytes, 0)
}
