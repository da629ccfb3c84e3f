import type { PriceBook } from '../core/prices/book.ts'
import type { Registry } from '../core/registry.ts'
import type { createSession } from '../core/session.ts'
import type { TokenCounter } from '../core/tokens/counter.ts'

/** What a scan works with. Tests put their own in its place. */
export interface Engine {
  readonly registry: Registry
  readonly prices: PriceBook
  /** The exact counter; loads the tokenizer, so it is asked for only when there is text to count. */
  tokens(): Promise<TokenCounter>
  readonly createSession: typeof createSession
}

/** Loaded when a command needs it, so that `--help` and a bad option cost nothing. */
export async function loadEngine(): Promise<Engine> {
  const [{ registry }, { createSession }, { loadPriceBook }, { withRefreshed }] = await Promise.all([
    import('../language-rules/registry.gen.ts'),
    import('../core/session.ts'),
    import('./price-book.ts'),
    import('./prices-refresh/book.ts'),
  ])
  const prices = withRefreshed(loadPriceBook())
  const tokens = async () => (await import('./tokenizer.ts')).loadTokenCounter()
  return { registry, prices, tokens, createSession }
}
