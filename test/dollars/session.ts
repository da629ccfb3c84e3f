import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import type { Result } from '../../core/types.ts'
import { registry } from '../../language-rules/registry.gen.ts'

const prices = loadPriceBook()

/** One file, with the others of its project beside it, at the prices that ship. */
export async function analysed(file: string, disk: Readonly<Record<string, string>>): Promise<Result> {
  const tokens = await loadTokenCounter()
  const session = createSession({
    registry,
    prices,
    tokens: () => tokens,
    settings: () => noSettings,
    others: {
      find: (candidates) => candidates.find((each) => Object.hasOwn(disk, each)),
      text: (each) => disk[each],
    },
  })
  session.open(file, disk[file]!)
  await session.prepare(file)
  return session.analyse(file)
}

/** How far a figure is from the one worked out by hand. */
export const error = (is: number | undefined, hand: number): number =>
  is === undefined ? Number.POSITIVE_INFINITY : Math.abs(is - hand) / hand
