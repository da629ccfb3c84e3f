// OpenAI's tokenizer in WebAssembly, with both of its encodings: 4 MB in a bundle of their own, dist/parts/tokenizer.js, loaded when it is needed.
import cl100k from 'tiktoken/encoders/cl100k_base'
import o200k from 'tiktoken/encoders/o200k_base'
import { init, Tiktoken } from 'tiktoken/lite/init'
import type { Encoder } from '../core/tokens/count.ts'
import type { Encoding } from '../core/tokens/families.ts'

const ranks = { o200k_base: o200k, cl100k_base: cl100k }

/** @param wasm bytes of `tiktoken_bg.wasm`
 * @returns what makes encoders; each takes about 0.2 s and stays */
export async function openTiktoken(wasm: BufferSource): Promise<(encoding: Encoding) => Encoder> {
  await init((imports) => WebAssembly.instantiate(wasm, imports))
  return (encoding) => {
    const { bpe_ranks, special_tokens, pat_str } = ranks[encoding]
    const tokenizer = new Tiktoken(bpe_ranks, special_tokens, pat_str)
    return (text) => tokenizer.encode_ordinary(text).length
  }
}
