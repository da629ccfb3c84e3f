import { join } from 'node:path'
import { createConfigs } from '../core/config/configs.ts'
import { configName } from '../core/config/name.ts'
import type { KnownRule } from '../core/config/parse.ts'
import type { PriceBook } from '../core/prices/book.ts'
import { withUserPrices } from '../core/prices/user/with.ts'
import { configSentences, type Out } from './output.ts'
import { readText, slashed } from './tree.ts'

/** The book with the prices that the nearest outlay.json gives for files in `folder`; undefined, and told why, where it has mistakes. */
export function userBook(
  book: PriceBook,
  folder: string,
  rules: readonly KnownRule[],
  out: Pick<Out, 'tell'>,
): PriceBook | undefined {
  const configs = createConfigs(readText, rules, { env: (name) => process.env[name] })
  const { settings, errors } = configs.resolve(slashed(join(folder, configName)))
  for (const sentence of configSentences(errors)) out.tell(sentence)
  if (errors.length > 0) return undefined
  return settings?.prices ? withUserPrices(book, settings.prices, out.tell) : book
}
