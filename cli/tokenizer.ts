// The exact token counter for the command line and the editor's worker.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Vocabulary } from '../core/tokens/byte-pairs.ts'
import { createTokenCounter } from '../core/tokens/count.ts'
import type { TokenCounter } from '../core/tokens/counter.ts'
import type { Encoding } from '../core/tokens/families.ts'

/** Beside the bundle; in the source tree inside its package. */
function vocabularyFile(encoding: Encoding): URL | string {
  const beside = new URL(`./parts/${encoding}.json`, import.meta.url)
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`tiktoken/encoders/${encoding}.json`)
}

const vocabularyOf = (encoding: Encoding): Vocabulary => JSON.parse(readFileSync(vocabularyFile(encoding), 'utf8'))

async function load(): Promise<TokenCounter> {
  const { createEncoder } = await import('../core/tokens/byte-pairs.ts')
  return createTokenCounter((encoding) => createEncoder(vocabularyOf(encoding)))
}

let loading: Promise<TokenCounter> | undefined

/** The exact counter, always the same one. With the first text of an encoding it takes about 0.1 s and 4 MB. */
export function loadTokenCounter(): Promise<TokenCounter> {
  loading ??= load()
  return loading
}
