import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Source } from './endure.ts'

const samples = fileURLToPath(new URL('../../samples', import.meta.url))
const read = /\.(py|ts|tf|ipynb)$/

/** Every file of the samples that Outlay reads. */
export function sampleSources(folder = samples): Source[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sampleSources(path)
    return read.test(name)
      ? [{ file: path.slice(samples.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }]
      : []
  })
}
