// The exact token counter for the command line and the editor's worker.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createTokenCounter } from '../core/tokens/count.ts'
import type { TokenCounter } from '../core/tokens/counter.ts'

/** Beside the bundle; in the source tree inside its package. */
function wasmFile(): URL | string {
  const beside = new URL('./tiktoken_bg.wasm', import.meta.url)
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('tiktoken/lite/tiktoken_bg.wasm')
}

async function load(wasm: URL | string): Promise<TokenCounter> {
  const { openTiktoken } = await import('./tiktoken.ts')
  return createTokenCounter(await openTiktoken(readFileSync(wasm)))
}

let loading: Promise<TokenCounter> | undefined

/**
 * The exact counter. With the first text it counts it takes about 0.3 s and 80 MB; later calls give the same one.
 * @param wasm `tiktoken_bg.wasm`, where it is neither beside the bundle nor in `node_modules`
 */
export function loadTokenCounter(wasm: URL | string = wasmFile()): Promise<TokenCounter> {
  loading ??= load(wasm)
  return loading
}
