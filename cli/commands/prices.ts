import { carbonOfMatch, sideBySide, tokenCarbonOfMatch } from '../../core/carbon/side-by-side.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { everydayAlternatives, findEveryday } from '../../core/prices/everyday.ts'
import { nearestAnyRegion, nearestName } from '../../core/prices/nearest.ts'
import { parseNeed } from '../../core/prices/needs.ts'
import { priceNames } from '../../core/prices/price-names.ts'
import { printJson } from '../../core/report/json.ts'
import {
  alternativesDocument,
  type Found,
  findDocument,
  type StatusSource,
  statusDocument,
  type UnreadSource,
} from '../../core/report/prices.ts'
import { alternativesText, findText, statusText } from '../../core/report/prices-text.ts'
import type { findOrders, pricesFormats } from '../formats.ts'
import type { Exit, Out } from '../output.ts'

interface Format {
  readonly format: (typeof pricesFormats)[number]
}

export interface FindCommand extends Format {
  readonly what: string
  readonly region?: string
  readonly all: boolean
  /** By carbon: the least of an hour first, what is not known last. */
  readonly sort: (typeof findOrders)[number]
}

/** Names that have what was asked in them, as many as fit a line or two. */
const mostNames = 8

function toldNothing(book: PriceBook, what: string, out: Out): Exit {
  const nearest = nearestName(book, what)
  const like = priceNames(book).like(what, mostNames)
  const hint =
    like.length > 0
      ? `; names with it: ${like.join(', ')}`
      : nearest === undefined
        ? ''
        : `; the nearest name in the book is ${nearest}`
  out.tell(`No price for "${what}"${hint}`)
  return 1
}

/** What a thing costs everywhere. @returns 1 where there is no such thing */
export function runPricesFind({ what, region, all, sort, format }: FindCommand, book: PriceBook, out: Out): Exit {
  const matches = findEveryday(book, what, region).map(
    (match): Found => ({
      match,
      carbon: carbonOfMatch(book, match),
      tokens: tokenCarbonOfMatch(book, match),
    }),
  )
  const grams = ({ carbon }: Found) => carbon?.gCO2ePerHour.likely ?? Number.MAX_VALUE
  const sorted = sort === 'carbon' ? [...matches].sort((a, b) => grams(a) - grams(b)) : matches
  const isElsewhere = matches.length === 0 && region !== undefined && findEveryday(book, what).length > 0
  const nearest =
    matches.length > 0 ? undefined : isElsewhere ? nearestAnyRegion(book, region) : nearestName(book, what)
  const document = findDocument(sorted, region === undefined ? sideBySide(book, what) : undefined, nearest)
  if (format === 'json') out.print(printJson(document))
  else if (matches.length > 0) out.print(findText(document, all ? matches.length : undefined))
  if (matches.length > 0) return 0
  if (!isElsewhere) return toldNothing(book, what, out)
  const like = nearest === undefined ? '' : `; the nearest region in the book is ${nearest}`
  out.tell(`No price for "${what}" in ${region}${like}`)
  return 1
}

export interface AlternativesCommand extends Format {
  readonly what: string
  readonly need: string
  /** ISO date, by which a model counts as retired. */
  readonly today: string
}

/** What would do the same for less. @returns 1 where there is no such thing, 2 where the need cannot be read */
export function runPricesAlternatives(command: AlternativesCommand, book: PriceBook, out: Out): Exit {
  const { what, format, today } = command
  const need = parseNeed(command.need)
  if ('error' in need) {
    out.tell(need.error)
    return 2
  }
  const found = everydayAlternatives(book, what, need, today)
  if (found === undefined) return toldNothing(book, what, out)
  if ('error' in found) {
    out.tell(found.error)
    return 1
  }
  const document = alternativesDocument(found)
  out.print(format === 'json' ? printJson(document) : alternativesText(document))
  return 0
}

/** Where the prices are from and how old they are. @param today ISO date */
export function runPricesStatus(
  { format }: Format,
  sources: readonly StatusSource[],
  unread: readonly UnreadSource[],
  today: string,
  out: Out,
): Exit {
  const document = statusDocument(sources, today, unread)
  out.print(format === 'json' ? printJson(document) : statusText(document))
  return 0
}
