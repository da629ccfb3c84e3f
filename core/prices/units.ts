// What models bill by something other than a token, and which of these prices a call can have.
import type { Price } from '../types.ts'
import type { ModelPrice, UnitId, UnitPrice } from './book.ts'

/** How each is counted, and how many of them a listed price is for. */
export const unitsOf: Readonly<Record<UnitId, { readonly unit: string; readonly per: number }>> = {
  image: { unit: 'image', per: 1 },
  'input-image': { unit: 'image', per: 1 },
  'input-second': { unit: 'second', per: 1 },
  'input-video-second': { unit: 'second', per: 1 },
  'output-second': { unit: 'second', per: 1 },
  character: { unit: 'character', per: 1_000_000 },
  search: { unit: 'search unit', per: 1000 },
  page: { unit: 'page', per: 1000 },
  'annotated-page': { unit: 'page', per: 1000 },
  request: { unit: 'request', per: 1000 },
  'web-search': { unit: 'search', per: 1000 },
  'file-search': { unit: 'search', per: 1000 },
  'input-message': { unit: 'message', per: 1000 },
  'training-token': { unit: 'training token', per: 1_000_000 },
  'training-hour': { unit: 'hour', per: 1 },
  'hosting-hour': { unit: 'hour', per: 1 },
}

/** What a call says of the thing that is billed. Undefined, or `auto`: it does not say, and any listed one may come. */
export interface UnitAsk {
  readonly size?: string
  readonly quality?: string
}

/** Those listed for exactly this value, else those listed for any. */
function narrowed(prices: readonly UnitPrice[], by: 'size' | 'quality', asked: string | undefined) {
  if (asked === undefined || asked === 'auto') return prices
  const own = prices.filter((each) => each[by] === asked)
  return own.length > 0 ? own : prices.filter((each) => each[by] === undefined)
}

/**
 * The prices of one unit that a call can have, cheapest first: one where size and quality decide, several where the call leaves them
 * open, none where the list has nothing for what was asked.
 *
 * An image of a model that also has the rate `image-output` is given twice, by the image and by its tokens: one or the other is the
 * cost, never the sum.
 */
export function unitPrices(model: ModelPrice, id: UnitId, ask: UnitAsk = {}): readonly Price[] {
  const all = model.units.filter((each) => each.id === id)
  const open = narrowed(narrowed(all, 'size', ask.size), 'quality', ask.quality)
  return open.map(({ price }) => price).sort((a, b) => a.usd / a.per - b.usd / b.per)
}
